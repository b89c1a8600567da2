"""What can be asked about slips: one with its whole course, those of a person, and what an employer sees of one."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.accounts.tables import Account
from exchange.centres import queries as centres
from exchange.centres.queries import CentreView
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.vault import Vault, masked
from exchange.reference.codes import Qualification
from exchange.reference.holidays import working_days
from exchange.referrals import facts, rules
from exchange.referrals.access import AnswerSeat, OwnReferral, ReferralDesk
from exchange.referrals.codes import AskedHow, Found, Milestone
from exchange.referrals.facts import Answer, Slip
from exchange.referrals.links import digest, secret_of
from exchange.referrals.rules import Said
from exchange.referrals.tables import (
    Referral,
    ReferralAnswer,
    ReferralAnswerRevocation,
    ReferralFollowUp,
    ReferralLink,
)
from exchange.seekers.access import OwnDesk, OwnFile
from exchange.seekers.codes import NumberKind
from exchange.seekers.file_tables import SeekerNumber, SeekerProfile
from exchange.seekers.persons import files_of

_r, _n, _v, _f, _l = (
    columns(table) for table in (Referral, ReferralAnswer, ReferralAnswerRevocation, ReferralFollowUp, ReferralLink)
)
_a, _q, _i = columns(Account), columns(SeekerProfile), columns(SeekerNumber)
_FILES = _r.seeker_id.in_(bindparam("files", expanding=True))
_REFERRED = select(_r.consultation_id).where(_r.consultation_id.in_(bindparam("consultations", expanding=True)))
_AT_CENTRE = facts.asking(_FILES, _r.centre_id == bindparam("centre")).order_by(*facts.NEWEST_FIRST)
_revoker = Account.__table__.alias("revoker")  # type: ignore[attr-defined]
_GIVEN = (
    select(
        *(_n.id, _n.at, _a.name.label("by"), _v.because, _v.at.label("revoked_at"), _revoker.c.name.label("revoker")),
        *(_n[name] for name in Said.__struct_fields__),
    )
    .select_from(ReferralAnswer)
    .outerjoin(Account, _a.id == _n.by_account)
    .outerjoin(ReferralAnswerRevocation, _v.answer_id == _n.id)
    .outerjoin(_revoker, _revoker.c.id == _v.by_account)
    .where(_n.referral_id == bindparam("referral"))
    .order_by(_n.turn.desc())
)
_FOLLOWED = (
    select(_f.milestone, _f.found, _f.how, _f.on_day, _f.note, _a.name, _f.at)
    .join(Account, _a.id == _f.by_account)
    .where(_f.referral_id == bindparam("referral"))
    .order_by(_f.on_day.desc(), _f.at.desc(), _f.id.desc())
)
_LINK = select(_l.id, _l.secret_hash).where(_l.referral_id == bindparam("referral")).order_by(_l.turn.desc()).limit(1)
_PROFILE = (
    select(_q.birth_date, _q.qualification, _q.specialty)
    .where(_q.seeker_id == bindparam("person"))
    .order_by(_q.at.desc(), _q.id.desc())
    .limit(1)
)
_CARD = (
    select(_i.length, _i.tail)
    .where(
        _i.seeker_id.in_(bindparam("files", expanding=True)),
        _i.kind == NumberKind.CITIZEN_ID,
        _i.replaced_at.is_(None),
    )
    .order_by(_i.at.desc())
    .limit(1)
)


class Given(msgspec.Struct, frozen=True):
    """An answer as it was given. `by`: the staff who wrote it down, None where the employer did; `revoked`: why."""

    answer: Answer
    by: str | None
    revoked: str | None
    revoked_at: datetime | None
    revoked_by: str | None


class FollowedUp(msgspec.Struct, frozen=True):
    """Somebody asked after the person."""

    milestone: Milestone
    found: Found
    how: AskedHow
    on_day: date
    note: str
    by: str
    at: datetime


class WholeSlip(msgspec.Struct, frozen=True):
    """A slip with everything that happened to it, the newest first."""

    slip: Slip
    answers: list[Given]
    followed: list[FollowedUp]


class AskedSlip(msgspec.Struct, frozen=True):
    """What an employer sees under the address on a slip: no more than the slip says, and the answer that stands."""

    label: str
    name: str
    birth_year: int
    employer: str
    position: str
    issued_on: date
    valid_until: date
    presented_on: date | None
    answer: Answer | None


class Paper(msgspec.Struct, frozen=True):
    """What stands on the printed slip. `card`: the citizen's number, masked; `secret`: of the address, or nothing."""

    slip: Slip
    centre: CentreView
    birth_date: date | None
    qualification: Qualification | None
    specialty: str
    card: str
    secret: str


