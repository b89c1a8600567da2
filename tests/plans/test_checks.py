"""What does not fit together in a report is said, and what does is not."""

import pytest

from exchange.plans.checks import Checked, notes


def said(year: int = 2021, **lines: Checked) -> list[tuple[str, str]]:
    return [(note.code, note.sentence % note.told) for note in notes(lines, year=year)]


def one(value: int | None, plan: int | None = None, *, inferred: bool = False, percent: int | None = None) -> Checked:
    return Checked("Chỉ tiêu", value, plan, inferred, percent)


def test_figures_that_fit_together_need_no_note() -> None:
    assert said(
        inspected_places=one(43), violations=one(18), reminders=one(25),
        procedures_received=one(399), procedures_done=one(399),
        jobs_created=one(15_384, 23_000, percent=6_688), visits_benefit=one(9_000), benefit_claims_decided=one(9_200),
    ) == []  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "code", "words"),
    [
        ({"training_enrolled": one(5_066, percent=2_530)}, "training_enrolled", "đến 20.023; không có số tròn"),
        ({"jobs_created": one(15_384, percent=6_688)}, "jobs_created", "Kế hoạch phải từ 22.999 đến 23.002."),
        ({"jobs_created": one(3, percent=1)}, "jobs_created", "Kế hoạch phải từ"),
        ({"jobs_created": one(7, percent=9_999)}, "jobs_created", "không có kế hoạch nào cho ra tỷ lệ 99,99%"),
        ({"jobs_created": one(5_066, 20_000, percent=2_530)}, "jobs_created", "tính theo kế hoạch đã giao là 25,33%"),
        ({"jobs_created": one(292, 900, inferred=True)}, "jobs_created", "nếu làm tròn thì từ 900 đến 900"),
        ({"inspected_places": one(44), "violations": one(18), "reminders": one(25)}, "inspected_places", "44 khác"),
        ({"procedures_received": one(9), "procedures_done": one(10)}, "procedures_done", "nhiều hơn"),
        ({"visits_benefit": one(46_500), "benefit_claims_decided": one(9_200)}, "visits_benefit", "quân 5,05 lượt"),
        ({"health_cards": one(451_519), "health_cards_money": one(363_283_000_000)}, "health_cards_money", "804.579"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_at_its_figure(lines: dict[str, Checked], code: str, words: str) -> None:
    found = said(**lines)

    assert [own for own, _ in found] == [code]
    assert words in found[0][1]


def test_the_price_of_a_card_is_known_for_the_years_of_its_decree_only() -> None:
    lines = {"health_cards": one(451_519), "health_cards_money": one(363_283_000_000)}

    assert said(2024, **lines) == []
