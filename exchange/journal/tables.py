"""Rows of the journal. Nothing updates or deletes an entry: the database itself refuses."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import DDL, JSON, Column, Index, UniqueConstraint, Uuid, event
from sqlmodel import Field, SQLModel

from exchange.journal.kinds import Kind
from exchange.kernel.columns import bare_id, check, code, key


class Stream(SQLModel, table=True):
    """A numbered run of news: one per fair, with the fair's id."""

    __tablename__ = "streams"

    id: UUID = Field(primary_key=True, sa_type=Uuid)
    last_seq: int = 0


class Entry(SQLModel, table=True):
    """One thing that happened. Ids and codes only: no names, no free text, so forgetting a person rewrites nothing."""

    __tablename__ = "journal"
    __table_args__ = (
        UniqueConstraint("stream_id", "seq"),
        UniqueConstraint("actor_id", "request_id"),
        Index(None, "subject_id"),
        Index(None, "seeker_id"),
        check("numbered", "(stream_id IS NULL) = (seq IS NULL)"),
    )

    id: UUID = key()
    stream_id: UUID | None = Field(default=None, foreign_key="streams.id", sa_type=Uuid)
    seq: int | None = None
    kind: Kind = code(Kind)
    at: datetime
    subject_id: UUID = Field(sa_type=Uuid)
    actor_id: UUID | None = bare_id()
    on_behalf_of: UUID | None = bare_id()
    request_id: UUID | None = bare_id()
    booth_id: UUID | None = bare_id()
    seeker_id: UUID | None = bare_id()
    facts: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


_REFUSE_SQLITE = """
CREATE TRIGGER journal_no_{verb} BEFORE {VERB} ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
"""
_REFUSE_POSTGRES = """
CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$;
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE ON journal
FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()
"""


def append_only_statements(dialect: str) -> tuple[str, ...]:
    """The statements that make the database refuse to change an entry; used by create_all and by the migration."""
    if dialect == "postgresql":
        function, trigger = _REFUSE_POSTGRES.strip().split(";\nCREATE TRIGGER")
        return function, "CREATE TRIGGER" + trigger
    return tuple(_REFUSE_SQLITE.strip().format(verb=verb, VERB=verb.upper()) for verb in ("update", "delete"))


for _dialect in ("sqlite", "postgresql"):
    for _statement in append_only_statements(_dialect):
        event.listen(
            Entry.__table__,  # type: ignore[attr-defined]
            "after_create",
            DDL(_statement.replace("%", "%%")).execute_if(dialect=_dialect),  # type: ignore[no-untyped-call]
        )
