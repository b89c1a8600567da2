"""Phases of a fair and what each allows."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from exchange.fairs.codes import FairPhase, FairReason

Announced = Mapping[str, datetime | None]  # the announced times by the names of their fields
Fault = tuple[str, FairReason]  # the name of the field, and the reason
YEARS = range(2000, 2100)  # outside of these somebody mistyped


class FairTimes(msgspec.Struct, frozen=True):
    """Announced times, and when somebody really opened and closed the floor."""

    registers_from: datetime
    opens_at: datetime
    closes_at: datetime
    results_until: datetime
    opened_at: datetime | None = None
    closed_at: datetime | None = None

    @property
    def floor_opens(self) -> datetime:
        """The announced time or the opening row, whichever is first."""
        return min(self.opens_at, self.opened_at or self.opens_at)

    @property
    def floor_closes(self) -> datetime:
        """The announced end or the closing row, whichever is first."""
        return min(self.closes_at, self.closed_at or self.closes_at)


def phase_of(times: FairTimes, now: datetime) -> FairPhase:
    """The floor is live from the opening row or the announced time, whichever is first, to the closing row or the
    announced end, whichever is first. Extending a fair means moving `closes_at`."""
    if now >= times.results_until:
        return FairPhase.CLOSED
    if now >= times.floor_closes:
        return FairPhase.RESULTS
    if now >= times.floor_opens:
        return FairPhase.LIVE
    return FairPhase.REGISTRATION if now >= times.registers_from else FairPhase.PLANNED


def why_not_open(times: FairTimes, now: datetime) -> FairReason | None:
    """Why the floor cannot be opened now; None when it can."""
    if times.opened_at:
        return FairReason.ALREADY_OPEN
    match phase_of(times, now):
        case FairPhase.PLANNED:
            return FairReason.TOO_EARLY
        case FairPhase.RESULTS | FairPhase.CLOSED:
            return FairReason.ALREADY_CLOSED
        case FairPhase.REGISTRATION | FairPhase.LIVE:
            return None


def why_not_close(times: FairTimes, now: datetime, *, open_talks: int) -> FairReason | None:
    """Why the floor cannot be closed now: it is not live, or somebody still waits for a result."""
    if phase_of(times, now) is not FairPhase.LIVE:
        return FairReason.NOT_LIVE
    return FairReason.BOOTHS_BUSY if open_talks else None


def announced(times: FairTimes) -> Announced:
    """The four times that are announced, by the names of their fields."""
    return {name: getattr(times, name) for name in ("registers_from", "opens_at", "closes_at", "results_until")}


def time_faults(times: Announced) -> Iterator[Fault]:
    """Which announced times are out of order, and why. A time that is not known yet is not judged."""
    odd = {name for name, at in times.items() if at is not None and at.year not in YEARS}
    yield from ((name, FairReason.YEAR_ODD) for name in times if name in odd)
    sound = {name: at for name, at in times.items() if at is not None and name not in odd}
    begin, opens, closes, until = map(sound.get, ("registers_from", "opens_at", "closes_at", "results_until"))
    if begin and opens and begin > opens:
        yield "registers_from", FairReason.REGISTERS_LATE
    if opens and closes and closes <= opens:
        yield "closes_at", FairReason.CLOSES_EARLY
    if closes and until and until < closes:
        yield "results_until", FairReason.RESULTS_EARLY


def plan_faults(times: Announced, now: datetime) -> Iterator[Fault]:
    """Why a new fair cannot have these times."""
    yield from time_faults(times)
    closes = times["closes_at"]
    if closes and closes <= now:
        yield "closes_at", FairReason.IN_PAST


def change_faults(before: FairTimes, after: Announced, now: datetime) -> Iterator[Fault]:
    """Why a fair's times cannot be changed so.

    What has happened stays: a closed fair is not opened again, the hour at which it opened is not rewritten, and
    moving the end into the past is not a way to close it while people talk.
    """
    phase = phase_of(before, now)
    if phase is FairPhase.CLOSED:
        yield "form", FairReason.OVER
        return
    yield from time_faults(after)
    opens, closes, until = after["opens_at"], after["closes_at"], after["results_until"]
    if phase in (FairPhase.LIVE, FairPhase.RESULTS) and opens and opens != before.opens_at:
        yield "opens_at", FairReason.HAS_OPENED
    if closes and closes <= now < before.closes_at:
        yield "closes_at", FairReason.IN_PAST
    if until and until <= now:
        yield "results_until", FairReason.IN_PAST


def may_plan(phase: FairPhase) -> bool:
    """Whether sites, booths and programme may still be changed: until the floor is closed."""
    return phase in (FairPhase.PLANNED, FairPhase.REGISTRATION, FairPhase.LIVE)


def may_register(phase: FairPhase) -> bool:
    """Whether seekers may register for the fair."""
    return phase in (FairPhase.REGISTRATION, FairPhase.LIVE)


def nearest_site(centre_id: UUID | None, province: str, sites: Sequence[tuple[UUID, str]]) -> UUID:
    """The site (id, province code) that serves a person: their own centre's, their province's, else the first: the
    host. All codes as of the same day."""
    own = [site for site, _ in sites if site == centre_id]
    near = [site for site, code in sites if code == province]
    return (own + near + [sites[0][0]])[0]
