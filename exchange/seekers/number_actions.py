"""Numbers of identity papers: sealed, replaced but never overwritten, shown whole only to who says why."""

import re
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update

from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.kernel.vault import Vault
from exchange.seekers import file_rules
from exchange.seekers.access import OwnDesk
from exchange.seekers.codes import NumberKind, Why
from exchange.seekers.file_tables import SeekerNumber
from exchange.seekers.persons import files_of
from exchange.seekers.tables import SeekerId

_n = columns(SeekerNumber)
_STANDING = select(_n.id, _n.seeker_id, _n.sealed, _n.blind).where(
    _n.seeker_id == bindparam("seeker"), _n.kind == bindparam("kind"), _n.replaced_at.is_(None)
)


def digits_of(typed: str) -> str:
    """A number as it is kept: without the blanks and dots people write between its groups."""
    return re.sub(r"[\s.\-]", "", typed)


def blind_of(vault: Vault, kind: NumberKind, number: str) -> bytes:
    """The key under which a whole number is found."""
    return vault.blind(number, kind.value)


def keep_number(
    db: Writing, seeker_id: UUID, kind: NumberKind, typed: str, *, vault: Vault, by: log.By, now: datetime
) -> None:
    """Keep a number; the one before stays as replaced. The same number again changes nothing.

    Raises Refused for what cannot be such a number.
    """
    number = digits_of(typed)
    if reason := file_rules.why_not_number(kind, number):
        raise Refused(reason, kind.value)
    blind = blind_of(vault, kind, number)
    held = db.execute(_STANDING, {"seeker": seeker_id, "kind": kind}).first()
    if held and held.blind == blind:
        return
    if held:
        db.execute(update(SeekerNumber).where(_n.id == held.id).values(replaced_at=now))
    row = sealed_row(SeekerId(seeker_id), kind, number, vault)
    db.add(SeekerNumber(**row, at=now, by_account=by.account_id))
    about = log.About(seeker_id, seeker_id=seeker_id, facts={"fields": [kind.value]})
    log.record(db, Kind.SEEKER_CHANGED, about, by=log.unspent(db, by), at=now)


def sealed_row(seeker_id: SeekerId, kind: NumberKind, number: str, vault: Vault) -> dict[str, Any]:
    """The row of a number that is one, but for who writes it and when."""
    return {
        "id": new_id(),
        "seeker_id": seeker_id,
        "kind": kind,
        "sealed": vault.seal(number, _about(seeker_id, kind)),
        "blind": blind_of(vault, kind, number),
        "tail": number[-file_rules.TAIL :],
        "length": len(number),
    }


def show_number(db: Writing, desk: OwnDesk, kind: NumberKind, why: Why, *, vault: Vault, now: datetime) -> str:
    """The whole number, for somebody who says why; both are written down. Raises NotFound where none is kept."""
    rows = [db.execute(_STANDING, {"seeker": file, "kind": kind}).first() for file in files_of(db, desk.seeker_id)]
    held = next((row for row in rows if row), None)
    if held is None:
        raise NotFound
    about = log.About(held.id, seeker_id=desk.seeker_id, facts={"number": kind.value, "why": why.value})
    log.record(db, Kind.SEEKER_NUMBER_SHOWN, about, by=desk.by(), at=now)
    return vault.open(held.sealed, _about(held.seeker_id, kind))


def _about(seeker_id: UUID, kind: NumberKind) -> str:
    return f"{seeker_id.hex}:{kind.value}"
