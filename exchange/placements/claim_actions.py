"""Whose work a placement is: centres claim it and speak; when all say the same, it is settled. All words stay."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select

from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing, hold
from exchange.kernel.errors import Refused
from exchange.placements import credit_rules
from exchange.placements.access import LeadPlacementDesk
from exchange.placements.claim_tables import PlacementClaim, PlacementOpinion, PlacementSettlement
from exchange.placements.codes import ClaimRole, PlacementReason
from exchange.placements.join_actions import reason_of
from exchange.placements.standings import refresh
from exchange.placements.tables import Placement

_m, _o, _t = columns(PlacementClaim), columns(PlacementOpinion), columns(PlacementSettlement)
_GROUP: Any = bindparam("group", expanding=True)
_CLAIMING = select(_m.centre_id).where(_m.placement_id.in_(_GROUP))
_WORDS = select(_o.centre_id, _o.for_id).where(_o.placement_id.in_(_GROUP)).order_by(_o.at, _o.id)
_TURN = select(func.max(_t.turn)).where(_t.placement_id == bindparam("placement"))
_SETTLED = select(_t.centre_id).where(_t.placement_id.in_(_GROUP)).order_by(_t.at.desc(), _t.turn.desc()).limit(1)


def claim(
    db: Writing, desk: LeadPlacementDesk, role: ClaimRole, because: str, *, request_id: UUID | None, now: datetime
) -> UUID:
    """This centre says that the placement is its work, for a reason. The same form twice is once. Raises Refused."""
    by, done = log.sent(db, desk.by(request_id), Kind.PLACEMENT_CLAIMED)
    if done:
        return done
    hold(db, Placement, desk.kept_id)
    words = reason_of(because)
    if not credit_rules.may_claim(role, desk.centre_id, desk.four):
        raise Refused(PlacementReason.ROLE_WRONG, "role")
    if desk.centre_id in claiming(db, desk):
        raise Refused(PlacementReason.CLAIMED_ALREADY)
    said: dict[str, Any] = {"centre_id": desk.centre_id, "role": role, "because": words}
    row = PlacementClaim(placement_id=desk.kept_id, by_account=desk.account_id, at=now, **said)
    db.add(row)
    _record(db, Kind.PLACEMENT_CLAIMED, desk, {"role": role.value}, by, now, subject=row.id)
    return row.id


def say(
    db: Writing, desk: LeadPlacementDesk, for_id: UUID | None, words: str, *, request_id: UUID | None, now: datetime
) -> None:
    """This centre's word on who is to be credited; when all that are concerned say the same, it is settled.

    The same form twice is once. Raises Refused without words, and for a centre that does not claim.
    """
    by, done = log.sent(db, desk.by(request_id), Kind.PLACEMENT_DISPUTED)
    if done:
        return
    hold(db, Placement, desk.kept_id)
    told = reason_of(words, "words")
    there = claiming(db, desk)
    if for_id is None or for_id not in there:
        raise Refused(PlacementReason.NOT_CLAIMING, "for_id")
    who: dict[str, Any] = {"centre_id": desk.centre_id, "for_id": for_id, "words": told}
    row = PlacementOpinion(placement_id=desk.kept_id, by_account=desk.account_id, at=now, **who)
    db.add(row)
    db.flush()
    _record(db, Kind.PLACEMENT_DISPUTED, desk, {"for": for_id.hex}, by, now, subject=row.id)
    agreed = credit_rules.agreed(there, newest_words(db, desk))
    if agreed and agreed != db.scalar(_SETTLED, {"group": list(desk.group)}):
        _settle(db, desk, agreed, now=now)


def claiming(db: Reading, desk: LeadPlacementDesk) -> frozenset[UUID]:
    """The centres that claim it."""
    return frozenset(db.scalars(_CLAIMING, {"group": list(desk.group)}))


def newest_words(db: Reading, desk: LeadPlacementDesk) -> dict[UUID, UUID]:
    """Whom each centre that has spoken wants credited."""
    return {row.centre_id: row.for_id for row in db.execute(_WORDS, {"group": list(desk.group)})}


def _settle(db: Writing, desk: LeadPlacementDesk, centre_id: UUID, *, now: datetime) -> None:
    turn = (db.scalar(_TURN, {"placement": desk.kept_id}) or 0) + 1
    who: dict[str, Any] = {"centre_id": centre_id, "by_account": desk.account_id}
    db.add(PlacementSettlement(placement_id=desk.kept_id, turn=turn, at=now, **who))
    db.flush()
    refresh(db, [desk.kept_id])
    _record(db, Kind.PLACEMENT_SETTLED, desk, {"centre": centre_id.hex}, desk.by(), now, subject=desk.kept_id)


def _record(
    db: Writing, kind: Kind, desk: LeadPlacementDesk, said: dict[str, Any], by: log.By, now: datetime, *, subject: UUID
) -> None:
    about = log.About(subject, seeker_id=desk.seeker_id, facts={"placement": desk.placement_id.hex} | said)
    log.record(db, kind, about, by=by, at=now)
