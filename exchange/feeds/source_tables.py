"""Rows: feeds of other centres that are read, what they publish, and what could not be taken."""

from datetime import datetime
from typing import Any, NewType
from uuid import UUID

from sqlalchemy import JSON, Column, Index, LargeBinary, UniqueConstraint, Uuid
from sqlmodel import Field, SQLModel

from exchange.feeds.codes import LONGEST_ADDRESS, LONGEST_NAME, LONGEST_NOTE, FeedKind, RecordFault
from exchange.kernel.columns import check, code, key, maybe_ref, ref, unique_where

SourceId = NewType("SourceId", UUID)


class FeedSource(SQLModel, table=True):
    """Another centre's feed, and how far it was read.

    `address` without its query, `foreign_centre` the query. `reached`: the number up to which all is taken; nothing
    until a snapshot (as of `snapshot`, read up to its item `snapshot_after`, begun at `begun_at`) is taken whole.
    `feed_key`, `secret`: sealed; the key opens results, the secret proves that news comes from there.
    """

    __tablename__ = "feed_sources"
    __table_args__ = (
        unique_where("uq_feed_sources_read", "centre_id", "address", "foreign_centre", where="ended_at IS NULL"),
        check("snapshot_or_reached", "reached IS NULL OR snapshot IS NULL"),
        check("ended", "(ended_at IS NULL) = (ended_by IS NULL)"),
    )

    id: SourceId = key()
    centre_id: UUID = ref("centres.id", index=True)
    name: str = Field(max_length=LONGEST_NAME)
    address: str = Field(max_length=LONGEST_ADDRESS)
    foreign_centre: UUID = Field(sa_type=Uuid)
    feed_key: bytes | None = Field(default=None, sa_type=LargeBinary)
    secret: bytes | None = Field(default=None, sa_type=LargeBinary)
    reached: int | None = None
    snapshot: int | None = None
    snapshot_after: int = 0
    begun_at: datetime | None = None
    pulled_at: datetime | None = None
    next_at: datetime
    tries: int = 0
    said: str = Field(default="", max_length=LONGEST_NOTE)
    made_by: UUID = ref("accounts.id")
    at: datetime
    ended_by: UUID | None = maybe_ref("accounts.id")
    ended_at: datetime | None = None


class ForeignRecord(SQLModel, table=True):
    """What another centre publishes, as it stood when `seq` said so; never one of our own vacancies.

    `seen_at`: when it was last read, to find what a new snapshot no longer has. `employer_id`, `vacancy_id`: an
    employer of ours with the same tax code, and a vacancy of ours that is probably the same.
    """

    __tablename__ = "foreign_records"
    __table_args__ = (
        UniqueConstraint("source_id", "kind", "foreign_id"),
        check("body_while_there", "(body IS NULL) = (removed_at IS NOT NULL)"),
    )

    id: UUID = key()
    source_id: SourceId = ref("feed_sources.id")
    kind: FeedKind = code(FeedKind)
    foreign_id: UUID = Field(sa_type=Uuid)
    seq: int
    body: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
    because: str = Field(default="", max_length=32)
    first_at: datetime
    seen_at: datetime
    removed_at: datetime | None = None
    employer_id: UUID | None = maybe_ref("employers.id")
    vacancy_id: UUID | None = maybe_ref("vacancies.id")


class FeedConflict(SQLModel, table=True):
    """A record that was not taken, or only with a doubt: which, why, and what stood there. Once per state of it."""

    __tablename__ = "feed_conflicts"
    __table_args__ = (UniqueConstraint("source_id", "seq", "foreign_id", "fault"), Index(None, "source_id", "at"))

    id: UUID = key()
    source_id: SourceId = ref("feed_sources.id")
    seq: int
    foreign_id: str = Field(max_length=64)
    fault: RecordFault = code(RecordFault)
    field: str = Field(default="", max_length=120)
    title: str = Field(default="", max_length=200)
    told: str = Field(default="", max_length=2000)
    at: datetime


class FeedConflictSettlement(SQLModel, table=True):
    """Somebody looked at it. `by_account`: nobody where a later state of the record was taken."""

    __tablename__ = "feed_conflict_settlements"
    __table_args__ = (check("note_said", "by_account IS NULL OR note <> ''"),)

    conflict_id: UUID = ref("feed_conflicts.id", primary_key=True)
    note: str = Field(default="", max_length=LONGEST_NOTE)
    by_account: UUID | None = maybe_ref("accounts.id")
    at: datetime
