"""Rows: steps of reports, closed periods, their corrections and samples. The database refuses to change any of them."""

from datetime import datetime
from typing import Any, NewType
from uuid import UUID

from sqlalchemy import DDL, JSON, BigInteger, Column, ForeignKeyConstraint, LargeBinary, Text, UniqueConstraint, event
from sqlmodel import Field, SQLModel

from exchange.closings.codes import LONGEST_BECAUSE, Act, Recalled
from exchange.group_talks.codes import Qualifier
from exchange.kernel.columns import check, code, key, ref
from exchange.tallies.codes import Origin, Part

ClosingId = NewType("ClosingId", UUID)
SampleId = NewType("SampleId", UUID)


class ReportStep(SQLModel, table=True):
    """A part of a centre's report went a step further, or back. The highest `turn` stands; two cannot take one turn.

    `figures`: the part's figures by code as they were then.
    """

    __tablename__ = "report_steps"
    __table_args__ = (
        UniqueConstraint("centre_id", "period_id", "part", "turn"),
        check("turn", "turn > 0"),
        check("returned_with_reason", "(act = 'returned') = (because <> '')"),
    )

    id: UUID = key()
    centre_id: UUID = ref("centres.id")
    period_id: UUID = ref("periods.id")
    part: Part = code(Part)
    turn: int
    act: Act = code(Act)
    because: str = Field(default="", max_length=LONGEST_BECAUSE)
    figures: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    by_account: UUID = ref("accounts.id")
    at: datetime


class Closing(SQLModel, table=True):
    """A centre closed a period, once and for good."""

    __tablename__ = "closings"
    __table_args__ = (UniqueConstraint("centre_id", "period_id"),)

    id: ClosingId = key()
    centre_id: UUID = ref("centres.id")
    period_id: UUID = ref("periods.id", index=True)
    by_account: UUID = ref("accounts.id")
    at: datetime


class ClosedFigure(SQLModel, table=True):
    """A figure as it was closed, with everything that was said beside it.

    `plan`: the year's, `before`: the same period of last year. `definition`, `version`: as it was counted then.
    `declared`: what offices said, each with its source and paper. `place`: in the order of the report.
    """

    __tablename__ = "closed_figures"
    __table_args__ = (UniqueConstraint("closing_id", "indicator"), check("many", "many >= 0"))

    id: UUID = key()
    closing_id: ClosingId = ref("closings.id")
    indicator: str = Field(max_length=40)
    place: int
    value: int | None = Field(default=None, sa_type=BigInteger)
    qualifier: Qualifier = code(Qualifier)
    so_far: int | None = Field(default=None, sa_type=BigInteger)
    plan: int | None = Field(default=None, sa_type=BigInteger)
    planned: int
    before: int | None = Field(default=None, sa_type=BigInteger)
    inferred: bool
    origin: Origin = code(Origin)
    version: int
    definition: str = Field(sa_type=Text)
    declared: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    many: int


class ClosedRecords(SQLModel, table=True):
    """The records behind a closed figure, in order: a thousand ids of sixteen bytes in a row."""

    __tablename__ = "closed_records"

    figure_id: UUID = ref("closed_figures.id", primary_key=True)
    number: int = Field(primary_key=True)
    ids: bytes = Field(sa_type=LargeBinary)


class ClosedPart(SQLModel, table=True):
    """One part of a breakdown of a closed figure. `members`: which of the figure's records, a bit for each."""

    __tablename__ = "closed_parts"

    figure_id: UUID = ref("closed_figures.id", primary_key=True)
    breakdown: str = Field(max_length=20, primary_key=True)
    part: str = Field(max_length=120, primary_key=True)
    place: int
    label: str = Field(max_length=120)
    count: int = Field(sa_type=BigInteger)
    many: int
    members: bytes = Field(sa_type=LargeBinary)


