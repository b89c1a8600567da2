"""Who may give and correct outcomes, and who may see and keep an entry of the placement register."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, or_, select

from exchange.accounts.queries import Viewer
from exchange.booths.access import RecruiterDesk, recruiter_desk
from exchange.booths.talk_tables import Interview, Outcome
from exchange.centres.access import StaffDesk, staff_desk
from exchange.centres.codes import Role
from exchange.centres.tables import Centre, CentreId
from exchange.journal.log import By
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.placements.claim_tables import PlacementClaim
from exchange.placements.codes import ClaimRole
from exchange.placements.counting import join_stands
from exchange.placements.credit_rules import Concerned
from exchange.placements.tables import Placement, PlacementId, PlacementJoin
from exchange.reference import provinces
from exchange.seekers.persons import person_column
from exchange.seekers.tables import SeekerId

_i, _o, _p, _c = columns(Interview), columns(Outcome), columns(Placement), columns(Centre)
_j, _m = columns(PlacementJoin), columns(PlacementClaim)
_OF_INTERVIEW = select(_i.booth_id).where(_i.id == bindparam("id"))
_OF_OUTCOME = select(_i.booth_id).join(Outcome, _o.interview_id == _i.id).where(_o.id == bindparam("id"))
_INTO = select(_j.kept_id).where(_j.gone_id == bindparam("placement"), *join_stands(_j))
_GROUP = select(_j.gone_id).where(_j.kept_id == bindparam("kept"), *join_stands(_j))
_FOUR = (
    select(
        *(_p[name] for name in ("id", "referring_id", "host_id", "recorded_id", "residence", "workplace", "agreed_on")),
        person_column(_p.seeker_id).label("person"),
    )
    .where(_p.id.in_(bindparam("group", expanding=True)))
    .order_by(_p.made_at, _p.id)
)
_CLAIMING = select(_m.centre_id).where(_m.placement_id.in_(bindparam("group", expanding=True)))
_CENTRES = select(_c.id, _c.province_code, _c.created_at)


@dataclass(frozen=True)
class PlacementDesk:
    """May see a placement and keep it: staff of a centre concerned; `placement_desk` is the only maker.

    `seeker_id`: the file that is kept of the person. `kept_id`: the entry through which it counts, itself if no other.
    `group`: all entries that count as this one, the kept one first. `four`: the centres of its four provinces.
    """

    account_id: UUID
    centre_id: UUID
    placement_id: PlacementId
    kept_id: PlacementId
    group: tuple[UUID, ...]
    seeker_id: SeekerId
    four: Concerned
    leads: bool

    def by(self, request_id: UUID | None = None) -> By:
        """The author of a journal entry: who did it, and for whom."""
        return By(self.account_id, self.seeker_id, request_id)

    def roles(self) -> tuple[ClaimRole, ...]:
        """As what this desk's centre may claim the placement."""
        mine = {
            ClaimRole.HOST: self.four.host, ClaimRole.RESIDENCE: self.four.residence,
            ClaimRole.WORKPLACE: self.four.workplace,
        }  # fmt: skip
        return (ClaimRole.REFERRED, *(role for role, centre in mine.items() if centre == self.centre_id))


@dataclass(frozen=True)
class LeadPlacementDesk(PlacementDesk):
    """May speak for the centre about whose work it is: a lead; `lead_placement_desk` is the only maker."""


def interview_desk(db: Reading, viewer: Viewer | None, interview_id: UUID) -> RecruiterDesk:
    """The viewer's desk at the booth of this interview. Raises NotFound for everybody else."""
    return _booth_desk(db, viewer, db.scalar(_OF_INTERVIEW, {"id": interview_id}))


def outcome_desk(db: Reading, viewer: Viewer | None, outcome_id: UUID) -> RecruiterDesk:
    """The viewer's desk at the booth where this outcome was given. Raises NotFound for everybody else."""
    return _booth_desk(db, viewer, db.scalar(_OF_OUTCOME, {"id": outcome_id}))


def placement_desk(db: Reading, viewer: Viewer | None, placement_id: UUID) -> PlacementDesk:
    """The viewer's desk over a placement that concerns their centre. Raises NotFound for everybody else."""
    return PlacementDesk(**_desk(db, staff_desk(db, viewer), placement_id))


