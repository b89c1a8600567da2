"""The demo's fairs: the first one planned, later ones cloned from it with their booths, what is left open finished."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from exchange.booths import access, call_actions, plan_actions
from exchange.booths import actions as booths
from exchange.booths.codes import OutcomeCode
from exchange.booths.tables import Booth, Shift
from exchange.booths.talk_actions import OutcomeGiven
from exchange.booths.talk_tables import Call, Interview
from exchange.demo import talks
from exchange.demo.cast import HOST, LEADERS, as_viewer, director, viewer
from exchange.demo.firms import FIRMS
from exchange.demo.offices import OFFICES
from exchange.employers.access import own_desk
from exchange.fairs import actions, queries
from exchange.fairs.access import HostDesk, host_desk, planning_desk, site_lead
from exchange.fairs.actions import FairGiven
from exchange.fairs.codes import Audience, FairPhase
from exchange.fairs.queries import FairView
from exchange.journal.log import By
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing
from exchange.kernel.ids import new_id
from exchange.placements.actions import record_outcome

LASTS = timedelta(hours=8, minutes=40)
REGISTERS = timedelta(days=7)
RESULTS = timedelta(days=7)
_c, _i, _b, _s = columns(Call), columns(Interview), columns(Booth), columns(Shift)
_OPEN_CALLS = (
    select(_c.called_by, _c.booth_id, _i.id.label("talk"), _i.fair_id)
    .join(Interview, _i.call_id == _c.id)
    .where(_i.ended_at.is_(None))
)
_OPEN_SHIFTS = select(_s.booth_id, _s.account_id).join(Booth, _b.id == _s.booth_id).where(_s.ended_at.is_(None))


def host(db: Reading, fair_id: UUID) -> HostDesk:
    """The desk of the host's director at a fair."""
    return host_desk(db, viewer(db, HOST.leader), fair_id)


def fairs(db: Reading, *, now: datetime) -> list[FairView]:
    """The demo's fairs, by what is of most interest."""
    own = director(db).centre_id
    return [fair for fair in queries.fairs(db, now=now, most=200) if fair.host_id == own]


def live(db: Reading, *, now: datetime) -> FairView | None:
    """The fair that is live, if one is."""
    return next((fair for fair in fairs(db, now=now) if fair.phase is FairPhase.LIVE), None)


def plan(db: Writing, opens_at: datetime, *, now: datetime) -> UUID:
    """The first fair: its sites, its programme, its booths."""
    desk = director(db)
    given = FairGiven(
        name=talks.NAME,
        summary=talks.SUMMARY,
        registers_from=opens_at - REGISTERS,
        opens_at=opens_at,
        closes_at=opens_at + LASTS,
        results_until=opens_at + LASTS + RESULTS,
    )
    fair_id = actions.plan_fair(db, desk, given, by=By(desk.account_id, None, new_id()), now=now)
    planner = planning_desk(db, viewer(db, HOST.leader), fair_id)
    for office in OFFICES:
        if not office.host:
            actions.join_fair(db, planner, director(db, office.key).centre_id, now=now + timedelta(hours=6))
    for minutes, title in talks.PROGRAMME:
        actions.add_to_programme(
            db, planner, opens_at + timedelta(minutes=minutes), title, now=now + timedelta(hours=8)
        )
    _plan_booths(db, fair_id, now=now + timedelta(days=1))
    return fair_id


def _plan_booths(db: Writing, fair_id: UUID, *, now: datetime) -> None:
    """Each centre makes a booth for each of its employers, with all its open vacancies."""
    for firm in FIRMS:
        desk = site_lead(db, viewer(db, LEADERS[firm.office]), fair_id)
        employer_id = own_desk(db, viewer(db, firm.mail)).employer_id
        plan_actions.add_booth(db, desk, employer_id, firm.mode, now=now)


def clone(db: Writing, earlier: UUID, opens_at: datetime, *, now: datetime) -> UUID:
    """A fair like an earlier one, booths and vacancies as well."""
    desk = director(db)
    by = By(desk.account_id, None, new_id())
    return plan_actions.clone_with_booths(db, desk, earlier, opens_at, by=by, now=now)


def open_doors(db: Writing, fair_id: UUID, *, now: datetime) -> None:
    """Open the floor and greet everybody."""
    desk = host(db, fair_id)
    actions.open_fair(db, desk, now=now)
    for audience, text in (
        (Audience.EVERYONE, talks.WELCOME_TO_ALL),
        (Audience.RECRUITERS, talks.WELCOME_TO_RECRUITERS),
    ):
        by = By(desk.account_id, None, new_id())
        actions.announce(db, desk, audience, text, urgent=False, by=by, now=now + timedelta(minutes=1))


def finish(db: Writing, *, now: datetime) -> None:
    """Of fairs that are over: give the outcomes nobody gave, and let everybody stand up.

    An open interview would keep its person from being called at any later fair.
    """
    while call_actions.lapse_one(db, now=now):
        pass
    over = {fair.id: fair for fair in fairs(db, now=now) if fair.phase in (FairPhase.RESULTS, FairPhase.CLOSED)}
    for row in db.execute(_OPEN_CALLS.where(_i.fair_id.in_(over))).all():
        last_moment = over[row.fair_id].times.results_until - timedelta(seconds=1)
        _conclude(db, row, min(now, last_moment))
    for row in db.execute(_OPEN_SHIFTS.where(_b.fair_id.in_(over))).all():
        desk = access.recruiter_desk(db, as_viewer(row.account_id), row.booth_id)
        booths.stand_up(db, desk, now=now)


def _conclude(db: Writing, row: Any, now: datetime) -> None:
    desk = access.recruiter_desk(db, as_viewer(row.called_by), row.booth_id)
    given = OutcomeGiven(code=OutcomeCode.PRESELECTED)
    record_outcome(db, desk, row.talk, given, request_id=None, now=now)
