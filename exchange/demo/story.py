"""Who comes to a fair of the demo, whom they want to see, and who sits where."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from exchange.accounts import queries as accounts
from exchange.booths import access, actions, queries
from exchange.booths.queries import BoothHead
from exchange.demo import hosting
from exchange.demo.cast import as_viewer, viewer
from exchange.demo.firms import FIRMS
from exchange.demo.people import PEOPLE, phone_of
from exchange.demo.play import Day, Visitor
from exchange.demo.roles import SITTING, comes_by_itself
from exchange.fairs import actions as fairs
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import NotFound
from exchange.kernel.text import fold, words
from exchange.seekers.codes import Channel
from exchange.seekers.queries import seeker_of_account

Seats = Mapping[str, tuple[str, ...]]
SEATS: Seats = {firm.name: SITTING[firm.mail] for firm in FIRMS}  # by the employer's name; mails of who sits there
_CALLS_END = timedelta(hours=8)
_DOORS_CLOSE = timedelta(hours=8, minutes=30)


class Guest(Struct, frozen=True):
    """Somebody who will come, and the work they wish for. Their visitor names no booth yet."""

    who: Visitor
    wish: str


def past_day(db: Writing, fair_id: UUID, guests: Iterable[Guest], opens_at: datetime, seats: Seats = SEATS) -> None:
    """A whole fair: most come in the morning, all who are called get an outcome, the doors close."""
    hosting.open_doors(db, fair_id, now=opens_at)
    day = _day(db, fair_id, guests, opens_at, timedelta(hours=5), seats, seed=2021)
    day.no_calls_after(opens_at + _CALLS_END)
    day.run(opens_at + _DOORS_CLOSE)
    _stand_up(db, fair_id, seats, opens_at + _DOORS_CLOSE)
    fairs.close_fair(db, hosting.host(db, fair_id), open_talks=0, now=opens_at + _DOORS_CLOSE)


def day_so_far(db: Writing, fair_id: UUID, opens_at: datetime, *, now: datetime) -> None:
    """A fair in the middle: some wait, some talk, some have their outcome, and it goes on."""
    hosting.open_doors(db, fair_id, now=opens_at)
    coming = guests(db, (number for number in range(len(PEOPLE)) if comes_by_itself(number)))
    day = _day(db, fair_id, coming, opens_at, timedelta(minutes=36), SEATS, seed=opens_at.toordinal())
    day.run(now)
    for booth_id, mail in _seats(db, fair_id, SEATS):
        desk = access.recruiter_desk(db, viewer(db, mail), booth_id)
        actions.seen_at_desk(db, desk, now=now)


def _day(
    db: Writing,
    fair_id: UUID,
    guests: Iterable[Guest],
    opens_at: datetime,
    spread: timedelta,
    seats: Seats,
    *,
    seed: int,
) -> Day:
    """Everybody on their way: recruiters sit down in the first minutes, people come within `spread`."""
    chance = Random(seed)  # noqa: S311 - a story, not a secret
    heads = queries.heads(db, fair_id)
    shown = queries.shown_at(db, [head.id for head in heads], now=opens_at)
    day = Day(db, fair_id, {booth: [row.id for row in rows] for booth, rows in shown.items()}, seed)
    for booth_id, mail in _seats(db, fair_id, seats):
        day.sits(viewer(db, mail), booth_id, opens_at + timedelta(seconds=chance.randint(60, 400)))
    titles = {booth: " ".join(row.title for row in rows) for booth, rows in shown.items()}
    for guest in guests:
        minutes = chance.triangular(1, spread.total_seconds() / 60)
        wanted = _wanted(guest.wish, heads, titles, chance)
        day.comes(replace(guest.who, booths=wanted), opens_at + timedelta(minutes=minutes))
    return day


def _wanted(wish: str, heads: list[BoothHead], titles: dict[UUID, str], chance: Random) -> tuple[UUID, ...]:
    """One to three booths, those first whose vacancies speak of what the person wishes for."""
    asked = set(words(fold(wish))) - {"cong", "nhan", "vien"}

    def liking(head: BoothHead) -> float:
        return len(asked & set(words(fold(titles[head.id])))) + chance.random()

    ranked = sorted(heads, key=liking, reverse=True)
    return tuple(head.id for head in ranked[: chance.choice((1, 2, 2, 3, 3))])


def guests(db: Reading, numbers: Iterable[int]) -> list[Guest]:
    """People of the demo's list."""
    return [Guest(visitor(db, number), PEOPLE[number].wish) for number in numbers]


def visitor(db: Reading, number: int) -> Visitor:
    """Somebody of the demo's list. Raises NotFound where the demo was never loaded."""
    account_id = accounts.account_by_phone(db, phone_of(number))
    seeker_id = seeker_of_account(db, account_id) if account_id else None
    if account_id is None or seeker_id is None:
        raise NotFound
    channel = Channel.COUNTER if PEOPLE[number].office else Channel.ONLINE
    return Visitor(as_viewer(account_id), seeker_id, (), channel)


def _seats(db: Reading, fair_id: UUID, seats: Seats) -> list[tuple[UUID, str]]:
    """Who sits where: booth and mail."""
    return [(head.id, mail) for head in queries.heads(db, fair_id) for mail in seats.get(head.employer, ())]


def _stand_up(db: Writing, fair_id: UUID, seats: Seats, now: datetime) -> None:
    for booth_id, mail in _seats(db, fair_id, seats):
        actions.stand_up(db, access.recruiter_desk(db, viewer(db, mail), booth_id), now=now)
