"""The map of the live screen: one row per region that can change – how it is drawn, what changes it, who sees it.

A region is whole: it is redrawn and replaced by its id, never patched. `keys` finds in a journal entry which instances
it touches (booths, tickets, interviews …); `topics` says on whose line an instance goes.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from exchange.fairs.codes import Audience
from exchange.journal.kinds import Kind
from exchange.journal.log import News
from web import show
from web.show import Ask, Key

QUEUE = frozenset({Kind.QUEUE_JOINED, Kind.QUEUE_LEFT})
CALLS = frozenset(
    {
        Kind.CALLED,
        Kind.CALL_ACCEPTED,
        Kind.STEPPED_BACK,
        Kind.CALL_MISSED,
        Kind.CALL_WITHDRAWN,
        Kind.OUTCOME_RECORDED,
        Kind.TALK_LEFT_OPEN,
    }
)
RESULTS = frozenset({Kind.OUTCOME_RECORDED, Kind.OUTCOME_CORRECTED, Kind.PLACEMENT_REVERSED})
DESKS = frozenset({Kind.BOOTH_STAFFED, Kind.BOOTH_LEFT})


@dataclass(frozen=True)
class Region:
    """One kind of region. `dom_id` is the id of its root element for an instance.

    `every`: an entry does not say which instances it touches, so all that somebody looks at are drawn again; their
    topics end with their key. For what only a few of the staff look at. `unhurried`: it costs more to draw than a
    tick; it is drawn again every two seconds at most.
    """

    name: str
    template: str
    ask: Ask
    dom_id: Callable[[Key], str]
    topic: Callable[[UUID, Key], str]
    keys: Callable[[UUID, News], Iterable[Key]]
    changed_by: frozenset[Kind]
    every: bool = False
    unhurried: bool = False


def the_fair(fair_id: UUID, _entry: News) -> Iterable[UUID]:
    """The fair itself is the only instance."""
    return (fair_id,)


def booths_of(_fair_id: UUID, entry: News) -> Iterable[UUID]:
    """The booth of the entry, and booths where the same person's tickets are held or wait again."""
    if entry.booth_id:
        yield entry.booth_id
    for _ticket, booth in entry.facts.get("others", ()):
        yield UUID(booth)


def own_booth(_fair_id: UUID, entry: News) -> Iterable[UUID]:
    """The booth of the entry alone."""
    return (entry.booth_id,) if entry.booth_id else ()


def tickets_of(_fair_id: UUID, entry: News) -> Iterable[UUID]:
    """The ticket of the entry and the same person's other open tickets."""
    if entry.kind in QUEUE:
        yield entry.subject_id
    if "ticket" in entry.facts:
        yield UUID(entry.facts["ticket"])
    for ticket, _booth in entry.facts.get("others", ()):
        yield UUID(ticket)


def seeker_of(_fair_id: UUID, entry: News) -> Iterable[UUID]:
    """The person of the entry."""
    return (entry.seeker_id,) if entry.seeker_id else ()


def interview_of(_fair_id: UUID, entry: News) -> Iterable[UUID]:
    """The interview of the entry."""
    return (UUID(entry.facts["interview"]),) if "interview" in entry.facts else ()


def desk_of(_fair_id: UUID, entry: News) -> Iterable[Key]:
    """The booth and the recruiter who called or sat down there: whose side panel changes."""
    return ((entry.booth_id, UUID(entry.facts["caller"])),) if entry.booth_id and "caller" in entry.facts else ()


def _plain(name: str) -> Callable[[Key], str]:
    return lambda _key: name


def _said(line: str, *audiences: Audience) -> Region:
    return Region(
        f"announcements-{line}", "fairs/_announcements.html", show.said_to(*audiences), _plain("announcements"),
        topic=lambda fair, _key: f"said-{line}:{fair}", keys=the_fair, changed_by=frozenset({Kind.ANNOUNCED}),
    )  # fmt: skip


