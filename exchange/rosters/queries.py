"""Whose files the lines of a list name: one for sure, several to choose from, or none yet. Nothing is saved here."""

import hashlib
import re
from collections.abc import Callable, Sequence
from typing import Final
from uuid import UUID

from msgspec import Struct

from exchange.centres.access import StaffDesk
from exchange.kernel.db import Reading
from exchange.kernel.text import fold
from exchange.rosters.codes import Match
from exchange.rosters.rows import ListRow
from exchange.seekers.access import Relation
from exchange.seekers.checks import Known
from exchange.seekers.codes import Likeness
from exchange.seekers.person_queries import Found, likely_duplicates

NEW: Final = "new"
SKIP: Final = "skip"
Listed = Callable[[Reading, UUID], bool]
_KIND: Final = re.compile(r"^(?:xa|phuong|thi tran|huyen|thi xa|thanh pho|tp)\.? ")
_SURE = (Likeness.CERTAIN, Likeness.LIKELY)


class Line(Struct, frozen=True):
    """A line and who it may be, the surest first. `choice`: what becomes of it unless somebody chooses otherwise."""

    row: ListRow
    match: Match
    found: tuple[Found, ...] = ()
    choice: str = ""

    @property
    def offered(self) -> tuple[str, ...]:
        """What may be chosen: a file that may be opened, a new file, or nothing."""
        match self.match:
            case Match.FAULTY | Match.LISTED | Match.REPEATED:
                return (SKIP,)
            case Match.NEW:
                return (NEW, SKIP)
            case Match.SURE | Match.CHOOSE:
                return (*(str(one.id) for one in self.found if one.open), NEW, SKIP)


class Looking(Struct, frozen=True):
    """For whom a list is looked up: which files may be put on it, and who is on it already."""

    desk: StaffDesk
    listed: Listed
    only_own: bool = False


def look_up(db: Reading, looking: Looking, rows: Sequence[ListRow]) -> list[Line]:
    """The lines of a list with what the register knows of them."""
    seen: set[object] = set()
    return [_line(db, looking, row, seen) for row in rows]


def seen_mark(lines: Sequence[Line]) -> str:
    """What was shown, in one word: when the register has changed since, it is another."""
    said = "\n".join(f"{line.match}:{','.join(str(one.id) for one in line.found)}" for line in lines)
    return hashlib.sha256(said.encode()).hexdigest()[:24]


def _line(db: Reading, looking: Looking, row: ListRow, seen: set[object]) -> Line:
    if row.fault:
        return Line(row, Match.FAULTY, choice=SKIP)
    own = (fold(row.name), row.birth_year, row.phone)
    if own in seen:
        return Line(row, Match.REPEATED, choice=SKIP)
    seen.add(own)
    found = tuple(_usable(looking, one) for one in likely_duplicates(db, looking.desk, _known(row)))
    if not found:
        return Line(row, Match.NEW, choice=NEW)
    sure = [one for one in found if one.likeness in _SURE]
    if len(sure) != 1 or not sure[0].open or _doubted(row, sure[0]):
        return Line(row, Match.CHOOSE, found)
    if looking.listed(db, sure[0].id):
        return Line(row, Match.LISTED, (sure[0],), SKIP)
    if sure[0].id in seen:
        return Line(row, Match.REPEATED, (sure[0],), SKIP)
    seen.add(sure[0].id)
    return Line(row, Match.SURE, found, str(sure[0].id))


def _doubted(row: ListRow, one: Found) -> bool:
    """Names are few, and so are years: another telephone or another place may be another person."""
    if one.likeness is Likeness.CERTAIN or (row.phone and row.phone == one.phone):
        return False
    phones = bool(row.phone and one.phone)
    return phones or bool(row.commune and one.place and _bare(row.commune) != _bare(one.place))


def _bare(place: str) -> str:
    """A place without its kind: "xã Cầu Kè" is "Cầu Kè"."""
    return _KIND.sub("", fold(place))


def _known(row: ListRow) -> Known:
    return Known(row.name, row.birth_year, row.phone)


def _usable(looking: Looking, one: Found) -> Found:
    """Another centre's file goes on no list that needs the whole file."""
    if looking.only_own and one.relation is Relation.SHARED:
        return Found(one.id, one.name, one.birth_year, None, None, "", one.centre, Relation.OTHER, one.likeness)
    return one
