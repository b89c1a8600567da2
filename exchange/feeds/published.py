"""What a centre publishes now, as its feed says it: vacancies that can be applied for, results without persons."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlalchemy import String, bindparam, case, cast, exists, func, or_, select

from exchange.employers.tables import Employer
from exchange.feeds.codes import Because, Channel, FeedKind
from exchange.feeds.rules import Own
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.placements.codes import EvidenceLevel
from exchange.placements.queries import STANDING
from exchange.placements.rules import province_on
from exchange.placements.tables import Placement, PlacementEvidence, PlacementJoin
from exchange.referrals.codes import Answered, Found, Milestone
from exchange.referrals.facts import CANCELLED
from exchange.referrals.tables import Referral, ReferralAnswer, ReferralAnswerRevocation, ReferralFollowUp
from exchange.vacancies.access import owning
from exchange.vacancies.openings import left
from exchange.vacancies.queries import places_of
from exchange.vacancies.tables import Vacancy

_v, _e, _p, _ev = (columns(one) for one in (Vacancy, Employer, Placement, PlacementEvidence))
_r, _n, _x, _f = (columns(one) for one in (Referral, ReferralAnswer, ReferralAnswerRevocation, ReferralFollowUp))
_j = columns(PlacementJoin)
_MANY = 400  # ids in one question
_WAGE = ("wage_kind", "wage_low", "wage_high", "wage_per", "currency")
_SAID = ("id", "title", "occupation_code", "openings", "qualification", "overseas", "expires_on", "created_at")
_OPEN = (
    select(
        *(_v[name] for name in (*_SAID, *_WAGE)),
        *(_e.name.label("employer"), _e.tax_code, left().label("left")),
    )
    .join(Employer, _e.id == _v.employer_id)
    .where(
        owning == bindparam("centre"),
        _v.published_at.is_not(None),
        _v.closed_at.is_(None),
        _v.expires_on >= bindparam("today"),
    )
)
_ENDED = select(_v.id, _v.closed_at, _v.expires_on).where(_v.id.in_(bindparam("ids", expanding=True)))
_OFFERS = (
    select(_v.id, _v.created_at, _e.name.label("employer"), _e.tax_code)
    .join(Employer, _e.id == _v.employer_id)
    .where(_v.id.in_(bindparam("ids", expanding=True)))
)
_level = (
    select(func.coalesce(func.max(cast(_ev.level, String)), EvidenceLevel.EMPLOYER_SAID.value))
    .where(_ev.placement_id == _p.id)
    .scalar_subquery()
)
_other: Any = Placement.__table__.alias("other_placement").c  # type: ignore[attr-defined]
_kept: Any = Placement.__table__.alias("kept_placement").c  # type: ignore[attr-defined]


def _told_elsewhere(placement_id: Any) -> Any:
    """Whether a placement is joined into one that a feed tells itself: from two sources it is one result."""
    tells = or_(_kept.host_id.is_not(None), _kept.answer_id.is_not(None))
    standing = (_j.gone_id == placement_id, _j.undone_at.is_(None), _kept.id == _j.kept_id, tells)
    return exists().where(*standing).correlate(placement_id.table)


_AT_FAIRS = select(_p.vacancy_id, _p.agreed_on.label("on_day"), _level.label("level")).where(
    _p.host_id == bindparam("centre"), STANDING, ~_told_elsewhere(_p.id)
)


def _at_work(milestone: Milestone) -> Any:
    return exists().where(_f.answer_id == _n.id, _f.milestone == milestone, _f.found == Found.AT_WORK)


_BY_SLIP = (
    select(
        _r.vacancy_id,
        _n.on_day,
        _n.started_on,
        case(
            (_at_work(Milestone.MONTH_3), EvidenceLevel.RETAINED.value),
            (_at_work(Milestone.MONTH_1), EvidenceLevel.STARTED.value),
            else_=EvidenceLevel.EMPLOYER_SAID.value,
        ).label("level"),
    )
    .join(ReferralAnswer, _n.referral_id == _r.id)
    .where(
        _r.centre_id == bindparam("centre"),
        _n.answer == Answered.HIRED,
        ~exists().where(_x.answer_id == _n.id),
        ~exists().where(_other.answer_id == _n.id, _told_elsewhere(_other.id)),
        ~CANCELLED,
    )
)


def published(db: Reading, centre_id: UUID, *, today: date) -> dict[Own, dict[str, Any]]:
    """Everything that a centre's feed has to say now, by kind and id."""
    return _vacancies(db, centre_id, today) | _results(db, centre_id, today)


