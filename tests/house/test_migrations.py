"""What migrations build is what the tables say, to the last CHECK: `alembic check` sees neither those nor WHERE."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, inspect
from sqlalchemy.engine.reflection import Inspector

from exchange.kernel.engines import sync_url
from exchange.tables import metadata
from tests.fixtures.databases import migrate
from tests.fixtures.postgres import Cluster

SEARCH = ("vacancy_search", "seeker_search")  # each engine's own search index is made by the migration only
_numbers = count(1)


@pytest.fixture
def created(database: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Engine]:
    """A database of the same engine made from the tables, without migrations."""
    if database.startswith("sqlite"):
        engine = create_engine(f"sqlite:///{tmp_path / 'created.sqlite3'}")
    else:
        cluster: Cluster = request.getfixturevalue("postgres")
        name = f"created_{next(_numbers)}"
        cluster.execute(f"CREATE DATABASE {name}")
        engine = create_engine(sync_url(cluster.url(name)))
    metadata.create_all(engine)
    yield engine
    engine.dispose()


def test_migrations_build_what_the_tables_say(database: str, created: Engine) -> None:
    migrated = create_engine(sync_url(database))
    built, said = _structure(migrated), _structure(created)
    migrated.dispose()

    assert built.keys() == said.keys()
    assert {name: _difference(built[name], said[name]) for name in said if built[name] != said[name]} == {}


def test_migrating_again_changes_nothing(database: str) -> None:
    engine = create_engine(sync_url(database))
    before = _structure(engine)

    migrate(database)

    assert _structure(engine) == before
    engine.dispose()


def test_each_migration_follows_one_other() -> None:
    files = sorted((Path(__file__).parents[2] / "migrations" / "versions").glob("*.py"))

    assert [file.name[:4] for file in files] == [f"{number:04}" for number in range(1, len(files) + 1)]


def _structure(engine: Engine) -> dict[str, dict[str, Any]]:
    look = inspect(engine)
    names = [name for name in look.get_table_names() if name != "alembic_version" and not name.startswith(SEARCH)]
    return {name: _table(look, name) for name in names}


def _table(look: Inspector, name: str) -> dict[str, Any]:
    indexes = [index for index in look.get_indexes(name) if not (index["name"] or "").startswith(SEARCH)]
    return {
        "columns": {c["name"]: (str(c["type"]), c["nullable"], c["default"]) for c in look.get_columns(name)},
        "key": look.get_pk_constraint(name),
        "references": _by_name(look.get_foreign_keys(name)),
        "uniques": _by_name(look.get_unique_constraints(name)),
        "checks": _by_name(look.get_check_constraints(name)),
        "indexes": _by_name(indexes),
    }


def _by_name(found: list[Any]) -> dict[str, str]:
    """Each constraint as text, white space aside; a CHECK and a WHERE are texts of the database anyway."""
    return {str(one["name"]): " ".join(str(sorted(_plain(one).items())).split()) for one in found}


def _plain(one: dict[str, Any]) -> dict[str, Any]:
    options = {key: str(value) for key, value in (one.get("dialect_options") or {}).items()}
    return {key: value for key, value in one.items() if key not in {"dialect_options", "comment"}} | options


def _difference(built: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    return {part: (built[part], said[part]) for part in said if built[part] != said[part]}
