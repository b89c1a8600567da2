"""What pages are shown of a placement."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from exchange.placements.codes import (
    Check,
    ClaimRole,
    EndReason,
    EvidenceLevel,
    EvidenceSource,
    Likeness,
    Origin,
    PlacementState,
)


class Entry(msgspec.Struct, frozen=True):
    """An entry of the register as one source made it. `reversed`: why it counts no more."""

    id: UUID
    origin: Origin
    employer: str
    job: str
    agreed_on: date
    residence: str
    workplace: str
    overseas: bool
    reversed: str | None
    reversed_at: datetime | None
    vacancy_id: UUID | None
    fair_id: UUID | None
    state: PlacementState


class StepView(msgspec.Struct, frozen=True):
    """A step of the ladder. `by`: nobody where the employer wrote it; `withdrawn`: why it does not hold."""

    id: UUID
    level: EvidenceLevel
    source: EvidenceSource
    milestone: Check | None
    on_day: date
    started_on: date | None
    number: str
    note: str
    document_id: UUID | None
    document: str | None
    by: str | None
    at: datetime
    withdrawn: str | None


class EndView(msgspec.Struct, frozen=True):
    """That somebody left."""

    id: UUID
    on_day: date
    reason: EndReason
    note: str
    by: str
    withdrawn: str | None


class ClaimView(msgspec.Struct, frozen=True):
    """A centre that claims it."""

    centre_id: UUID
    centre: str
    role: ClaimRole
    because: str
    at: datetime


class WordView(msgspec.Struct, frozen=True):
    """A centre's word on who is to be credited."""

    centre: str
    credits: str
    words: str
    by: str
    at: datetime


class JoinView(msgspec.Struct, frozen=True):
    """That two entries were joined. `undone`: why they are no longer."""

    id: UUID
    kept_id: UUID
    gone_id: UUID
    because: str
    at: datetime
    undone: str


class Whole(msgspec.Struct, frozen=True):
    """A placement with everything. `entries`: all that count as it, the kept one first; `alike`: perhaps the same."""

    person_id: UUID
    name: str
    birth_year: int
    phone: str | None
    entries: list[Entry]
    own: Entry
    level: EvidenceLevel | None
    credited: str
    start: date | None
    ended_on: date | None
    steps: list[StepView]
    ends: list[EndView]
    claims: list[ClaimView]
    words: list[WordView]
    settled: list[tuple[str, datetime]]
    joins: list[JoinView]
    alike: list[tuple[Entry, Likeness]]
    four: dict[str, str]