def why_gone(db: Reading, vacancies: Iterable[UUID], *, today: date) -> dict[UUID, Because]:
    """Why each of these vacancies can be applied for no longer."""
    found: dict[UUID, Because] = dict.fromkeys(vacancies, Because.WITHDRAWN)
    for row in _asked(db, _ENDED, found):
        if row.closed_at is not None:
            found[row.id] = Because.CLOSED
        elif row.expires_on and row.expires_on < today:
            found[row.id] = Because.EXPIRED
    return found


def result_id(centre_id: UUID, channel: Channel, vacancy_id: UUID | None, on_day: date) -> UUID:
    """The lasting id of a result: nothing of a person goes into it."""
    return uuid5(NAMESPACE_URL, f"result:{centre_id}:{channel.value}:{vacancy_id or ''}:{on_day.isoformat()}")


def _vacancies(db: Reading, centre_id: UUID, today: date) -> dict[Own, dict[str, Any]]:
    rows = db.execute(_OPEN, {"centre": centre_id, "today": today}).all()
    places = _places(db, {row.id: row.created_at for row in rows}, today)
    return {(FeedKind.VACANCY, row.id): _vacancy(row, places.get(row.id, [])) for row in rows}


def _vacancy(row: Any, provinces: list[str]) -> dict[str, Any]:
    return {
        "employer": employer(row),
        "title": row.title,
        "occupation_code": row.occupation_code,
        "openings": row.openings,
        "remaining": max(0, row.left),
        "wage": {
            "kind": row.wage_kind.value,
            "low": row.wage_low,
            "high": row.wage_high,
            "per": row.wage_per.value,
            "currency": row.currency.value,
        },
        "provinces": provinces,
        "overseas": bool(row.overseas),
        "qualification": row.qualification.value if row.qualification else None,
        "expires_on": row.expires_on.isoformat(),
    }


def employer(row: Any) -> dict[str, Any]:
    """Name and tax code. A code of 12 digits is the number of a citizen, so it is left out (law 91/2025)."""
    known = row.tax_code if row.tax_code and len(row.tax_code) != 12 else None
    return {"name": row.employer, "tax_code": known}


def _results(db: Reading, centre_id: UUID, today: date) -> dict[Own, dict[str, Any]]:
    """Who was hired, counted by channel, vacancy and day of the employer's notice: no row is about one person."""
    groups: dict[tuple[Channel, UUID | None, date], list[Any]] = {}
    for channel, query in ((Channel.FAIR, _AT_FAIRS), (Channel.REFERRAL, _BY_SLIP)):
        for row in db.execute(query, {"centre": centre_id}):
            groups.setdefault((channel, row.vacancy_id, row.on_day), []).append(row)
    offers = {row.id: row for row in _asked(db, _OFFERS, {vacancy for _, vacancy, _ in groups if vacancy})}
    places = _places(db, {own: row.created_at for own, row in offers.items()}, today)
    return {
        (FeedKind.RESULT, result_id(centre_id, channel, vacancy, day)): {
            "vacancy": str(vacancy) if vacancy else None,
            "employer": employer(offers[vacancy]) if vacancy else None,
            "channel": channel.value,
            "told_on": day.isoformat(),
            "hired": len(rows),
            **_starts(rows),
            "evidence": {level: count for level in EvidenceLevel if (count := sum(r.level == level for r in rows))},
            "provinces": places.get(vacancy, []) if vacancy else [],
        }
        for (channel, vacancy, day), rows in groups.items()
    }


def _starts(rows: list[Any]) -> dict[str, str | None]:
    """The first and the last day on which those hired begin to work, as far as it was told."""
    days = sorted(day.isoformat() for row in rows if (day := getattr(row, "started_on", None)))
    return {"starts_from": days[0] if days else None, "starts_until": days[-1] if days else None}


def _places(db: Reading, made: dict[UUID, Any], today: date) -> dict[UUID, list[str]]:
    """The provinces of workplaces with the codes of today; one that merged with another is named once."""
    own, found = list(made), {}
    for at in range(0, len(own), _MANY):
        for vacancy_id, named in places_of(db, own[at : at + _MANY]).items():
            codes = [province_on(code, local_day(made[vacancy_id]), today) for code, _ in named]
            found[vacancy_id] = list(dict.fromkeys(codes))
    return found


def _asked(db: Reading, query: Any, ids: Iterable[UUID]) -> list[Any]:
    own = list(ids)
    return [row for at in range(0, len(own), _MANY) for row in db.execute(query, {"ids": own[at : at + _MANY]}).all()]
