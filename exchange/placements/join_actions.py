"""Two entries of one placement are joined and count once; parted again when that was a mistake. No fact moves."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, or_, select, update

from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.text import squeeze
from exchange.kernel.texts import N_
from exchange.placements.access import PlacementDesk
from exchange.placements.codes import LONGEST_WORDS, Likeness, PlacementReason
from exchange.placements.same_rules import Told, alike, kept_first
from exchange.placements.standings import refresh, refresh_openings
from exchange.placements.tables import Placement, PlacementId, PlacementJoin, PlacementReversal
from exchange.placements.telling import told_of
from exchange.seekers.persons import person_column

BY_ITSELF = N_("Hai nguồn cùng báo: cùng người, cùng nhà tuyển dụng, cùng thời gian bắt đầu.")
_FILES_PARTED = N_("Hồ sơ của hai người đã được tách.")
_KEPT_REVERSED = N_("Ghi nhận được giữ đã bị hủy.")
_p, _j = columns(Placement), columns(PlacementJoin)
_STANDS = _j.undone_at.is_(None)
_GONE_INTO = select(_j.gone_id).join(Placement, _p.id == _j.gone_id).where(_j.kept_id == bindparam("kept"), _STANDS)
_ONE = select(_j.id, _j.kept_id, _j.gone_id, _j.undone_at).where(_j.id == bindparam("join"))
_other: Any = Placement.__table__.alias("other").c  # type: ignore[attr-defined]
_STRANGERS = (
    select(_j.id, _j.kept_id, _j.gone_id)
    .join(Placement, _p.id == _j.kept_id)
    .join(_other.id.table, _other.id == _j.gone_id)
    .where(_STANDS, person_column(_p.seeker_id) != person_column(_other.seeker_id))
    .where(or_(*(one.in_(bindparam("files", expanding=True)) for one in (_p.seeker_id, _other.seeker_id))))
)


def join_certain(db: Writing, placement_id: UUID, by_account: UUID | None, *, now: datetime) -> None:
    """Join a placement with whatever certainly is the same one, by itself; how, says `same_rules`."""
    seeker_id = db.scalar(select(_p.seeker_id).where(_p.id == placement_id))
    tried: set[UUID] = set()
    while seeker_id and (pair := _certain(told_of(db, seeker_id), placement_id, tried)):
        tried |= set(pair) - {placement_id}
        kept, gone = pair
        _tie(db, kept, gone, BY_ITSELF, by_account, now=now)
        _settle(db, [kept, gone])
        _record(db, Kind.PLACEMENTS_JOINED, kept, gone, seeker_id, log.By(by_account), now)


def join(
    db: Writing, desk: PlacementDesk, other: PlacementDesk, because: str, *, request_id: UUID | None, now: datetime
) -> UUID:
    """Count two placements as one, for a reason; which is kept. The same form twice is once.

    Raises Refused without a reason and for two persons, Conflict when one was joined or reversed meanwhile.
    """
    by, done = log.sent(db, desk.by(request_id), Kind.PLACEMENTS_JOINED)
    if done:
        return done
    words = reason_of(because)
    if desk.placement_id == other.placement_id:
        raise Refused(PlacementReason.SAME_PLACEMENT, "other")
    if desk.seeker_id != other.seeker_id:
        raise Refused(PlacementReason.TWO_PERSONS, "other")
    pair = _pair(db, desk, other)
    _tie(db, *pair, words, desk.account_id, now=now)
    _settle(db, pair)
    _record(db, Kind.PLACEMENTS_JOINED, *pair, desk.seeker_id, by, now)
    return pair[0]


def part(
    db: Writing, desk: PlacementDesk, join_id: UUID, because: str, *, request_id: UUID | None, now: datetime
) -> None:
    """Undo a join of this placement, for a reason: each counts for itself. Twice is once. Raises NotFound, Refused."""
    by, done = log.sent(db, desk.by(request_id), Kind.PLACEMENTS_PARTED)
    found = db.execute(_ONE, {"join": join_id}).first()
    if found is None or desk.placement_id not in (found.kept_id, found.gone_id):
        raise NotFound
    if done == found.kept_id:
        return
    words = reason_of(because)
    if found.undone_at:
        raise Conflict(PlacementReason.NOT_JOINED)
    untie(db, [join_id], words, desk.account_id, now=now)
    _settle(db, [found.kept_id, found.gone_id])
    _record(db, Kind.PLACEMENTS_PARTED, found.kept_id, found.gone_id, desk.seeker_id, by, now)


def persons_changed(db: Writing, files: Sequence[UUID], by_account: UUID, *, now: datetime) -> None:
    """Files were merged or parted: what is certainly one placement is joined, what is of two persons no longer is."""
    for row in db.execute(_STRANGERS, {"files": list(files)}).all():
        untie(db, [row.id], _FILES_PARTED, by_account, now=now)
        _settle(db, [row.kept_id, row.gone_id])
    for file in files:
        for told in told_of(db, file):
            join_certain(db, told.placement_id, by_account, now=now)


def write_reversal(db: Writing, placement_id: UUID, because: str, by_account: UUID, *, now: datetime) -> None:
    """A placement counts no more. What was joined into it goes on by itself, the earliest as the one that is kept."""
    gone = PlacementId(placement_id)
    db.add(PlacementReversal(placement_id=gone, because=because[:300], by_account=by_account, at=now))
    db.flush()
    order = _GONE_INTO.order_by(_p.made_at, _p.id)
    left = list(db.scalars(order, {"kept": placement_id}).all())
    mine = or_(_j.kept_id == placement_id, _j.gone_id == placement_id)
    untie(db, list(db.scalars(select(_j.id).where(mine, _STANDS)).all()), _KEPT_REVERSED, by_account, now=now)
    for other in left[1:]:
        _tie(db, left[0], other, BY_ITSELF, by_account, now=now)
    _settle(db, [placement_id, *left])


def untie(db: Writing, joins: list[UUID], because: str, by_account: UUID, *, now: datetime) -> None:
    """Write beside joins that they were undone."""
    done = {"undone_at": now, "undone_by": by_account, "undone_because": because[:LONGEST_WORDS]}
    db.execute(update(PlacementJoin).where(_j.id.in_(joins), _STANDS).values(**done))


def reason_of(because: str, field: str = "because") -> str:
    """Why something is changed. Raises Refused without words and for too many: nothing of them is lost unsaid."""
    words = squeeze(because)
    if not words or len(words) > LONGEST_WORDS:
        raise Refused(PlacementReason.TOO_LONG if words else PlacementReason.WITHOUT_WORDS, field)
    return words


def _pair(db: Writing, desk: PlacementDesk, other: PlacementDesk) -> tuple[UUID, UUID]:
    """Which of the two is kept, and which goes. Raises Conflict."""
    both = [
        told for told in told_of(db, desk.seeker_id) if told.placement_id in (desk.placement_id, other.placement_id)
    ]
    pair = kept_first(*both, earlier=both[0].placement_id) if len(both) > 1 else None
    if pair is None:
        raise Conflict(PlacementReason.JOINED_ALREADY)
    return pair


def _certain(every: list[Told], placement_id: UUID, tried: set[UUID]) -> tuple[UUID, UUID] | None:
    """The next pair to be joined, kept first."""
    of = {told.placement_id: told for told in every}
    one = of.get(placement_id)
    for found in alike(one, every) if one else ():
        earlier = next(told.placement_id for told in every if told.placement_id in (placement_id, found.placement_id))
        if one and found.likeness is Likeness.CERTAIN and found.placement_id not in tried:
            pair = kept_first(one, of[found.placement_id], earlier=earlier)
            if pair:
                return pair
    return None


def _tie(db: Writing, kept: UUID, gone: UUID, because: str, by_account: UUID | None, *, now: datetime) -> None:
    db.add(PlacementJoin(kept_id=kept, gone_id=gone, because=because, by_account=by_account, at=now))  # type: ignore[arg-type]
    db.flush()


def _settle(db: Writing, placements: Sequence[UUID]) -> None:
    refresh(db, placements)
    refresh_openings(db, placements)


def _record(db: Writing, kind: Kind, kept: UUID, gone: UUID, seeker_id: UUID, by: log.By, now: datetime) -> None:
    about = log.About(kept, seeker_id=seeker_id, facts={"gone": gone.hex})
    log.record(db, kind, about, by=by, at=now)
