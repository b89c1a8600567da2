from uuid import UUID

import pytest

from exchange.fair_tallies.codes import Group, Unit
from exchange.fair_tallies.rules import SMALLEST_SHOWN, for_the_public
from exchange.fair_tallies.views import Column, FairTally, Row
from exchange.kernel.ids import new_id
from tests.placements.make import EIGHT_O_CLOCK

HERE, THERE = new_id(), new_id()
Figures = dict[str, tuple[tuple[int, int], int]]


def tally(figures: Figures) -> FairTally:
    sites: list[tuple[UUID, str]] = [(HERE, "Ở đây"), (THERE, "Ở kia")]
    rows = [
        Row(code, Group.SEEKERS, code, code, Unit.PERSON, "", *_place(code), cells, total)
        for code, (cells, total) in figures.items()
    ]
    return FairTally(new_id(), "Phiên", EIGHT_O_CLOCK, tuple(Column(*site) for site in sites), tuple(rows))


def _place(code: str) -> tuple[str, str, int]:
    whole, _, part = code.partition("-")
    return (whole, "sex", 1) if part else ("", "", 0)


def shown(figures: Figures) -> dict[str, tuple[tuple[int | None, ...], int | None]]:
    seen = for_the_public(tally(figures), shown=figures, sensitive={code for code in figures if "-" in code})
    return {row.code: (row.cells, row.total) for row in seen.rows}


def test_large_numbers_are_shown() -> None:
    figures: Figures = {"all": ((12, 8), 20), "all-women": ((7, 8), 15), "all-men": ((5, 0), 5)}

    assert shown(figures) == figures


@pytest.mark.parametrize("few", range(1, SMALLEST_SHOWN))
def test_a_small_number_hides_the_breakdown_at_all_sites_so_that_it_cannot_be_worked_out(few: int) -> None:
    figures: Figures = {
        "all": ((20, 30), 50),
        "all-women": ((20 - few, 20), 40 - few),
        "all-men": ((few, 10), 10 + few),
    }

    assert shown(figures) == {
        "all": ((20, 30), 50),
        "all-women": ((None, None), 40 - few),
        "all-men": ((None, None), 10 + few),
    }


def test_a_small_total_hides_the_breakdown_altogether() -> None:
    figures: Figures = {"all": ((20, 30), 50), "all-women": ((18, 30), 48), "all-men": ((2, 0), 2)}

    assert shown(figures)["all-women"] == ((None, None), None)
    assert shown(figures)["all-men"] == ((None, None), None)
    assert shown(figures)["all"] == ((20, 30), 50)


def test_what_is_not_for_the_public_is_left_out() -> None:
    seen = for_the_public(tally({"all": ((1, 2), 3), "own": ((1, 2), 3)}), shown={"all"}, sensitive=())

    assert [row.code for row in seen.rows] == ["all"]
