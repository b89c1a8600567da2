"""Making periods."""

from datetime import date

import pytest

from exchange.centres.access import LeadDesk, lead_desk
from exchange.kernel.db import Store
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.periods import actions, queries
from exchange.periods.actions import PeriodGiven
from exchange.periods.codes import Calendar, PeriodReason
from tests.cast import Ground, open_ground
from tests.counselling.scene import NOW

TET = PeriodGiven("2021-TET", "Tết Tân Sửu", date(2021, 2, 4), date(2021, 2, 18))


@pytest.fixture
def ground(store: Store) -> Ground:
    return store.write(open_ground)


def lead(store: Store, ground: Ground) -> LeadDesk:
    return store.read(lambda db: lead_desk(db, ground.viewer("Hạnh")))


def plan(store: Store, ground: Ground, year: int) -> int:
    desk = lead(store, ground)
    return store.write(lambda db: actions.plan_year(db, desk, year, Calendar.ADMINISTRATIVE, now=NOW))


def add(store: Store, ground: Ground, given: PeriodGiven) -> object:
    desk = lead(store, ground)
    return store.write(lambda db: actions.add_period(db, desk, given, request_id=None, now=NOW))


def test_a_year_is_planned_once_however_often_it_is_asked(store: Store, ground: Ground) -> None:
    assert plan(store, ground, 2021) == 20
    assert plan(store, ground, 2021) == 0
    assert len(store.read(queries.periods)) == 20


def test_a_half_is_compared_with_the_same_half_of_the_year_before(store: Store, ground: Ground) -> None:
    plan(store, ground, 2021)
    half = store.read(lambda db: queries.period(db, "2021-H1"))

    assert store.read(lambda db: queries.compared_with(db, half)) is None
    plan(store, ground, 2020)
    before = store.read(lambda db: queries.compared_with(db, half))
    assert before
    assert before.code == "2020-H1"
    assert queries.year_begins(half) == date(2020, 12, 15)


def test_a_period_over_another_is_refused_and_so_is_its_code_twice(store: Store, ground: Ground) -> None:
    add(store, ground, TET)

    with pytest.raises(Refused) as over:
        add(store, ground, PeriodGiven("2021-XUAN", "Mùa xuân", date(2021, 2, 18), date(2021, 3, 1)))
    assert over.value.reason is PeriodReason.OVERLAPS
    with pytest.raises(Refused) as twice:
        add(store, ground, PeriodGiven("2021-TET", "Tết", date(2021, 5, 4), date(2021, 5, 8)))
    assert twice.value.reason is PeriodReason.CODE_TAKEN


def test_a_period_may_name_an_earlier_one_to_be_compared_with(store: Store, ground: Ground) -> None:
    add(store, ground, TET)
    add(store, ground, PeriodGiven("2022-TET", "Tết", date(2022, 1, 25), date(2022, 2, 6), "2021-TET"))

    this = store.read(lambda db: queries.period(db, "2022-TET"))
    other = store.read(lambda db: queries.compared_with(db, this))
    assert other
    assert other.code == "2021-TET"
    with pytest.raises(Refused):
        add(store, ground, PeriodGiven("2020-TET", "Tết", date(2020, 1, 25), date(2020, 2, 6), "2021-TET"))
    with pytest.raises(NotFound):
        add(store, ground, PeriodGiven("2019-TET", "Tết", date(2019, 1, 25), date(2019, 2, 6), "NOTHING"))


def test_the_same_form_twice_makes_one_period(store: Store, ground: Ground) -> None:
    desk, form = lead(store, ground), new_id()
    made = [store.write(lambda db: actions.add_period(db, desk, TET, request_id=form, now=NOW)) for _ in range(2)]

    assert made[0] == made[1]


def test_only_leads_hold_the_desk_that_makes_periods(store: Store, ground: Ground) -> None:
    with pytest.raises(NotFound):
        store.read(lambda db: lead_desk(db, ground.viewer("Phúc")))
