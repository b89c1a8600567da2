"""What can be asked about cohorts: those of a centre, who belongs to one and how far they have come."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, exists, func, select, union_all

from exchange.accounts.tables import Account
from exchange.centres.access import StaffDesk
from exchange.cohorts.access import CohortDesk, MemberDesk
from exchange.cohorts.codes import Stage, StepKind
from exchange.cohorts.rules import Member, StepFacts, funnel, met_from
from exchange.cohorts.step_actions import STANDS
from exchange.cohorts.tables import (
    Cohort,
    CohortLeaving,
    CohortMember,
    CohortStep,
    CohortStepWithdrawal,
)
from exchange.counselling import telling
from exchange.counselling.tables import Consultation
from exchange.group_talks import telling as group_telling
from exchange.group_talks.tables import Attendance, GroupTalk
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.text import name_sort_key, sort_key
from exchange.reference import provinces
from exchange.seekers.codes import Group
from exchange.seekers.file_tables import SeekerGroup, SoldierService
from exchange.seekers.persons import files_of, person_column
from exchange.seekers.tables import Seeker

_c, _m, _l, _t, _w = (columns(one) for one in (Cohort, CohortMember, CohortLeaving, CohortStep, CohortStepWithdrawal))
_s, _x, _n, _g, _a = (columns(one) for one in (Seeker, Account, Consultation, GroupTalk, Attendance))
_grp, _srv = columns(SeekerGroup), columns(SoldierService)
_STAYS = ~exists().where(_l.member_id == _m.id)
_person = person_column(_m.seeker_id)
_COHORT = ("id", "batch", "unit", "commune", "province_code", "discharged_on")
_OF_CENTRE = (
    select(*(_c[name] for name in _COHORT), func.count(_person.distinct()).label("members"))
    .outerjoin_from(Cohort, CohortMember, (_m.cohort_id == _c.id) & _STAYS)
    .where(_c.centre_id == bindparam("centre"))
    .group_by(*(_c[name] for name in _COHORT))
    .order_by(_c.discharged_on.desc(), _c.id.desc())
)
_MEMBERS = (
    select(
        *(_m.id, _person.label("person"), _s.full_name, _s.birth_year, _s.phone, _s.commune.label("lives")),
        *(_m.commune, _m.unit, _m.discharged_on),
    )
    .join_from(CohortMember, Seeker, _s.id == _person)
    .where(_m.cohort_id == bindparam("cohort"), _STAYS)
    .order_by(_m.id)
)
_own = person_column(_grp.seeker_id)
_VOUCHERS = (
    select(_own.label("person"), _srv.voucher)
    .join_from(SeekerGroup, SoldierService, _srv.group_id == _grp.id)
    .where(_own.in_(bindparam("persons", expanding=True)), _grp.kind == Group.SOLDIER, _grp.ended_at.is_(None))
)
_STEPS = (
    select(_t.member_id, _t.kind, _t.on_day, _t.how, _t.path, _t.voucher)
    .where(_t.member_id.in_(bindparam("members", expanding=True)), STANDS)
    .order_by(_t.id)
)
_counselled, _attended = person_column(_n.seeker_id), person_column(_a.seeker_id)
_WANTED: Any = bindparam("persons", expanding=True)
_MET = union_all(
    select(_counselled.label("person"), _n.on_day).where(
        _n.centre_id == bindparam("centre"), _counselled.in_(_WANTED), telling.COUNTS
    ),
    select(_attended.label("person"), _g.on_day)
    .join_from(Attendance, GroupTalk, _g.first_id == _a.talk_id)
    .where(
        *(_g.centre_id == bindparam("centre"), _attended.in_(_WANTED)),
        *(group_telling.COUNTS, group_telling.ON_LIST),
    ),
)
_HISTORY = (
    select(_t.id, _t.at, _x.name, _w.because, *(_t[name] for name in StepFacts.__struct_fields__))
    .join(Account, _x.id == _t.by_account)
    .outerjoin(CohortStepWithdrawal, _w.step_id == _t.id)
    .join(CohortMember, _m.id == _t.member_id)
    .where(_m.cohort_id == bindparam("cohort"), _m.seeker_id.in_(bindparam("files", expanding=True)))
    .order_by(_t.on_day.desc(), _t.id.desc())
)
_NAME = select(_s.full_name).where(_s.id == bindparam("seeker"))
PlacedOn = Callable[[Reading, Sequence[UUID]], Mapping[UUID, Sequence[date]]]


class CohortView(msgspec.Struct, frozen=True):
    """A cohort in a list. `place`: the commune and the province as it was named then."""

    id: UUID
    batch: str
    unit: str
    commune: str
    province: str
    discharged_on: date
    members: int


class StepView(msgspec.Struct, frozen=True):
    """A step that was written down. `withdrawn`: why it counts no more."""

    id: UUID
    at: datetime
    by: str
    withdrawn: str | None
    facts: StepFacts


def cohorts(db: Reading, desk: StaffDesk) -> list[CohortView]:
    """The cohorts of the desk's centre, the latest discharged first."""
    return [_view(row) for row in db.execute(_OF_CENTRE, {"centre": desk.centre_id})]


