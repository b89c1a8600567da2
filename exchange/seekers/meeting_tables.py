"""Rows: meetings that count. They follow from consultations, attendances and merges, and are written with them."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from exchange.kernel.columns import ref

_OPENS: Any = {"sqlite_where": text("opens = 1"), "postgresql_where": text("opens")}
_ANYWHERE = ["before", "before_alike"]
_HERE = ["here_before", "here_before_alike"]
_COUNTED = ["person_id", "client_kind", "first_id", *_HERE]


class Meeting(SQLModel, table=True):
    """A consultation that stands, or somebody on the list of a group talk that stands.

    `first_id`: the consultation (its first telling) or the attendance. `telling_id`: what its topics hang on.
    `person_id`: whose file it is now. `opens`: of a person's meetings at a centre on a day it was written down first,
    so that it stands for the visit. `before`: the day of the person's visit before this one, wherever it was, and
    `before_alike`: of the one before as the same kind of client; `here_before`, `here_before_alike`: at this centre.
    Whoever was not there before in a period is counted by this visit.

    Kept so that a period is counted without looking for what followed each telling, what came before it, and who is
    who; and its persons without putting together the visits of each.
    """

    __tablename__ = "meetings"
    __table_args__ = (
        Index("uq_meetings_opens", "person_id", "centre_id", "on_day", unique=True, **_OPENS),
        Index(None, "person_id", "on_day"),
        Index(None, "centre_id", "on_day", postgresql_include=_COUNTED, **_OPENS),
        Index(None, "on_day", postgresql_include=["centre_id", *_COUNTED, *_ANYWHERE], **_OPENS),
    )

    first_id: UUID = Field(primary_key=True)
    telling_id: UUID
    seeker_id: UUID = ref("seekers.id", index=True)
    person_id: UUID = ref("seekers.id")
    centre_id: UUID = ref("centres.id")
    on_day: date
    client_kind: str = Field(max_length=32)
    way: str = Field(max_length=32)
    commune: str = Field(default="", max_length=80)
    by_talk: bool
    opens: bool = False
    before: date | None = None
    before_alike: date | None = None
    here_before: date | None = None
    here_before_alike: date | None = None
