"""What everybody may ask about booths: cards of the lobby, a booth's page, its board."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.booths.codes import BoothState, Mode
from exchange.booths.line_queries import BoothLine, lines
from exchange.booths.rules import Wait, booth_state
from exchange.booths.tables import Booth, BoothVacancy
from exchange.centres.tables import Centre
from exchange.employers.tables import Employer
from exchange.fairs import queries as fairs
from exchange.fairs.codes import FairPhase
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.vacancies.queries import VacancyRow
from exchange.vacancies.shown_queries import rows_of

_b, _e, _c, _v = columns(Booth), columns(Employer), columns(Centre), columns(BoothVacancy)
_HEADS = (
    select(
        *(_b.id, _b.fair_id, _b.centre_id, _b.employer_id, _b.number, _b.mode),
        *(_e.name, _e.about, _e.phone, _c.province_name, _c.short_name),
    )
    .join(Employer, _e.id == _b.employer_id)
    .join(Centre, _c.id == _b.centre_id)
)
_ALL = _HEADS.where(_b.fair_id == bindparam("fair")).order_by(_b.number)
_ONE = _HEADS.where(_b.id == bindparam("booth"))
_SHOWN = (
    select(_v.booth_id, _v.vacancy_id)
    .where(_v.booth_id.in_(bindparam("booths", expanding=True)))
    .order_by(_v.booth_id, _v.rank)
)
_ON_CARD = 3


class BoothHead(msgspec.Struct, frozen=True):
    """Which booth it is."""

    id: UUID
    fair_id: UUID
    centre_id: UUID
    employer_id: UUID
    number: int
    mode: Mode
    employer: str
    about: str
    phone: str
    province: str
    centre: str

    @property
    def delegated(self) -> bool:
        """Whether the centre's staff interview for the employer."""
        return self.mode is Mode.DELEGATED


class Card(msgspec.Struct, frozen=True):
    """A booth in the lobby, at a glance."""

    id: UUID
    centre_id: UUID
    employer: str
    province: str
    delegated: bool
    vacancies: list[VacancyRow]
    more: int
    state: BoothState
    serving: int | None
    waiting: int
    wait: Wait | None


class BoardLine(msgspec.Struct, frozen=True):
    """One number on the board."""

    number: int
    ahead: int
    wait: Wait | None
    held: bool


class Board(msgspec.Struct, frozen=True):
    """The board of a booth: the same for everybody, nothing personal."""

    booth_id: UUID
    state: BoothState
    serving: int | None
    waiting: int
    wait: Wait | None
    lines: list[BoardLine]


def head(db: Reading, booth_id: UUID) -> BoothHead:
    """One booth. Raises NotFound."""
    row = db.execute(_ONE, {"booth": booth_id}).first()
    if row is None:
        raise NotFound
    return BoothHead(*row)


def heads(db: Reading, fair_id: UUID) -> list[BoothHead]:
    """All booths of a fair by number."""
    return [BoothHead(*row) for row in db.execute(_ALL, {"fair": fair_id})]


def shown_at(db: Reading, booths: Sequence[UUID], *, now: datetime) -> dict[UUID, list[VacancyRow]]:
    """The vacancies that each booth shows, in its order."""
    pairs = [(booth, vacancy) for booth, vacancy in db.execute(_SHOWN, {"booths": list(booths)})]
    rows = rows_of(db, [vacancy for _, vacancy in pairs], now=now)
    shown: dict[UUID, list[VacancyRow]] = {booth: [] for booth in booths}
    for booth, vacancy in pairs:
        if vacancy in rows:
            shown[booth].append(rows[vacancy])
    return shown


def cards(db: Reading, fair_id: UUID, *, now: datetime, only: Sequence[UUID] | None = None) -> list[Card]:
    """Cards of a fair's booths (`only` some), by number."""
    phase = fairs.phase(db, fair_id, now=now)
    those = heads(db, fair_id) if only is None else [head(db, booth_id) for booth_id in only]
    ids = [booth.id for booth in those]
    standing, shown = lines(db, fair_id, ids, now=now), shown_at(db, ids, now=now)
    return [_card(booth, standing[booth.id], shown[booth.id], phase) for booth in those]


def board(db: Reading, booth_id: UUID, *, now: datetime) -> Board:
    """The board of one booth. Raises NotFound."""
    booth = head(db, booth_id)
    line = lines(db, booth.fair_id, [booth_id], now=now)[booth_id]
    phase = fairs.phase(db, booth.fair_id, now=now)
    numbers = [
        BoardLine(ticket.number, ticket.ahead, ticket.wait, ticket.held)
        for ticket in line.tickets
        if ticket.ahead is not None
    ]
    return Board(booth_id, _state(phase, line), line.serving, line.waiting, line.wait, numbers)


def _card(booth: BoothHead, line: BoothLine, shown: list[VacancyRow], phase: FairPhase) -> Card:
    return Card(
        booth.id,
        booth.centre_id,
        booth.employer,
        booth.province,
        booth.delegated,
        shown[:_ON_CARD],
        max(0, len(shown) - _ON_CARD),
        _state(phase, line),
        line.serving,
        line.waiting,
        line.wait,
    )


def _state(phase: FairPhase, line: BoothLine) -> BoothState:
    return booth_state(phase, desks=line.desks, talking=line.talking)
