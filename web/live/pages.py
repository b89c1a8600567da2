"""Which regions a live page shows, and whether this viewer may see them. The permission is decided here, once, for
pages, sockets and polling alike."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from exchange.accounts.queries import Viewer
from exchange.booths import access as booths_access
from exchange.booths import queries as booths
from exchange.fairs import access as fairs_access
from exchange.fairs import queries as fairs
from exchange.journal import log
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.seekers import queries as seekers
from web import regions
from web.live import frames
from web.live.frames import News
from web.regions import Region
from web.render import Render
from web.show import Key


@dataclass(frozen=True)
class Shown:
    """One region of a page."""

    region: Region
    key: Key


@dataclass(frozen=True)
class LivePage:
    """A page that listens: its fair and its regions."""

    fair_id: UUID
    shown: tuple[Shown, ...]

    def topics(self, viewer: Viewer | None) -> frozenset[str]:
        """The lines this page is on; with the fair's own (reloads) and the login's (sign-out)."""
        own = {f"fair:{self.fair_id}"} | ({f"login:{viewer.login_id}"} if viewer else set())
        return frozenset({one.region.topic(self.fair_id, one.key) for one in self.shown} | own)


def live_page(db: Reading, viewer: Viewer | None, fair_id: UUID, page: str, *, now: datetime) -> LivePage:
    """The page named in the address (`lobby`, `booth/ID`, `ticket/ID`, `me`, `talk/ID`, `desk/ID`, `floor` of the
    host, `floor/CENTRE` of a joining site, `person/ID` of somebody who is helped).

    Raises NotFound for a page that does not exist or is not this viewer's.
    """
    fairs.fair(db, fair_id, now=now)
    kind, _, rest = page.partition("/")
    return LivePage(fair_id, tuple(_shown(db, viewer, fair_id, kind, _id(rest))))


def draw(db: Reading, render: Render, page: LivePage, *, now: datetime) -> News:
    """All regions of the page as of now, with the number they are sure to contain."""
    seq = log.last_seq(db, page.fair_id)
    html = [partial(db, render, page.fair_id, one, now=now) for one in page.shown]
    return News(seq, "".join(html))


def partial(db: Reading, render: Render, fair_id: UUID, one: Shown, *, now: datetime) -> str:
    """One region as it travels."""
    values = one.region.ask(db, fair_id, one.key, now)
    return frames.partial(one.region.dom_id(one.key), render.draw(one.region.template, **values))


def _id(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        raise NotFound from None


def _shown(db: Reading, viewer: Viewer | None, fair_id: UUID, kind: str, key: UUID | None) -> list[Shown]:
    if key is None and kind in _OF_THE_FAIR:
        return _OF_THE_FAIR[kind](db, viewer, fair_id)
    if key is not None and kind in _OF_ONE:
        return _OF_ONE[kind](db, viewer, fair_id, key)
    raise NotFound


def _lobby(db: Reading, _viewer: Viewer | None, fair_id: UUID) -> list[Shown]:
    cards = [Shown(regions.CARD, booth.id) for booth in booths.heads(db, fair_id)]
    return [Shown(regions.SUMMARY, fair_id), Shown(regions.SAID_TO_SEEKERS, fair_id), *cards]


def _me(db: Reading, viewer: Viewer | None, fair_id: UUID) -> list[Shown]:
    seeker_id = seekers.seeker_of_account(db, viewer.account_id) if viewer else None
    return [Shown(regions.MY_TICKETS, _same(seeker_id, seeker_id)), Shown(regions.SAID_TO_SEEKERS, fair_id)]


def _floor(db: Reading, viewer: Viewer | None, fair_id: UUID) -> list[Shown]:
    fairs_access.host_desk(db, viewer, fair_id)
    return [Shown(regions.FLOOR, fair_id), Shown(regions.SAID_TO_STAFF, fair_id)]


def _tally(db: Reading, viewer: Viewer | None, fair_id: UUID) -> list[Shown]:
    return [Shown(regions.TALLY, fairs_access.fair_desk(db, viewer, fair_id).centre_id)]


def _booth(db: Reading, _viewer: Viewer | None, fair_id: UUID, booth_id: UUID) -> list[Shown]:
    _same(booths.head(db, booth_id).fair_id, fair_id)
    here = Shown(regions.BOARD, booth_id), Shown(regions.BOOTH_VACANCIES, booth_id)
    return [*here, Shown(regions.SAID_TO_SEEKERS, fair_id)]


def _ticket(db: Reading, viewer: Viewer | None, fair_id: UUID, ticket_id: UUID) -> list[Shown]:
    seat = booths_access.own_ticket(db, viewer, ticket_id)
    _same(seat.fair_id, fair_id)
    here = Shown(regions.MY_TICKET, ticket_id), Shown(regions.BOARD, seat.booth_id)
    return [*here, Shown(regions.SAID_TO_SEEKERS, fair_id)]


def _talk(db: Reading, viewer: Viewer | None, fair_id: UUID, interview_id: UUID) -> list[Shown]:
    _same(booths_access.talk_seat(db, viewer, interview_id).fair_id, fair_id)
    return [Shown(regions.TALK, interview_id)]


def _desk(db: Reading, viewer: Viewer | None, fair_id: UUID, booth_id: UUID) -> list[Shown]:
    desk = booths_access.recruiter_desk(db, viewer, booth_id)
    _same(desk.fair_id, fair_id)
    own = Shown(regions.DESK, booth_id), Shown(regions.SIDE, (desk.booth_id, desk.account_id))
    return [*own, Shown(regions.SAID_TO_RECRUITERS, fair_id)]


def _site_floor(db: Reading, viewer: Viewer | None, fair_id: UUID, centre_id: UUID) -> list[Shown]:
    _same(fairs_access.fair_desk(db, viewer, fair_id).centre_id, centre_id)
    return [Shown(regions.SITE_FLOOR, centre_id), Shown(regions.SAID_TO_STAFF, fair_id)]


def _person(db: Reading, viewer: Viewer | None, fair_id: UUID, seeker_id: UUID) -> list[Shown]:
    fairs_access.person_desk(db, fairs_access.fair_desk(db, viewer, fair_id), seeker_id)
    return [Shown(regions.HELPED, seeker_id)]


_OF_THE_FAIR = {"lobby": _lobby, "me": _me, "floor": _floor, "tally": _tally}
_OF_ONE = {
    "booth": _booth, "ticket": _ticket, "talk": _talk, "desk": _desk, "floor": _site_floor, "person": _person,
}  # fmt: skip


def _same(found: UUID | None, wanted: UUID | None) -> UUID:
    if found is None or found != wanted:
        raise NotFound
    return found
