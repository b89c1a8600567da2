"""The register as a list: what concerns a centre, by state, level, days, origin, what is due and what is disputed."""

from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Select, bindparam, exists, func, select

from exchange.centres.access import StaffDesk
from exchange.centres.tables import Centre
from exchange.employers.tables import Employer
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.placements.access import concerns
from exchange.placements.claim_tables import PlacementOpinion, PlacementSettlement
from exchange.placements.codes import EvidenceLevel, Origin, PlacementState
from exchange.placements.duty_queries import ENDED, checks_due, of_group
from exchange.placements.queries import STANDING
from exchange.placements.tables import Placement, PlacementStanding
from exchange.placements.telling import GONE
from exchange.reference import provinces
from exchange.seekers.persons import person_column
from exchange.seekers.tables import Seeker
from exchange.vacancies.tables import Vacancy

PAGE = 50
MOST = 20_000  # lines of a file
_p, _z, _s, _e, _v, _c = (columns(one) for one in (Placement, PlacementStanding, Seeker, Employer, Vacancy, Centre))
_o, _t = columns(PlacementOpinion), columns(PlacementSettlement)
_DAY = func.coalesce(_z.on_day, _p.started_on, _p.agreed_on)
_LATER = exists().where(_t.placement_id == _o.placement_id, _t.at >= _o.at).correlate(_o.id.table)
_DISPUTED = exists().where(of_group(_o.placement_id, _p.id), ~_LATER)
_PLACE = select(_c.province_code, _c.created_at).where(_c.id == bindparam("centre"))
_STATES: dict[PlacementState, list[ColumnElement[bool]]] = {
    PlacementState.AT_WORK: [_z.placement_id.is_not(None), ~ENDED],
    PlacementState.ENDED: [_z.placement_id.is_not(None), ENDED],
    PlacementState.JOINED: [STANDING, GONE],
    PlacementState.REVERSED: [~STANDING],
}
_ROWS = (
    select(
        *(_p.id, _s.id.label("person_id"), _s.full_name, _s.birth_year, func.coalesce(_e.name, _p.employer_name)),
        *(func.coalesce(_v.title, _p.job_title), _DAY.label("day"), _z.level, _p.origin, _p.overseas),
        *(_p.residence, func.coalesce(_z.workplace, _p.workplace).label("workplace"), _p.agreed_on, _c.short_name),
        *(ENDED.label("ended"), STANDING.label("standing"), GONE.label("gone"), _DISPUTED.label("disputed")),
    )
    .select_from(Placement)
    .join(Seeker, _s.id == person_column(_p.seeker_id))
    .outerjoin(PlacementStanding, _z.placement_id == _p.id)
    .outerjoin(Employer, _e.id == func.coalesce(_z.employer_id, _p.employer_id))
    .outerjoin(Vacancy, _v.id == func.coalesce(_z.vacancy_id, _p.vacancy_id))
    .outerjoin(Centre, _c.id == _z.centre_id)
)
# What decides whether an entry is in the list; whom and where it is about is asked of one page only.
_ENTRIES = select(_p.id).select_from(Placement).outerjoin(PlacementStanding, _z.placement_id == _p.id)
_NEWEST_FIRST = (_DAY.desc(), _p.id.desc())


class Which(msgspec.Struct, frozen=True):
    """What a list shows; None for all. `state` None: what stands."""

    state: PlacementState | None = None
    level: EvidenceLevel | None = None
    origin: Origin | None = None
    first: date | None = None
    last: date | None = None
    due: bool = False
    disputed: bool = False


class Line(msgspec.Struct, frozen=True):
    """A placement in a list. `level`: None where it does not count; `centre`: who is credited."""

    id: UUID
    person_id: UUID
    name: str
    birth_year: int
    employer: str
    job: str
    day: date
    level: EvidenceLevel | None
    origin: Origin
    overseas: bool
    residence: str
    workplace: str
    centre: str
    state: PlacementState
    disputed: bool


class Listed(msgspec.Struct, frozen=True):
    """One page of the list. `total` counts all of it."""

    total: int
    lines: list[Line]


def listed(db: Reading, desk: StaffDesk, which: Which, *, today: date, page: int = 1, most: int = PAGE) -> Listed:
    """What concerns the desk's centre and is meant, the newest first."""
    rules, asked = _meant(db, desk, which, today)
    total = db.scalar(_ENTRIES.where(*rules).with_only_columns(func.count()), asked)
    meant: Select[Any] = _ENTRIES.where(*rules).order_by(*_NEWEST_FIRST)
    shown = meant.limit(most).offset((max(1, page) - 1) * most).subquery()
    query = _ROWS.where(_p.id.in_(select(shown.c.id))).order_by(*_NEWEST_FIRST)
    return Listed(total or 0, [_line(row) for row in db.execute(query, asked)])


def state_of(*, standing: bool, gone: bool, ended: bool) -> PlacementState:
    """The state of an entry."""
    if not standing:
        return PlacementState.REVERSED
    if gone:
        return PlacementState.JOINED
    return PlacementState.ENDED if ended else PlacementState.AT_WORK


def _meant(db: Reading, desk: StaffDesk, which: Which, today: date) -> tuple[list[ColumnElement[bool]], dict[str, Any]]:
    rules: list[ColumnElement[bool]] = [_concerning(db, desk.centre_id, today)]
    rules += _STATES[which.state] if which.state else [_z.placement_id.is_not(None)]
    asked: dict[str, Any] = {}
    if which.level:
        rules.append(_z.level == int(which.level.value))
    if which.origin:
        rules.append(_p.origin == which.origin)
    if which.first or which.last:
        rules.append(_DAY.between(bindparam("first"), bindparam("last")))
        asked |= {"first": which.first or date(1900, 1, 1), "last": which.last or date(2999, 1, 1)}
    if which.due:
        rules.append(_p.id.in_(bindparam("due", expanding=True)))
        asked["due"] = [one.placement_id for one in checks_due(db, desk.centre_id, today)]
    return rules + ([_DISPUTED] if which.disputed else []), asked


def _concerning(db: Reading, centre_id: UUID, today: date) -> ColumnElement[bool]:
    row = db.execute(_PLACE, {"centre": centre_id}).one()
    own = provinces.successor(row.province_code, local_day(row.created_at))
    before = tuple(one.code for one in provinces.as_of(_BEFORE) if provinces.successor(one.code, _BEFORE) == own)
    rule: ColumnElement[bool] = concerns(centre_id, (own,), before)
    return rule


_BEFORE = date(provinces.MERGER_DAY.year - 1, 12, 31)


def _line(row: Any) -> Line:
    own, person, name, born, employer, job, day, level, origin, overseas, lives, works, agreed_on, centre = row[:14]
    state = state_of(standing=row.standing, gone=row.gone, ended=row.ended)
    return Line(
        *(own, person, name, born, employer or "", job or "", day),
        *(EvidenceLevel(str(level)) if level is not None else None, origin, overseas),
        provinces.name_of(lives, agreed_on),
        provinces.name_of(works, agreed_on) if works else "",
        *(centre or "", state, row.disputed),
    )
