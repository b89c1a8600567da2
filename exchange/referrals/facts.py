"""Slips as they stand: with the answer that was not revoked, who came, and what was found later."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, select

from exchange.accounts.tables import Account
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.referrals.codes import (
    Found,
    Milestone,
    PresentedSource,
    ReferralState,
)
from exchange.referrals.rules import Course, Said, state_on
from exchange.referrals.tables import (
    AnswerId,
    Referral,
    ReferralAnswer,
    ReferralAnswerRevocation,
    ReferralCancellation,
    ReferralFollowUp,
    ReferralId,
    ReferralPresentation,
)
from exchange.seekers.codes import Sex
from exchange.seekers.persons import files_of, person_column
from exchange.seekers.tables import Seeker

_r, _p, _n, _v, _x, _f = (
    columns(table)
    for table in (
        *(Referral, ReferralPresentation, ReferralAnswer, ReferralAnswerRevocation, ReferralCancellation),
        ReferralFollowUp,
    )
)
_s, _a = columns(Seeker), columns(Account)
_SAID = Said.__struct_fields__
_PLAIN = (
    *("id", "centre_id", "year", "number", "province_code", "consultation_id", "vacancy_id", "employer", "address"),
    *("position", "issued_on", "valid_until", "issued_by", "at"),
)
# Of other names than the tables that are joined below, so that they are asked apart.
_cancelled: Any = ReferralCancellation.__table__.alias("cancelled").c  # type: ignore[attr-defined]
_answered: Any = ReferralAnswer.__table__.alias("answered").c  # type: ignore[attr-defined]
_revoked: Any = ReferralAnswerRevocation.__table__.alias("revoked").c  # type: ignore[attr-defined]
CANCELLED = exists().where(_cancelled.referral_id == _r.id)
ANSWERED = exists().where(
    _answered.referral_id == _r.id, ~exists().where(_revoked.answer_id == _answered.id).correlate(_answered.id.table)
)
_REVOKED = exists().where(_v.answer_id == _n.id)
PERSON = person_column(_r.seeker_id)
_SLIPS = (
    select(
        *(_r[name] for name in _PLAIN),
        *(_s.id.label("person_id"), _s.full_name, _s.birth_year, _s.sex, _s.phone, _a.name.label("issuer")),
        *(_p.on_day.label("presented_on"), _p.source.label("presented_source")),
        *(_x.at.label("cancelled_at"), _x.because.label("cancelled_because")),
        *(_n.id.label("answer_id"), _n.at.label("answered_at"), *(_n[name].label(f"said_{name}") for name in _SAID)),
    )
    .select_from(Referral)
    .join(Seeker, _s.id == PERSON)
    .join(Account, _a.id == _r.issued_by)
    .outerjoin(ReferralPresentation, _p.referral_id == _r.id)
    .outerjoin(ReferralCancellation, _x.referral_id == _r.id)
    .outerjoin(ReferralAnswer, and_(_n.referral_id == _r.id, ~_REVOKED))
)
_REACHED = (
    select(_f.answer_id, _f.milestone, _f.found)
    .where(_f.answer_id.in_(bindparam("answers", expanding=True)), _f.found != Found.NOT_REACHED)
    .order_by(_f.turn)
)
NEWEST_FIRST = (_r.issued_on.desc(), _r.id.desc())


class Answer(msgspec.Struct, frozen=True):
    """The answer that stands; `at`: when it was written down."""

    id: AnswerId
    at: datetime
    said: Said


class Slip(msgspec.Struct, frozen=True):
    """A slip as it stands on a day. `person_id`: the file that is kept of whoever it sends."""

    id: ReferralId
    centre_id: UUID
    label: str
    consultation_id: UUID | None
    vacancy_id: UUID | None
    employer: str
    address: str
    position: str
    issued_on: date
    valid_until: date
    issued_by: UUID
    issuer: str
    person_id: UUID
    name: str
    birth_year: int
    sex: Sex
    phone: str | None
    presented_on: date | None
    presented_source: PresentedSource | None
    cancelled_at: datetime | None
    cancelled_because: str | None
    answer: Answer | None
    state: ReferralState

    @property
    def course(self) -> Course:
        """What rules ask of it."""
        said = self.answer.said.answer if self.answer else None
        return Course(self.issued_on, self.valid_until, self.presented_on, said, self.cancelled_at is not None)


def label_of(province_code: str, year: int, number: int) -> str:
    """The number as it is printed: "86-2026-000123"."""
    return f"{province_code}-{year}-{number:06d}"


def asking(*conditions: ColumnElement[bool]) -> Select[Any]:
    """Slips for which these hold."""
    return _SLIPS.where(*conditions)


def slips(db: Reading, query: Select[Any], values: Mapping[str, Any], today: date) -> list[Slip]:
    """The slips that `query` (from `asking`) finds, in its order."""
    return [_slip(row, today) for row in db.execute(query, values).all()]


_ONE = asking(_r.id == bindparam("referral"))
_OF_PERSON = asking(_r.seeker_id.in_(bindparam("files", expanding=True))).order_by(*NEWEST_FIRST)
_COURSE = select(func.count()).select_from(ReferralAnswer).where(_n.referral_id == bindparam("referral"))


def one(db: Reading, referral_id: UUID, today: date) -> Slip:
    """One slip. Raises NotFound."""
    found = slips(db, _ONE, {"referral": referral_id}, today)
    if not found:
        raise NotFound
    return found[0]


def of_person(db: Reading, seeker_id: UUID, today: date) -> list[Slip]:
    """A person's slips of every centre, over all files of the person, the newest first."""
    return slips(db, _OF_PERSON, {"files": files_of(db, seeker_id)}, today)


def answers_so_far(db: Reading, referral_id: UUID) -> int:
    """How often a slip was answered, revoked answers too."""
    return db.scalar(_COURSE, {"referral": referral_id}) or 0


def reached(db: Reading, answers: list[UUID]) -> dict[UUID, dict[Milestone, Found]]:
    """Of each answer what was found at its milestones when somebody was reached, the newest word."""
    known: dict[UUID, dict[Milestone, Found]] = {}
    for answer_id, milestone, found in db.execute(_REACHED, {"answers": answers}):
        known.setdefault(answer_id, {})[milestone] = found
    return known


def _slip(row: Any, today: date) -> Slip:
    said = Said(*(row._mapping[f"said_{name}"] for name in _SAID)) if row.answer_id else None
    answer = Answer(row.answer_id, row.answered_at, said) if said else None
    course = Course(
        row.issued_on, row.valid_until, row.presented_on, said.answer if said else None, row.cancelled_at is not None
    )
    same = ("consultation_id", "vacancy_id", "employer", "address", "position", "issued_on", "valid_until")
    who = ("issued_by", "issuer", "person_id", "birth_year", "sex", "phone", "presented_on", "presented_source")
    return Slip(
        id=row.id,
        centre_id=row.centre_id,
        label=label_of(row.province_code, row.year, row.number),
        name=row.full_name,
        cancelled_at=row.cancelled_at,
        cancelled_because=row.cancelled_because,
        answer=answer,
        state=state_on(course, today),
        **{name: row._mapping[name] for name in (*same, *who)},
    )
