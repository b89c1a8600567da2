"""Whatever happens to claims, in whatever order: what is kept of them is what was said, now and as of then."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchange.benefits import standings
from exchange.benefits.bulk_actions import receive_claims, withdraw_claims
from exchange.benefits.bulk_course_actions import Step, follow_claims
from exchange.benefits.bulk_rules import Claimed
from exchange.benefits.codes import ClaimOrigin, EndGround, EventKind, Verdict
from exchange.benefits.deadlines import last_day
from exchange.benefits.rules import Decision, Happened
from exchange.kernel.db import Store, Writing
from exchange.kernel.errors import NotFound, Refused
from tests.benefits.scene import FROM, GRANT, RECEIVED, REFUSE, SAID, Scene
from tests.cast import open_ground

WHO = ("Lan", "Sơn")
_which, _days = st.integers(0, 5), st.integers(0, 20)
_months = st.integers(3, 6)
HAPPENINGS = st.lists(
    st.one_of(
        st.tuples(st.just("grant"), st.sampled_from(WHO), _months),
        st.tuples(st.just("refuse"), st.sampled_from(WHO)),
        st.tuples(st.just("move in"), st.sampled_from(WHO), _months),
        st.tuples(st.just("take in"), st.sampled_from(WHO), _months, st.none() | _days),
        st.tuples(st.just("follow"), st.sampled_from(WHO), _months, st.none() | _days),
        st.tuples(st.just("correct"), _which, _months),
        st.tuples(st.just("cancel"), _which),
        st.tuples(st.just("suspend"), _which),
        st.tuples(st.just("end"), _which, _days),
        st.tuples(st.just("move out"), _which),
        st.tuples(st.just("take back"), _which),
        st.tuples(st.just("withdraw"), _which),
    ),
    min_size=3,
    max_size=14,
)
Row = tuple[Any, ...]


class UndoneError(Exception):
    """Ends an example: its transaction is undone."""


@dataclass
class Within:
    """A store all of whose work is one transaction."""

    db: Writing

    def write(self, act: Callable[[Writing], Any]) -> Any:
        with self.db.begin_nested():  # what is refused in the middle leaves nothing
            return act(self.db)

    read = write


@dataclass
class Plain:
    """A claim as told. `verdict`: the newest that does not cancel; `until`: the last day of a benefit that was not."""

    who: UUID
    verdict: Verdict | None = None
    until: date | None = None
    origin: ClaimOrigin = ClaimOrigin.HERE
    events: list[tuple[EventKind, date]] = field(default_factory=list)
    withdrawn: bool = False

    def grant(self, months: int) -> None:
        self.verdict, self.until = Verdict.GRANTED, last_day(FROM, months)

    def row(self, claim: UUID, centre: UUID) -> Row:
        """As in `standings.NAMES`."""
        ends = [day for kind, day in self.events if kind is EventKind.ENDED]
        runs = self.until is not None and not (ends and ends[0] < FROM)
        spell = (FROM, min([self.until, *ends])) if runs else (None, None)  # type: ignore[type-var]
        return claim, self.who, centre, self.origin, RECEIVED, SAID if self.verdict else None, self.verdict, *spell


class World:
    """The desk within one transaction, and beside it what it was told."""

    def __init__(self, db: Writing) -> None:
        self.db, self.scene, self.plain = db, Scene(Within(db), open_ground(db)), dict[UUID, Plain]()  # type: ignore[arg-type]
        self.scene.today = date(2026, 5, 4)

    def one(self, which: int) -> UUID:
        return list(self.plain)[which % len(self.plain)]

    def expected(self) -> set[Row]:
        centre = self.scene.ground.centres["Trà Vinh"]
        return {one.row(claim, centre) for claim, one in self.plain.items() if not one.withdrawn}

    def put(self, claim: UUID, who: str, **more: Any) -> Plain:
        return self.plain.setdefault(claim, Plain(self.scene.ground.seekers[who], **more))


def kept(db: Writing) -> set[Row]:
    return set(map(tuple, db.execute(standings.kept()).all()))


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(happened=HAPPENINGS)
def test_claims_stand_as_was_said_now_and_as_of_every_moment(store: Store, happened: list[tuple[Any, ...]]) -> None:
    def play(db: Writing) -> None:
        world, seen = World(db), []
        for what, *about in happened:
            with suppress(Refused, NotFound, ZeroDivisionError):
                PLAYS[what](world, *about)
            db.flush()
            assert kept(db) == world.expected(), what
            seen.append((world.scene.now, world.expected()))
            world.scene.later(days=1)
        for known, expected in seen:
            assert set(map(tuple, db.execute(standings.told(as_of=True), {"known": known}).all())) == expected
        raise UndoneError

    with suppress(UndoneError):
        store.write(play)


def _grant(world: World, who: str, months: int) -> None:
    claim = world.scene.receive(who)
    one = world.put(claim, who)
    world.scene.appraise(claim)
    world.scene.decide(claim, **{**GRANT, "months": months})
    one.grant(months)


def _refuse(world: World, who: str) -> None:
    claim = world.scene.receive(who)
    one = world.put(claim, who)
    world.scene.appraise(claim)
    world.scene.decide(claim, **REFUSE)
    one.verdict = Verdict.REFUSED


def _move_in(world: World, who: str, months: int) -> None:
    world.put(world.scene.move_in(who, months=months), who, origin=ClaimOrigin.MOVED_IN).grant(months)


def _claimed(world: World, who: str, months: int, ended: int | None) -> tuple[Claimed, Happened | None]:
    if world.plain and any(plain.who == world.scene.ground.seekers[who] for plain in world.plain.values()):
        raise NotFound  # registers are asked about one claim of a person at a time
    said = Decision(Verdict.GRANTED, "12/QĐ", SAID, months, 3_500_000, FROM, last_day(FROM, months))
    end = None if ended is None else Happened(EventKind.ENDED, FROM + timedelta(days=ended - 3), EndGround.HAS_JOB)
    return Claimed(world.scene.ground.seekers[who], 1990, RECEIVED, date(2026, 1, 31), decision=said), end


def _take_in(world: World, who: str, months: int, ended: int | None, *, follow: bool = False) -> None:
    row, end = _claimed(world, who, months, ended)
    who_by = {"account_id": world.scene.ground.accounts["Hạnh"], "now": world.scene.now}
    row = row if follow else Claimed(*(getattr(row, name) for name in row.__struct_fields__[:-1]), end)
    given = [Claimed(*(getattr(row, name) for name in row.__struct_fields__[:-2]))] if follow else [row]
    (claim,) = receive_claims(world.db, given, centre_id=world.scene.ground.centres["Trà Vinh"], **who_by)
    if follow:
        told = [one for one in (row.decision, end) if one]
        follow_claims(world.db, [Step(claim, row.seeker_id, one) for one in told], **who_by)
    world.put(claim, who, events=[(EventKind.ENDED, end.on_day)] if end else []).grant(months)


def _correct(world: World, which: int, months: int) -> None:
    claim = world.one(which)
    world.scene.correct(claim, **{**GRANT, "months": months})
    world.plain[claim].grant(months)


def _cancel(world: World, which: int) -> None:
    claim = world.one(which)
    world.scene.correct(claim, verdict=Verdict.CANCELLED, number="90/QĐ-SNV")
    world.plain[claim].until = None


def _happen(world: World, which: int, kind: EventKind, on_day: date, **more: Any) -> None:
    claim = world.one(which)
    world.scene.happen(claim, kind, on_day=on_day, **more)
    world.plain[claim].events.append((kind, on_day))


def _take_back(world: World, which: int) -> None:
    claim = world.one(which)
    world.scene.take_back(claim)
    world.plain[claim].events.pop()


def _withdraw(world: World, which: int) -> None:
    claim, account = world.one(which), world.scene.ground.accounts["Hạnh"]
    gone, _ = withdraw_claims(world.db, [claim], "Nhầm tệp", account_id=account, now=world.scene.now)
    world.plain[claim].withdrawn |= claim in gone


PLAYS: dict[str, Callable[..., None]] = {
    "grant": _grant,
    "refuse": _refuse,
    "move in": _move_in,
    "take in": _take_in,
    "follow": lambda world, *told: _take_in(world, *told, follow=True),
    "correct": _correct,
    "cancel": _cancel,
    "suspend": lambda world, which: _happen(world, which, EventKind.SUSPENDED, world.scene.today),
    "end": lambda world, which, back: _happen(
        world, which, EventKind.ENDED, world.scene.today - timedelta(days=back), ground=EndGround.HAS_JOB
    ),
    "move out": lambda world, which: _happen(world, which, EventKind.MOVED_OUT, world.scene.today, province="79"),
    "take back": _take_back,
    "withdraw": _withdraw,
}
