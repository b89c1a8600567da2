"""Taking in claims by the thousand with what was decided on them, and taking many back: as one, in few statements.

For imports and example data. What is handed in was checked (`bulk_rules.why_not_claim`, whose file it is, whether
another claim is open); what cannot be is refused with the whole call.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, insert, select

from exchange.benefits import facts, rules, standings
from exchange.benefits.bulk_rules import Claimed, why_not_claim
from exchange.benefits.facts import SAID
from exchange.benefits.tables import (
    BenefitClaim,
    BenefitEvent,
    ClaimAppraisal,
    ClaimDecision,
    ClaimId,
    ClaimWithdrawal,
    JobSearchDeclaration,
)
from exchange.centres.tables import Centre
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing, hold
from exchange.kernel.errors import Refused
from exchange.kernel.ids import new_id

_c, _d, _e, _w = (columns(one) for one in (BenefitClaim, ClaimDecision, BenefitEvent, ClaimWithdrawal))
_HIGHEST = select(_c.year, func.max(_c.number).label("last")).where(_c.centre_id == bindparam("centre"))
_HIGHEST = _HIGHEST.group_by(_c.year)
_USED = select(_c.year, _c.number).where(
    _c.centre_id == bindparam("centre"), _c.year.in_(bindparam("years", expanding=True))
)
_WHOSE = (
    select(_c.id, _c.seeker_id, _c.at)
    .outerjoin(ClaimWithdrawal, _w.claim_id == _c.id)
    .where(_c.id.in_(bindparam("claims", expanding=True)), _w.at.is_(None))
    .order_by(_c.id)
    .with_for_update(of=_c.id.table, key_share=True)
)
_FOLLOWERS = tuple(columns(one) for one in (ClaimAppraisal, ClaimDecision, BenefitEvent, JobSearchDeclaration))


def receive_claims(
    db: Writing, rows: Sequence[Claimed], *, centre_id: UUID, account_id: UUID, now: datetime
) -> list[ClaimId]:
    """Write claims down for one centre, each with its decision and its end where it has them; their ids in order.

    Raises Refused for what cannot be. A number that the centre has given in that year breaks the whole call (the
    database's unique constraint); who has none is given the next.
    """
    _refuse(rows, local_day(now))
    hold(db, Centre, centre_id)  # its numbers are given one after the other
    told = [(ClaimId(new_id()), row) for row in rows]
    who = {"by_account": account_id, "at": now}
    numbers = _numbers(db, centre_id, rows)
    claims = (
        _claim(own, row) | {"year": year, "number": number, "centre_id": centre_id} | who
        for (own, row), (year, number) in zip(told, numbers, strict=True)
    )
    _insert(db, _c.id.table, claims)
    _insert(db, _d.id.table, (_decision(own, row) | who for own, row in told if row.decision))
    _insert(db, _e.id.table, (_end(own, row) | who for own, row in told if row.ended))
    standings.refresh(db, [own for own, _ in told])
    _tell(db, Kind.BENEFIT_CLAIMED, told, account_id, now)
    _tell(db, Kind.BENEFIT_DECIDED, [one for one in told if one[1].decision], account_id, now)
    _tell(db, Kind.BENEFIT_CHANGED, [one for one in told if one[1].ended], account_id, now)
    return [own for own, _ in told]


def _refuse(rows: Sequence[Claimed], today: date) -> None:
    for row in rows:
        if wrong := why_not_claim(row, today):
            raise Refused(*wrong)


def withdraw_claims(
    db: Writing, claims: Sequence[UUID], because: str, *, account_id: UUID, now: datetime
) -> tuple[list[UUID], list[UUID]]:
    """They count no longer and are open no longer: which were withdrawn now, and which are left alone.

    Left alone is a claim on which something was written down after it was taken in. Twice is once.
    """
    whose = db.execute(_WHOSE, {"claims": list(claims)}).all() if claims else []
    followed = _followed(db, {row.id: row.at for row in whose})
    gone = [row for row in whose if row.id not in followed]
    taken = {"because": because, "by_account": account_id, "at": now}
    _insert(db, _w.claim_id.table, ({"claim_id": row.id} | taken for row in gone))
    standings.refresh(db, [row.id for row in gone])
    said = [(log.About(row.id, seeker_id=row.seeker_id), log.By(account_id, row.seeker_id)) for row in gone]
    log.record_many(db, Kind.BENEFIT_WITHDRAWN, said, at=now)
    return [row.id for row in gone], sorted(followed)


def numbers_used(db: Reading, centre_id: UUID, years: Iterable[int]) -> set[tuple[int, int]]:
    """The numbers that a centre has given in these years: (year, number)."""
    asked = {"centre": centre_id, "years": sorted(set(years))}
    return {(row.year, row.number) for row in db.execute(_USED, asked)} if asked["years"] else set()


def who_has_open(db: Reading, seekers: Sequence[UUID], today: date) -> set[UUID]:
    """Which of these files have a claim that is not closed."""
    found = facts.OF_PERSON.ask(db, {"files": list(seekers)}) if seekers else []
    return {one.seeker_id for one in found if rules.state_on(one.course, today) in rules.OPEN}


def _followed(db: Writing, since: dict[UUID, datetime]) -> set[UUID]:
    found: set[UUID] = set()
    for own in _FOLLOWERS if since else ():
        rows = db.execute(select(own.claim_id, own.at).where(own.claim_id.in_(list(since)))).all()
        found |= {row.claim_id for row in rows if row.at > since[row.claim_id]}
    return found


def _numbers(db: Writing, centre_id: UUID, rows: Sequence[Claimed]) -> list[tuple[int, int]]:
    last = defaultdict(int, {row.year: row.last for row in db.execute(_HIGHEST, {"centre": centre_id})})
    for row in rows:
        if row.number:
            last[row.number[0]] = max(last[row.number[0]], row.number[1])
    given = []
    for row in rows:
        year = row.received_on.year
        if not row.number:
            last[year] += 1
        given.append(row.number or (year, last[year]))
    return given


def _claim(own: ClaimId, row: Claimed) -> dict[str, Any]:
    days = {"received_on": row.received_on, "contract_ended_on": row.contract_ended_on}
    place = {"origin": row.origin, "other_province": row.other_province}
    return {"id": own, "seeker_id": row.seeker_id} | days | place


def _decision(own: ClaimId, row: Claimed) -> dict[str, Any]:
    said = {name: getattr(row.decision, name) for name in SAID}
    return {"id": new_id(), "claim_id": own, "turn": 1, "corrects_id": None, "because": ""} | said


def _end(own: ClaimId, row: Claimed) -> dict[str, Any]:
    happened = row.ended
    said = {name: getattr(happened, name) for name in ("kind", "on_day", "ground")}
    empty = {"province": None, "decision": "", "note": "", "withdraws_id": None}
    return {"id": new_id(), "claim_id": own, "turn": 1} | said | empty


def _tell(db: Writing, kind: Kind, told: Sequence[tuple[ClaimId, Claimed]], account_id: UUID, now: datetime) -> None:
    said = [(log.About(own, seeker_id=row.seeker_id), log.By(account_id, row.seeker_id)) for own, row in told]
    log.record_many(db, kind, said, at=now)


def _insert(db: Writing, table: Any, rows: Iterable[dict[str, Any]]) -> None:
    if listed := list(rows):
        db.execute(insert(table), listed)
