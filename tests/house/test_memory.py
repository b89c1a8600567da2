"""What tests remember of their ground is what would be worked out anew."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from exchange.kernel.db import Store, Writing
from tests.cast import EIGHT_O_CLOCK, Ground, open_another_ground, open_ground
from tests.fixtures.memory import rows_of

LATER = EIGHT_O_CLOCK + timedelta(days=3, hours=5)


class UndoneError(Exception):
    """Its transaction is undone."""


def shape(db: Writing) -> dict[str, Counter[str]]:
    """How often each row is there, whatever its ids and secrets."""
    return {table.name: Counter(sorted(str(plain(row)) for row in rows)) for table, rows in rows_of(db)}


def plain(row: dict[str, Any]) -> list[str]:
    return [f"{name}={value}" for name, value in sorted(row.items()) if not secret(name, value)]


def secret(name: str, value: object) -> bool:
    return isinstance(value, UUID | bytes) or "token" in name or name in {"words", "password_hash"}


def test_a_remembered_ground_is_the_one_that_is_worked_out(store: Store) -> None:
    grounds: list[Ground] = []
    found = [open_and_undo(store, grounds, how, when) for how, when in GROUNDS]

    assert grounds[0].seekers == grounds[1].seekers
    assert grounds[1].seekers != grounds[2].seekers
    assert [one.opens_at for one in grounds] == [EIGHT_O_CLOCK, LATER, LATER]
    assert found[1] == found[2]


GROUNDS: list[tuple[Any, datetime]] = [(open_ground, EIGHT_O_CLOCK), (open_ground, LATER), (open_another_ground, LATER)]


def open_and_undo(store: Store, grounds: list[Ground], how: Any, when: datetime) -> dict[str, Counter[str]]:
    found: list[dict[str, Counter[str]]] = []

    def play(db: Writing) -> None:
        grounds.append(how(db, opens_at=when))
        found.append(shape(db))
        raise UndoneError

    try:
        store.write(play)
    except UndoneError:
        return found[0]
    raise AssertionError
