"""Setting a yearly plan, and changing it."""

from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import func, select

from exchange.centres.access import LeadDesk
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, insert_once
from exchange.kernel.errors import Conflict, Refused
from exchange.kernel.ids import new_id
from exchange.kernel.text import squeeze
from exchange.plans import rules
from exchange.plans.codes import PlanReason
from exchange.plans.tables import PlanId, PlanTarget
from exchange.tallies.catalogue import BY_CODE
from exchange.tallies.codes import TallyReason
from exchange.tallies.declared_rules import same_unit

_t = columns(PlanTarget)


class PlanGiven(msgspec.Struct, frozen=True):
    """A plan as it was typed. No `target`: the plan is taken back. `after`: how many were set before, as drawn."""

    indicator: str
    year: int
    target: int | None
    document: str
    inferred: bool = False
    unit: str = ""
    because: str = ""
    after: int = 0


def set_plan(db: Writing, desk: LeadDesk, given: PlanGiven, *, request_id: UUID | None, now: datetime) -> PlanId:
    """Set a plan for the desk's centre. The same form twice is once.

    Raises Refused for what cannot be, Conflict when somebody else set one in between.
    """
    by, done = log.sent(db, log.By(desk.account_id, request_id=request_id), Kind.PLAN_SET)
    if done:
        return PlanId(done)
    document, because = _looked_at(given)
    mine = (_t.centre_id == desk.centre_id, _t.year == given.year, _t.indicator == given.indicator)
    turns = db.scalar(select(func.coalesce(func.max(_t.turn), 0)).where(*mine))
    own = PlanId(new_id())
    row = {
        "id": own, "centre_id": desk.centre_id, "year": given.year, "indicator": given.indicator,
        "turn": given.after + 1, "target": given.target, "inferred": given.inferred, "document": document,
        "because": because if given.after else "", "by_account": desk.account_id, "at": now,
    }  # fmt: skip
    if turns != given.after or not insert_once(db, PlanTarget, row):
        raise Conflict(TallyReason.CHANGED)
    facts = {"year": given.year, "figure": given.indicator}
    log.record(db, Kind.PLAN_SET, log.About(own, facts=facts), by=by, at=now)
    return own


def _looked_at(given: PlanGiven) -> tuple[str, str]:
    """Document and reason as they are kept. Raises Refused."""
    if given.indicator not in BY_CODE:
        raise Refused(PlanReason.UNKNOWN, "indicator")
    if given.unit and not same_unit(given.unit, BY_CODE[given.indicator].unit):
        raise Refused(PlanReason.WRONG_UNIT, "unit")
    document, because = squeeze(given.document), squeeze(given.because)
    if fault := rules.why_not(given.target, given.year, document, because, again=given.after > 0):
        raise Refused(*fault)
    return document, because
