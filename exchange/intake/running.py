"""Doing all parts of an import one after the other, for commands and tests; the server does the same in its own way."""

from collections.abc import Callable
from uuid import UUID

from exchange.intake.parts import do, job, prepared
from exchange.kernel import clock
from exchange.kernel.db import Store
from exchange.kernel.vault import Vault


def run(store: Store, intake_id: UUID, vault: Vault, on_part: Callable[[int], None] = lambda _part: None) -> None:
    """Look through, take in or take back, as far as there is something to do; one short transaction a part."""
    while (todo := store.read(lambda db: job(db, intake_id, now=clock.now()))) is not None:
        rows = prepared(todo, vault)
        now = clock.now()
        store.write(lambda db, todo=todo, rows=rows, now=now: do(db, todo, rows, vault=vault, now=now))  # type: ignore[misc]
        on_part(todo.part + 1)