def lead_placement_desk(db: Reading, viewer: Viewer | None, placement_id: UUID) -> LeadPlacementDesk:
    """The same for a lead of the centre. Raises NotFound for everybody else, counsellors too."""
    desk = LeadPlacementDesk(**_desk(db, staff_desk(db, viewer), placement_id))
    if not desk.leads:
        raise NotFound
    return desk


def beside(db: Reading, desk: PlacementDesk, other_id: UUID) -> PlacementDesk:
    """The same staff's desk over another placement. Raises NotFound where it does not concern their centre."""
    mine = StaffDesk(desk.account_id, CentreId(desk.centre_id), Role.MANAGER if desk.leads else Role.COUNSELLOR)
    return PlacementDesk(**_desk(db, mine, other_id))


def group_of(db: Reading, placement_id: UUID) -> tuple[UUID, ...]:
    """All entries that count as one with this, the kept one first."""
    kept: UUID = db.scalar(_INTO, {"placement": placement_id}) or placement_id
    return kept, *db.scalars(_GROUP, {"kept": kept}).all()


def here(db: Reading) -> dict[str, list[UUID]]:
    """The centres of each province of today."""
    found: dict[str, list[UUID]] = {}
    for own, code, made in db.execute(_CENTRES):
        found.setdefault(provinces.successor(code, local_day(made)), []).append(own)
    return found


def concerns(centre_id: UUID, codes: tuple[str, ...], old_codes: tuple[str, ...], table: Any = _p) -> Any:
    """That an entry (columns) concerns a centre of a province; its code of today, and those that it had before."""
    claimed = select(_m.placement_id).where(_m.centre_id == centre_id)
    since, before = table.agreed_on >= provinces.MERGER_DAY, table.agreed_on < provinces.MERGER_DAY
    there = [
        (when & place.in_(known))
        for place in (table.residence, table.workplace)
        for when, known in ((since, codes), (before, old_codes))
    ]
    own = [one == centre_id for one in (table.referring_id, table.host_id, table.recorded_id)]
    return or_(*own, table.id.in_(claimed), *there)


def _desk(db: Reading, staff: StaffDesk, placement_id: UUID) -> dict[str, Any]:
    group = group_of(db, placement_id)
    rows = {row.id: row for row in db.execute(_FOUR, {"group": list(group)}).all()}
    if placement_id not in rows:
        raise NotFound
    ordered, of_province = [rows[own] for own in group], here(db)
    every = {centre for row in ordered for centre in _centres(row, of_province)}
    if staff.centre_id not in every | set(db.scalars(_CLAIMING, {"group": list(group)})):
        raise NotFound
    whose = {"account_id": staff.account_id, "centre_id": staff.centre_id, "leads": staff.leads}
    own = {"placement_id": placement_id, "kept_id": group[0], "group": group, "seeker_id": rows[placement_id].person}
    return {**whose, **own, "four": four_of(ordered, of_province, staff.centre_id)}


def four_of(ordered: list[Any], of_province: Mapping[str, list[UUID]], mine: UUID) -> Concerned:
    """The four centres: what the kept entry does not say, one that was joined into it may.

    Of a province with several centres (after a merger) it is the asking one, if it is among them.
    """

    def known(name: str) -> Any:
        return next((getattr(row, name) for row in ordered if getattr(row, name)), None)

    def of(name: str) -> UUID | None:
        found = [of_province.get(_today(row, name), []) for row in ordered if getattr(row, name)]
        there = found[0] if found else []
        return mine if mine in there else next(iter(there), None)

    return Concerned(known("referring_id"), known("host_id"), of("residence"), of("workplace"))


def _centres(row: Any, of_province: Mapping[str, list[UUID]]) -> set[UUID]:
    named = {row.referring_id, row.host_id, row.recorded_id}
    places = [of_province.get(_today(row, name), []) for name in ("residence", "workplace") if getattr(row, name)]
    return {one for one in named if one} | {centre for there in places for centre in there}


def _today(row: Any, name: str) -> str:
    return provinces.successor(getattr(row, name), row.agreed_on)


def _booth_desk(db: Reading, viewer: Viewer | None, booth_id: UUID | None) -> RecruiterDesk:
    if booth_id is None:
        raise NotFound
    return recruiter_desk(db, viewer, booth_id)
