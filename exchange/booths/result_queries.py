"""What a booth's interviews came to, for those who sit there."""

from datetime import date, datetime
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.booths.codes import NotReason, OutcomeCode, ReferredTo
from exchange.booths.outcomes import INTERVIEWS
from exchange.booths.tables import Ticket
from exchange.booths.talk_tables import Call
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.seekers.tables import Seeker

_standing = INTERVIEWS.subquery()
_o, _c, _t, _s = _standing.c, columns(Call), columns(Ticket), columns(Seeker)
_RESULTS = (
    select(
        *(_o.outcome_id, _t.number, _s.full_name, _o.code, _o.vacancy_id, _o.again_on, _o.not_reason),
        *(_o.referred_to, _o.given_at, _o.corrected_at),
    )
    .join(Call, _c.id == _o.call_id)
    .join(Ticket, _t.id == _c.ticket_id)
    .join(Seeker, _s.id == _o.seeker_id)
    .where(_o.booth_id == bindparam("booth"), _o.outcome_id.is_not(None))
    .order_by(_o.given_at.desc(), _o.outcome_id.desc())
    .limit(200)
)


class Result(msgspec.Struct, frozen=True):
    """One interview's outcome as it stands."""

    outcome_id: UUID
    number: int
    name: str
    code: OutcomeCode
    vacancy_id: UUID | None
    again_on: date | None
    not_reason: NotReason | None
    referred_to: ReferredTo | None
    given_at: datetime
    corrected_at: datetime | None


def results(db: Reading, booth_id: UUID) -> list[Result]:
    """The newest outcomes of a booth. Who may see them is `access.recruiter_desk`."""
    return [Result(*row) for row in db.execute(_RESULTS, {"booth": booth_id})]