SAID_TO_SEEKERS = _said("seekers", Audience.SEEKERS)
SAID_TO_RECRUITERS = _said("recruiters", Audience.RECRUITERS)
SAID_TO_STAFF = _said("staff", *Audience)
SUMMARY = Region(
    "fair-summary", "fairs/_summary.html", show.summary, _plain("fair-summary"),
    topic=lambda fair, _key: f"lobby:{fair}", keys=the_fair,
    changed_by=QUEUE | CALLS | RESULTS | DESKS,
)  # fmt: skip
CARD = Region(
    "booth-card", "booths/_card.html", show.card, lambda booth: f"booth-card-{booth}",
    topic=lambda fair, _booth: f"lobby:{fair}", keys=booths_of,
    changed_by=QUEUE | CALLS | RESULTS | DESKS,
)  # fmt: skip
BOARD = Region(
    "queue-board", "booths/_board.html", show.board, _plain("queue-board"),
    topic=lambda _fair, booth: f"booth:{booth}", keys=booths_of, changed_by=QUEUE | CALLS | DESKS,
)  # fmt: skip
BOOTH_VACANCIES = Region(
    "booth-vacancies", "booths/_vacancies.html", show.vacancies, _plain("booth-vacancies"),
    topic=lambda _fair, booth: f"booth-jobs:{booth}", keys=own_booth, changed_by=RESULTS,
)  # fmt: skip
MY_TICKET = Region(
    "my-ticket", "booths/_my_ticket.html", show.my_ticket, _plain("my-ticket"),
    topic=lambda _fair, ticket: f"ticket:{ticket}", keys=tickets_of,
    changed_by=QUEUE | CALLS | {Kind.OUTCOME_CORRECTED},
)  # fmt: skip
MY_TICKETS = Region(
    "my-tickets", "seekers/_my_tickets.html", show.my_tickets, _plain("my-tickets"),
    topic=lambda _fair, seeker: f"me:{seeker}", keys=seeker_of, changed_by=QUEUE | CALLS | {Kind.OUTCOME_CORRECTED},
)  # fmt: skip
DESK = Region(
    "desk", "booths/_desk.html", show.desk, _plain("desk"),
    topic=lambda _fair, booth: f"desk:{booth}", keys=booths_of,
    changed_by=QUEUE | CALLS | DESKS | {Kind.OUTCOME_CORRECTED},
)  # fmt: skip
SIDE = Region(
    "desk-side", "booths/_side.html", show.side, _plain("desk-side"),
    topic=lambda _fair, key: f"side:{key[0]}:{key[1]}", keys=desk_of,
    changed_by=CALLS | DESKS | {Kind.MESSAGE_WRITTEN},
)  # fmt: skip
TALK = Region(
    "talk", "booths/_talk.html", show.talk, _plain("talk"),
    topic=lambda _fair, interview: f"talk:{interview}", keys=interview_of,
    changed_by=frozenset({Kind.CALL_ACCEPTED, Kind.MESSAGE_WRITTEN, Kind.OUTCOME_RECORDED, Kind.TALK_LEFT_OPEN}),
)  # fmt: skip
FLOOR = Region(
    "floor", "floor/_floor.html", show.floor, _plain("floor"),
    topic=lambda fair, _key: f"floor:{fair}", keys=the_fair,
    changed_by=QUEUE | CALLS | RESULTS | DESKS | {Kind.HELP_ASKED, Kind.HELP_GIVEN},
)  # fmt: skip

SITE_FLOOR = Region(
    "site-floor", "floor/_floor.html", show.site_floor, _plain("floor"),
    topic=lambda fair, centre: f"site-floor:{fair}:{centre}", keys=the_fair, changed_by=FLOOR.changed_by, every=True,
)  # fmt: skip
HELPED = Region(
    "helped", "floor/_helped.html", show.helped, _plain("helped"),
    topic=lambda fair, seeker: f"helped:{fair}:{seeker}", keys=the_fair,
    changed_by=QUEUE | CALLS | {Kind.OUTCOME_CORRECTED, Kind.MESSAGE_WRITTEN}, every=True,
)  # fmt: skip

TALLY = Region(
    "fair-tally", "fair_tallies/_fair_tally.html", show.tally, _plain("fair-tally"),
    topic=lambda fair, centre: f"tally:{fair}:{centre}", keys=the_fair, every=True, unhurried=True,
    changed_by=QUEUE | CALLS | RESULTS | DESKS | {Kind.SEEKER_REGISTERED_FOR_FAIR, Kind.SEEKER_CHECKED_IN},
)  # fmt: skip

ALL: tuple[Region, ...] = (
    SAID_TO_SEEKERS, SAID_TO_RECRUITERS, SAID_TO_STAFF, SUMMARY, CARD, BOARD, BOOTH_VACANCIES, MY_TICKET, MY_TICKETS,
    DESK, SIDE, TALK, FLOOR, SITE_FLOOR, HELPED, TALLY,
)  # fmt: skip

# These alter every page of the fair (its phase, its booths): the pages load again, spread over a few seconds.
RELOADS = frozenset(
    {
        Kind.FAIR_OPENED,
        Kind.FAIR_CLOSED,
        Kind.FAIR_CHANGED,
        Kind.SITE_JOINED,
        Kind.BOOTH_PLANNED,
        Kind.PROGRAMME_CHANGED,
    }
)
# No page is open yet when it happens.
QUIET = frozenset({Kind.FAIR_PLANNED})
# Its rows depend on the clock as well ("waiting for more than 30 minutes"): drawn again now and then.
AGEING = (FLOOR, SITE_FLOOR)
