"""The half-year in a database: what the system counts in it, and what happens to a database that is not empty."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from exchange.centres.tables import Centre
from exchange.counselling.codes import ClientKind
from exchange.counselling.tables import Consultation
from exchange.example.figures import figures
from exchange.example.filling import Foreign, fill, host_desk, is_filled
from exchange.example.shapes import KNOWN, Shape
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from exchange.kernel.settings import read_settings
from exchange.seekers.file_tables import SeekerMerge
from exchange.visits.queries import Which, visits
from tests.cast import open_ground
from tests.cli.run import exchange

SHAPE = Shape().part(60)
VAULT = read_settings(demo=True).vault()


@pytest.fixture
def filled(store: Store) -> Store:
    store.write(lambda db: fill(db, SHAPE, "no password", vault=VAULT))
    return store


def count(store: Store, table: type) -> int:
    return store.read(lambda db: db.scalar(select(func.count()).select_from(columns(table).id.table))) or 0  # type: ignore[type-var]


def test_the_system_counts_the_figures_of_the_report(filled: Store) -> None:
    found = filled.read(figures)

    assert (found.seeker_visits, found.benefit_visits) == (SHAPE.seeker_visits, SHAPE.benefit_visits)
    assert found.claims_decided == SHAPE.claims_decided
    assert (found.soldiers, found.soldiers_told) == (SHAPE.soldiers, SHAPE.soldiers)
    assert (found.sites, found.employers) == (4, 12)
    assert found.interviews > found.placements > 0
    assert filled.read(is_filled)
    holds_more_than_it_counts(filled)


def holds_more_than_it_counts(filled: Store) -> None:
    """Slips that were put right, and facts outside the period."""
    written = count(filled, Consultation)
    counted = filled.read(lambda db: [visits(db, KNOWN, Which(host_desk(db).centre_id, kind)) for kind in ClientKind])
    assert written > sum(counted) > SHAPE.seeker_visits + SHAPE.benefit_visits
    assert count(filled, SeekerMerge) > 0


def test_what_breaks_on_the_way_leaves_nothing(store: Store) -> None:
    def half_way(db: object) -> None:
        fill(db, Shape().part(5_000), "no password", vault=VAULT)  # type: ignore[arg-type]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.write(half_way)

    assert count(store, Centre) == 0
    assert not store.read(is_filled)


def test_a_database_of_somebody_else_is_left_alone(store: Store) -> None:
    store.write(open_ground)

    with pytest.raises(Foreign):
        store.read(is_filled)


def test_the_command_says_so_in_one_sentence(store: Store) -> None:
    store.write(open_ground)

    done = exchange("example", "tra-vinh-2021", database=store.url, EXCHANGE_DEMO="1")

    assert done.returncode == 1
    assert done.stderr.strip() == "The database holds centres already: give the example a database of its own."


def test_the_command_needs_a_migrated_database(tmp_path: Path) -> None:
    done = exchange("example", "tra-vinh-2021", database=f"sqlite:///{tmp_path}/none.sqlite3", EXCHANGE_DEMO="1")

    assert done.returncode == 1
    assert done.stderr.strip() == f"There is no database at {tmp_path}/none.sqlite3. Run: exchange migrate"
