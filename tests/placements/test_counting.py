"""Whatever is written down, in whatever order: the register counts what a plain recount counts, now and as of then."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from exchange.kernel.db import Store, Writing
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.placements.codes import EvidenceLevel, EvidenceSource
from exchange.placements.counting import rows
from exchange.placements.matrix import by_residence, by_workplace, matrix
from exchange.placements.tables import Placement, PlacementJoin
from tests.cast import open_ground
from tests.placements.recount import Plain, Said
from tests.placements.register import START, TODAY, Register

WHO = ("Lan", "Sơn", "Hoa")
_which, _days = st.integers(0, 9), st.integers(0, 40)
HAPPENINGS = st.lists(
    st.one_of(
        st.tuples(st.just("enter"), st.sampled_from(WHO), _days, st.sampled_from(["86", "92", None])),
        st.tuples(st.just("slip"), st.sampled_from(WHO), _days),
        st.tuples(st.just("declare"), st.sampled_from(WHO), _days),
        st.tuples(st.just("prove"), _which, st.sampled_from(["1", "2", "3"]), _days),
        st.tuples(st.just("withdraw"), _which),
        st.tuples(st.just("end"), _which),
        st.tuples(st.just("reverse"), _which),
        st.tuples(st.just("join"), _which, _which),
        st.tuples(st.just("part"), _which),
        st.tuples(st.just("merge"), st.permutations(WHO)),
        st.tuples(st.just("unmerge"), st.sampled_from(WHO)),
        st.tuples(st.just("claim"), _which),
        st.tuples(st.just("settle"), _which, st.sampled_from(["Trà Vinh", "Bến Tre"])),
    ),
    min_size=3,
    max_size=14,
)


class UndoneError(Exception):
    """Ends an example: its transaction is undone."""


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(happened=HAPPENINGS, first=_days, length=_days)
def test_the_count_equals_a_plain_recount_now_and_as_of_every_moment(
    store: Store, happened: list[tuple[Any, ...]], first: int, length: int
) -> None:
    days = {"first": START + timedelta(days=first), "last": START + timedelta(days=first + length)}
    whole = {"first": START - timedelta(days=99), "last": TODAY + timedelta(days=99)}

    def play(db: Writing) -> None:
        register, world = Register(db, open_ground(db)), World()
        for what, *about in happened:
            with suppress(Refused, Conflict, NotFound, ZeroDivisionError, KeyError):
                PLAYS[what](register, world, *about)
            world.look(register)
            shown = world.counted(register, False, days)
            assert shown == world.plain.count(*days.values(), register.now)
            world.seen.append((register.now, days, shown))
        for known, period, shown in world.seen:
            assert world.counted(register, True, period | {"known": known}) == shown
            assert world.counted_apart(register, period | {"known": known}) == {row for row in shown if row[-1]}
        assert world.counted(register, False, whole) == world.plain.count(*whole.values(), register.now)
        _margins(db, whole)
        raise UndoneError

    with suppress(UndoneError):
        store.write(play)


def _margins(db: Writing, days: dict[str, date]) -> None:
    """The sums of the matrix are the provinces' own tables; claims of several centres multiply nothing."""
    for level in (0, 1, 2):
        made = matrix(db, days["first"], days["last"], level)
        assert made.rows == by_residence(db, days["first"], days["last"], level)
        assert made.columns == by_workplace(db, days["first"], days["last"], level)
        every = [row for row in db.execute(rows(as_of=False), days) if row.level >= level]
        assert made.total == sum(made.cells.values()) == len({row.record for row in every}) == len(every)


