"""Who may do what at a booth. Each value is made only here, from a viewer and an id."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam, or_, select

from exchange.accounts.queries import Viewer
from exchange.booths.codes import Mode, Speaker
from exchange.booths.tables import Booth, BoothId, Ticket, TicketId
from exchange.booths.talk_tables import Interview, InterviewId
from exchange.centres.tables import Staff
from exchange.employers.tables import Recruiter
from exchange.fairs.access import FairDesk
from exchange.fairs.tables import FairSeeker
from exchange.journal.log import By
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.seekers.codes import Channel
from exchange.seekers.tables import Seeker, SeekerId

_b, _t, _i, _s = columns(Booth), columns(Ticket), columns(Interview), columns(Seeker)


@dataclass(frozen=True)
class SeekerSeat:
    """May take a ticket at this booth: the person, or staff of a site on the person's behalf."""

    account_id: UUID
    seeker_id: SeekerId
    booth_id: BoothId
    fair_id: UUID
    channel: Channel
    helped: bool = False

    def by(self, request_id: UUID | None) -> By:
        """The author of a journal entry."""
        return By(self.account_id, self.seeker_id if self.helped else None, request_id)


@dataclass(frozen=True)
class TicketSeat:
    """May act on this ticket: its holder, or staff of a site on the holder's behalf."""

    account_id: UUID
    seeker_id: SeekerId
    ticket_id: TicketId
    booth_id: BoothId
    fair_id: UUID
    helped: bool = False

    def by(self, request_id: UUID | None) -> By:
        """The author of a journal entry."""
        return By(self.account_id, self.seeker_id if self.helped else None, request_id)


@dataclass(frozen=True)
class RecruiterDesk:
    """May call and interview at this booth: its employer's recruiters, or the site's staff where it is delegated."""

    account_id: UUID
    booth_id: BoothId
    fair_id: UUID
    centre_id: UUID
    employer_id: UUID

    def by(self, request_id: UUID | None) -> By:
        """The author of a journal entry."""
        return By(self.account_id, None, request_id)


@dataclass(frozen=True)
class TalkSeat:
    """One of the two sides of an interview."""

    account_id: UUID
    interview_id: InterviewId
    speaker: Speaker
    seeker_id: UUID
    booth_id: UUID
    fair_id: UUID


_BOOTH = select(_b.id, _b.fair_id, _b.centre_id, _b.employer_id, _b.mode).where(_b.id == bindparam("booth"))
_SEEKER = select(_s.id).where(_s.account_id == bindparam("account"))
_TICKET = select(_t.id, _t.seeker_id, _t.booth_id, _t.fair_id, _s.account_id).join(Seeker, _s.id == _t.seeker_id)
_TALK = (
    select(_i.id, _i.seeker_id, _i.booth_id, _i.fair_id, _s.account_id)
    .join(Seeker, _s.id == _i.seeker_id)
    .where(_i.id == bindparam("interview"))
)


def _one(row: Any) -> Any:
    if row is None:
        raise NotFound
    return row


def own_seat(db: Reading, viewer: Viewer | None, booth_id: UUID) -> SeekerSeat:
    """The viewer's own seat at a booth. Raises NotFound where the viewer is no registered seeker."""
    booth = _one(db.execute(_BOOTH, {"booth": booth_id}).first())
    seeker_id = _one(db.scalar(_SEEKER, {"account": viewer.account_id}) if viewer else None)
    assert viewer is not None  # noqa: S101 - narrowed by the line above
    return SeekerSeat(viewer.account_id, seeker_id, booth.id, booth.fair_id, Channel.ONLINE)


def helping_seat(db: Reading, desk: FairDesk, seeker_id: UUID, booth_id: UUID, channel: Channel) -> SeekerSeat:
    """A seat taken by staff for a person of their own site (the host: of any site)."""
    booth = _one(db.execute(_BOOTH, {"booth": booth_id}).first())
    present = columns(FairSeeker)
    site = _one(
        db.scalar(select(present.centre_id).where(present.fair_id == desk.fair_id, present.seeker_id == seeker_id))
    )
    if booth.fair_id != desk.fair_id or not (desk.hosts or site == desk.centre_id):
        raise NotFound
    return SeekerSeat(desk.account_id, SeekerId(seeker_id), booth.id, booth.fair_id, channel, helped=True)


def own_ticket(db: Reading, viewer: Viewer | None, ticket_id: UUID) -> TicketSeat:
    """The viewer's own ticket. Raises NotFound for anybody else's."""
    row = _one(db.execute(_TICKET.where(_t.id == ticket_id)).first())
    if viewer is None or row.account_id != viewer.account_id:
        raise NotFound
    return TicketSeat(viewer.account_id, row.seeker_id, row.id, row.booth_id, row.fair_id)


def helping_ticket(db: Reading, desk: FairDesk, ticket_id: UUID) -> TicketSeat:
    """Somebody's ticket in the hands of staff who help: of their own site, or the host's."""
    row = _one(db.execute(_TICKET.where(_t.id == ticket_id)).first())
    if row.fair_id != desk.fair_id:
        raise NotFound
    helping_seat(db, desk, row.seeker_id, row.booth_id, Channel.PHONE)
    return TicketSeat(desk.account_id, row.seeker_id, row.id, row.booth_id, row.fair_id, helped=True)


def recruiter_desk(db: Reading, viewer: Viewer | None, booth_id: UUID) -> RecruiterDesk:
    """The viewer's desk at a booth. Raises NotFound for everybody who may not interview there."""
    booth = _one(db.execute(_BOOTH, {"booth": booth_id}).first())
    if viewer is None:
        raise NotFound
    r, s = columns(Recruiter), columns(Staff)
    mine = select(r.id).where(
        r.account_id == viewer.account_id, r.employer_id == booth.employer_id, r.ended_at.is_(None)
    )
    delegated = select(s.id).where(
        s.account_id == viewer.account_id, s.centre_id == booth.centre_id, s.ended_at.is_(None)
    )
    if not (db.scalar(mine) or (booth.mode is Mode.DELEGATED and db.scalar(delegated))):
        raise NotFound
    return RecruiterDesk(viewer.account_id, booth.id, booth.fair_id, booth.centre_id, booth.employer_id)


def my_booths(db: Reading, viewer: Viewer | None) -> list[UUID]:
    """Booths at which the viewer may sit, newest first."""
    if viewer is None:
        return []
    r, s = columns(Recruiter), columns(Staff)
    hired = select(r.employer_id).where(r.account_id == viewer.account_id, r.ended_at.is_(None))
    works = select(s.centre_id).where(s.account_id == viewer.account_id, s.ended_at.is_(None))
    mine = or_(_b.employer_id.in_(hired), and_(_b.mode == Mode.DELEGATED, _b.centre_id.in_(works)))
    return list(db.scalars(select(_b.id).where(mine).order_by(_b.created_at.desc(), _b.id.desc()).limit(50)))


def talk_seat(db: Reading, viewer: Viewer | None, interview_id: UUID) -> TalkSeat:
    """The viewer's side of an interview: the seeker, or whoever may sit at the booth. Raises NotFound otherwise."""
    row = _one(db.execute(_TALK, {"interview": interview_id}).first())
    if viewer is not None and row.account_id == viewer.account_id:
        return TalkSeat(viewer.account_id, row.id, Speaker.SEEKER, row.seeker_id, row.booth_id, row.fair_id)
    desk = recruiter_desk(db, viewer, row.booth_id)
    return TalkSeat(desk.account_id, row.id, Speaker.BOOTH, row.seeker_id, row.booth_id, row.fair_id)
