"""Making the demo's fair live: load what is missing, keep what is there, open a new day when the last one is over."""

from datetime import datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from exchange.centres.queries import centres
from exchange.demo import hosting, publishing, referring, soldiers, story, tallying
from exchange.demo.cast import is_loaded
from exchange.demo.counter import open_counter
from exchange.demo.founding import found
from exchange.demo.people import PEOPLE
from exchange.demo.registering import register
from exchange.fairs import actions as fair_actions
from exchange.fairs import queries as fairs
from exchange.fairs.codes import FairPhase
from exchange.journal.log import By
from exchange.kernel.clock import VIETNAM, local_day
from exchange.kernel.db import Reading, Writing

OPENED_AGO = timedelta(minutes=40)
_NEW = range(4, len(PEOPLE), 5)  # people of the list who have registered since the first fair
_FIRST_AGO = 21  # days
_NEXT_IN = 6  # days


class Foreign(Exception):  # noqa: N818
    """The database holds centres that are not the demo's; the text is one sentence for the operator."""


class Made(StrEnum):
    """What a start did."""

    LOADED = "loaded"
    NEW_DAY = "new day"
    KEPT = "kept"


class Started(Struct, frozen=True):
    """The demo as it stands: which fair is live, and what was done for it."""

    fair_id: UUID
    made: Made


def is_empty(db: Reading) -> bool:
    """Whether the demo has still to be loaded. Raises Foreign for a database of somebody else's."""
    if is_loaded(db):
        return False
    if centres(db):
        raise Foreign("The database holds centres that are not the demo's: give the demo a database of its own.")
    return True


def prepare(db: Writing, password_hash: str, *, now: datetime) -> Started:
    """A live fair, a past one with results and one to come, whenever this is called. Within the hours of a live fair
    everything stays as it is. Raises Foreign for a database of somebody else's."""
    if is_empty(db):
        _load(db, password_hash, now)
        return Started(_new_day(db, now), Made.LOADED)
    if going := hosting.live(db, now=now):
        return Started(going.id, Made.KEPT)
    return Started(_new_day(db, now), Made.NEW_DAY)


def _load(db: Writing, password_hash: str, now: datetime) -> None:
    """All that was there before today, and the first fair, played through."""
    first = _morning(now, -_FIRST_AGO)
    found(db, password_hash)
    publishing.publish_all(db, since=first - timedelta(days=14), today=local_day(first))
    fair_id = hosting.plan(db, first, now=first - timedelta(days=10))
    before = [number for number in range(len(PEOPLE)) if number not in _NEW]
    register(db, before, since=first - timedelta(days=40), until=first - timedelta(hours=12))
    story.past_day(db, fair_id, story.guests(db, before), first)
    register(db, _NEW, since=now - timedelta(days=3), until=now - timedelta(hours=2))
    publishing.leave_pending(db, now=now)
    open_counter(db, now=now)
    referring.refer(db, now=now)
    soldiers.come_home(db, now=now)
    tallying.begin_years(db, now=now)


def _new_day(db: Writing, now: datetime) -> UUID:
    """The next fair, live now: the last one cloned, opened a little ago, and played until this moment."""
    hosting.finish(db, now=now)
    publishing.prolong(db, now=now)
    opens_at = (now - OPENED_AGO).replace(microsecond=0)
    last = _last(db, now)
    fair_id = hosting.clone(db, last, opens_at, now=opens_at - timedelta(hours=20))
    story.day_so_far(db, fair_id, opens_at, now=now)
    _plan_next(db, last, now)
    return fair_id


def _last(db: Writing, now: datetime) -> UUID:
    """The latest fair that has been."""
    return max(
        (fair for fair in hosting.fairs(db, now=now) if fair.times.opens_at < now), key=lambda f: f.times.opens_at
    ).id


def _plan_next(db: Writing, last: UUID, now: datetime) -> None:
    """A fair next week for which people register; kept while it is still to come."""
    ahead = (FairPhase.PLANNED, FairPhase.REGISTRATION)
    if any(fair.phase in ahead for fair in hosting.fairs(db, now=now)):
        return
    fair_id = hosting.clone(db, last, _morning(now, _NEXT_IN), now=now - timedelta(hours=20))
    for number in range(0, len(PEOPLE), 5):
        seeker = story.visitor(db, number)
        site = fairs.home_site(db, fair_id, seeker.seeker_id)
        by = By(seeker.viewer.account_id)
        fair_actions.register_for_fair(db, fair_id, seeker.seeker_id, site, seeker.channel, by=by, now=now)


def _morning(now: datetime, days: int) -> datetime:
    """Half past seven in Viet Nam, some days from now."""
    return datetime.combine(local_day(now) + timedelta(days=days), time(7, 30), VIETNAM).astimezone(now.tzinfo)
