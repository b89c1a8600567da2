"""What is shown of records that are somebody's: visits, persons, claims, slips, placements, interviews."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Select, and_, bindparam, cast, func, or_, select

from exchange.accounts.tables import Account
from exchange.benefits.tables import BenefitClaim, ClaimDecision
from exchange.booths.tables import Booth
from exchange.booths.talk_tables import Interview, Outcome, OutcomeCorrection
from exchange.counselling.codes import Topic
from exchange.counselling.tables import Consultation, ConsultationTopic
from exchange.employers.tables import Employer
from exchange.fairs.tables import Fair
from exchange.group_talks.tables import Attendance, GroupTalk, GroupTalkTopic
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.local_dates import local_date
from exchange.placements.codes import EvidenceLevel
from exchange.placements.tables import Placement, PlacementEvidence
from exchange.reference import provinces
from exchange.referrals.facts import label_of
from exchange.referrals.tables import Referral
from exchange.seekers.persons import merged_files
from exchange.seekers.tables import Seeker
from exchange.tallies.codes import IN_GROUP_LABEL
from exchange.tallies.record import Record, Shown
from exchange.vacancies.tables import Vacancy

_s, _a, _e = columns(Seeker), columns(Account), columns(Employer)
_c, _ct = columns(Consultation), columns(ConsultationTopic)
_at, _g, _gt = columns(Attendance), columns(GroupTalk), columns(GroupTalkTopic)
_bc, _d, _r, _p, _v = (columns(one) for one in (BenefitClaim, ClaimDecision, Referral, Placement, Vacancy))
_ev, _i, _b, _f = columns(PlacementEvidence), columns(Interview), columns(Booth), columns(Fair)
_o, _k = columns(Outcome), columns(OutcomeCorrection)
_IDS: Any = bindparam("ids", expanding=True)
_KNOWN: Any = bindparam("known")
_HERE: Any = bindparam("here")

Found = dict[UUID, Record]


def visits(db: Reading, here: UUID, ids: Sequence[UUID], known: datetime | None) -> Found:
    """Consultations (their first tellings) and attendances: as the telling says that stands, or stood then."""
    alone = select(
        *(_c.first_id.label("id"), _c.id.label("telling"), _c.on_day, _c.client_kind, _c.way, _a.name.label("by")),
        *_whose(),
    ).select_from(Consultation)
    alone = _named(alone, _c.seeker_id, known).join(Account, _a.id == _c.counsellor_id)
    alone = alone.where(_c.first_id.in_(_IDS), _stands(Consultation, known))
    together = select(
        *(_at.id, _g.id.label("telling"), _g.on_day, _g.client_kind, _a.name.label("by"), _g.first_id.label("talk")),
        *_whose(),
    ).select_from(Attendance)
    together = _named(together.join(GroupTalk, _g.first_id == _at.talk_id), _at.seeker_id, known)
    together = together.join(Account, _a.id == _g.holder_id).where(_at.id.in_(_IDS), _stands(GroupTalk, known))
    asked = _asked(here, ids, known)
    rows = db.execute(alone, asked).all()
    listed = db.execute(together, asked).all()
    told = _topics(db, _ct.consultation_id, _ct.topic, rows) | _topics(db, _gt.talk_id, _gt.topic, listed)

    def record(row: Any, href: str, way: Shown) -> Record:
        cells = (row.on_day, row.full_name, row.client_kind, way, row.by, told.get(row.telling, ()))
        return Record(row.id, row.person, href, cells)

    found = {row.id: record(row, f"/consultations/{row.id}", row.way) for row in rows}
    return found | {row.id: record(row, f"/group-talks/{row.talk}", IN_GROUP_LABEL) for row in listed}


def persons(db: Reading, here: UUID, ids: Sequence[UUID], known: datetime | None) -> Found:
    """Persons, by the file that is kept of them."""
    told = select(_s.id, *_whose(), _s.birth_year, _s.sex, _s.commune, _s.province_code, _s.created_at)
    return _found(db, told.where(_s.id.in_(_IDS)), _asked(here, ids, None), _file, _of_person)


def claims(db: Reading, here: UUID, ids: Sequence[UUID], known: datetime | None) -> Found:
    """Claims with their first decision's day, and what the decision says now, or said then."""
    words: Any = ClaimDecision.__table__.alias("words").c  # type: ignore[attr-defined]
    turn = func.max(words.turn) if known is None else func.max(words.turn).filter(words.at <= _KNOWN)
    newest = select(turn).where(words.claim_id == _bc.id).scalar_subquery()
    first = select(func.min(words.on_day)).where(words.claim_id == _bc.id, words.turn == 1).scalar_subquery()
    told = select(
        *(_bc.id, _bc.number, _bc.year, _bc.received_on, first.label("decided"), _d.verdict, *_whose()),
    ).select_from(BenefitClaim)
    told = _named(told, _bc.seeker_id, known)
    told = told.outerjoin(ClaimDecision, and_(_d.claim_id == _bc.id, _d.turn == newest)).where(_bc.id.in_(_IDS))
    return _found(db, told, _asked(here, ids, known), lambda row: f"/benefits/{row.id}", _of_claim)


def slips(db: Reading, here: UUID, ids: Sequence[UUID], known: datetime | None) -> Found:
    """Referral slips as they were handed out."""
    told = select(
        *(_r.id, _r.province_code, _r.year, _r.number, _r.issued_on, _r.employer, _r.position, *_whose()),
    ).select_from(Referral)
    told = _named(told, _r.seeker_id, known).where(_r.id.in_(_IDS))
    return _found(db, told, _asked(here, ids, known), lambda row: f"/referrals/{row.id}", _of_slip)


