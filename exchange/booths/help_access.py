"""Who may help whom with a ticket, who may ask for help, and who may answer."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, exists, select

from exchange.accounts.queries import Viewer
from exchange.booths import access
from exchange.booths.access import SeekerSeat, TalkSeat, TicketSeat
from exchange.booths.codes import Speaker
from exchange.booths.help_queries import site_of_call
from exchange.booths.tables import Booth, Ticket
from exchange.booths.talk_tables import Interview, InterviewId
from exchange.employers.tables import Recruiter
from exchange.fairs.access import FairDesk, PersonDesk, fair_desk
from exchange.fairs.tables import FairId, HelpCall
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.seekers.codes import Channel
from exchange.seekers.tables import Seeker

_b, _r, _t, _h, _i = columns(Booth), columns(Recruiter), columns(Ticket), columns(HelpCall), columns(Interview)
_LOOKS_FOR_WORK = select(columns(Seeker).id).where(columns(Seeker).account_id == bindparam("account"))
_RECRUITS_HERE = select(_r.id).where(
    _r.account_id == bindparam("account"),
    _r.ended_at.is_(None),
    exists().where(_b.fair_id == bindparam("fair"), _b.employer_id == _r.employer_id),
)


@dataclass(frozen=True)
class HelpSeat:
    """May ask for help at a fair: anybody who looks for work, and the recruiters of its booths."""

    account_id: UUID
    fair_id: UUID


def help_seat(db: Reading, viewer: Viewer | None, fair_id: UUID) -> HelpSeat:
    """The viewer's seat. Raises NotFound for everybody else."""
    ids = {"account": viewer.account_id, "fair": fair_id} if viewer else {}
    if viewer is None or not (db.scalar(_LOOKS_FOR_WORK, ids) or db.scalar(_RECRUITS_HERE, ids)):
        raise NotFound
    return HelpSeat(viewer.account_id, fair_id)


def answering_desk(db: Reading, viewer: Viewer | None, help_id: UUID) -> FairDesk:
    """The desk that may answer a call for help: the host's, or that of the caller's site. Raises NotFound."""
    fair_id = db.scalar(select(_h.fair_id).where(_h.id == help_id))
    if fair_id is None:
        raise NotFound
    desk = fair_desk(db, viewer, FairId(fair_id))
    if not desk.hosts and site_of_call(db, help_id) != desk.centre_id:
        raise NotFound
    return desk


def seat_for(db: Reading, desk: FairDesk, person: PersonDesk, booth_id: UUID, channel: Channel) -> SeekerSeat:
    """A seat at a booth for somebody who is helped. Raises NotFound for a booth of another fair."""
    return access.helping_seat(db, desk, person.seeker_id, booth_id, channel)


def ticket_for(db: Reading, desk: FairDesk, person: PersonDesk, ticket_id: UUID) -> TicketSeat:
    """A ticket of somebody who is helped. Raises NotFound for anybody else's."""
    seat = access.helping_ticket(db, desk, ticket_id)
    if seat.seeker_id != person.seeker_id:
        raise NotFound
    return seat


def talk_for(db: Reading, person: PersonDesk, interview_id: UUID) -> TalkSeat:
    """The side of somebody who is helped in their interview. Raises NotFound for anybody else's."""
    here = _i.id == interview_id, _i.seeker_id == person.seeker_id, _i.fair_id == person.fair_id
    row = db.execute(select(_i.booth_id).where(*here)).first()
    if row is None:
        raise NotFound
    return TalkSeat(
        person.account_id,
        InterviewId(interview_id),
        Speaker.SEEKER,
        person.seeker_id,
        row.booth_id,
        person.fair_id,
    )


def paper_for(db: Reading, viewer: Viewer | None, ticket_id: UUID) -> TicketSeat:
    """A ticket to be printed by staff who may help its holder. Raises NotFound for everybody else."""
    fair_id = db.scalar(select(_t.fair_id).where(_t.id == ticket_id))
    if fair_id is None:
        raise NotFound
    return access.helping_ticket(db, fair_desk(db, viewer, fair_id), ticket_id)
