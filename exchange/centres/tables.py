"""Rows: centres and who works there."""

from datetime import datetime
from typing import NewType
from uuid import UUID

from sqlmodel import Field, SQLModel

from exchange.centres.codes import Role
from exchange.kernel.columns import code, key, ref, unique_where

CentreId = NewType("CentreId", UUID)


class Centre(SQLModel, table=True):
    """A province's employment service centre: the owner of its staff, employers, seekers and fairs.

    `province_code` is the statistics office's code on the day the centre was entered; `province_name` is how the
    centre names its province, which outlives a merger.
    """

    __tablename__ = "centres"

    id: CentreId = key()
    name: str = Field(max_length=200)
    short_name: str = Field(max_length=80)
    province_code: str = Field(max_length=2)
    province_name: str = Field(max_length=60)
    hotline: str = Field(max_length=16)
    address: str = Field(default="", max_length=200)
    email: str = Field(default="", max_length=254)
    created_at: datetime


class Staff(SQLModel, table=True):
    """A person who works at a centre, from a time until a time."""

    __tablename__ = "staff"
    __table_args__ = (unique_where("uq_staff_present", "account_id", where="ended_at IS NULL"),)

    id: UUID = key()
    centre_id: CentreId = ref("centres.id", index=True)
    account_id: UUID = ref("accounts.id")
    role: Role = code(Role)
    since: datetime
    ended_at: datetime | None = None
