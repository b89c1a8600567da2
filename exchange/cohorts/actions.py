"""Opening a cohort, and putting people into it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, func, select

from exchange.centres.access import StaffDesk
from exchange.cohorts import rules
from exchange.cohorts.access import CohortDesk, MemberDesk
from exchange.cohorts.codes import CohortReason, JoinedBy
from exchange.cohorts.given import CohortGiven
from exchange.cohorts.rules import CohortFault
from exchange.cohorts.tables import Cohort, CohortId, CohortLeaving, CohortMember
from exchange.counselling.codes import LONGEST_BECAUSE
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing, hold
from exchange.kernel.errors import Refused
from exchange.kernel.ids import new_id
from exchange.kernel.text import fold, squeeze
from exchange.reference import provinces
from exchange.rosters.rows import ListRow
from exchange.seekers.access import OwnDesk
from exchange.seekers.codes import Channel, Group
from exchange.seekers.file_given import GroupGiven, ServiceGiven
from exchange.seekers.file_tables import SeekerGroup
from exchange.seekers.group_actions import record_group
from exchange.seekers.persons import files_of

_c, _m, _l, _g = (columns(one) for one in (Cohort, CohortMember, CohortLeaving, SeekerGroup))

_FOLDS = ("batch_fold", "unit_fold", "commune_fold")
_SAME = select(_c.id).where(_c.centre_id == bindparam("centre"), *(_c[name] == bindparam(name) for name in _FOLDS))
_STAYS = ~exists().where(_l.member_id == _m.id)
_OF_PERSON = select(_m.id).where(
    _m.cohort_id == bindparam("cohort"), _m.seeker_id.in_(bindparam("files", expanding=True)), _STAYS
)
_TURNS = select(func.max(_m.turn)).where(_m.cohort_id == bindparam("cohort"), _m.seeker_id == bindparam("seeker"))
_SOLDIER = select(_g.id).where(
    _g.seeker_id.in_(bindparam("files", expanding=True)), _g.kind == Group.SOLDIER, _g.ended_at.is_(None)
)
_DAY = select(_c.discharged_on, _c.batch, _c.unit).where(_c.id == bindparam("cohort"))


def open_cohort(
    db: Writing, desk: StaffDesk, given: CohortGiven, *, request_id: UUID | None, now: datetime
) -> CohortId:
    """A new batch of a centre. The same form twice is one. Raises Refused for one that is there, or cannot be."""
    by, made = log.sent(db, log.By(desk.account_id, None, request_id), Kind.COHORT_OPENED)
    if made:
        return CohortId(made)
    today = local_day(now)
    refuse(rules.why_not_cohort(given.discharged_on, today=today))
    if provinces.get(given.province, given.discharged_on) is None:
        raise Refused(CohortReason.PROVINCE, "province")
    folds = {name: fold(getattr(given, name.removesuffix("_fold"))) for name in _FOLDS}
    if db.scalar(_SAME, {"centre": desk.centre_id} | folds):
        raise Refused(CohortReason.EXISTS, "batch")
    said: dict[str, Any] = given.model_dump(exclude={"province"}) | {"province_code": given.province} | folds
    row = Cohort(id=CohortId(new_id()), centre_id=desk.centre_id, made_by=desk.account_id, at=now, **said)
    db.add(row)
    log.record(db, Kind.COHORT_OPENED, log.About(row.id), by=by, at=now)
    return row.id


def join(db: Writing, desk: CohortDesk, seeker_id: UUID, row: ListRow | None, how: JoinedBy, *, now: datetime) -> UUID:
    """Put somebody into a cohort; whoever is in it stays there once. They become a demobilised soldier of the register.

    `row`: what the paper says of them. Raises NotFound for another centre's file, Refused for what cannot be.
    """
    hold(db, Cohort, desk.cohort_id)
    file = desk.file(db, seeker_id)
    if held := member_of(db, desk.cohort_id, file.seeker_id):
        return held
    cohort = db.execute(_DAY, {"cohort": desk.cohort_id}).one()
    told = row or ListRow(0, "")
    unit, discharged = told.unit or cohort.unit, told.discharged_on or cohort.discharged_on
    _soldier(db, file, told, {"unit": unit, "batch": cohort.batch, "discharged_on": discharged}, now=now)
    own = {"cohort": desk.cohort_id, "seeker": file.seeker_id}
    where: dict[str, Any] = {"unit": unit, "commune": told.commune, "discharged_on": discharged}
    who: dict[str, Any] = {"how": how, "by_account": desk.account_id, "at": now}
    turn = (db.scalar(_TURNS, own) or 0) + 1
    member = CohortMember(cohort_id=desk.cohort_id, seeker_id=file.seeker_id, turn=turn, **where, **who)
    db.add(member)
    _record(db, Kind.COHORT_JOINED, desk, member.id, file.seeker_id, now=now)
    return member.id


def _soldier(db: Writing, file: OwnDesk, told: ListRow, papers: dict[str, Any], *, now: datetime) -> None:
    """The group of the register, unless they stand in it already: what it says of them is not overwritten."""
    if db.scalar(_SOLDIER, {"files": files_of(db, file.seeker_id)}):
        return
    service = ServiceGiven(decision=told.decision, enlisted_on=told.enlisted_on, voucher="", **papers)
    given = GroupGiven(kind=Group.SOLDIER, since=service.discharged_on, service=service)
    record_group(db, file, given, Channel.IMPORTED, request_id=None, now=now)


def _record(db: Writing, kind: Kind, desk: CohortDesk, member_id: UUID, seeker_id: UUID, *, now: datetime) -> None:
    about = log.About(member_id, seeker_id=seeker_id, facts={"cohort": str(desk.cohort_id)})
    log.record(db, kind, about, by=log.By(desk.account_id, seeker_id), at=now)


def member_of(db: Reading, cohort_id: UUID, seeker_id: UUID) -> UUID | None:
    """The membership of a person in a cohort, over all their files."""
    found: UUID | None = db.scalar(_OF_PERSON, {"cohort": cohort_id, "files": files_of(db, seeker_id)})
    return found


def leave(db: Writing, desk: MemberDesk, because: str, *, now: datetime) -> None:
    """Somebody was put into the cohort by mistake; with all their files. Twice is once. Raises Refused."""
    hold(db, Cohort, desk.cohort_id)
    if desk.gone:
        return
    said = words(because)
    asked = {"cohort": desk.cohort_id, "files": files_of(db, desk.seeker_id)}
    for own in db.scalars(_OF_PERSON, asked).all():
        db.add(CohortLeaving(member_id=own, because=said, by_account=desk.account_id, at=now))
    _record(db, Kind.COHORT_LEFT, desk, desk.member_id, desk.seeker_id, now=now)


def refuse(fault: CohortFault | None) -> None:
    """Raises Refused for a fault."""
    if fault:
        raise Refused(fault.reason, fault.field)


def words(because: str) -> str:
    """Why something is put right. Raises Refused without any word."""
    said = squeeze(because)[:LONGEST_BECAUSE]
    if not said:
        raise Refused(CohortReason.WITHOUT_WORDS, "because")
    return said
