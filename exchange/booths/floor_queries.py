"""What staff ask of a whole floor: red first. And the few figures everybody sees in the lobby."""

from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, func, select

from exchange.accounts.tables import Account
from exchange.booths import queries as booths
from exchange.booths.codes import BoothState, Level, Trouble
from exchange.booths.line_queries import BoothLine, lines
from exchange.booths.queries import BoothHead
from exchange.booths.rules import booth_state
from exchange.booths.summary_queries import Summary, persons_waiting, summary
from exchange.booths.talk_tables import Call, Interview
from exchange.fairs import queries as fairs
from exchange.fairs.codes import FairPhase
from exchange.fairs.tables import HelpCall
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading

LONG_WAIT = timedelta(minutes=30)
_i, _c, _h, _a = columns(Interview), columns(Call), columns(HelpCall), columns(Account)
_HELP = (
    select(_h.id, _a.name, _a.phone, _h.words, _h.asked_at)
    .join(Account, _a.id == _h.account_id)
    .where(_h.fair_id == bindparam("fair"), _h.answered_at.is_(None))
    .order_by(_h.asked_at, _h.id)
)


class FloorRow(msgspec.Struct, frozen=True):
    """One booth on the floor."""

    booth_id: UUID
    number: int
    employer: str
    province: str
    phone: str
    state: BoothState
    level: Level
    trouble: Trouble
    serving: int | None
    waiting: int
    oldest: datetime | None
    talking: int
    recruiters: int


class Help(msgspec.Struct, frozen=True):
    """Somebody pressed the help button and nobody has come yet."""

    id: UUID
    name: str
    phone: str | None
    words: str
    asked_at: datetime


class Floor(msgspec.Struct, frozen=True):
    """The whole floor, or the booths of one centre."""

    fair_id: UUID
    phase: FairPhase
    rows: list[FloorRow]
    help: list[Help]
    waiting: int  # persons, at the booths of the rows
    summary: Summary


def floor(db: Reading, fair_id: UUID, *, now: datetime, centre_id: UUID | None = None) -> Floor:
    """The floor: every booth (of one centre, for a joining centre's staff), the most urgent first."""
    everyone = booths.heads(db, fair_id)
    standing = lines(db, fair_id, [booth.id for booth in everyone], now=now)
    phase = fairs.phase(db, fair_id, now=now)
    those = [booth for booth in everyone if centre_id in (None, booth.centre_id)]
    rows = [_row(booth, standing[booth.id], phase, now) for booth in those]
    order = list(Trouble)
    rows.sort(key=lambda row: (order.index(row.trouble), -row.waiting, row.number))
    waiting_for_help = [Help(*row) for row in db.execute(_HELP, {"fair": fair_id})]
    waiting = persons_waiting(db, fair_id, centre_id=centre_id)
    return Floor(fair_id, phase, rows, waiting_for_help, waiting, summary(db, fair_id, now=now))


def open_talks(db: Reading, fair_id: UUID) -> int:
    """Accepted calls whose outcome is not given yet."""
    going = select(func.count()).select_from(Interview).where(_i.fair_id == fair_id, _i.ended_at.is_(None))
    return db.scalar(going) or 0


def _row(booth: BoothHead, line: BoothLine, phase: FairPhase, now: datetime) -> FloorRow:
    waiting = [ticket.joined_at for ticket in line.tickets if ticket.call is None and not ticket.held]
    oldest = min(waiting, default=None)
    trouble = _trouble(line, phase, oldest, now)
    level = {Trouble.NONE: Level.OK, Trouble.NOT_STAFFED: Level.WARN, Trouble.LONG_WAIT: Level.WARN}.get(
        trouble, Level.BAD
    )
    return FloorRow(
        booth_id=booth.id,
        number=booth.number,
        employer=booth.employer,
        province=booth.province,
        phone=booth.phone,
        state=booth_state(phase, desks=line.desks, talking=line.talking),
        level=level,
        trouble=trouble,
        serving=line.serving,
        waiting=line.waiting,
        oldest=oldest,
        talking=line.talking,
        recruiters=line.desks,
    )


def _trouble(line: BoothLine, phase: FairPhase, oldest: datetime | None, now: datetime) -> Trouble:
    if phase is not FairPhase.LIVE:
        return Trouble.NONE
    if any(ticket.call and not ticket.call.talking for ticket in line.tickets):
        return Trouble.UNANSWERED
    if line.waiting and not line.desks:
        return Trouble.EMPTY
    if line.desks and not line.seen:
        return Trouble.SILENT
    if oldest and now - oldest > LONG_WAIT:
        return Trouble.LONG_WAIT
    return Trouble.NONE if line.desks else Trouble.NOT_STAFFED
