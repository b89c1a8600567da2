"""What can be asked about group talks: those of a centre, one of them with its list, its numbers and its history."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, func, select

from exchange.accounts.tables import Account
from exchange.centres.access import StaffDesk
from exchange.counselling.codes import ClientKind
from exchange.counselling.rules import Days
from exchange.group_talks import telling
from exchange.group_talks.access import CheckInSeat, TalkDesk
from exchange.group_talks.codes import Qualifier
from exchange.group_talks.rules import Declared, GroupFacts, Sum, difference, total
from exchange.group_talks.tables import (
    Attendance,
    DeclaredHeads,
    DeclaredHeadsWithdrawal,
    GroupTalk,
    GroupTalkPlace,
    GroupTalkWithdrawal,
)
from exchange.group_talks.telling import COUNTS, ON_LIST, STANDS
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.reference import provinces
from exchange.seekers.persons import person_column

_g, _w, _p, _x = (columns(one) for one in (GroupTalk, GroupTalkWithdrawal, GroupTalkPlace, Account))
_a, _h, _hw = columns(Attendance), columns(DeclaredHeads), columns(DeclaredHeadsWithdrawal)
_OF_CENTRE = (
    select(_g.id, _g.first_id, _g.on_day, _g.title, _g.client_kind, _g.province_code, _w.because.label("withdrawn"))
    .outerjoin(GroupTalkWithdrawal, _w.talk_id == _g.first_id)
    .where(_g.centre_id == bindparam("centre"), _g.on_day.between(bindparam("first"), bindparam("last")), STANDS)
    .order_by(_g.on_day.desc(), _g.first_id.desc())
)
_ANNOUNCED = select(_g.centre_id, _g.on_day, _g.title).where(_g.first_id == bindparam("talk"), STANDS)
_PLACES = (
    select(_p.talk_id, _p.name)
    .where(_p.talk_id.in_(bindparam("tellings", expanding=True)))
    .order_by(_p.talk_id, _p.rank)
)
_ATTENDED = (
    select(_a.talk_id, func.count(person_column(_a.seeker_id).distinct()))
    .where(_a.talk_id.in_(bindparam("talks", expanding=True)), ON_LIST)
    .group_by(_a.talk_id)
)
_HEADS = (
    select(
        *(_h[name] for name in ("talk_id", "id", "number", "qualifier", "place", "source", "at")),
        _x.name.label("by"),
        _hw.because.label("withdrawn"),
    )
    .join(Account, _x.id == _h.by_account)
    .outerjoin(DeclaredHeadsWithdrawal, _hw.heads_id == _h.id)
    .where(_h.talk_id.in_(bindparam("talks", expanding=True)))
    .order_by(_h.id)
)
_TELLINGS = (
    select(_g.id, _g.because, _g.at, _x.name)
    .join(Account, _x.id == _g.made_by)
    .where(_g.first_id == bindparam("talk"))
    .order_by(_g.at, _g.id)
)
_NAMES = select(_x.id, _x.name).where(_x.id.in_(bindparam("accounts", expanding=True)))
_PERSONS = (
    select(func.count(person_column(_a.seeker_id).distinct()))
    .join_from(Attendance, GroupTalk, _g.first_id == _a.talk_id)
    .where(
        *(_g.centre_id == bindparam("centre"), _g.on_day.between(bindparam("first"), bindparam("last"))),
        *(COUNTS, ON_LIST),
    )
)


class Heads(msgspec.Struct, frozen=True):
    """A declared number with who wrote it down; `withdrawn`: why it is told no more."""

    id: UUID
    number: int
    qualifier: Qualifier
    place: str
    source: str
    at: datetime
    by: str
    withdrawn: str | None

    @property
    def declared(self) -> Declared:
        """As the rules add it up."""
        return Declared(self.number, self.qualifier, self.place, self.source)


class Announced(msgspec.Struct, frozen=True):
    """A talk as whoever comes to it may read it."""

    centre_id: UUID
    on_day: date
    title: str


class TalkRow(msgspec.Struct, frozen=True):
    """A talk in a list. `attended` and `declared` are two figures."""

    id: UUID
    on_day: date
    title: str
    client_kind: ClientKind
    place: str
    attended: int
    declared: Sum | None
    withdrawn: str | None


class TalkTelling(msgspec.Struct, frozen=True):
    """One telling. `because`: why it was told again; empty for the first."""

    id: UUID
    because: str
    at: datetime
    written_by: str
    holder: str
    province: str
    facts: GroupFacts


class Talk(msgspec.Struct, frozen=True):
    """One talk with all that was ever said of it; the last of `tellings` stands."""

    id: UUID
    tellings: list[TalkTelling]
    withdrawn: str | None
    attended: int
    heads: list[Heads]

    @property
    def told(self) -> TalkTelling:
        """What is told now."""
        return self.tellings[-1]

    @property
    def declared(self) -> Sum | None:
        """What the declared numbers come to."""
        return total([one.declared for one in self.heads if one.withdrawn is None])

    @property
    def difference(self) -> int | None:
        """How many more were declared than are on the list."""
        return difference(self.attended, self.declared)


def talks(db: Reading, desk: StaffDesk, days: Days) -> list[TalkRow]:
    """The talks of the desk's centre in a period, the newest first, withdrawn ones too."""
    rows = db.execute(_OF_CENTRE, {"centre": desk.centre_id, "first": days.first, "last": days.last}).all()
    places = _places(db, [row.id for row in rows])
    ids = [row.first_id for row in rows]
    attended = _pairs(db.execute(_ATTENDED, {"talks": ids}))
    heads = _heads(db, ids)
    return [
        _row(row, places.get(row.id, []), attended.get(row.first_id, 0), heads.get(row.first_id, [])) for row in rows
    ]


