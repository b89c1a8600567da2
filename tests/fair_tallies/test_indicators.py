from collections import Counter

import pytest

from exchange.fair_tallies.codes import Group, Unit
from exchange.fair_tallies.indicator import Indicator
from exchange.fair_tallies.indicators import BY_CODE, INDICATORS
from exchange.fair_tallies.queries import title

EACH = pytest.mark.parametrize("one", INDICATORS, ids=lambda one: one.code)


def test_no_code_is_used_twice() -> None:
    assert [code for code, times in Counter(one.code for one in INDICATORS).items() if times > 1] == []


@EACH
def test_a_figure_says_what_it_counts_and_how(one: Indicator) -> None:
    assert one.label
    assert one.definition.endswith(".")


@EACH
def test_visits_and_persons_are_not_mixed(one: Indicator) -> None:
    persons = "người" in one.label.lower() or "người" in title(one).split(":")[0].lower()

    assert (one.unit is Unit.PERSON) == persons
    assert (one.unit is Unit.OPENING) == (one.amount is not None)


@EACH
def test_a_part_follows_its_whole_and_is_of_its_kind(one: Indicator) -> None:
    if not one.part_of:
        assert not one.by
        return
    whole = BY_CODE[one.part_of]
    assert INDICATORS.index(whole) < INDICATORS.index(one)
    assert (whole.unit, whole.group, whole.record, whole.facts) == (one.unit, one.group, one.record, one.facts)
    assert whole.public or not one.public, "a part is not shown without its whole"


@EACH
def test_what_is_shown_about_persons_to_everybody_is_careful(one: Indicator) -> None:
    personal = one.by in ("sex", "skill") and one.unit is Unit.PERSON

    assert one.sensitive == personal


def test_the_groups_come_in_the_order_of_the_form() -> None:
    order = [one.group for one in INDICATORS]

    assert order == sorted(order, key=list(Group).index)
