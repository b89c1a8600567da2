"""The lists in the database."""

from datetime import date

from sqlmodel import delete, func, select

from exchange.kernel.db import Store
from exchange.reference import provinces
from exchange.reference.actions import Loaded, load
from exchange.reference.tables import Industry, Occupation, ProvinceEdition, ProvinceMerger

WHOLE = Loaded(provinces=101, mergers=63, occupations=702, industries=196)


def test_a_migrated_database_has_the_lists_and_loading_again_changes_nothing(store: Store) -> None:
    models = (ProvinceEdition, ProvinceMerger, Occupation, Industry)
    counts = store.read(lambda db: [db.scalar(select(func.count()).select_from(model)) for model in models])
    assert counts == [WHOLE.provinces, WHOLE.mergers, WHOLE.occupations, WHOLE.industries]
    assert store.write(load) == Loaded(0, 0, 0, 0)


def test_loading_adds_what_is_missing_and_leaves_what_is_there(store: Store) -> None:
    store.write(lambda db: db.execute(delete(Occupation)))
    store.write(lambda db: db.add(Occupation(code="9402", valid_from=date(2021, 1, 15), level=4, name="Tên khác")))
    assert store.write(load) == Loaded(0, 0, WHOLE.occupations - 1, 0)
    asked = select(Occupation).where(Occupation.code == "9402")
    assert store.read(lambda db: db.execute(asked).one()).name == "Tên khác"


def test_a_report_can_join_old_codes_to_new_ones_in_the_database(store: Store) -> None:
    joined = select(ProvinceMerger.new_code).where(ProvinceMerger.old_code == "84")
    assert store.read(lambda db: db.scalar(joined)) == provinces.successor("84", date(2021, 6, 30))
