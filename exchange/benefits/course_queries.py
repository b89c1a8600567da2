"""A claim's whole course, step by step: also what was corrected or taken back."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.accounts.tables import Account
from exchange.benefits.access import ClaimSeat
from exchange.benefits.codes import (
    Appraised,
    ClaimOrigin,
    DeclaredState,
    EndGround,
    EventKind,
    RefusalGround,
    Verdict,
)
from exchange.benefits.tables import (
    BenefitClaim,
    BenefitEvent,
    ClaimAppraisal,
    ClaimDecision,
    JobSearchDeclaration,
    TrainingSupport,
    TrainingWithdrawal,
)
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.seekers.codes import Channel

_c, _a, _d, _e, _j = (
    columns(table) for table in (BenefitClaim, ClaimAppraisal, ClaimDecision, BenefitEvent, JobSearchDeclaration)
)
_t, _w, _by = columns(TrainingSupport), columns(TrainingWithdrawal), columns(Account)


def _steps(own: Any, *fields: Any) -> Any:
    table = own.id.table
    who = select(own.id, own.at, _by.name, *fields).select_from(table).outerjoin(Account, _by.id == own.by_account)
    return who.where((own.id if table is _c.id.table else own.claim_id) == bindparam("claim"))


_RECEIVED = _steps(_c, _c.received_on, _c.origin, _c.other_province)
_LOOKED = _steps(_a, _a.on_day, _a.found, _a.note)
_SAID = _steps(
    _d,
    *(_d[name] for name in ("on_day", "verdict", "number", "months", "monthly", "from_on", "to_on", "refusal")),
    *(_d.because, _d.corrects_id),
)
_HAPPENED = _steps(_e, _e.on_day, _e.kind, _e.ground, _e.province, _e.decision, _e.note, _e.withdraws_id)
_DECLARED = _steps(
    _j, *(_j[name] for name in ("declared_on", "month", "state", "channel", "contacts", "about", "job_from")),
    *(_j.due_to, _j.corrects_id),
)  # fmt: skip


_SUPPORTED = _steps(
    _t, *(_t[name] for name in ("on_day", "number", "trade", "school", "months", "monthly")), _w.because
).outerjoin(TrainingWithdrawal, _w.support_id == _t.id)


class Received(msgspec.Struct, frozen=True, tag=True):
    """The claim came in."""

    day: date
    origin: ClaimOrigin
    province: str | None


class Looked(msgspec.Struct, frozen=True, tag=True):
    """Somebody looked through it."""

    day: date
    found: Appraised
    note: str


class Said(msgspec.Struct, frozen=True, tag=True):
    """A decision, perhaps in place of an earlier one."""

    day: date
    verdict: Verdict
    number: str
    months: int | None
    monthly: int | None
    from_on: date | None
    to_on: date | None
    refusal: RefusalGround | None
    because: str
    corrects_id: UUID | None


class Happened(msgspec.Struct, frozen=True, tag=True):
    """Something happened to the benefit, or was taken back."""

    day: date
    kind: EventKind
    ground: EndGround | None
    province: str | None
    decision: str
    note: str
    withdraws_id: UUID | None


class Declared(msgspec.Struct, frozen=True, tag=True):
    """A month was declared, or declared again."""

    day: date
    month: int
    state: DeclaredState
    channel: Channel
    contacts: str
    about: str
    job_from: date | None
    due_to: date
    corrects_id: UUID | None


class Supported(msgspec.Struct, frozen=True, tag=True):
    """Vocational training was supported. `because`: why it was taken back."""

    day: date
    number: str
    trade: str
    school: str
    months: int
    monthly: int | None
    because: str | None


class Step(msgspec.Struct, frozen=True):
    """One step of a course. `gone`: a later step took its place, or took it back. `by`: None for a file taken in."""

    id: UUID
    at: datetime
    by: str | None
    what: Received | Looked | Said | Happened | Declared | Supported
    gone: bool = False

    @property
    def kind(self) -> str:
        """Which template draws it."""
        return type(self.what).__name__.lower()

    @property
    def written_later(self) -> bool:
        """Whether it was written down on another day than it happened."""
        return local_day(self.at) != self.what.day


_PARTS = (
    (_RECEIVED, Received), (_LOOKED, Looked), (_SAID, Said), (_HAPPENED, Happened), (_DECLARED, Declared),
    (_SUPPORTED, Supported),
)  # fmt: skip


def course(db: Reading, seat: ClaimSeat) -> list[Step]:
    """The steps of a claim, the newest first."""
    steps = []
    for asked, kind in _PARTS:
        for own_id, at, by, *fields in db.execute(asked, {"claim": seat.claim_id}):
            steps.append(Step(own_id, at, by, kind(*fields)))
    gone = {_replaces(step.what) for step in steps} - {None}
    gone |= {step.id for step in steps if isinstance(step.what, Supported) and step.what.because is not None}
    ordered = sorted(steps, key=lambda step: (step.what.day, step.at, step.id), reverse=True)
    return [msgspec.structs.replace(step, gone=step.id in gone) for step in ordered]


def _replaces(what: Any) -> UUID | None:
    found: UUID | None = getattr(what, "corrects_id", None) or getattr(what, "withdraws_id", None)
    return found