def whole(db: Reading, desk: ReferralDesk, *, today: date) -> WholeSlip:
    """One slip. Whoever shows it to others than the person journals that."""
    asked = {"referral": desk.referral_id}
    answers = []
    for own, at, by, because, revoked_at, revoker, *said in db.execute(_GIVEN, asked):
        answers.append(Given(Answer(own, at, Said(*said)), by, because, revoked_at, revoker))
    followed = [FollowedUp(*row) for row in db.execute(_FOLLOWED, asked)]
    return WholeSlip(facts.one(db, desk.referral_id, today), answers, followed)


def slip(db: Reading, seat: ReferralDesk | OwnReferral, *, today: date) -> Slip:
    """One slip as it stands."""
    return facts.one(db, seat.referral_id, today)


def label(db: Reading, referral_id: UUID, *, today: date) -> str:
    """The number of a slip that was just issued."""
    return facts.one(db, referral_id, today).label


def usual_validity(today: date) -> date:
    """Until when a slip issued today is usually valid."""
    return rules.usual_validity(today, working_days(today))


def slips_of(db: Reading, desk: OwnDesk, *, today: date) -> list[Slip]:
    """A person's slips of the desk's centre, over all files of the person, the newest first."""
    asked = {"files": files_of(db, desk.seeker_id), "centre": desk.centre_id}
    return facts.slips(db, _AT_CENTRE, asked, today)


def referred(db: Reading, consultations: Sequence[UUID]) -> set[UUID]:
    """Of which of these consultations a slip has been issued."""
    return set(db.scalars(_REFERRED, {"consultations": list(consultations)})) if consultations else set()


def own_slips(db: Reading, file: OwnFile, *, today: date) -> list[Slip]:
    """A person's own slips of every centre, the newest first."""
    return facts.of_person(db, file.seeker_id, today)


def asked_slip(db: Reading, seat: AnswerSeat, *, today: date) -> AskedSlip:
    """What the holder of the address sees."""
    it = facts.one(db, seat.referral_id, today)
    same = ("label", "name", "birth_year", "employer", "position", "issued_on", "valid_until", "presented_on", "answer")
    return AskedSlip(**{name: getattr(it, name) for name in same})


def paper(db: Reading, seat: ReferralDesk | OwnReferral, *, vault: Vault, today: date) -> Paper:
    """The slip to be printed: the same words and the same address whenever it is."""
    it = facts.one(db, seat.referral_id, today)
    told = db.execute(_PROFILE, {"person": it.person_id}).first()
    card = db.execute(_CARD, {"files": files_of(db, it.person_id)}).first()
    return Paper(
        it,
        centres.centre(db, it.centre_id),
        told.birth_date if told else None,
        told.qualification if told else None,
        told.specialty if told else "",
        masked(card.length, card.tail) if card else "",
        "" if it.cancelled_at else secret(db, it.id, vault=vault),
    )


def secret(db: Reading, referral_id: UUID, *, vault: Vault) -> str:
    """The secret of the slip's address; empty where the operator's key is another one than when it was made."""
    link = db.execute(_LINK, {"referral": referral_id}).one()
    made = secret_of(vault, link.id)
    return made if digest(made) == link.secret_hash else ""