def persons_at_talks(db: Reading, desk: StaffDesk, days: Days) -> int:
    """How many persons were at talks of a period: whoever came to two is one."""
    return db.scalar(_PERSONS, {"centre": desk.centre_id, "first": days.first, "last": days.last}) or 0


def announced(db: Reading, seat: CheckInSeat) -> Announced:
    """What somebody at the door may read of the talk."""
    row = db.execute(_ANNOUNCED, {"talk": seat.talk_id}).one()
    return Announced(*row)


def talk(db: Reading, desk: TalkDesk) -> Talk:
    """One talk of the desk."""
    rows = db.execute(_TELLINGS, {"talk": desk.talk_id}).all()
    facts = [telling.facts_of(db, row.id) for row in rows]
    names = _pairs(db.execute(_NAMES, {"accounts": list({one.holder_id for one in facts})}))
    told = [
        TalkTelling(*row, names[one.holder_id], provinces.name_of(one.province_code, one.on_day), one)  # type: ignore[call-arg]
        for row, one in zip(rows, facts, strict=True)
    ]
    attended = db.execute(_ATTENDED, {"talks": [desk.talk_id]}).first()
    gone = telling.withdrawn(db, desk.talk_id)
    heads = _heads(db, [desk.talk_id]).get(desk.talk_id, [])
    return Talk(desk.talk_id, told, gone, attended[1] if attended else 0, heads)


def _pairs(rows: Iterable[Any]) -> dict[UUID, Any]:
    return {row[0]: row[1] for row in rows}


def _row(row: Any, places: Sequence[str], attended: int, heads: Sequence[Heads]) -> TalkRow:
    named = provinces.name_of(row.province_code, row.on_day)
    declared = total([one.declared for one in heads if one.withdrawn is None])
    place = ", ".join([*places, named])
    return TalkRow(row.first_id, row.on_day, row.title, row.client_kind, place, attended, declared, row.withdrawn)


def _places(db: Reading, tellings: Sequence[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    for talk_id, name in db.execute(_PLACES, {"tellings": list(tellings)}):
        found.setdefault(talk_id, []).append(name)
    return found


def _heads(db: Reading, talk_ids: Sequence[UUID]) -> dict[UUID, list[Heads]]:
    found: dict[UUID, list[Heads]] = {}
    for talk_id, *row in db.execute(_HEADS, {"talks": list(talk_ids)}):
        found.setdefault(talk_id, []).append(Heads(*row))
    return found
