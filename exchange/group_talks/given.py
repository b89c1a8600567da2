"""What is told of a group talk and declared of its heads, as forms hand it in."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from exchange.counselling.codes import LONGEST_NOTE, MOST_MINUTES, ClientKind, Topic, Way
from exchange.group_talks.codes import (
    LONGEST_PLACES,
    LONGEST_SOURCE,
    LONGEST_TITLE,
    MOST_HEADS,
    Qualifier,
)
from exchange.group_talks.rules import USUAL_MINUTES, Declared, GroupFacts, places_of
from exchange.kernel.given import Tidy, TidyLines


class GroupTalkGiven(BaseModel):
    """A group talk as told. `province`: the code as of `on_day`. `places`: as typed, commas between them."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    on_day: date
    title: Annotated[str, Field(min_length=2, max_length=LONGEST_TITLE), Tidy]
    client_kind: ClientKind
    way: Way = Way.MOBILE
    province: str = Field(pattern=r"^\d\d$")
    places: str = Field(default="", max_length=2_000)
    minutes: int = Field(default=USUAL_MINUTES, ge=1, le=MOST_MINUTES)
    topics: frozenset[Topic]
    holder: UUID
    note: Annotated[str, Field(default="", max_length=LONGEST_NOTE), TidyLines] = ""

    def facts(self) -> GroupFacts:
        """The same, as rules and rows have it."""
        told: dict[str, Any] = self.model_dump(exclude={"province", "holder", "places"})
        return GroupFacts(province_code=self.province, holder_id=self.holder, places=places_of(self.places), **told)


class HeadsGiven(BaseModel):
    """A declared number of heads, and who says so."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    number: int = Field(ge=1, le=MOST_HEADS)
    qualifier: Qualifier
    place: Annotated[str, Field(default="", max_length=LONGEST_PLACES), Tidy] = ""
    source: Annotated[str, Field(min_length=5, max_length=LONGEST_SOURCE), Tidy]

    def declared(self) -> Declared:
        """The same, as rules have it."""
        return Declared(**self.model_dump())


class WalkInGiven(BaseModel):
    """Who checks in without an account. `phone` in E.164 form."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    name: Annotated[str, Field(min_length=2, max_length=120), Tidy]
    birth_year: int = Field(ge=1900, le=2100)
    phone: str = Field(pattern=r"^\+\d{8,15}$")


__all__ = ["USUAL_MINUTES", "GroupFacts", "GroupTalkGiven", "HeadsGiven", "WalkInGiven"]
