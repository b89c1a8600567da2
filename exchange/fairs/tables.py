"""Rows: fairs, sites, opening and closing, programme, announcements, attendance."""

from datetime import datetime
from typing import NewType
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from exchange.fairs.codes import Audience, FairKind, SiteRole
from exchange.kernel.columns import bare_id, check, code, key, maybe_ref, ref, unique_where
from exchange.seekers.codes import Channel

FairId = NewType("FairId", UUID)


class Fair(SQLModel, table=True):
    """One virtual job-fair session. Its id is also the id of its numbered news (`streams`)."""

    __tablename__ = "fairs"
    __table_args__ = (
        check("times", "registers_from <= opens_at AND opens_at < closes_at AND closes_at <= results_until"),
        check("tickets", "tickets_allowed BETWEEN 1 AND 20"),
        Index(None, "opens_at"),
    )

    id: FairId = key()
    host_id: UUID = ref("centres.id", index=True)
    name: str = Field(max_length=200)
    kind: FairKind = code(FairKind, default=FairKind.ONLINE)
    summary: str = Field(default="", max_length=1000)
    registers_from: datetime
    opens_at: datetime
    closes_at: datetime
    results_until: datetime
    tickets_allowed: int = 3  # open tickets of one person over all booths
    created_at: datetime
    created_by: UUID | None = bare_id()
    cloned_from: UUID | None = maybe_ref("fairs.id")


class FairSite(SQLModel, table=True):
    """A centre taking part in a fair: it brings, sees and owns its own employers and seekers."""

    __tablename__ = "fair_sites"
    __table_args__ = (unique_where("uq_fair_sites_host", "fair_id", where="role = 'host'"),)

    fair_id: FairId = ref("fairs.id", primary_key=True)
    centre_id: UUID = ref("centres.id", primary_key=True)
    role: SiteRole = code(SiteRole)
    joined_at: datetime


class FairOpening(SQLModel, table=True):
    """The fair was opened by somebody; it may open before or after its announced time."""

    __tablename__ = "fair_openings"

    fair_id: FairId = ref("fairs.id", primary_key=True)
    by_account: UUID | None = bare_id()
    at: datetime


class FairClosing(SQLModel, table=True):
    """The floor was closed by somebody; results may still be entered until `results_until`."""

    __tablename__ = "fair_closings"

    fair_id: FairId = ref("fairs.id", primary_key=True)
    by_account: UUID | None = bare_id()
    at: datetime


class ProgrammeItem(SQLModel, table=True):
    """One line of the programme."""

    __tablename__ = "programme_items"

    id: UUID = key()
    fair_id: FairId = ref("fairs.id", index=True)
    starts_at: datetime
    title: str = Field(max_length=200)
    withdrawn_at: datetime | None = None


class Announcement(SQLModel, table=True):
    """Something the host says to an audience. A wrong one is followed by another, not changed."""

    __tablename__ = "announcements"

    id: UUID = key()
    fair_id: FairId = ref("fairs.id", index=True)
    audience: Audience = code(Audience)
    text: str = Field(max_length=500)
    urgent: bool = False
    by_account: UUID | None = bare_id()
    at: datetime


class FairSeeker(SQLModel, table=True):
    """A person registered for a fair, at one site; present from the check-in on."""

    __tablename__ = "fair_seekers"
    __table_args__ = (
        ForeignKeyConstraint(["fair_id", "centre_id"], ["fair_sites.fair_id", "fair_sites.centre_id"]),
        Index(None, "seeker_id"),
        Index(None, "fair_id", "centre_id"),
    )

    fair_id: FairId = ref("fairs.id", primary_key=True)
    seeker_id: UUID = ref("seekers.id", primary_key=True)
    centre_id: UUID = ref("centres.id")
    channel: Channel = code(Channel)
    registered_at: datetime
    checked_in_at: datetime | None = None


class HelpCall(SQLModel, table=True):
    """A person at the fair asked for help; open until staff answer."""

    __tablename__ = "help_calls"
    __table_args__ = (
        unique_where("uq_help_calls_open", "fair_id", "account_id", where="answered_at IS NULL"),
        UniqueConstraint("id", "fair_id"),
    )

    id: UUID = key()
    fair_id: FairId = ref("fairs.id", index=True)
    account_id: UUID = ref("accounts.id")
    words: str = Field(default="", max_length=300)
    asked_at: datetime
    answered_at: datetime | None = None
    answered_by: UUID | None = bare_id()
