from datetime import date

import pytest

from exchange.booths.codes import OutcomeCode
from exchange.kernel.ids import new_id
from exchange.placements.rules import Hiring, Latest, Settlement, counts_as_placement, province_on, settle
from exchange.reference import provinces

FIRST, SECOND = Hiring(new_id(), new_id()), Hiring(new_id(), new_id())
ID = new_id()


def test_only_being_hired_is_a_placement() -> None:
    assert [code for code in OutcomeCode if counts_as_placement(code)] == [OutcomeCode.HIRED]


@pytest.mark.parametrize(
    ("latest", "hirings", "wanted"),
    [
        (None, [], Settlement()),
        (None, [FIRST], Settlement(place=FIRST)),
        (Latest(ID, 1, FIRST, False), [FIRST], Settlement()),
        (Latest(ID, 1, FIRST, False), [FIRST, SECOND], Settlement()),
        (Latest(ID, 1, FIRST, False), [], Settlement(reverse=ID, turn=2)),
        (Latest(ID, 1, FIRST, False), [SECOND], Settlement(reverse=ID, place=SECOND, turn=2)),
        (Latest(ID, 1, FIRST, True), [], Settlement(turn=2)),
        (Latest(ID, 3, FIRST, True), [FIRST], Settlement(place=FIRST, turn=4)),
    ],
)
def test_the_register_follows_what_the_outcomes_say(
    latest: Latest | None, hirings: list[Hiring], wanted: Settlement
) -> None:
    assert settle(latest, hirings) == wanted


def test_hired_for_another_vacancy_is_another_placement() -> None:
    elsewhere = Hiring(FIRST.outcome_id, new_id())

    assert settle(Latest(ID, 1, FIRST, False), [elsewhere]) == Settlement(reverse=ID, place=elsewhere, turn=2)


@pytest.mark.parametrize(
    ("code", "written", "day", "wanted"),
    [
        ("84", date(2021, 5, 1), date(2021, 6, 1), "84"),  # Trà Vinh before the merger
        ("84", date(2021, 5, 1), date(2026, 1, 1), "86"),  # is in Vĩnh Long after it
        ("84", date(2026, 1, 1), date(2026, 1, 1), "86"),  # also where somebody still writes the old code
        ("15", date(2021, 5, 1), date(2026, 1, 1), "15"),  # Yên Bái went to Lào Cai, which took its code
        ("80", date(2026, 1, 1), date(2026, 1, 1), "80"),  # Tây Ninh, not Long An
        ("72", date(2025, 6, 30), date(2025, 7, 1), "80"),  # Tây Ninh took over the code of Long An
    ],
)
def test_a_province_is_compared_as_of_one_day(code: str, written: date, day: date, wanted: str) -> None:
    assert province_on(code, written, day) == wanted


def test_every_old_province_is_some_province_now() -> None:
    before, now = date(2025, 6, 30), date(2025, 7, 1)
    today = {province.code for province in provinces.as_of(now)}

    assert {province_on(province.code, before, now) for province in provinces.as_of(before)} == today
