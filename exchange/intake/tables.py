"""Rows: imports, their waiting rows (sealed), what was found of each row, and what is in."""

from datetime import datetime
from typing import Any, NewType
from uuid import UUID

from sqlalchemy import JSON, Column, Index, LargeBinary, UniqueConstraint, Uuid
from sqlmodel import Field, SQLModel

from exchange.intake.codes import Choice, Gone, Register, Verdict, Work
from exchange.kernel.columns import bare_id, check, code, key, maybe_ref, ref

IntakeId = NewType("IntakeId", UUID)


class Intake(SQLModel, table=True):
    """One file that somebody sent to be taken in.

    `headings`: the names of its columns; `heading_key` is the same for the same names. `plan`: which column is what,
    and what holds for all rows. `work` and `part` say what is being done and how far it is: whoever does a part holds
    this row, so that no part is done twice.
    """

    __tablename__ = "intakes"
    __table_args__ = (
        UniqueConstraint("by_account", "request_id"),
        Index(None, "centre_id", "at"),
        check("rows_counted", "rows > 0 AND parts > 0 AND part BETWEEN 0 AND parts"),
        check("started", "(started_at IS NULL) = (started_by IS NULL)"),
        check("undone", "(undo_at IS NULL) = (undo_by IS NULL) AND (undo_at IS NULL) = (undo_because = '')"),
        check("finished", "finished_at IS NULL OR started_at IS NOT NULL"),
        check("taken_back", "undone_at IS NULL OR undo_at IS NOT NULL"),
    )

    id: IntakeId = key()
    centre_id: UUID = ref("centres.id")
    kind: Register = code(Register)
    file_name: str = Field(max_length=200)
    sheet: str = Field(default="", max_length=80)
    digest: str = Field(max_length=64)
    headings: list[str] = Field(sa_column=Column(JSON, nullable=False))
    heading_key: str = Field(max_length=64)
    rows: int
    parts: int
    by_account: UUID = ref("accounts.id")
    request_id: UUID | None = bare_id()
    at: datetime
    plan: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
    work: Work | None = code(Work, default=None, nullable=True)
    part: int = 0
    checked_at: datetime | None = None
    started_at: datetime | None = None
    started_by: UUID | None = maybe_ref("accounts.id")
    finished_at: datetime | None = None
    undo_because: str = Field(default="", max_length=300)
    undo_by: UUID | None = maybe_ref("accounts.id")
    undo_at: datetime | None = None
    undone_at: datetime | None = None


class IntakePart(SQLModel, table=True):
    """Some of a file's rows as they were read: packed, and sealed because numbers of identity papers are in them."""

    __tablename__ = "intake_parts"

    intake_id: IntakeId = ref("intakes.id", primary_key=True)
    part: int = Field(primary_key=True)
    sealed: bytes = Field(sa_type=LargeBinary)


class IntakeLine(SQLModel, table=True):
    """What was found of one row when it was looked through. Made anew with each look, until the file is taken.

    `said`: what is to be told of it, field by field. `id_key`, `name_key`: who it is about, for rows of one file that
    are about one person; `mark`: the day of a consultation or the number of a claim; `opens`: a claim that is open.
    `choice`: what staff said of it.
    """

    __tablename__ = "intake_lines"
    __table_args__ = (
        Index(None, "intake_id", "verdict", "line"),
        Index(None, "intake_id", "id_key"),
        Index(None, "intake_id", "name_key"),
        Index(None, "intake_id", "mark"),
    )

    intake_id: IntakeId = ref("intakes.id", primary_key=True)
    line: int = Field(primary_key=True)
    part: int
    verdict: Verdict = code(Verdict)
    said: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    seeker_id: UUID | None = bare_id()
    id_key: str | None = Field(default=None, max_length=32)
    name_key: str | None = Field(default=None, max_length=32)
    mark: str = Field(default="", max_length=40)
    opens: bool = False
    choice: Choice | None = code(Choice, default=None, nullable=True)


class IntakeTaking(SQLModel, table=True):
    """One row is in: the file it went to, whether the file was made for it, and the fact. The same row never twice.

    No reference to what may be removed again: `seeker_id` of a file that was made, `fact_id` of what was written.
    `gone`: what became of it when the import was undone.
    """

    __tablename__ = "intake_takings"
    __table_args__ = (
        UniqueConstraint("fact_id"),
        Index(None, "seeker_id"),
        check("gone_when", "(gone IS NULL) = (gone_at IS NULL)"),
    )

    intake_id: IntakeId = ref("intakes.id", primary_key=True)
    line: int = Field(primary_key=True)
    seeker_id: UUID = Field(sa_type=Uuid)
    made_file: bool
    fact_id: UUID | None = bare_id()
    at: datetime
    gone: Gone | None = code(Gone, default=None, nullable=True)
    gone_at: datetime | None = None
