"""Who may give and correct outcomes: whoever may sit at the booth of the interview."""

from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.accounts.queries import Viewer
from exchange.booths.access import RecruiterDesk, recruiter_desk
from exchange.booths.talk_tables import Interview, Outcome
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound

_i, _o = columns(Interview), columns(Outcome)
_OF_INTERVIEW = select(_i.booth_id).where(_i.id == bindparam("id"))
_OF_OUTCOME = select(_i.booth_id).join(Outcome, _o.interview_id == _i.id).where(_o.id == bindparam("id"))


def interview_desk(db: Reading, viewer: Viewer | None, interview_id: UUID) -> RecruiterDesk:
    """The viewer's desk at the booth of this interview. Raises NotFound for everybody else."""
    return _desk(db, viewer, db.scalar(_OF_INTERVIEW, {"id": interview_id}))


def outcome_desk(db: Reading, viewer: Viewer | None, outcome_id: UUID) -> RecruiterDesk:
    """The viewer's desk at the booth where this outcome was given. Raises NotFound for everybody else."""
    return _desk(db, viewer, db.scalar(_OF_OUTCOME, {"id": outcome_id}))


def _desk(db: Reading, viewer: Viewer | None, booth_id: UUID | None) -> RecruiterDesk:
    if booth_id is None:
        raise NotFound
    return recruiter_desk(db, viewer, booth_id)
