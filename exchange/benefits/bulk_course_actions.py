"""What followed on claims that were taken in by the thousand: looked through, decided, changed, declared.

For example data, and registers that know the course of a claim. Whoever calls this has asked the rules for each claim
as a whole; the constraints of the tables hold as for single acts.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import insert

from exchange.benefits import standings
from exchange.benefits.codes import Appraised, DeclaredState
from exchange.benefits.facts import SAID
from exchange.benefits.rules import Decision, Happened
from exchange.benefits.tables import BenefitEvent, ClaimAppraisal, ClaimDecision, ClaimId, JobSearchDeclaration
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.kernel.ids import new_id
from exchange.seekers.codes import Channel


class Looked(msgspec.Struct, frozen=True):
    """A claim was looked through."""

    found: Appraised
    on_day: date


class Month(msgspec.Struct, frozen=True):
    """One month was declared; `due_from`, `due_to`: its window. Words as in `JobSearchDeclaration`."""

    month: int
    due_from: date
    due_to: date
    declared_on: date
    channel: Channel
    state: DeclaredState
    contacts: str = ""
    about: str = ""
    job_from: date | None = None


class Step(msgspec.Struct, frozen=True):
    """Something that followed on a claim. `turn`: which of its kind it is, from 1 on; of a month it says nothing."""

    claim_id: ClaimId
    seeker_id: UUID
    what: Looked | Decision | Happened | Month
    turn: int = 1


def follow_claims(db: Writing, steps: Sequence[Step], *, account_id: UUID, now: datetime) -> None:
    """Write the steps down, each with its entry in the journal."""
    who = {"by_account": account_id, "at": now}
    _write(db, Kind.BENEFIT_APPRAISED, ClaimAppraisal, _of(steps, Looked), {"note": ""} | who)
    first = {"corrects_id": None, "because": ""}
    _write(db, Kind.BENEFIT_DECIDED, ClaimDecision, _of(steps, Decision), first | who)
    empty = {"province": None, "decision": "", "note": "", "withdraws_id": None}
    _write(db, Kind.BENEFIT_CHANGED, BenefitEvent, _of(steps, Happened), empty | who)
    _write(db, Kind.JOB_SEARCH_DECLARED, JobSearchDeclaration, _of(steps, Month), {"corrects_id": None} | who)
    standings.refresh(db, [step.claim_id for step in steps if isinstance(step.what, Decision | Happened)])


def _of(steps: Iterable[Step], kind: type) -> list[Step]:
    return [step for step in steps if isinstance(step.what, kind)]


def _write(db: Writing, kind: Kind, table: Any, steps: list[Step], same: dict[str, Any]) -> None:
    if not steps:
        return
    rows = [{"id": new_id(), "claim_id": step.claim_id} | _said(step) | same for step in steps]
    db.execute(insert(columns(table).id.table), rows)
    told = [
        (log.About(row["id"], seeker_id=step.seeker_id, facts=_facts(step)), log.By(same["by_account"], step.seeker_id))
        for row, step in zip(rows, steps, strict=True)
    ]
    log.record_many(db, kind, told, at=same["at"])


def _said(step: Step) -> dict[str, Any]:
    what = step.what
    if isinstance(what, Decision):
        return {"turn": step.turn} | {name: getattr(what, name) for name in SAID}
    plain = msgspec.structs.asdict(what)
    return plain if isinstance(what, Month) else {"turn": step.turn} | plain


def _facts(step: Step) -> dict[str, Any]:
    """What the journal keeps of a step, as after the single act."""
    match step.what:
        case Decision(verdict=verdict):
            return {"verdict": verdict.value, "turn": step.turn}
        case Happened(kind=kind):
            return {"what": kind.value}
        case Month(month=month, state=state):
            return {"month": month, "state": state.value}
        case Looked():
            return {}
