"""Rows: seekers and their consents."""

from datetime import datetime
from typing import NewType
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from exchange.kernel.columns import bare_id, check, code, key, maybe_ref, ref
from exchange.seekers.codes import Channel, Purpose, Sex

SeekerId = NewType("SeekerId", UUID)


class Seeker(SQLModel, table=True):
    """A person registered for services (the fields of form 01 that a fair needs)."""

    __tablename__ = "seekers"
    __table_args__ = (
        check("born", "birth_year BETWEEN 1900 AND 2100"),
        Index(None, "name_fold"),
        Index(None, "phone"),
    )

    id: SeekerId = key()
    account_id: UUID | None = Field(default=None, foreign_key="accounts.id", unique=True)
    centre_id: UUID | None = maybe_ref("centres.id", index=True)
    full_name: str = Field(max_length=120)
    name_fold: str = Field(max_length=120)
    phone: str | None = Field(default=None, max_length=16)
    birth_year: int
    sex: Sex = code(Sex)
    province_code: str = Field(max_length=2)
    commune: str = Field(default="", max_length=80)
    work_wanted: str = Field(max_length=200)
    qualification: str | None = Field(default=None, max_length=32)
    channel: Channel = code(Channel)
    created_at: datetime
    created_by: UUID | None = bare_id()


class Consent(SQLModel, table=True):
    """A person said yes or no to one purpose. The newest row per purpose counts; none is ever changed."""

    __tablename__ = "consents"
    __table_args__ = (Index(None, "seeker_id", "purpose", "at"),)

    id: UUID = key()
    seeker_id: SeekerId = ref("seekers.id")
    purpose: Purpose = code(Purpose)
    given: bool
    text_version: str = Field(max_length=16)
    channel: Channel = code(Channel)
    recorded_by: UUID | None = bare_id()
    at: datetime
