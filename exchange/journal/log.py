"""Writing and reading the journal."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, func, insert, select, update

from exchange.journal.kinds import WITHOUT_STREAM, Kind
from exchange.journal.tables import Entry, Stream
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing
from exchange.kernel.ids import new_id


@dataclass(frozen=True)
class By:
    """Who did it (an account), for whom where staff act for somebody else, and the form's own id.

    `request_id` is made when a form is drawn: the same form sent twice is found again by it. None means the action
    is idempotent by its own nature, or that a machine did it.
    """

    account_id: UUID | None
    on_behalf_of: UUID | None = None
    request_id: UUID | None = None


@dataclass(frozen=True)
class About:
    """What an entry is about; the live regions to redraw are found from it."""

    subject_id: UUID
    booth_id: UUID | None = None
    seeker_id: UUID | None = None
    facts: dict[str, Any] = field(default_factory=dict)


class News(msgspec.Struct, frozen=True):
    """One numbered entry as the tail reads it."""

    seq: int
    kind: Kind
    subject_id: UUID
    booth_id: UUID | None
    seeker_id: UUID | None
    facts: dict[str, Any]


_own, _last = columns(Stream).id, columns(Stream).last_seq
_NEXT = update(Stream).where(_own == bindparam("stream")).values(last_seq=_last + 1).returning(_last)
_LAST = select(_last).where(_own == bindparam("stream"))
_SINCE = (
    select(
        *(columns(Entry)[name] for name in ("seq", "kind", "subject_id", "booth_id", "seeker_id", "facts")),
    )
    .where(columns(Entry).stream_id == bindparam("stream"), columns(Entry).seq > bindparam("since"))
    .order_by(columns(Entry).seq)
    .limit(bindparam("most"))
)
_KINDS = (
    select(columns(Entry).kind, func.max(columns(Entry).seq).label("last"))
    .where(columns(Entry).stream_id == bindparam("stream"), columns(Entry).seq > bindparam("since"))
    .group_by(columns(Entry).kind)
)
_WRITE = insert(columns(Entry).id.table)
_RESULT = select(columns(Entry).subject_id, columns(Entry).kind).where(
    columns(Entry).actor_id == bindparam("actor"), columns(Entry).request_id == bindparam("request")
)


def open_stream(db: Writing, stream_id: UUID) -> None:
    """Begin the numbered news of a fair."""
    db.add(Stream(id=stream_id))
    db.flush()


def record(db: Writing, kind: Kind, about: About, *, by: By, at: datetime, stream: UUID | None = None) -> None:
    """Write down what happened.

    With `stream` (a fair's id) the entry takes the stream's next number. The number is taken by an UPDATE of the
    stream's row, so no later number can become visible before an earlier one; call this last in an action.
    """
    if (stream is None) != (kind in WITHOUT_STREAM):
        raise ValueError(f"{kind} and its stream do not fit")
    db.flush()
    seq = db.execute(_NEXT, {"stream": stream}).scalar_one() if stream else None
    if stream:
        db.rung.add(stream)
    who = {"actor_id": by.account_id, "on_behalf_of": by.on_behalf_of, "request_id": by.request_id}
    what = {"subject_id": about.subject_id, "booth_id": about.booth_id, "seeker_id": about.seeker_id}
    entry = {"id": new_id(), "stream_id": stream, "seq": seq, "kind": kind, "at": at, "facts": about.facts}
    db.connection().execute(_WRITE, entry | who | what)


def record_many(db: Writing, kind: Kind, written: Sequence[tuple[About, By]], *, at: datetime) -> None:
    """Write down many things of one kind at once; only of kinds that belong to no stream, and without forms' ids."""
    if kind not in WITHOUT_STREAM:
        raise ValueError(f"{kind} needs its stream")
    db.flush()
    same = {"stream_id": None, "seq": None, "kind": kind, "at": at, "request_id": None}
    entries = [
        {
            **same,
            "id": new_id(),
            "actor_id": by.account_id,
            "on_behalf_of": by.on_behalf_of,
            "subject_id": about.subject_id,
            "booth_id": about.booth_id,
            "seeker_id": about.seeker_id,
            "facts": about.facts,
        }
        for about, by in written
    ]
    if entries:
        db.connection().execute(_WRITE, entries)


def result_of(db: Reading, by: By) -> UUID | None:
    """What the same form made when it was sent before: the subject's id, or None when it is new."""
    found = _used(db, by)
    return found.subject_id if found else None


def sent(db: Reading, by: By, kind: Kind) -> tuple[By, UUID | None]:
    """Who writes, and what the same form made when it was sent before.

    All forms of a page carry one id, and on a bad line a page lives longer than its first answer. Where another act
    has used the id up, this one is not taken for a repetition: it is written down without the id.
    """
    found = _used(db, by)
    if found and found.kind is not kind:
        return replace(by, request_id=None), None
    return by, found.subject_id if found else None


def unspent(db: Reading, by: By) -> By:
    """Who writes, without the form's id where any act has used it: for what is once by its own nature."""
    return replace(by, request_id=None) if _used(db, by) else by


def _used(db: Reading, by: By) -> Any:
    if by.account_id is None or by.request_id is None:
        return None
    return db.execute(_RESULT, {"actor": by.account_id, "request": by.request_id}).first()


def last_seq(db: Reading, stream: UUID) -> int:
    """The newest number of a stream; 0 where there is none."""
    return db.execute(_LAST, {"stream": stream}).scalar_one_or_none() or 0


def kinds_since(db: Reading, stream: UUID, seq: int) -> tuple[int, frozenset[Kind]]:
    """The newest number of a stream and the kinds of what came after `seq`."""
    rows = db.execute(_KINDS, {"stream": stream, "since": seq}).all()
    return max((row.last for row in rows), default=last_seq(db, stream)), frozenset(row.kind for row in rows)


def since(db: Reading, stream: UUID, seq: int, *, most: int = 1000) -> list[News]:
    """Entries after `seq`, oldest first."""
    rows = db.execute(_SINCE, {"stream": stream, "since": seq, "most": most})
    return [News(*row) for row in rows]
