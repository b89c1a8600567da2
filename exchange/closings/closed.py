"""Closed periods as they were stored: figures, parts, and the records behind them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.accounts.tables import Account
from exchange.closings.codes import CHUNK, ID_BYTES
from exchange.closings.packing import apart, places
from exchange.closings.tables import ClosedFigure, ClosedPart, ClosedRecords, Closing, ClosingId
from exchange.group_talks.codes import Qualifier
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.tallies.codes import Origin
from exchange.tallies.queries import PAGE, Chosen, PartCount

_c, _f, _r, _p, _a = (columns(one) for one in (Closing, ClosedFigure, ClosedRecords, ClosedPart, Account))


class ClosingView(msgspec.Struct, frozen=True):
    """A closed period of a centre: by whom and when."""

    id: ClosingId
    centre_id: UUID
    period_id: UUID
    by_name: str
    at: datetime


class Kept(msgspec.Struct, frozen=True):
    """A figure as it was stored; `many`: how many records stand behind it."""

    id: UUID
    indicator: str
    value: int | None
    qualifier: Qualifier
    so_far: int | None
    plan: int | None
    planned: int
    before: int | None
    inferred: bool
    origin: Origin
    version: int
    definition: str
    declared: list[Any]
    many: int


_CLOSINGS = select(_c.id, _c.centre_id, _c.period_id, _a.name, _c.at).join(Account, _a.id == _c.by_account)
_OF = _CLOSINGS.where(_c.centre_id == bindparam("centre"), _c.period_id == bindparam("period"))
_MINE = _CLOSINGS.where(_c.centre_id == bindparam("centre")).order_by(_c.at.desc())
_FIGURES = (
    select(*(_f[name] for name in Kept.__struct_fields__))
    .where(_f.closing_id == bindparam("closing"))
    .order_by(_f.place)
)
_ONE = _FIGURES.where(_f.indicator == bindparam("code"))
_PARTS = (
    select(_p.part, _p.label, _p.count)
    .where(_p.figure_id == bindparam("figure"), _p.breakdown == bindparam("by"))
    .order_by(_p.place)
)
_MEMBERS = select(_p.members).where(
    _p.figure_id == bindparam("figure"), _p.breakdown == bindparam("by"), _p.part == bindparam("part")
)
_CHUNKS = select(_r.number, _r.ids).where(
    _r.figure_id == bindparam("figure"), _r.number.in_(bindparam("numbers", expanding=True))
)
_EVERYTHING = (
    select(_f.indicator, _r.ids)
    .join(ClosedRecords, _r.figure_id == _f.id)
    .where(_f.closing_id == bindparam("closing"))
    .order_by(_f.place, _r.number)
)


def closing_of(db: Reading, centre_id: UUID, period_id: UUID) -> ClosingView | None:
    """How a centre closed a period; None while it is open."""
    row = db.execute(_OF, {"centre": centre_id, "period": period_id}).first()
    return ClosingView(*row) if row else None


def closings(db: Reading, centre_id: UUID) -> list[ClosingView]:
    """All closings of a centre, the newest first."""
    return [ClosingView(*row) for row in db.execute(_MINE, {"centre": centre_id})]


def figures(db: Reading, closing_id: UUID) -> list[Kept]:
    """All closed figures, in the order of the report."""
    return [Kept(*row) for row in db.execute(_FIGURES, {"closing": closing_id})]


def figure(db: Reading, closing_id: UUID, code: str) -> Kept:
    """One closed figure. Raises NotFound."""
    row = db.execute(_ONE, {"closing": closing_id, "code": code}).first()
    if row is None:
        raise NotFound
    return Kept(*row)


def parts(db: Reading, kept: Kept, by: str) -> list[PartCount]:
    """The parts of a closed figure. Raises NotFound for a breakdown that was not stored."""
    found = [PartCount(*row) for row in db.execute(_PARTS, {"figure": kept.id, "by": by})]
    if not found:
        raise NotFound
    return found


def page_of(db: Reading, kept: Kept, chosen: Chosen | None = None, *, page: int = 1) -> tuple[Sequence[UUID], int]:
    """Fifty records and how many there are. Raises NotFound for a page, or a part, that is not."""
    wanted: Sequence[int] = _members(db, kept, chosen) if chosen else range(kept.many)
    if not 1 <= page <= max(1, -(-len(wanted) // PAGE)):
        raise NotFound
    return _at(db, kept, wanted[(page - 1) * PAGE : page * PAGE]), len(wanted)


def ids_of(db: Reading, kept: Kept, chosen: Chosen | None = None) -> list[UUID]:
    """All records behind a closed figure, or a part of it."""
    return _at(db, kept, _members(db, kept, chosen) if chosen else range(kept.many))


def all_ids(db: Reading, closing_id: UUID) -> dict[str, set[bytes]]:
    """The records of every figure of a closing, sixteen bytes each, for comparing."""
    found: dict[str, set[bytes]] = {}
    for code, data in db.execute(_EVERYTHING, {"closing": closing_id}):
        found.setdefault(code, set()).update(apart(data))
    return found


def _members(db: Reading, kept: Kept, chosen: Chosen) -> list[int]:
    found = db.scalar(_MEMBERS, {"figure": kept.id, "by": chosen.by, "part": chosen.part})
    if found is None:
        raise NotFound
    return places(found)


def _at(db: Reading, kept: Kept, wanted: Sequence[int]) -> list[UUID]:
    numbers = sorted({place // CHUNK for place in wanted})
    if not numbers:
        return []
    rows = db.execute(_CHUNKS, {"figure": kept.id, "numbers": numbers})
    held = {row.number: bytes(row.ids) for row in rows}
    return [_one(held[place // CHUNK], place % CHUNK) for place in wanted]


def _one(chunk: bytes, nth: int) -> UUID:
    return UUID(bytes=chunk[nth * ID_BYTES : (nth + 1) * ID_BYTES])
