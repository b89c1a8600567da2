"""The demo, loaded once a run on each engine at a fixed hour, and copied for tests that go on from there."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from exchange.demo.start import prepare
from exchange.kernel.db import Store, open_store

NOW = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)  # half past nine in Viet Nam
TEMPLATE = "demo_loaded"
_numbers = count(1)


def load(url: str, now: datetime = NOW) -> None:
    """The demo at an hour; the password is nobody's."""
    store = open_store(url)
    try:
        store.write(lambda db: prepare(db, "no password", now=now))
    finally:
        store.close()


@pytest.fixture(scope="session")
def loaded_sqlite(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the demo."""
    file = tmp_path_factory.mktemp("demo") / "demo.sqlite3"
    shutil.copy(migrated_sqlite, file)
    load(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def loaded_postgres(request: pytest.FixtureRequest) -> str:
    """The name of a database with the demo."""
    cluster, migrated = request.getfixturevalue("postgres"), request.getfixturevalue("migrated_postgres")
    cluster.execute(f"CREATE DATABASE {TEMPLATE} TEMPLATE {migrated} STRATEGY FILE_COPY")
    load(cluster.url(TEMPLATE))
    return TEMPLATE


@pytest.fixture
def demo_sqlite(loaded_sqlite: Path, tmp_path: Path) -> str:
    """The address of a fresh copy."""
    return f"sqlite:///{shutil.copy(loaded_sqlite, tmp_path / 'demo.sqlite3')}"


@pytest.fixture
def demo_postgresql(request: pytest.FixtureRequest, loaded_postgres: str) -> Iterator[str]:
    """The address of a fresh copy."""
    cluster, name = request.getfixturevalue("postgres"), f"demo_{next(_numbers)}"
    cluster.execute(f"CREATE DATABASE {name} TEMPLATE {loaded_postgres} STRATEGY FILE_COPY")
    yield cluster.url(name)
    cluster.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def demo(request: pytest.FixtureRequest) -> Iterator[Store]:
    """Handles on a copy of the demo, once for each engine."""
    handles = open_store(request.getfixturevalue(f"demo_{request.param}"))
    yield handles
    handles.close()
