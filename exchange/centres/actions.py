"""Setting up centres and their staff."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from exchange.centres.codes import Role
from exchange.centres.tables import Centre, CentreId, Staff
from exchange.kernel.db import Writing


class CentreGiven(BaseModel):
    """What is entered of a centre. `province_code`: the statistics office's code on the day of entry."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    name: str = Field(min_length=3, max_length=200)
    short_name: str = Field(min_length=2, max_length=80)
    province_code: str = Field(pattern=r"^\d\d$")
    province_name: str = Field(min_length=2, max_length=60)
    hotline: str = Field(default="", max_length=16)
    address: str = Field(default="", max_length=200)
    email: str = Field(default="", max_length=254)


def open_centre(db: Writing, given: CentreGiven, *, now: datetime) -> CentreId:
    """A new centre."""
    centre = Centre(**given.model_dump(), created_at=now)
    db.add(centre)
    db.flush()
    return centre.id


def employ(db: Writing, centre_id: CentreId, account_id: UUID, role: Role, *, now: datetime) -> None:
    """Somebody begins to work at a centre."""
    db.add(Staff(centre_id=centre_id, account_id=account_id, role=role, since=now))
    db.flush()
