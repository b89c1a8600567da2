"""Counting placements: what counts, and as what. Definitions in one place, for every table and list.

**A placement** (lượt nhận được việc): a row of the register that was not reversed and not joined into another. **Its
day**: the start of work where it is known – the newest standing evidence that knows it, else what was told first – and
otherwise the day on which work was agreed. **Its level**: the highest of its standing evidence, also of those joined
into it. **Its centre**: whom the centres concerned agreed on, else the referring one. What one entry does not say, one
that was joined into it may. A person who left again was placed all the same.
"""

from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Integer,
    ScalarSelect,
    Select,
    String,
    bindparam,
    case,
    cast,
    exists,
    func,
    or_,
    select,
    type_coerce,
    union_all,
)

from exchange.kernel.columns import columns
from exchange.placements.claim_tables import PlacementSettlement
from exchange.placements.tables import (
    EvidenceWithdrawal,
    Placement,
    PlacementEvidence,
    PlacementJoin,
    PlacementReversal,
    PlacementStanding,
)
from exchange.seekers.persons import merged_files

FIRST: Any = bindparam("first")
LAST: Any = bindparam("last")
KNOWN: Any = bindparam("known")
CENTRES: Any = bindparam("centres", expanding=True)
_p, _z = columns(Placement), columns(PlacementStanding)
FACTS = (
    *("placement_id", "seeker_id", "centre_id", "on_day", "level", "residence", "workplace", "host_id"),
    *("referring_id", "overseas", "origin", "employer_id", "vacancy_id"),
)


def _as(model: Any, name: str) -> Any:
    return model.__table__.alias(name)


@cache
def rows(*, as_of: bool, some: bool = False) -> Select[Any]:
    """One row per placement that counts, with its day between `first` and `last` (bind parameters, both included).

    With `as_of` also bind `known`: only what was written down up to then counts, merges of files too. With `some` also
    bind `centres`: only what counts for one of them.
    """
    if not as_of:
        return _asked(_named(_z, as_of=False), _z, some)
    told = facts(as_of=True).where(_p.id.in_(_candidates()), *([_touched()] if some else [])).subquery("told")
    return _asked(_named(told.c, as_of=True), told.c, some)


def _asked(found: Select[Any], told: Any, some: bool) -> Select[Any]:
    return found.where(told.on_day.between(FIRST, LAST), *([told.centre_id.in_(CENTRES)] if some else []))


def _named(told: Any, *, as_of: bool) -> Select[Any]:
    """The columns as tables and lists know them."""
    files: Any = merged_files(as_of=as_of).alias("files_of_placements")
    held = told.placement_id.table.outerjoin(files, files.c.seeker_id == told.seeker_id)
    return select(
        told.placement_id.label("record"), func.coalesce(files.c.person_id, told.seeker_id).label("person"),
        told.centre_id.label("centre"), told.on_day, told.level, told.residence, told.workplace,
        told.host_id.label("host"), told.referring_id.label("referring"), told.overseas, told.origin,
        told.employer_id.label("employer"), told.vacancy_id.label("vacancy"),
    ).select_from(held)  # fmt: skip


@cache
def facts(*, as_of: bool) -> Select[Any]:
    """What the rows of the register say of each placement that counts, under the names of `PlacementStanding`."""
    joined = _Joined(as_of=as_of)
    reversed_ = columns(PlacementReversal)
    undone = exists().where(reversed_.placement_id == _p.id, *_until(reversed_.at, as_of=as_of))
    referring = func.coalesce(_p.referring_id, joined.first("referring_id"))
    return select(
        _p.id.label("placement_id"), _p.seeker_id,
        func.coalesce(_settled(_p.id, as_of=as_of), joined.settled(), referring).label("centre_id"),
        func.coalesce(joined.start(), _p.started_on, joined.first("started_on"), _p.agreed_on).label("on_day"),
        joined.level().label("level"), _p.residence,
        case((_p.overseas, None), else_=func.coalesce(_p.workplace, joined.first("workplace"))).label("workplace"),
        func.coalesce(_p.host_id, joined.first("host_id")).label("host_id"), referring.label("referring_id"),
        _p.overseas, _p.origin,
        func.coalesce(_p.employer_id, joined.first("employer_id")).label("employer_id"),
        func.coalesce(_p.vacancy_id, joined.first("vacancy_id")).label("vacancy_id"),
    ).where(~undone, ~joined.gone(), *_until(_p.made_at, as_of=as_of))  # fmt: skip


def join_stands(join: Any, *, as_of: bool = False) -> list[ColumnElement[bool]]:
    """That a join (columns) was not undone."""
    if not as_of:
        return [join.undone_at.is_(None)]
    return [join.at <= KNOWN, or_(join.undone_at.is_(None), join.undone_at > KNOWN)]


def evidence_stands(step: Any, *, as_of: bool = False) -> list[ColumnElement[bool]]:
    """That a step of evidence (columns) was not withdrawn."""
    taken = _as(EvidenceWithdrawal, "taken").c
    withdrawn = exists().where(taken.evidence_id == step.id, *_until(taken.at, as_of=as_of))
    return [~withdrawn.correlate(step.id.table), *_until(step.at, as_of=as_of)]