def cohort(db: Reading, desk: CohortDesk) -> CohortView:
    """One cohort."""
    return next(one for one in cohorts(db, desk.staff) if one.id == desk.cohort_id)


def members(db: Reading, desk: CohortDesk, placed_on: PlacedOn) -> list[Member]:
    """Everybody of a cohort by commune and name, each person once. `placed_on`: what the placement register says."""
    rows = db.execute(_MEMBERS, {"cohort": desk.cohort_id}).all()
    if not rows:
        return []
    whose = {row.id: row.person for row in rows}
    people = list(dict.fromkeys(whose.values()))
    asked = {"centre": desk.centre_id, "persons": people}
    known = _Known(
        _grouped((whose[step.member_id], step) for step in db.execute(_STEPS, {"members": list(whose)})),
        _grouped(tuple(row) for row in db.execute(_MET, asked)),
        _grouped(tuple(row) for row in db.execute(_VOUCHERS, {"persons": people})),
        placed_on(db, people),
    )
    first = {row.person: row for row in reversed(rows)}
    found = [_member(row, known) for row in first.values()]
    return sorted(found, key=lambda one: (sort_key(one.commune), name_sort_key(one.name), one.birth_year))


def member(db: Reading, desk: MemberDesk, placed_on: PlacedOn) -> Member | None:
    """One of them; None for whoever was taken out again."""
    return next((one for one in members(db, desk, placed_on) if one.seeker_id == desk.seeker_id), None)


def history(db: Reading, desk: MemberDesk) -> list[StepView]:
    """All that was written down of somebody in this cohort, over all their files, the newest first."""
    rows = db.execute(_HISTORY, {"cohort": desk.cohort_id, "files": files_of(db, desk.seeker_id)})
    return [StepView(own, at, by, gone, StepFacts(*said)) for own, at, by, gone, *said in rows]


def name_of(db: Reading, desk: MemberDesk) -> str:
    """What somebody is called, also after they were taken out of the cohort."""
    return db.scalar(_NAME, {"seeker": desk.seeker_id}) or ""


def standing(members: Sequence[Member], *, today: date) -> dict[Stage, int]:
    """How many every stage shows."""
    return funnel(members, today=today)


def _view(row: Any) -> CohortView:
    named = provinces.name_of(row.province_code, row.discharged_on)
    return CohortView(row.id, row.batch, row.unit, row.commune, named, row.discharged_on, row.members)


class _Known(msgspec.Struct, frozen=True):
    """What is known of the people of a cohort, by person."""

    steps: Mapping[UUID, Sequence[Any]]
    met: Mapping[UUID, Sequence[date]]
    vouchers: Mapping[UUID, Sequence[str]]
    placed: Mapping[UUID, Sequence[date]]


def _grouped(pairs: Iterable[Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for person, what in pairs:
        found.setdefault(person, []).append(what)
    return found


def _member(row: Any, known: _Known) -> Member:
    steps = known.steps.get(row.person, ())
    of = {kind: [step for step in steps if step.kind is kind] for kind in StepKind}
    last = max(of[StepKind.INVITED], key=lambda step: step.on_day, default=None)
    worked = [day for day in known.placed.get(row.person, ()) if day >= row.discharged_on]
    cards = [*(step.voucher for step in reversed(of[StepKind.TRAINED])), *known.vouchers.get(row.person, ())]
    invited = min((step.on_day for step in of[StepKind.INVITED]), default=None)
    since = met_from(row.discharged_on, invited)
    return Member(
        *(row.id, row.person, row.full_name, row.birth_year, row.phone),
        *(row.commune or row.lives, row.unit, row.discharged_on),
        voucher=next((card for card in cards if card), ""),
        invited_on=invited,
        tried_on=last.on_day if last else None,
        tried_how=last.how if last else None,
        met_on=min((day for day in known.met.get(row.person, ()) if day >= since), default=None),
        path=of[StepKind.PATH][-1].path if of[StepKind.PATH] else None,
        trained=bool(of[StepKind.TRAINED]),
        placed_on=min([*worked, *(step.on_day for step in of[StepKind.PLACED])], default=None),
    )


__all__ = ["CohortView", "Member", "StepView", "cohort", "cohorts", "history", "member", "members", "name_of"]
__all__ += ["standing"]
