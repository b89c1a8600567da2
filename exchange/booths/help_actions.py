"""What staff do for somebody who telephones or stands at the counter. Each act carries both names."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from exchange.booths.access import TalkSeat
from exchange.booths.actions import join_queue
from exchange.booths.consent_actions import change_word
from exchange.booths.help_access import seat_for
from exchange.booths.tables import Booth, TicketId
from exchange.booths.talk_actions import say
from exchange.fairs import actions as fairs
from exchange.fairs import queries as fair_queries
from exchange.fairs.access import FairDesk, PersonDesk
from exchange.fairs.codes import FairReason
from exchange.fairs.rules import may_register
from exchange.fairs.tables import FairSeeker
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing, hold
from exchange.kernel.errors import Refused
from exchange.kernel.text import fold
from exchange.seekers import actions as seekers
from exchange.seekers import queries as seeker_queries
from exchange.seekers import rules
from exchange.seekers.actions import SeekerGiven
from exchange.seekers.codes import Channel, Purpose
from exchange.seekers.questions import ASKED
from exchange.seekers.tables import Seeker

_s, _p = columns(Seeker), columns(FairSeeker)


def open_file(db: Writing, person: PersonDesk, *, now: datetime) -> None:
    """Write down that staff look into somebody's file: reading is journalled as writing is."""
    about = log.About(person.seeker_id, seeker_id=person.seeker_id, facts={"fair": str(person.fair_id)})
    log.record(db, Kind.SEEKER_FILE_OPENED, about, by=log.By(person.account_id), at=now)


@dataclass(frozen=True)
class Told:
    """What somebody tells staff to be registered: the six answers, the purposes they agree to, how they told it."""

    answers: SeekerGiven
    agreed: frozenset[Purpose]
    channel: Channel


def register_person(db: Writing, desk: FairDesk, told: Told, *, request_id: UUID | None, now: datetime) -> UUID:
    """Register somebody for the fair by script, at the desk's own site; consents are recorded as told to staff.

    Search before create: who is known by telephone, year of birth and given name keeps the file there is. The same
    form sent twice registers once. Raises Refused without the needed consents, when the fair takes no registrations,
    or for somebody whom another site of the fair looks after.
    """
    if made := log.result_of(db, log.By(desk.account_id, None, request_id)):
        return made
    if reason := rules.why_not_consent(told.agreed):
        raise Refused(reason, next(purpose.value for purpose in ASKED if purpose in rules.NEEDED - told.agreed))
    _still_registering(db, desk, now=now)
    seeker_id = _file_of(db, desk, told, request_id, now)
    by = log.By(desk.account_id, seeker_id)
    words = {purpose: purpose in told.agreed for purpose in ASKED}
    seekers.record_consents(db, seeker_id, words, channel=told.channel, by=by, now=now)
    _enter(db, desk, seeker_id, told.channel, by=by, now=now)
    return seeker_id


def _file_of(db: Writing, desk: FairDesk, told: Told, request_id: UUID | None, now: datetime) -> UUID:
    """The person's file, opened or new. Either way the form is remembered by its id."""
    seeker_id = _known(db, told.answers)
    if seeker_id is None:
        by = log.By(desk.account_id, None, request_id)
        return seekers.register_seeker(
            db, told.answers, account_id=None, by=by, channel=told.channel, centre_id=desk.centre_id, now=now
        )
    _not_elsewhere(db, desk, seeker_id)
    by = log.By(desk.account_id, seeker_id, request_id)
    log.record(db, Kind.SEEKER_FILE_OPENED, log.About(seeker_id, seeker_id=seeker_id), by=by, at=now)
    return seeker_id


def enter_fair(db: Writing, desk: FairDesk, person: PersonDesk, channel: Channel, *, now: datetime) -> None:
    """Register somebody who has a file for this fair; at the counter they are there as well. Twice is once.

    Raises Refused when the fair takes no registrations.
    """
    _still_registering(db, desk, now=now)
    _enter(db, desk, person.seeker_id, channel, by=person.by(), now=now)


def record_word(
    db: Writing, person: PersonDesk, purpose: Purpose, channel: Channel, *, given: bool, now: datetime
) -> None:
    """Write down what somebody says to one purpose; the word that stands already is not written again."""
    change_word(db, person.seeker_id, purpose, given=given, channel=channel, by=person.by(), now=now)


def take_ticket_for(
    db: Writing,
    desk: FairDesk,
    person: PersonDesk,
    booth_id: UUID,
    channel: Channel,
    *,
    request_id: UUID | None,
    now: datetime,
) -> TicketId:
    """Take a ticket for somebody, who is at the fair from then on. The ticket already held is returned.

    Raises Refused without the needed consents, and as `join_queue` does.
    """
    hold(db, Seeker, person.seeker_id)
    hold(db, Booth, booth_id)  # both before the fair's news: everybody holds them in this order
    if reason := rules.why_not_consent(seeker_queries.gave(db, person.seeker_id)):
        raise Refused(reason, "booth_id")
    site = person.site or desk.centre_id
    fairs.register_for_fair(db, desk.fair_id, person.seeker_id, site, channel, by=person.by(), now=now)
    fairs.check_in(db, desk.fair_id, person.seeker_id, by=person.by(), now=now)
    return join_queue(db, seat_for(db, desk, person, booth_id, channel), request_id=request_id, now=now)


def _still_registering(db: Reading, desk: FairDesk, *, now: datetime) -> None:
    if not may_register(fair_queries.phase(db, desk.fair_id, now=now)):
        raise Refused(FairReason.NOT_REGISTERING)


def _known(db: Reading, given: SeekerGiven) -> UUID | None:
    """The file of the same person: a family may share a telephone, so the given name has to agree as well."""
    if given.phone is None:
        return None
    same = select(_s.id, _s.name_fold).where(_s.phone == given.phone, _s.birth_year == given.birth_year)
    called = fold(given.name).split()[-1:]
    rows = db.execute(same.order_by(_s.created_at, _s.id)).all()
    return next((row.id for row in rows if row.name_fold.split()[-1:] == called), None)


def _not_elsewhere(db: Reading, desk: FairDesk, seeker_id: UUID) -> None:
    here = _p.fair_id == desk.fair_id, _p.seeker_id == seeker_id
    site = db.scalar(select(_p.centre_id).where(*here))
    if site and not desk.hosts and site != desk.centre_id:
        raise Refused(FairReason.ELSEWHERE, "phone")


def _enter(db: Writing, desk: FairDesk, seeker_id: UUID, channel: Channel, *, by: log.By, now: datetime) -> None:
    hold(db, Seeker, seeker_id)
    fairs.register_for_fair(db, desk.fair_id, seeker_id, desk.centre_id, channel, by=by, now=now)
    if channel is Channel.COUNTER:
        fairs.check_in(db, desk.fair_id, seeker_id, by=by, now=now)


def say_for(db: Writing, seat: TalkSeat, text: str, *, request_id: UUID | None, now: datetime) -> None:
    """Write down in an interview what the person says on the telephone. The same form sent twice says it once.

    Raises Refused when there are no words or the talk is over.
    """
    say(db, seat, text, by=log.By(seat.account_id, seat.seeker_id, request_id), now=now)