def _until(at: ColumnElement[Any], *, as_of: bool) -> list[ColumnElement[bool]]:
    return [at <= KNOWN] if as_of else []


class _Joined:
    """What a placement has from its own rows and from those joined into it."""

    def __init__(self, *, as_of: bool) -> None:
        self._as_of = as_of
        self._join = _as(PlacementJoin, "joined").c

    def gone(self) -> ColumnElement[bool]:
        """Whether it counts through another."""
        into = _as(PlacementJoin, "into").c
        return exists().where(into.gone_id == _p.id, *join_stands(into, as_of=self._as_of))

    def first(self, name: str) -> ScalarSelect[Any]:
        """A column of the earliest one joined into it that has it."""
        other = _as(Placement, "other").c
        found = self._through(select(other[name]), other.id).where(other[name].is_not(None))
        return found.order_by(other.made_at, other.id).limit(1).correlate(_p.id.table).scalar_subquery()

    def settled(self) -> ScalarSelect[Any]:
        """The centre that was agreed on for one joined into it."""
        own = _as(PlacementSettlement, "agreed").c
        found = self._through(select(own.centre_id), own.placement_id).where(*_until(own.at, as_of=self._as_of))
        return found.order_by(own.at.desc(), own.turn.desc()).limit(1).correlate(_p.id.table).scalar_subquery()

    def level(self) -> ColumnElement[int]:
        """The highest level of the evidence that stands; 0 without any."""
        every = self._evidence("level")
        return func.coalesce(cast(select(func.max(every.c.level)).scalar_subquery(), Integer), 0)

    def start(self) -> ScalarSelect[Any]:
        """The start of work as the newest evidence that knows it says."""
        every = self._evidence("started_on", "at", "id")
        known = select(every.c.started_on).where(every.c.started_on.is_not(None))
        return known.order_by(every.c.at.desc(), every.c.id.desc()).limit(1).scalar_subquery()

    def _evidence(self, *names: str) -> FromClause:
        own, via = _as(PlacementEvidence, "own").c, _as(PlacementEvidence, "via").c
        mine = select(*_plain(own, names)).where(own.placement_id == _p.id, *evidence_stands(own, as_of=self._as_of))
        theirs = self._through(select(*_plain(via, names)), via.placement_id)
        theirs = theirs.where(*evidence_stands(via, as_of=self._as_of))
        outer = _p.id.table
        return union_all(mine.correlate(outer), theirs.correlate(outer)).subquery()

    def _through(self, found: Select[Any], gone_id: ColumnElement[Any]) -> Select[Any]:
        rule = [self._join.gone_id == gone_id, self._join.kept_id == _p.id]
        return found.where(*rule, *join_stands(self._join, as_of=self._as_of))


def _plain(table: Any, names: tuple[str, ...]) -> list[ColumnElement[Any]]:
    """Columns; the level as the text it is kept as, so that its highest is that of texts."""
    return [type_coerce(table[name], String).label(name) if name == "level" else table[name] for name in names]


def _settled(placement_id: ColumnElement[Any], *, as_of: bool) -> ScalarSelect[Any]:
    own = _as(PlacementSettlement, "settled").c
    found = select(own.centre_id).where(own.placement_id == placement_id, *_until(own.at, as_of=as_of))
    return found.order_by(own.turn.desc()).limit(1).correlate(placement_id.table).scalar_subquery()


def _touched() -> ColumnElement[bool]:
    """Whether one of the centres may be the placement's: it, or what was joined into it, names the centre."""
    agreed, told = _as(PlacementSettlement, "agreed_on_by").c, _as(PlacementJoin, "told_by").c
    other, settled = _as(Placement, "told_of").c, _as(PlacementSettlement, "settled_of").c
    own = select(agreed.placement_id.label("id")).where(agreed.centre_id.in_(CENTRES))
    via = select(told.kept_id.label("id")).join(other.id.table, other.id == told.gone_id)
    by_others = select(told.kept_id.label("id")).join(settled.placement_id.table, settled.placement_id == told.gone_id)
    named = union_all(
        own, via.where(other.referring_id.in_(CENTRES)), by_others.where(settled.centre_id.in_(CENTRES))
    ).subquery("naming")
    return or_(_p.referring_id.in_(CENTRES), _p.id.in_(select(named.c.id)))


def _candidates() -> Select[Any]:
    """Placements whose day may lie between `first` and `last`, found by indexes; which do, their rows say."""
    near, told, step = _as(Placement, "near").c, _as(PlacementJoin, "tie").c, _as(PlacementEvidence, "step").c
    dated = [near.agreed_on.between(FIRST, LAST), near.started_on.between(FIRST, LAST)]
    known = select(step.placement_id.label("id")).where(step.started_on.between(FIRST, LAST))
    some = union_all(select(near.id).where(or_(*dated)), known).cte("dated")
    via = select(told.kept_id.label("id")).where(told.gone_id.in_(select(some.c.id)))
    return union_all(select(some.c.id), via).subquery().select()
