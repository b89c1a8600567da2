"""How much of everything, and what one person, one visit, one claim and one talk of the example is."""

from datetime import date

from msgspec import Struct, structs

from exchange.benefits.codes import Appraised, DeclaredState, EndGround, EventKind
from exchange.benefits.rules import Decision
from exchange.counselling.codes import ClientKind, Result, Topic, Way
from exchange.counselling.rules import Days
from exchange.seekers.codes import Channel, Sex

HALF_YEAR = Days(date(2020, 12, 15), date(2021, 6, 14))  # the first half of 2021 as offices report it
KNOWN = Days(date(2020, 12, 1), date(2021, 6, 30))  # the days of which the example tells; before, only open benefits
TODAY = date(2021, 7, 1)


class Shape(Struct, frozen=True):
    """The figures of the half-year; everything else follows from them and the seed."""

    seeker_visits: int = 9_000
    benefit_visits: int = 46_500
    soldiers: int = 400
    claims_decided: int = 9_200
    seed: int = 2021

    def part(self, divisor: int) -> "Shape":
        """The same half-year of a smaller centre."""
        names = ("seeker_visits", "benefit_visits", "soldiers", "claims_decided")
        return structs.replace(self, **{name: max(4, getattr(self, name) // divisor) for name in names})


class Person(Struct, frozen=True):
    """Somebody whose file the centre keeps. `place`: a number in `places.PLACES`."""

    number: int
    name: str
    sex: Sex
    born: date
    phone: str | None
    citizen_id: str | None
    place: int
    commune: str
    wish: str
    channel: Channel
    since: date


class Visit(Struct, frozen=True):
    """One consultation. `counsellor`: a number in the list of the centre's counsellors.

    `first_told`: the day that was written down at first and then corrected; `withdrawn`: why it does not count.
    """

    person: int
    on_day: date
    kind: ClientKind
    topics: frozenset[Topic]
    way: Way
    minutes: int
    result: Result
    counsellor: int
    note: str = ""
    next_on: date | None = None
    first_told: date | None = None
    withdrawn: str = ""


class Event(Struct, frozen=True):
    """Something that happened to a benefit."""

    kind: EventKind
    on_day: date
    ground: EndGround | None = None


class Declared(Struct, frozen=True):
    """What a recipient declared for one month of benefit."""

    month: int
    due_from: date
    due_to: date
    on_day: date
    state: DeclaredState
    channel: Channel = Channel.COUNTER
    words: str = ""
    job_from: date | None = None


class Claim(Struct, frozen=True):
    """A file for unemployment benefit with all that came of it."""

    person: int
    received_on: date
    contract_ended_on: date
    appraised_on: date | None = None
    found: Appraised | None = None
    decision: Decision | None = None
    events: tuple[Event, ...] = ()
    declared: tuple[Declared, ...] = ()


class Talk(Struct, frozen=True):
    """Soldiers of one place were told about work at once: who was there, and how many were said to have been."""

    place: int
    on_day: date
    people: tuple[int, ...]
    told: int


class Half(Struct, frozen=True):
    """All of it. `merged`: files that were found to be of one person, the one that goes first."""

    people: list[Person]
    merged: list[tuple[int, int]]
    visits: list[Visit]
    claims: list[Claim]
    talks: list[Talk]
