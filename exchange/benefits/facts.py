"""Claims as they stand: the newest appraisal and decision, what was not taken back, the months that were declared."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, or_, select

from exchange.benefits.codes import ClaimOrigin, EventKind, Verdict
from exchange.benefits.rules import Course, Decision, Happened
from exchange.benefits.tables import (
    BenefitClaim,
    BenefitEvent,
    ClaimAppraisal,
    ClaimDecision,
    ClaimId,
    ClaimWithdrawal,
    JobSearchDeclaration,
)
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.seekers.codes import Sex
from exchange.seekers.persons import person_column
from exchange.seekers.tables import Seeker

_c, _a, _d, _e, _j = (
    columns(table) for table in (BenefitClaim, ClaimAppraisal, ClaimDecision, BenefitEvent, JobSearchDeclaration)
)
_s = columns(Seeker)
_taker: Any = BenefitEvent.__table__.alias("taker")  # type: ignore[attr-defined]
PERSON = person_column(_c.seeker_id)
SAID = ("verdict", "number", "on_day", "months", "monthly", "from_on", "to_on", "refusal")  # as in `rules.Decision`


def newest(table: Any) -> ColumnElement[bool]:
    """The row of `table` (columns) with the highest turn of its claim."""
    alias = table.id.table.alias()
    highest = select(func.max(alias.c.turn)).where(alias.c.claim_id == table.claim_id).scalar_subquery()
    standing: ColumnElement[bool] = table.turn == highest
    return standing


def stands(event: Any) -> ColumnElement[bool]:
    """An event (columns) that nobody took back."""
    taken = exists().where(_taker.c.withdraws_id == event.id, _taker.c.claim_id == event.claim_id)
    return and_(event.kind != EventKind.WITHDRAWN, ~taken)


STANDS = stands(_e)
_withdrawn: Any = ClaimWithdrawal.__table__.alias("withdrawn").c  # type: ignore[attr-defined]
WITHDRAWN = exists().where(_withdrawn.claim_id == _c.id)
_CLAIMS = (
    select(
        *(_c[name] for name in ("id", "seeker_id", "centre_id", "year", "number", "received_on", "contract_ended_on")),
        *(_c.origin, _c.other_province, _s.id, _s.full_name, _s.phone, _s.birth_year, _s.sex, _a.found, _a.on_day),
        *(_d[name].label(f"said_{name}") for name in SAID),
        WITHDRAWN.label("is_withdrawn"),
    )
    .select_from(BenefitClaim)
    .join(Seeker, _s.id == PERSON)
    .outerjoin(ClaimAppraisal, and_(_a.claim_id == _c.id, newest(_a)))
    .outerjoin(ClaimDecision, and_(_d.claim_id == _c.id, newest(_d)))
)
_EVENTS = (
    select(_e.claim_id, _e.kind, _e.on_day, _e.ground)
    .select_from(BenefitEvent)
    .join(BenefitClaim, _c.id == _e.claim_id)
    .where(STANDS)
    .order_by(_e.claim_id, _e.turn)
)
_MONTHS = (
    select(_j.claim_id, _j.month)
    .select_from(JobSearchDeclaration)
    .join(BenefitClaim, _c.id == _j.claim_id)
    .where(_j.corrects_id.is_(None))
)


class Claim(msgspec.Struct, frozen=True):
    """A claim with its course. `person_id`: the file that is kept of whoever it is about."""

    id: ClaimId
    seeker_id: UUID
    centre_id: UUID
    year: int
    number: int
    received_on: date
    contract_ended_on: date
    origin: ClaimOrigin
    other_province: str | None
    person_id: UUID
    name: str
    phone: str | None
    birth_year: int
    sex: Sex
    course: Course

    @property
    def label(self) -> str:
        """The number as people write it."""
        return f"{self.number}/{self.year}"


class Scope:
    """Statements over those claims for which a condition holds, built once."""

    def __init__(self, condition: ColumnElement[bool]) -> None:
        self.claims: Select[Any] = _CLAIMS.where(condition).order_by(_c.received_on.desc(), _c.number.desc())
        self.events: Select[Any] = _EVENTS.where(condition)
        self.months: Select[Any] = _MONTHS.where(condition)

    def ask(self, db: Reading, values: Mapping[str, Any]) -> list[Claim]:
        """The claims, the newest first."""
        events: dict[UUID, list[Happened]] = {}
        for claim_id, *happened in db.execute(self.events, values):
            events.setdefault(claim_id, []).append(Happened(*happened))
        months: dict[UUID, set[int]] = {}
        for claim_id, month in db.execute(self.months, values):
            months.setdefault(claim_id, set()).add(month)
        rows = db.execute(self.claims, values)
        return [_claim(tuple(row), events.get(row[0], []), months.get(row[0], set())) for row in rows]


def _claim(row: tuple[Any, ...], events: list[Happened], months: set[int]) -> Claim:
    plain, (found, appraised_on), said, withdrawn = row[:14], row[14:16], row[16:-1], bool(row[-1])
    decision = Decision(*said) if said[0] else None
    received_on, birth_year = plain[5], plain[12]
    course = Course(received_on, birth_year, found, appraised_on, decision, tuple(events), frozenset(months), withdrawn)
    return Claim(*(*plain, course))


ONE = Scope(_c.id == bindparam("claim"))
OF_PERSON = Scope(_c.seeker_id.in_(bindparam("files", expanding=True)))
NUMBERED = Scope(
    and_(_c.centre_id == bindparam("centre"), _c.year == bindparam("year"), _c.number == bindparam("number"))
)
_last_word: Any = ClaimDecision.__table__.alias("last_word").c  # type: ignore[attr-defined]
_close: Any = BenefitEvent.__table__.alias("close").c  # type: ignore[attr-defined]
_settled = exists().where(
    _last_word.claim_id == _c.id,
    newest(_last_word),
    or_(_last_word.verdict == Verdict.REFUSED, _last_word.verdict == Verdict.CANCELLED),
)
_closed = exists().where(
    _close.claim_id == _c.id, _close.kind.in_([EventKind.ENDED, EventKind.MOVED_OUT]), stands(_close)
)
OPEN = and_(_c.centre_id == bindparam("centre"), ~_closed, ~_settled, ~WITHDRAWN)  # what may still come of a claim
OPEN_AT = Scope(OPEN)
THESE = Scope(_c.id.in_(bindparam("claims", expanding=True)))


_named: Any = Seeker.__table__.alias("named").c  # type: ignore[attr-defined]


def named(words: list[str]) -> Scope:
    """Claims at a centre of persons whose name has words that begin so."""
    begins = [(" " + _named.name_fold).contains(" " + word, autoescape=True) for word in words]
    return Scope(and_(_c.centre_id == bindparam("centre"), exists().where(_named.id == PERSON, *begins)))