def placements(db: Reading, here: UUID, ids: Sequence[UUID], known: datetime | None) -> Found:
    """Placements with the evidence there is, or was then."""
    then = [] if known is None else [_ev.at <= _KNOWN]
    level = select(func.max(cast(_ev.level, Integer))).where(_ev.placement_id == _p.id, *then).scalar_subquery()
    told = select(
        *(_p.id, _e.name.label("employer"), _v.title, _p.agreed_on, level.label("level"), *_whose()),
    ).select_from(Placement)
    told = _named(told, _p.seeker_id, known).outerjoin(Employer, _e.id == _p.employer_id)
    told = told.outerjoin(Vacancy, _v.id == _p.vacancy_id).where(_p.id.in_(_IDS))
    return _found(db, told, _asked(here, ids, known), _file, _of_placement)


def interviews(db: Reading, here: UUID, ids: Sequence[UUID], known: datetime | None) -> Found:
    """Interviews at fairs with their result as corrected."""
    then = [] if known is None else [_o.at <= _KNOWN]
    later: Any = OutcomeCorrection.__table__.alias("later").c  # type: ignore[attr-defined]
    by_then = [] if known is None else [later.at <= _KNOWN]
    newest = select(later.id).where(later.outcome_id == _o.id, *by_then)
    newest = newest.order_by(later.at.desc(), later.id.desc()).limit(1).correlate(Outcome.__table__)  # type: ignore[attr-defined]
    told = select(
        *(_i.id, local_date(_i.started_at).label("on_day"), _e.name.label("employer"), _f.name.label("fair")),
        *(_o.code, _k.code.label("corrected"), *_whose()),
    ).select_from(Interview)
    told = _named(told, _i.seeker_id, known).join(Booth, _b.id == _i.booth_id).join(Employer, _e.id == _b.employer_id)
    told = told.join(Fair, _f.id == _i.fair_id).outerjoin(Outcome, and_(_o.interview_id == _i.id, *then))
    told = told.outerjoin(OutcomeCorrection, _k.id == newest.scalar_subquery()).where(_i.id.in_(_IDS))
    return _found(db, told, _asked(here, ids, known), _file, _of_interview)


def _whose() -> tuple[ColumnElement[Any], ...]:
    """Name and file of the person; `own`: whether the centre that looks keeps the file, or no centre does."""
    own = or_(_s.centre_id.is_(None), _s.centre_id == _HERE).label("own")
    return _s.id.label("person"), _s.full_name, own


def _named(told: Select[Any], seeker: ColumnElement[Any], known: datetime | None) -> Select[Any]:
    """With the file that is kept, or was kept then, of whoever it is about."""
    files: Any = merged_files(as_of=known is not None).alias("files_of_records")
    told = told.outerjoin(files, files.c.seeker_id == seeker)
    return told.join(Seeker, _s.id == func.coalesce(files.c.person_id, seeker))


def _stands(model: Any, known: datetime | None) -> ColumnElement[bool]:
    """The telling that no other tells again, by then."""
    own, later = columns(model), model.__table__.alias(f"later_{model.__tablename__}").c
    again = select(later.id).where(later.corrects_id == own.id, *([] if known is None else [later.at <= _KNOWN]))
    return and_(~again.exists(), *([] if known is None else [own.at <= _KNOWN]))


def _asked(here: UUID, ids: Sequence[UUID], known: datetime | None) -> dict[str, Any]:
    return {"ids": list(ids), "here": here} | ({} if known is None else {"known": known})


def _topics(db: Reading, telling: Any, topic: Any, rows: Iterable[Any]) -> dict[UUID, tuple[Topic, ...]]:
    """What was spoken of in each telling, in the order of the form."""
    tellings = list({row.telling for row in rows})
    found: dict[UUID, set[Topic]] = {}
    for own, one in db.execute(select(telling, topic).where(telling.in_(_IDS)), {"ids": tellings}) if tellings else ():
        found.setdefault(own, set()).add(one)
    return {own: tuple(one for one in Topic if one in spoken) for own, spoken in found.items()}


def _found(
    db: Reading, told: Select[Any], asked: dict[str, Any], href: Callable[[Any], str], cells: Callable[[Any], Any]
) -> Found:
    return {row.id: Record(row.id, row.person, href(row), cells(row)) for row in db.execute(told, asked)}


def _file(row: Any) -> str:
    """A file that another centre keeps is not this one's to open."""
    return f"/people/{row.person}" if row.own else ""


def _of_person(row: Any) -> tuple[Shown, ...]:
    place = provinces.name_of(row.province_code, local_day(row.created_at))
    return row.full_name, str(row.birth_year), row.sex, row.commune, place


def _of_claim(row: Any) -> tuple[Shown, ...]:
    return f"{row.number}/{row.year}", row.full_name, row.received_on, row.decided, row.verdict


def _of_slip(row: Any) -> tuple[Shown, ...]:
    number = label_of(row.province_code, row.year, row.number)
    return number, row.full_name, row.issued_on, row.employer, row.position


def _of_placement(row: Any) -> tuple[Shown, ...]:
    level = None if row.level is None else EvidenceLevel(str(row.level))
    return row.agreed_on, row.full_name, row.employer, row.title, level


def _of_interview(row: Any) -> tuple[Shown, ...]:
    return row.on_day, row.full_name, row.employer, row.fair, row.corrected or row.code