class World:
    """The plain retelling, and how the acts are named."""

    def __init__(self) -> None:
        self.plain, self.kept = Plain(), dict[str, str]()
        self.steps: list[tuple[UUID, UUID]] = []
        self.ends: list[UUID] = []
        self.seen: list[tuple[datetime, dict[str, Any], set[Any]]] = []

    def counted(self, register: Register, as_of: bool, asked: dict[str, Any]) -> set[tuple[Any, ...]]:
        return self._named(register, register.db.execute(rows(as_of=as_of), asked).all())

    def counted_apart(self, register: Register, asked: dict[str, Any]) -> set[tuple[Any, ...]]:
        """As of a moment, each centre asked about by itself."""
        one_by_one = [asked | {"centres": [own]} for own in register.ground.centres.values()]
        found = [register.db.execute(rows(as_of=True, some=True), one).all() for one in one_by_one]
        return self._named(register, [row for of_centre in found for row in of_centre])

    def _named(self, register: Register, found: Sequence[Any]) -> set[tuple[Any, ...]]:
        named = {own: name for name, own in register.ground.centres.items()}
        assert len({row.record for row in found}) == len(found)
        return {(row.record, row.on_day, row.level, named.get(row.centre)) for row in found}

    def look(self, register: Register) -> None:
        """What the acts led to by themselves is read from the rows: entries of slips, joins."""
        register.db.flush()
        known = {said.own for said in self.plain.entries}
        of: dict[UUID, str] = {own: name for name, own in register.ground.seekers.items()}
        centres = {own: name for name, own in register.ground.centres.items()}
        for row in register.db.scalars(select(Placement).order_by(Placement.made_at)):  # type: ignore[arg-type]
            if row.id not in known:
                who = (row.agreed_on, row.started_on, centres.get(row.referring_id))  # type: ignore[arg-type]
                self.plain.entries.append(Said(row.id, row.made_at, of[row.seeker_id], *who))
                self.plain.steps[row.id] = (row.id, 0 if row.origin == "declaration" else 1, None, row.made_at)
        register.db.expire_all()
        joins = register.db.scalars(select(PlacementJoin))
        self.plain.joins = [[one.kept_id, one.gone_id, one.at, one.undone_at] for one in joins]

    def one(self, which: int) -> UUID:
        return self.plain.entries[which % len(self.plain.entries)].own if self.plain.entries else UUID(int=0)


def _enter(register: Register, world: World, who: str, day: int, place: str | None) -> None:
    told = {"workplace": place, "overseas": place is None, "started_on": START + timedelta(days=day)}
    register.enter(world.kept.get(who, who), **told)


def _slip(register: Register, world: World, who: str, day: int) -> None:
    register.hire_by_slip(world.kept.get(who, who), started_on=START + timedelta(days=day))


def _declare(register: Register, world: World, who: str, day: int) -> None:
    if who not in {one.who for one in world.plain.entries}:  # one declaration each
        register.take_over(who, job_from=START + timedelta(days=day))


def _prove(register: Register, world: World, which: int, level: str, day: int) -> None:
    own, start = world.one(which), START + timedelta(days=day)
    more: dict[str, Any] = {"milestone": "month_1"} if level == "3" else {}
    source = EvidenceSource.CONTRACT if level == "2" else EvidenceSource.EMPLOYER
    told = {"level": EvidenceLevel(level), "source": source, "number": "12/HĐLĐ", "on_day": TODAY}
    step = register.prove(own, started_on=start if level == "2" else None, **told, **more)
    world.plain.steps[step] = (own, int(level), start if level == "2" else None, register.now)
    world.steps.append((own, step))


def _withdraw(register: Register, world: World, which: int) -> None:
    own, step = world.steps[which % len(world.steps)]
    register.withdraw(own, step)
    world.plain.withdrawn.setdefault(step, register.now)


def _end(register: Register, world: World, which: int) -> None:
    """Moves no figure: it was a placement."""
    register.end(world.one(which))


def _reverse(register: Register, world: World, which: int) -> None:
    own = world.one(which)
    register.reverse(own)
    world.plain.reversed.setdefault(own, register.now)


def _join(register: Register, world: World, one: int, other: int) -> None:
    register.join(world.one(one), world.one(other))


def _part(register: Register, world: World, which: int) -> None:
    standing = select(PlacementJoin.id, PlacementJoin.gone_id).where(PlacementJoin.undone_at.is_(None))  # type: ignore[union-attr, call-overload]
    found = register.db.execute(standing.order_by(PlacementJoin.id)).all()
    join, gone = found[which % len(found)]
    register.part(gone, join)


def _merge(register: Register, world: World, order: list[str]) -> None:
    gone, kept = order[0], order[1]
    if gone not in world.kept and kept not in world.kept and gone not in world.kept.values():
        register.merge(gone, kept)
        world.kept[gone] = kept


def _unmerge(register: Register, world: World, gone: str) -> None:
    register.part_files(gone, world.kept.pop(gone))


def _claim(register: Register, world: World, which: int) -> None:
    from tests.placements.test_claims import promote

    promote(register)
    register.claim(world.one(which), "Ngân", "residence")


def _settle(register: Register, world: World, which: int, centre: str) -> None:
    own = register.desk(world.one(which)).kept_id
    register.say(own, "Hạnh", centre)
    register.say(own, "Ngân", centre)
    world.plain.settled.append((own, centre, register.now))


PLAYS = {"enter": _enter, "slip": _slip, "declare": _declare, "prove": _prove, "withdraw": _withdraw, "end": _end}
PLAYS |= {"reverse": _reverse, "join": _join, "part": _part, "merge": _merge, "unmerge": _unmerge}
PLAYS |= {"claim": _claim, "settle": _settle}
