"""Taking back what a part of an import wrote: facts are withdrawn, files that nothing else hangs on go (decision 0010).

Parts are taken back from the last to the first, so that a file's later facts of the same import are withdrawn before
the part that made the file is reached.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam, select, update

from exchange.benefits.bulk_actions import withdraw_claims
from exchange.counselling.bulk_actions import withdraw_consultations
from exchange.intake.codes import Gone, Register
from exchange.intake.tables import Intake, IntakeLine, IntakeTaking
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.seekers.removal_actions import Made, remove_files

_t, _l, _i = columns(IntakeTaking), columns(IntakeLine), columns(Intake)
_PART = (
    select(_t.line, _t.seeker_id, _t.made_file, _t.fact_id, _t.at)
    .join(IntakeLine, and_(_l.intake_id == _t.intake_id, _l.line == _t.line))
    .where(_t.intake_id == bindparam("intake"), _l.part == bindparam("part"), _t.gone.is_(None))
    .order_by(_t.line)
)
_WITHDRAWN = select(_t.fact_id).where(  # by this import or by another that was taken back before
    _t.seeker_id.in_(bindparam("seekers", expanding=True)),
    _t.fact_id.is_not(None),
    _t.gone.is_not(None),
    _t.gone != Gone.KEPT,
)
_KIND = select(_i.kind).where(_i.id == bindparam("intake"))


def take_back(db: Writing, intake_id: UUID, part: int, because: str, account_id: UUID, now: datetime) -> None:
    """Take back what is in of a part. Again changes nothing."""
    rows = db.execute(_PART, {"intake": intake_id, "part": part}).all()
    facts = [row for row in rows if row.fact_id]
    kept = _withdraw(db, intake_id, [row.fact_id for row in facts], because, account_id, now)
    _mark(db, intake_id, (row.line for row in facts if row.fact_id not in kept), Gone.WITHDRAWN, now)
    _mark(db, intake_id, (row.line for row in facts if row.fact_id in kept), Gone.KEPT, now)
    _remove(db, intake_id, [row for row in rows if row.made_file], kept, account_id, now)


def _withdraw(
    db: Writing, intake_id: UUID, facts: list[UUID], because: str, account_id: UUID, now: datetime
) -> frozenset[UUID]:
    """Withdraw facts; those that stay, because something was written down on them since."""
    if db.scalar(_KIND, {"intake": intake_id}) is Register.CLAIMS:
        _, kept = withdraw_claims(db, facts, because, account_id=account_id, now=now)
        return frozenset(kept)
    withdraw_consultations(db, facts, because, account_id=account_id, now=now)
    return frozenset()


def _remove(
    db: Writing, intake_id: UUID, makers: list[Any], facts_kept: frozenset[UUID], account_id: UUID, now: datetime
) -> None:
    """Take the files out again that rows made; a row's fact may be withdrawn although its file stays."""
    seekers = sorted(row.seeker_id for row in makers)
    found = db.scalars(_WITHDRAWN, {"seekers": seekers}) if seekers else ()
    made = [Made(row.seeker_id, row.at) for row in makers]
    done = remove_files(db, made, withdrawn=frozenset(found), account_id=account_id, now=now)
    for files, gone in ((done.removed, Gone.REMOVED), (done.emptied, Gone.EMPTIED)):
        _mark(db, intake_id, (row.line for row in makers if row.seeker_id in files), gone, now)
    kept = [row for row in makers if row.seeker_id in done.kept]
    taken_back = [row.line for row in kept if row.fact_id and row.fact_id not in facts_kept]
    _mark(db, intake_id, taken_back, Gone.FILE_KEPT, now)
    _mark(db, intake_id, (row.line for row in kept if row.line not in taken_back), Gone.KEPT, now)


def _mark(db: Writing, intake_id: UUID, lines: Iterable[int], gone: Gone, now: datetime) -> None:
    if listed := list(lines):
        own = _t.intake_id == intake_id, _t.line.in_(listed)
        db.execute(update(IntakeTaking).where(*own).values(gone=gone, gone_at=now))
