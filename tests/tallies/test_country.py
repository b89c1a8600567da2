"""The map of the country: figures of the 63 in the 34, and which sums lack one of the old provinces."""

from datetime import UTC, date, datetime
from uuid import UUID

from exchange.centres.places import CentrePlace, places
from exchange.centres.tables import Centre
from exchange.kernel.db import Store, Writing
from exchange.kernel.ids import new_id
from exchange.periods.codes import Calendar, PeriodKind
from exchange.periods.queries import PeriodView
from exchange.tallies.catalogue import BY_CODE
from tests.charts.gallery import say
from web.tally_pictures import country

HALF = PeriodView(
    new_id(), "2021-H1", PeriodKind.HALF, Calendar.ADMINISTRATIVE, 2021, 1,  # type: ignore[arg-type]
    date(2020, 12, 15), date(2021, 6, 14), "6 tháng đầu năm 2021", None,
)  # fmt: skip


def entered(store: Store, code: str, name: str, year: int) -> UUID:
    own = new_id()

    def write(db: Writing) -> None:
        told = {"name": name, "short_name": name, "province_code": code, "province_name": name, "hotline": ""}
        db.add(Centre(id=own, created_at=datetime(year, 8, 1, tzinfo=UTC), **told))  # type: ignore[arg-type]

    store.write(write)
    return own


def found(store: Store, day: date) -> dict[str, CentrePlace]:
    return {one.name: one for one in store.read(lambda db: places(db, day))}


def test_a_sum_that_lacks_an_old_province_is_marked_on_the_map(store: Store) -> None:
    travinh, bentre = entered(store, "84", "Trà Vinh", 2019), entered(store, "83", "Bến Tre", 2020)
    there = list(found(store, HALF.last_day).values())

    picture = country(BY_CODE["visits"], there, {travinh: 9_000, bentre: 500}, HALF, say)

    assert "9.500*" in picture.told
    assert "63 tỉnh, thành phố cũ" in picture.note
    assert "Dấu *" in picture.note


def test_a_centre_that_was_entered_after_the_merger_has_no_old_province(store: Store) -> None:
    vinhlong = entered(store, "86", "Vĩnh Long", 2025)
    there = found(store, HALF.last_day)

    assert (there["Vĩnh Long"].then_code, there["Vĩnh Long"].code) == ("", "86")
    picture = country(BY_CODE["visits"], list(there.values()), {vinhlong: 7}, HALF, say)
    assert picture.note == ""
