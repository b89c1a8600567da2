"""What can be asked about outcomes and the placements they made."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, bindparam, exists, select

from exchange.booths.access import RecruiterDesk
from exchange.booths.codes import NotReason, OutcomeCode, ReferredTo
from exchange.booths.outcomes import INTERVIEWS
from exchange.booths.talk_tables import Interview, Outcome
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.placements.tables import Placement, PlacementReversal
from exchange.vacancies.tables import VacancyPlace


class OutcomeView(msgspec.Struct, frozen=True):
    """An outcome as it stands: what a form for correcting it must show, so that saving it again changes nothing."""

    id: UUID
    interview_id: UUID
    seeker_id: UUID
    code: OutcomeCode
    vacancy_id: UUID | None
    again_on: date | None
    not_reason: NotReason | None
    referred_to: ReferredTo | None
    note: str
    given_at: datetime
    corrected_at: datetime | None


_p, _r, _place = columns(Placement), columns(PlacementReversal), columns(VacancyPlace)
_VIEW = ("outcome_id", "interview_id", "seeker_id", *OutcomeView.__struct_fields__[3:])
_OUTCOME = INTERVIEWS.with_only_columns(*(INTERVIEWS.selected_columns[name] for name in _VIEW)).where(
    columns(Outcome).id == bindparam("outcome"), columns(Interview).booth_id == bindparam("booth")
)

# A placement counts while it has no reversal.
STANDING: ColumnElement[bool] = ~exists().where(_r.placement_id == _p.id)


def first_place(vacancy_id: ColumnElement[Any]) -> ColumnElement[str | None]:
    """The province that a vacancy names first as its workplace, as the code was when the vacancy was made."""
    named = select(_place.province_code).where(_place.vacancy_id == vacancy_id)
    first: ColumnElement[str | None] = named.order_by(_place.rank, _place.province_code).limit(1).scalar_subquery()
    return first


def outcome(db: Reading, desk: RecruiterDesk, outcome_id: UUID) -> OutcomeView:
    """An outcome of the desk's booth as it stands. Raises NotFound."""
    row = db.execute(_OUTCOME, {"outcome": outcome_id, "booth": desk.booth_id}).first()
    if row is None:
        raise NotFound
    return OutcomeView(*row)
