"""Rows: group talks, who attended, what was declared, who checked in. Nothing that counts is updated or deleted."""

from datetime import date, datetime
from typing import NewType
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from exchange.counselling.codes import LONGEST_BECAUSE, LONGEST_NOTE, MOST_MINUTES, ClientKind, Topic, Way
from exchange.group_talks.codes import (
    LONGEST_PLACE,
    LONGEST_PLACES,
    LONGEST_SOURCE,
    LONGEST_TITLE,
    MOST_HEADS,
    AttendedBy,
    Qualifier,
)
from exchange.kernel.columns import bare_id, check, code, key, maybe_ref, ref, unique_where
from exchange.seekers.tables import SeekerId

GroupTalkId = NewType("GroupTalkId", UUID)


class GroupTalk(SQLModel, table=True):
    """Many were counselled at once, as it was first told or as it was told again (`corrects_id`, `because`).

    `first_id`, `made_by`, `client_key`: as for a consultation. `holder_id`: who spoke. `note`: what was said.
    """

    __tablename__ = "group_talks"
    __table_args__ = (
        UniqueConstraint("made_by", "client_key"),
        UniqueConstraint("corrects_id"),
        UniqueConstraint("id", "first_id"),
        ForeignKeyConstraint(["corrects_id", "first_id"], ["group_talks.id", "group_talks.first_id"]),
        Index(None, "centre_id", "on_day"),
        Index(None, "on_day"),
        check("minutes_possible", f"minutes BETWEEN 1 AND {MOST_MINUTES}"),
        check("has_title", "title <> ''"),
        check("corrected_with_reason", "(corrects_id IS NULL) = (because = '')"),
        check("first_corrects_nothing", "(corrects_id IS NULL) = (first_id = id)"),
    )

    id: GroupTalkId = key()
    first_id: GroupTalkId = ref("group_talks.id", index=True)
    corrects_id: GroupTalkId | None = bare_id()  # of the same talk: referred to with `first_id`
    because: str = Field(default="", max_length=LONGEST_BECAUSE)
    centre_id: UUID = ref("centres.id")
    holder_id: UUID = ref("accounts.id")
    on_day: date
    title: str = Field(max_length=LONGEST_TITLE)
    client_kind: ClientKind = code(ClientKind)
    way: Way = code(Way)
    province_code: str = Field(max_length=2)
    minutes: int
    note: str = Field(default="", max_length=LONGEST_NOTE)
    made_by: UUID = ref("accounts.id")
    client_key: UUID
    at: datetime


class GroupTalkTopic(SQLModel, table=True):
    """One topic of one telling."""

    __tablename__ = "group_talk_topics"

    talk_id: GroupTalkId = ref("group_talks.id", primary_key=True)
    topic: Topic = code(Topic, primary_key=True)


class GroupTalkPlace(SQLModel, table=True):
    """One place of one telling: the district until June 2025, the commune since."""

    __tablename__ = "group_talk_places"
    __table_args__ = (UniqueConstraint("talk_id", "name"), check("named", "name <> ''"))

    talk_id: GroupTalkId = ref("group_talks.id", primary_key=True)
    rank: int = Field(primary_key=True)
    name: str = Field(max_length=LONGEST_PLACE)


class GroupTalkWithdrawal(SQLModel, table=True):
    """A talk (its first telling) did not happen, or was written down twice: neither it nor its list counts."""

    __tablename__ = "group_talk_withdrawals"

    talk_id: GroupTalkId = ref("group_talks.id", primary_key=True)
    because: str = Field(max_length=LONGEST_BECAUSE)
    by_account: UUID = ref("accounts.id")
    at: datetime


class Attendance(SQLModel, table=True):
    """Somebody was at a talk (its first telling). `turn`: after a removal they may be put on the list again.

    Two who add the same person at once cannot both be turn 1. `by_account`: whoever added them, they themself too.
    """

    __tablename__ = "attendances"
    __table_args__ = (UniqueConstraint("talk_id", "seeker_id", "turn"), check("turn_counted", "turn > 0"))

    id: UUID = key()
    talk_id: GroupTalkId = ref("group_talks.id")
    seeker_id: SeekerId = ref("seekers.id", index=True)
    turn: int = 1
    how: AttendedBy = code(AttendedBy)
    by_account: UUID = ref("accounts.id")
    at: datetime


class AttendanceRemoval(SQLModel, table=True):
    """Somebody was put on a list by mistake: the attendance no longer counts, and stays."""

    __tablename__ = "attendance_removals"

    attendance_id: UUID = ref("attendances.id", primary_key=True)
    because: str = Field(max_length=LONGEST_BECAUSE)
    by_account: UUID = ref("accounts.id")
    at: datetime


class DeclaredHeads(SQLModel, table=True):
    """A number of heads that nobody listed, as somebody said it. `source`: who counted, in which paper."""

    __tablename__ = "declared_heads"
    __table_args__ = (
        UniqueConstraint("by_account", "client_key"),
        check("number_possible", f"number BETWEEN 1 AND {MOST_HEADS}"),
        check("has_source", "source <> ''"),
    )

    id: UUID = key()
    talk_id: GroupTalkId = ref("group_talks.id", index=True)
    number: int
    qualifier: Qualifier = code(Qualifier)
    place: str = Field(default="", max_length=LONGEST_PLACES)
    source: str = Field(max_length=LONGEST_SOURCE)
    by_account: UUID = ref("accounts.id")
    client_key: UUID
    at: datetime


class DeclaredHeadsWithdrawal(SQLModel, table=True):
    """A declared number was wrong: it is shown struck through, and told no more."""

    __tablename__ = "declared_heads_withdrawals"

    heads_id: UUID = ref("declared_heads.id", primary_key=True)
    because: str = Field(max_length=LONGEST_BECAUSE)
    by_account: UUID = ref("accounts.id")
    at: datetime


class CheckInDoor(SQLModel, table=True):
    """People may check in at a talk by an address that cannot be guessed, until staff close it: one door at a time."""

    __tablename__ = "check_in_doors"
    __table_args__ = (unique_where("uq_check_in_doors_open", "talk_id", where="closed_at IS NULL"),)

    id: UUID = key()
    talk_id: GroupTalkId = ref("group_talks.id", index=True)
    token: str = Field(max_length=64, unique=True)
    opened_by: UUID = ref("accounts.id")
    opened_at: datetime
    closed_at: datetime | None = None
    closed_by: UUID | None = maybe_ref("accounts.id")


class WalkIn(SQLModel, table=True):
    """Somebody without an account checked in; staff find out whose file it is. The same words twice are one row."""

    __tablename__ = "walk_ins"
    __table_args__ = (
        UniqueConstraint("talk_id", "name_fold", "birth_year", "phone"),
        check("born", "birth_year BETWEEN 1900 AND 2100"),
    )

    id: UUID = key()
    talk_id: GroupTalkId = ref("group_talks.id")
    name: str = Field(max_length=120)
    name_fold: str = Field(max_length=120)
    birth_year: int
    phone: str = Field(max_length=16)
    at: datetime


class WalkInSettlement(SQLModel, table=True):
    """Whose file it was, or why nobody's (`attendance_id` is empty then)."""

    __tablename__ = "walk_in_settlements"
    __table_args__ = (check("somebody_or_why", "(attendance_id IS NULL) = (because <> '')"),)

    walk_in_id: UUID = ref("walk_ins.id", primary_key=True)
    attendance_id: UUID | None = maybe_ref("attendances.id", index=True)
    because: str = Field(default="", max_length=LONGEST_BECAUSE)
    by_account: UUID = ref("accounts.id")
    at: datetime
