"""Keeping meetings as they count, in the transaction of what changes them.

Whoever writes for a file holds it and its person: of two who write for one person at once, the second sees what the
first wrote. Whoever merges files holds all of them.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, case, delete, exists, func, insert, or_, select, update

from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.seekers.file_tables import SeekerPerson
from exchange.seekers.meeting_tables import Meeting
from exchange.seekers.tables import Seeker

_m, _s, _p = columns(Meeting), columns(Seeker), columns(SeekerPerson)
_TABLE: Any = _m.first_id.table
_FILES: Any = bindparam("files", expanding=True)
_PERSONS: Any = bindparam("persons", expanding=True)
_MEETINGS: Any = bindparam("meetings", expanding=True)
_HELD = select(_s.id).where(_s.id.in_(_FILES)).order_by(_s.id).with_for_update(key_share=True)
_WHOSE = select(_p.seeker_id, _p.person_id).where(_p.seeker_id.in_(_FILES))
_THEIRS = select(_m.seeker_id).where(_m.first_id.in_(_MEETINGS)).distinct()
_GONE = delete(_TABLE).where(_m.first_id.in_(_MEETINGS))
_PERSONS_BEFORE = select(_m.person_id).where(_m.seeker_id.in_(_FILES)).distinct()
_MOVED = (
    update(_TABLE)
    .where(_m.seeker_id == bindparam("file"), _m.person_id != bindparam("person"))
    .values(person_id=bindparam("person"), opens=False)
)
_earlier: Any = _TABLE.alias("earlier").c
_BEFORE = exists().where(
    and_(*(_earlier[name] == _m[name] for name in ("person_id", "centre_id", "on_day"))),
    _earlier.first_id < _m.first_id,
)
# First what opens no more: a visit never has two meetings that open it, not even between two statements.
_CLOSED = update(_TABLE).where(_m.person_id.in_(_PERSONS), _m.opens, _BEFORE).values(opens=False)
_nth = func.row_number().over(partition_by=(_m.person_id, _m.centre_id, _m.on_day), order_by=_m.first_id)
_opened: Any = (
    select(_m.first_id, _m.person_id, _m.centre_id, _m.on_day, _m.client_kind, (_nth == 1).label("opens"))
    .where(_m.person_id.in_(_PERSONS))
    .subquery("opened")
)


def _before(*alike: str) -> ColumnElement[Any]:
    """The day of the person's visit before one, among those that are alike."""
    at = _opened.c
    among = (at.person_id, at.opens, *(at[name] for name in alike))
    return case((at.opens, func.lag(at.on_day).over(partition_by=among, order_by=(at.on_day, at.first_id))))


_HOW = {
    "opens": _opened.c.opens,
    "before": _before(),
    "before_alike": _before("client_kind"),
    "here_before": _before("centre_id"),
    "here_before_alike": _before("centre_id", "client_kind"),
}
_now: Any = select(_opened.c.first_id, *(is_now.label(name) for name, is_now in _HOW.items())).subquery("now")
_OTHERWISE = or_(*(_m[name].is_distinct_from(_now.c[name]) for name in _HOW))
_MARKED = update(_TABLE).where(_m.first_id == _now.c.first_id, _OTHERWISE).values({name: _now.c[name] for name in _HOW})


def came(db: Writing, rows: Sequence[Mapping[str, Any]]) -> None:
    """Meetings that were written down: the columns of `Meeting` up to `by_talk`, without `person_id`."""
    if rows:
        whose = hold_files(db, {row["seeker_id"] for row in rows})
        db.execute(insert(_TABLE), [{**row, "person_id": whose[row["seeker_id"]], "opens": False} for row in rows])
        _mark(db, whose.values())


def left(db: Writing, meetings: Collection[UUID]) -> None:
    """Meetings (by `first_id`) that count no more; those that did not count are passed over."""
    files = set(db.scalars(_THEIRS, {"meetings": list(meetings)})) if meetings else set()
    if files:
        whose = hold_files(db, files)
        _run(db, _GONE, {"meetings": list(meetings)})
        _mark(db, whose.values())


def told_again(db: Writing, rows: Sequence[Mapping[str, Any]]) -> None:
    """Meetings of which something else is said now."""
    left(db, [row["first_id"] for row in rows])
    came(db, rows)


def settle(db: Writing, whose: Mapping[UUID, UUID]) -> None:
    """Files and whose they are since a merge or its end; whoever calls this holds the files."""
    before = db.scalars(_PERSONS_BEFORE, {"files": sorted(whose)}).all()
    for file, person in whose.items():
        _run(db, _MOVED, {"file": file, "person": person})
    _mark(db, {*before, *whose.values()})


def hold_files(db: Writing, files: Collection[UUID]) -> dict[UUID, UUID]:
    """Hold files and their persons until the transaction ends; whose each is.

    Read again after each wait: the person may have been merged into another meanwhile. Once the person is held nobody
    can, for a merge holds both.
    """
    wanted, held = set(files), set[UUID]()
    while True:
        db.execute(_HELD, {"files": sorted(wanted)}).all()
        held |= wanted
        merged = db.execute(_WHOSE, {"files": sorted(files)})
        whose = {file: file for file in files} | {row.seeker_id: row.person_id for row in merged}
        wanted = set(whose.values()) - held
        if not wanted:
            return whose


def _mark(db: Writing, persons: Collection[UUID]) -> None:
    given = {"persons": sorted(set(persons))}
    _run(db, _CLOSED, given)
    _run(db, _MARKED, given)


def _run(db: Writing, statement: Any, given: dict[str, Any]) -> None:
    """Past the session, which has no such rows in memory."""
    db.connection().execute(statement, given)
