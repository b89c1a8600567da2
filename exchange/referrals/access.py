"""Who may do what with a slip: the centre that issued it, the person it sends, and whoever holds its address."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select

from exchange.accounts.queries import Viewer
from exchange.centres.access import staff_desk
from exchange.journal.log import By
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.referrals.codes import DeadLink
from exchange.referrals.links import digest
from exchange.referrals.tables import Referral, ReferralCancellation, ReferralId, ReferralLink
from exchange.seekers.access import own_file
from exchange.seekers.persons import files_of, person_of
from exchange.seekers.tables import SeekerId

_r, _l, _x = columns(Referral), columns(ReferralLink), columns(ReferralCancellation)
_WHOSE = select(_r.centre_id, _r.seeker_id, _r.issued_by).where(_r.id == bindparam("referral"))
_newer: Any = ReferralLink.__table__.alias("newer").c  # type: ignore[attr-defined]
_NEWEST = select(func.max(_newer.turn)).where(_newer.referral_id == _l.referral_id).scalar_subquery()
_BY_SECRET = (
    select(
        _l.referral_id,
        _r.seeker_id,
        _r.centre_id,
        (_l.turn < _NEWEST).label("renewed"),
        _x.referral_id.label("cancelled"),
    )
    .join(Referral, _r.id == _l.referral_id)
    .outerjoin(ReferralCancellation, _x.referral_id == _l.referral_id)
    .where(_l.secret_hash == bindparam("digest"))
)


@dataclass(frozen=True)
class ReferralDesk:
    """May read a slip of their own centre and write down what is heard of it; `referral_desk` is the only maker.

    `seeker_id`: the person's file that is kept. `issued`: whether it was this member of staff who issued it.
    """

    account_id: UUID
    centre_id: UUID
    referral_id: ReferralId
    seeker_id: SeekerId
    issued: bool
    leads: bool

    @property
    def may_undo(self) -> bool:
        """Whether this desk may cancel the slip, renew its address and revoke an answer."""
        return self.issued or self.leads

    def by(self, request_id: UUID | None = None) -> By:
        """The author of a journal entry: who did it, and for whom."""
        return By(self.account_id, self.seeker_id, request_id)


@dataclass(frozen=True)
class UndoingDesk(ReferralDesk):
    """May undo: who issued the slip and the leads of the centre; `undoing_desk` is the only maker."""


@dataclass(frozen=True)
class OwnReferral:
    """A person's own slip; `own_referral` is the only maker."""

    referral_id: ReferralId
    seeker_id: SeekerId


@dataclass(frozen=True)
class AnswerSeat:
    """May answer for the employer: whoever has the address on the slip; `answer_seat` is the only maker.

    `centre_id`: who issued the slip. `dead`: why the address opens nothing any more.
    """

    referral_id: ReferralId
    seeker_id: SeekerId
    centre_id: UUID
    dead: DeadLink | None

    def by(self) -> By:
        """Nobody who has an account."""
        return By(None)


def referral_desk(db: Reading, viewer: Viewer | None, referral_id: UUID) -> ReferralDesk:
    """The viewer's desk over a slip of their centre. Raises NotFound for everybody else."""
    return ReferralDesk(*_desk(db, viewer, referral_id))


def undoing_desk(db: Reading, viewer: Viewer | None, referral_id: UUID) -> UndoingDesk:
    """The viewer's desk if they may undo. Raises NotFound for everybody else, colleagues too."""
    desk = UndoingDesk(*_desk(db, viewer, referral_id))
    if not desk.may_undo:
        raise NotFound
    return desk


def own_referral(db: Reading, viewer: Viewer | None, referral_id: UUID) -> OwnReferral:
    """The viewer's own slip. Raises NotFound for everybody else's."""
    mine = own_file(db, viewer)
    whose = db.execute(_WHOSE, {"referral": referral_id}).first()
    if whose is None or whose.seeker_id not in files_of(db, mine.seeker_id):
        raise NotFound
    return OwnReferral(ReferralId(referral_id), mine.seeker_id)


def answer_seat(db: Reading, secret: str) -> AnswerSeat:
    """The seat of whoever has the address. Raises NotFound for a secret that was never given out."""
    row = db.execute(_BY_SECRET, {"digest": digest(secret)}).first()
    if row is None:
        raise NotFound
    dead = DeadLink.CANCELLED if row.cancelled else DeadLink.RENEWED if row.renewed else None
    return AnswerSeat(ReferralId(row.referral_id), SeekerId(person_of(db, row.seeker_id)), row.centre_id, dead)


def _desk(db: Reading, viewer: Viewer | None, referral_id: UUID) -> tuple[Any, ...]:
    staff = staff_desk(db, viewer)
    row = db.execute(_WHOSE, {"referral": referral_id}).first()
    if row is None or row.centre_id != staff.centre_id:
        raise NotFound
    person = SeekerId(person_of(db, row.seeker_id))
    issued = row.issued_by == staff.account_id
    return staff.account_id, staff.centre_id, ReferralId(referral_id), person, issued, staff.leads