class Correction(SQLModel, table=True):
    """A figure of a closed period is other than was closed. The figure stays; this stands beside it.

    `before`: as closed and corrected so far, `after`: as known then. `came`, `went`: ids, packed.
    """

    __tablename__ = "corrections"
    __table_args__ = (
        UniqueConstraint("closing_id", "indicator", "turn"),
        check("turn", "turn > 0"),
        check("with_reason", "because <> ''"),
    )

    id: UUID = key()
    closing_id: ClosingId = ref("closings.id")
    indicator: str = Field(max_length=40)
    turn: int
    before: int | None = Field(default=None, sa_type=BigInteger)
    after: int | None = Field(default=None, sa_type=BigInteger)
    because: str = Field(max_length=LONGEST_BECAUSE)
    came: bytes = Field(sa_type=LargeBinary)
    went: bytes = Field(sa_type=LargeBinary)
    by_account: UUID = ref("accounts.id")
    at: datetime


class Carried(SQLModel, table=True):
    """A correction was shown in a later period's report when that was closed: it is carried once."""

    __tablename__ = "carried_corrections"

    correction_id: UUID = ref("corrections.id", primary_key=True)
    closing_id: ClosingId = ref("closings.id", index=True)


class Sample(SQLModel, table=True):
    """Records of a closed figure, drawn to be looked up with the people. A further `turn` says why."""

    __tablename__ = "audit_samples"
    __table_args__ = (
        UniqueConstraint("figure_id", "turn"),
        check("turn", "turn > 0 AND (turn > 1) = (because <> '')"),
        check("size", "size > 0"),
    )

    id: SampleId = key()
    figure_id: UUID = ref("closed_figures.id")
    turn: int
    seed: str = Field(max_length=64)
    size: int
    because: str = Field(default="", max_length=LONGEST_BECAUSE)
    by_account: UUID = ref("accounts.id")
    at: datetime


class SampleRecord(SQLModel, table=True):
    """One record of a sample."""

    __tablename__ = "audit_sample_records"
    __table_args__ = (UniqueConstraint("sample_id", "record_id"),)

    sample_id: SampleId = ref("audit_samples.id", primary_key=True)
    place: int = Field(primary_key=True)
    record_id: UUID


class Recall(SQLModel, table=True):
    """What was said of a record of a sample. The highest `turn` stands."""

    __tablename__ = "audit_recalls"
    __table_args__ = (
        ForeignKeyConstraint(["sample_id", "place"], ["audit_sample_records.sample_id", "audit_sample_records.place"]),
        UniqueConstraint("sample_id", "place", "turn"),
        check("turn", "turn > 0"),
    )

    id: UUID = key()
    sample_id: SampleId = ref("audit_samples.id")
    place: int
    turn: int
    found: Recalled = code(Recalled)
    note: str = Field(default="", max_length=LONGEST_BECAUSE)
    by_account: UUID = ref("accounts.id")
    at: datetime


_ALL: tuple[type[SQLModel], ...] = (
    ReportStep,
    Closing,
    ClosedFigure,
    ClosedRecords,
    ClosedPart,
    Correction,
    Carried,
    Sample,
    SampleRecord,
    Recall,
)
KEPT: tuple[str, ...] = tuple(str(one.__tablename__) for one in _ALL)
_SAID = "it was closed and is never changed"
_FUNCTION = f"""CREATE OR REPLACE FUNCTION closed_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{_SAID}'; END $$"""


def kept_statements(dialect: str, table: str) -> tuple[str, ...]:
    """What makes the database refuse to change or delete a row of a table; for create_all and the migration."""
    if dialect == "postgresql":
        trigger = f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table} "
        return _FUNCTION, f"{trigger}FOR EACH STATEMENT EXECUTE FUNCTION closed_refuse()"
    begun = f"CREATE TRIGGER {table}_no_{{0}} BEFORE {{1}} ON {table} BEGIN SELECT RAISE(ABORT, '{_SAID}'); END"
    return tuple(begun.format(verb.lower(), verb) for verb in ("UPDATE", "DELETE"))


for _model in _ALL:
    for _dialect in ("sqlite", "postgresql"):
        for _statement in kept_statements(_dialect, str(_model.__tablename__)):
            _told = DDL(_statement).execute_if(dialect=_dialect)  # type: ignore[no-untyped-call]
            event.listen(_model.__table__, "after_create", _told)  # type: ignore[attr-defined]
