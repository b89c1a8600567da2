"""Taking a part of a report a step further, or back."""

from datetime import datetime
from uuid import UUID

import msgspec

from exchange.centres.access import StaffDesk
from exchange.closings import rules, step_queries
from exchange.closings.closed import closing_of
from exchange.closings.codes import Act, ClosingReason
from exchange.closings.step_queries import Chain, Values
from exchange.closings.tables import ReportStep
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.db import Writing, hold, insert_once
from exchange.kernel.errors import Conflict, Refused
from exchange.kernel.ids import new_id
from exchange.kernel.text import squeeze
from exchange.periods.queries import PeriodView
from exchange.periods.tables import Period
from exchange.tallies.codes import Part

_KINDS = {
    Act.PREPARED: Kind.REPORT_PREPARED,
    Act.CHECKED: Kind.REPORT_CHECKED,
    Act.APPROVED: Kind.REPORT_APPROVED,
    Act.RETURNED: Kind.REPORT_RETURNED,
}


class StepGiven(msgspec.Struct, frozen=True):
    """A step as it was asked for. `after`: how many steps the part had when the form was drawn."""

    part: Part
    act: Act
    after: int
    because: str = ""


def take_step(
    db: Writing, desk: StaffDesk, period: PeriodView, given: StepGiven, *, request_id: UUID | None, now: datetime
) -> UUID:
    """Take a step and keep the part's figures as they are now. The same form twice is once.

    Raises Refused for a step that is not next or not this person's, Conflict when somebody else took one in between.
    """
    by, done = log.sent(db, log.By(desk.account_id, request_id=request_id), _KINDS[given.act])
    if done:
        return done
    hold(db, Period, period.id)  # so that no step is taken while the period is being closed
    chain = step_queries.chains(db, desk.centre_id, period.id)[given.part]
    figures = step_queries.values_of(db, desk.centre_id, period, given.part)
    because = _refused(db, desk, period, given, chain, figures, now)
    own = new_id()
    row = {
        "id": own, "centre_id": desk.centre_id, "period_id": period.id, "part": given.part, "turn": given.after + 1,
        "act": given.act, "because": because, "figures": figures, "by_account": desk.account_id, "at": now,
    }  # fmt: skip
    if len(chain.steps) != given.after or not insert_once(db, ReportStep, row):
        raise Conflict(ClosingReason.STEPPED)
    about = log.About(own, facts={"period": period.code, "part": given.part})
    log.record(db, _KINDS[given.act], about, by=by, at=now)
    return own


def _refused(
    db: Writing, desk: StaffDesk, period: PeriodView, given: StepGiven, chain: Chain, figures: Values, now: datetime
) -> str:
    """The reason of a return, made tidy; raises Refused."""
    if local_day(now) <= period.last_day:
        raise Refused(ClosingReason.NOT_OVER)
    if closing_of(db, desk.centre_id, period.id):
        raise Refused(ClosingReason.CLOSED)
    changed = bool(chain.approved and rules.moved(chain.approved.figures, figures))
    if no := rules.why_no_step(chain.stand(moved=changed), given.act, desk.account_id, desk.role):
        raise Refused(no)
    because = squeeze(given.because) if given.act is Act.RETURNED else ""
    if given.act is Act.RETURNED and (no := rules.why_not_words(because)):
        raise Refused(no, "because")
    return because
