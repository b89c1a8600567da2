"""Taking in a list of people as it was looked through: all of it, or nothing."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from msgspec import Struct

from exchange.centres.access import StaffDesk
from exchange.journal import log
from exchange.kernel.db import Writing
from exchange.kernel.texts import N_
from exchange.rosters.codes import LineReason, Match
from exchange.rosters.queries import NEW, SKIP, Line, Looking, look_up, seen_mark
from exchange.rosters.rows import ListRow
from exchange.seekers.actions import SeekerGiven, register_seeker
from exchange.seekers.codes import Channel

NO_WISH: Final = N_("Chưa nêu")
Put = Callable[[Writing, UUID, ListRow], object]


class ListGiven(Struct, frozen=True):
    """A list as it was confirmed. `choices`: what becomes of each line, by its number; `seen`: what was shown."""

    rows: Sequence[ListRow]
    choices: Mapping[int, str]
    seen: str
    drop_faulty: bool = False


class ListWrong(Exception):  # noqa: N818 - read as a sentence where it is raised
    """Nothing was taken: which lines have to be looked at again (none: all), and why."""

    def __init__(self, reason: LineReason, lines: Sequence[int] = ()) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.lines = frozenset(lines)


class ListTaken(Struct, frozen=True):
    """What became of a list."""

    known: int
    new: int
    left: int


def take_list(db: Writing, looking: Looking, given: ListGiven, put: Put, *, province: str, now: datetime) -> ListTaken:
    """Put everybody of a list where they belong, and give a file to those who have none.

    `province`: of new files, as of today. Raises ListWrong where something is to be chosen, or is no longer as shown.
    """
    lines = look_up(db, looking, given.rows)
    if seen_mark(lines) != given.seen:
        raise ListWrong(LineReason.CHANGED)
    chosen = {line.row.line: given.choices.get(line.row.line, line.choice) for line in lines}
    if any(line.match is Match.FAULTY for line in lines) and not given.drop_faulty:
        raise ListWrong(LineReason.FAULTS, [line.row.line for line in lines if line.match is Match.FAULTY])
    if unsaid := [line.row.line for line in lines if not _offered(line, chosen[line.row.line])]:
        raise ListWrong(LineReason.CHOOSE, unsaid)
    new = 0
    for line in lines:
        choice = chosen[line.row.line]
        if choice == SKIP or line.offered == (SKIP,):
            continue
        new += choice == NEW
        seeker = _new_file(db, looking.desk, line.row, province, now) if choice == NEW else UUID(choice)
        put(db, seeker, line.row)
    left = sum(chosen[line.row.line] == SKIP or line.offered == (SKIP,) for line in lines)
    return ListTaken(len(lines) - left - new, new, left)


def _offered(line: Line, choice: str) -> bool:
    return choice in line.offered or line.offered == (SKIP,)


def _new_file(db: Writing, desk: StaffDesk, row: ListRow, province: str, now: datetime) -> UUID:
    """No consent is written down: nobody was asked yet, and what needs one waits until they are."""
    given = SeekerGiven(
        name=row.name,
        phone=row.phone,
        birth_year=row.birth_year,
        sex=row.sex,
        province=province,
        commune=row.commune,
        wish=NO_WISH,
    )
    by = log.By(desk.account_id)
    return register_seeker(
        db, given, account_id=None, by=by, channel=Channel.IMPORTED, centre_id=desk.centre_id, now=now
    )
