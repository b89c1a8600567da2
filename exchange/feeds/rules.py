"""What a feed has to say now, signing and judging signatures, when to try again, which addresses will do."""

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import SplitResult, urlsplit
from uuid import UUID

import msgspec

from exchange.feeds.codes import TELL_WITHIN, FeedKind, FeedReason
from exchange.reference.holidays import Calendar

Own = tuple[FeedKind, UUID]
SIGNED_FOR = timedelta(minutes=5)  # how long a signature holds
GIVEN_UP_AFTER = timedelta(days=3)
LEASE = timedelta(seconds=60)  # nobody else tries a message meanwhile; one try takes 10 seconds at most
EVERY = timedelta(seconds=60)  # between two looks at another centre's feed
_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=15), timedelta(hours=6)
_LOCAL_NAMES = (".localhost", ".local", ".internal", ".home.arpa")


class Draft(msgspec.Struct, frozen=True):
    """One change to be written. `body`: None where the thing is gone."""

    kind: FeedKind
    subject_id: UUID
    body: dict[str, Any] | None
    digest: str


def digest(body: Mapping[str, Any]) -> str:
    """The same for bodies that say the same."""
    return hashlib.sha256(msgspec.json.encode(body, order="sorted")).hexdigest()


def compare(said: Mapping[Own, str], offered: Mapping[Own, dict[str, Any]]) -> list[Draft]:
    """What has to be written so that whoever follows the feed has what is offered: no more, no less.

    `said`: the digests of what the feed has put there and not removed since.
    """
    gone = [Draft(*own, None, "") for own in said if own not in offered]
    put = [Draft(*own, body, made) for own, body in offered.items() if (made := digest(body)) and said.get(own) != made]
    return sorted([*gone, *put], key=lambda one: (one.kind, one.body is not None, one.subject_id.int))


def signature(secret: str, stamp: int, body: bytes) -> str:
    """HMAC-SHA256 over the time (seconds since 1970), a dot and the body; in hex, with the version of this rule."""
    said = hmac.new(secret.encode(), f"{stamp}.".encode() + body, hashlib.sha256)
    return f"v1={said.hexdigest()}"


def signed(secret: str, stamp: str, given: str, body: bytes, now: datetime) -> bool:
    """Whether a message was signed with this secret, at most five minutes ago (or ahead)."""
    if not (stamp.isascii() and stamp.isdecimal() and len(stamp) < 12 and given.isascii()):
        return False
    fresh = abs(now.timestamp() - int(stamp)) <= SIGNED_FOR.total_seconds()
    return hmac.compare_digest(signature(secret, int(stamp), body), given) and fresh


def wait_after(tries: int) -> timedelta:
    """How long until the next try, after so many that failed: doubled each time, six hours at most."""
    return min(_FIRST_WAIT * (1 << min(tries - 1, 20)), _LONGEST_WAIT)


def given_up(begun_at: datetime, now: datetime) -> bool:
    """Whether it was tried for long enough."""
    return now - begun_at >= GIVEN_UP_AFTER


def why_not_address(typed: str, *, private: bool) -> FeedReason | None:
    """What is wrong with an address to be called. `private`: plain HTTP and our own network are allowed, for trials."""
    if not typed:
        return FeedReason.ADDRESS_NEEDED
    parts = parts_of(typed)
    if parts is None or parts.scheme not in ("http", "https"):
        return FeedReason.ADDRESS_WRONG
    if private:
        return None
    if parts.scheme != "https":
        return FeedReason.ADDRESS_INSECURE
    return FeedReason.ADDRESS_PRIVATE if _local(parts.hostname or "") else None


def parts_of(typed: str) -> SplitResult | None:
    """The parts of an address that can be called; None for one with a name and password, or that is none."""
    if not typed.isascii() or not typed.isprintable() or any(ch in typed for ch in ' "<>\\^`{|}'):
        return None
    try:
        parts = urlsplit(typed)
        usable = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts if usable and "@" not in parts.netloc and not parts.fragment else None


def _local(host: str) -> bool:
    """A name that only our own network knows. Numbers are judged when they are called, names too."""
    return ("." not in host and ":" not in host) or f".{host.lower()}".endswith(_LOCAL_NAMES)


def feed_address(typed: str) -> tuple[str, UUID] | None:
    """The address of a feed without its query, and the centre it is asked for; None where it names none."""
    parts = parts_of(typed)
    if parts is None:
        return None
    named = [part.removeprefix("centre=") for part in parts.query.split("&") if part.startswith("centre=")]
    try:
        return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}", UUID(named[0])
    except (IndexError, ValueError):
        return None


class State(msgspec.Struct, frozen=True):
    """One state of a result: since which change, made on which day, whether it is there, and told by then or not.

    `told_on`: the day of the employer's notice; None where the result is gone.
    """

    seq: int
    on_day: date
    told_on: date | None
    told: bool


def due_on(states: list[State], calendar: Calendar) -> date | None:
    """By when the newest state has to be told to the national system; None where nothing has to be.

    Twenty working days after the employer's notice; a state that follows one already told, after the day of the
    change. A result that is gone before anybody was told of it needs no telling.
    """
    newest, known = states[-1], any(one.told for one in states)
    if newest.told:
        return None
    if known:
        return calendar.after(newest.on_day, TELL_WITHIN)
    return calendar.after(newest.told_on, TELL_WITHIN) if newest.told_on else None


def in_order(numbers: Iterator[int], since: int, through: int) -> bool:
    """Whether the numbers of a page rise, and lie within what the page says of itself."""
    last = since
    for number in numbers:
        if not last < number <= through:
            return False
        last = number
    return through >= since
