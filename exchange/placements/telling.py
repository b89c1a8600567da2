"""What the standing entries of a person tell, so that two of one placement are found."""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, func, select

from exchange.employers.tables import Employer
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.placements.counting import evidence_stands, join_stands
from exchange.placements.queries import STANDING
from exchange.placements.same_rules import Told
from exchange.placements.tables import Placement, PlacementEvidence, PlacementJoin
from exchange.seekers.persons import files_of, person_column
from exchange.vacancies.adverts.firms import firm_key

_p, _e = columns(Placement), columns(Employer)
_own: Any = PlacementEvidence.__table__.alias("own").c  # type: ignore[attr-defined]
_into: Any = PlacementJoin.__table__.alias("into").c  # type: ignore[attr-defined]
_held: Any = PlacementJoin.__table__.alias("held").c  # type: ignore[attr-defined]
GONE = exists().where(_into.gone_id == _p.id, *join_stands(_into))
# The start of work of an entry by itself: the newest evidence that knows it, else what was told first.
START = func.coalesce(
    select(_own.started_on)
    .where(_own.placement_id == _p.id, _own.started_on.is_not(None), *evidence_stands(_own))
    .order_by(_own.at.desc(), _own.id.desc())
    .limit(1)
    .correlate(Placement.__table__)  # type: ignore[attr-defined]
    .scalar_subquery(),
    _p.started_on,
)
_TOLD = (
    select(
        *(_p.id, person_column(_p.seeker_id), _p.employer_id, _e.tax_code, _e.name, _p.employer_name),
        *(START, _p.agreed_on, exists().where(_held.kept_id == _p.id, *join_stands(_held))),
    )
    .outerjoin(Employer, _e.id == _p.employer_id)
    .where(_p.seeker_id.in_(bindparam("files", expanding=True)), STANDING, ~GONE)
    .order_by(_p.made_at, _p.id)
)


def told_of(db: Reading, seeker_id: UUID) -> list[Told]:
    """What the entries of a person tell that stand and were not joined into others, the earliest first."""
    found = []
    for own, person, employer, tax_code, name, by_hand, start, agreed_on, holds in db.execute(
        _TOLD, {"files": files_of(db, seeker_id)}
    ):
        firm = firm_key(name or by_hand) or ""
        found.append(Told(own, person, employer, tax_code or "", firm, start, agreed_on, bool(holds)))
    return found
