"""What can happen at a fair, one act for each kind of news."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from exchange.booths import access, actions, call_actions, end_actions, talk_actions
from exchange.booths.codes import OutcomeCode
from exchange.booths.talk_actions import OutcomeGiven
from exchange.booths.talk_tables import Interview
from exchange.fairs import access as fair_access
from exchange.fairs import actions as fair_actions
from exchange.fairs.codes import Audience
from exchange.fairs.tables import HelpCall
from exchange.journal import log
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.kernel.ids import new_id
from exchange.placements import actions as placements
from exchange.seekers.actions import SeekerGiven, register_seeker
from exchange.seekers.codes import Channel, Sex
from tests.cast import Ground

Act = Callable[[Ground, Writing, datetime], object]
_LAST = timedelta(seconds=1)


def prepare(ground: Ground, db: Writing, now: datetime) -> None:
    """Something on every page: Lan talks with Dung and waits at Thủy sản, Sơn is called by Minh, Hoa waits at both."""
    ground.talk(db, "Lan", "Dung", now=now)
    ground.ticket(db, "Lan", "Thủy sản", now=now)
    ground.ticket(db, "Sơn", "Thủy sản", now=now)
    ground.ticket(db, "Sơn", "May", now=now)
    ground.ticket(db, "Hoa", "Thủy sản", now=now)
    ground.ticket(db, "Hoa", "May", now=now)
    desk = ground.sit(db, "Minh", "Thủy sản", now=now)
    call_actions.call_next(db, desk, request_id=None, now=now)


def interview_of(ground: Ground, db: Writing) -> UUID:
    i = columns(Interview)
    return db.scalars(select(i.id).where(i.seeker_id == ground.seekers["Lan"])).one()


def _outcome(ground: Ground, db: Writing, now: datetime, code: OutcomeCode = OutcomeCode.HIRED) -> UUID:
    given = OutcomeGiven(code=code, vacancy_id=ground.vacancies["May"][0])
    desk = ground.desk(db, "Dung")
    return placements.record_outcome(db, desk, interview_of(ground, db), given, request_id=None, now=now)


def _say(ground: Ground, db: Writing, now: datetime) -> None:
    seat = access.talk_seat(db, ground.viewer("Lan"), interview_of(ground, db))
    talk_actions.write_message(db, seat, "Em chào chị <b>", request_id=new_id(), now=now)


def _correct(ground: Ground, db: Writing, now: datetime) -> None:
    outcome = _outcome(ground, db, now)
    given = OutcomeGiven(code=OutcomeCode.PRESELECTED)
    desk = ground.desk(db, "Dung")
    placements.correct_outcome(db, desk, outcome, given, "Bấm nhầm", request_id=None, now=now + _LAST)


def _announce(ground: Ground, db: Writing, now: datetime, audience: Audience = Audience.EVERYONE) -> None:
    desk = fair_access.host_desk(db, ground.viewer("Hạnh"), ground.fair_id)
    fair_actions.announce(
        db, desk, audience, "Mời xem <chương trình>", urgent=False, by=log.By(desk.account_id), now=now
    )


def _step_back(ground: Ground, db: Writing, now: datetime) -> None:
    call_actions.step_back(db, _called(ground, db, now), request_id=None, now=now)


def _called(ground: Ground, db: Writing, now: datetime) -> access.TicketSeat:
    """The ticket that Minh has called (Sơn's: Lan is held)."""
    return ground.ticket(db, "Sơn", "Thủy sản", now=now)


def _leave(ground: Ground, db: Writing, now: datetime) -> None:
    actions.leave_queue(db, ground.ticket(db, "Hoa", now=now), request_id=None, now=now)


def _help(ground: Ground, db: Writing, now: datetime) -> None:
    fair_actions.ask_for_help(db, ground.fair_id, ground.accounts["Hoa"], "Không nghe chuông", now=now)


def _helped(ground: Ground, db: Writing, now: datetime) -> None:
    _help(ground, db, now)
    desk = fair_access.host_desk(db, ground.viewer("Hạnh"), ground.fair_id)
    fair_actions.give_help(db, desk, db.scalars(select(columns(HelpCall).id)).one(), now=now)


def _empty_desk(ground: Ground, db: Writing, now: datetime) -> None:
    ground.sit(db, "Khoa", now=now)
    actions.stand_up(db, ground.desk(db, "Khoa"), now=now)


def _stranger(ground: Ground, db: Writing, now: datetime) -> UUID:
    """Somebody with a file who has not registered for the fair."""
    given = SeekerGiven(name="Kim Thị Sa Rây", birth_year=1995, sex=Sex.FEMALE, province="86", wish="May")
    by = log.By(ground.accounts["Hạnh"])
    return register_seeker(
        db, given, account_id=None, by=by, channel=Channel.PHONE, centre_id=ground.centres["Bến Tre"], now=now
    )


def _register(ground: Ground, db: Writing, now: datetime) -> UUID:
    who, by = _stranger(ground, db, now), log.By(ground.accounts["Hạnh"])
    site = ground.centres["Bến Tre"]
    fair_actions.register_for_fair(db, ground.fair_id, who, site, Channel.PHONE, by=by, now=now)
    return who


def _arrive(ground: Ground, db: Writing, now: datetime) -> None:
    by = log.By(ground.accounts["Hạnh"])
    fair_actions.check_in(db, ground.fair_id, _register(ground, db, now), by=by, now=now)


ACTS: dict[str, Act] = {
    "queue_joined": lambda ground, db, now: ground.ticket(db, "Tư", now=now),
    "queue_left": _leave,
    "called": lambda g, db, now: call_actions.call_next(db, g.sit(db, "Khoa", now=now), request_id=None, now=now),
    "call_accepted": lambda g, db, now: call_actions.accept(db, _called(g, db, now), request_id=None, now=now),
    "stepped_back": _step_back,
    "call_missed": lambda g, db, now: call_actions.lapse_one(db, now=now + timedelta(minutes=2)),
    "call_withdrawn": lambda g, db, now: call_actions.withdraw(
        db, g.desk(db, "Minh", "Thủy sản"), request_id=None, now=now
    ),
    "booth_staffed": lambda ground, db, now: ground.sit(db, "Khoa", now=now),
    "booth_left": _empty_desk,
    "message_written": _say,
    "outcome_recorded": _outcome,
    "outcome_not_this_time": lambda g, db, now: _outcome(g, db, now, OutcomeCode.PRESELECTED),
    "outcome_corrected": _correct,
    "announced": _announce,
    "announced_to_seekers": lambda g, db, now: _announce(g, db, now, Audience.SEEKERS),
    "announced_to_recruiters": lambda g, db, now: _announce(g, db, now, Audience.RECRUITERS),
    "announced_to_staff": lambda g, db, now: _announce(g, db, now, Audience.STAFF),
    "talk_left_open": lambda g, db, now: end_actions.end_one_left_open(db, now=now + timedelta(days=30)),
    "help_asked": _help,
    "seeker_registered_for_fair": _register,
    "seeker_checked_in": _arrive,
    "help_given": _helped,
}
