"""Keeping one record of another centre, with what it may be of ours; or listing why it cannot be kept."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, exists, select, update

from exchange.employers.rules import TaxCode, tax_code
from exchange.employers.tables import Employer
from exchange.feeds.codes import FeedKind, RecordFault
from exchange.feeds.foreign import Bad, Record, read_record
from exchange.feeds.source_tables import FeedConflict, FeedConflictSettlement, ForeignRecord
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, insert_once
from exchange.kernel.ids import new_id
from exchange.kernel.text import fold
from exchange.vacancies.tables import Vacancy

_k, _c, _x = columns(ForeignRecord), columns(FeedConflict), columns(FeedConflictSettlement)
_e, _v = columns(Employer), columns(Vacancy)
_KNOWN = select(_k.id, _k.seq).where(
    _k.source_id == bindparam("source"), _k.kind == bindparam("kind"), _k.foreign_id == bindparam("own")
)
_EMPLOYER = select(_e.id).where(_e.tax_code == bindparam("code"))
_VACANCIES = select(_v.id, _v.title).where(
    _v.employer_id == bindparam("employer"),
    _v.published_at.is_not(None),
    _v.closed_at.is_(None),
    _v.expires_on >= bindparam("today"),
)
_OPEN = select(_c.id).where(
    _c.source_id == bindparam("source"),
    _c.foreign_id == bindparam("own"),
    _c.seq < bindparam("seq"),
    ~exists().where(_x.conflict_id == _c.id),
)


class Keeper:
    """Takes the records of one source as they come."""

    def __init__(self, source_id: UUID, centre_id: UUID, now: datetime) -> None:
        self._source, self._centre, self._now = source_id, centre_id, now
        self._today = local_day(now)

    def keep(self, db: Writing, raw: msgspec.Raw, place: int) -> None:
        """Keep a record unless a later state of it is kept; list it where it cannot be. `place`: in its page."""
        read = read_record(raw, at=place, today=self._today)
        if isinstance(read, Bad):
            self._list(db, read)
            return
        known = db.execute(_KNOWN, {"source": self._source, "kind": read.kind, "own": read.foreign_id}).first()
        if known and known.seq > read.seq:
            return
        if known and known.seq == read.seq:
            db.execute(update(ForeignRecord).where(_k.id == known.id).values(seen_at=self._now))
            return
        self._write(db, known, read)

    def _write(self, db: Writing, known: Any, read: Record) -> None:
        gone = read.body is None
        ours = (None, None) if gone else self._ours(db, read)
        state: dict[str, Any] = {
            "seq": read.seq, "body": read.body, "because": read.because, "seen_at": self._now,
            "removed_at": self._now if gone else None, "employer_id": ours[0], "vacancy_id": ours[1],
        }  # fmt: skip
        if known:
            db.execute(update(ForeignRecord).where(_k.id == known.id).values(**state))
        else:
            own: dict[str, Any] = {"source_id": self._source, "kind": read.kind, "foreign_id": read.foreign_id}
            db.add(ForeignRecord(first_at=self._now, **own, **state))
            db.flush()
        self._supersede(db, str(read.foreign_id), read.seq)
        if ours[1]:
            title = str((read.body or {}).get("title", ""))[:200]
            self._list(db, Bad(read.seq, str(read.foreign_id), RecordFault.LIKELY_OWN, "", title, ""))

    def _ours(self, db: Writing, read: Record) -> tuple[UUID | None, UUID | None]:
        """An employer of ours with the same tax code, and its open vacancy of the same title."""
        body = read.body or {}
        code = tax_code(str((body.get("employer") or {}).get("tax_code") or ""))
        if read.kind is not FeedKind.VACANCY or not isinstance(code, TaxCode):
            return None, None
        employer: UUID | None = db.scalar(_EMPLOYER, {"code": code.text})
        if employer is None:
            return None, None
        title = fold(str(body["title"]))
        for own, ours in db.execute(_VACANCIES, {"employer": employer, "today": self._today}):
            if fold(ours) == title:
                return employer, own
        return employer, None

    def _list(self, db: Writing, bad: Bad) -> None:
        """Once for each state of a record, however often it comes."""
        named = {name: getattr(bad, name) for name in Bad._fields}
        insert_once(db, FeedConflict, {"id": new_id(), "source_id": self._source, "at": self._now} | named)

    def _supersede(self, db: Writing, own: str, seq: int) -> None:
        """What was wrong with earlier states is of no account any more."""
        for conflict in db.scalars(_OPEN, {"source": self._source, "own": own, "seq": seq}).all():
            row = {"conflict_id": conflict, "note": "", "by_account": None, "at": self._now}
            insert_once(db, FeedConflictSettlement, row)

    def forget_unseen(self, db: Writing, begun: datetime, as_of: int) -> None:
        """A whole snapshot was read: what it did not show is there no longer."""
        gone = (_k.source_id == self._source, _k.seen_at < begun, _k.removed_at.is_(None))
        state = {"removed_at": self._now, "body": None, "because": "", "seq": as_of, "vacancy_id": None}
        db.execute(update(ForeignRecord).where(*gone).values(**state))
