"""What is told of a consultation, as forms and imports hand it in."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from exchange.counselling.codes import (
    LONGEST_NOTE,
    MOST_MINUTES,
    ClientKind,
    Privacy,
    Result,
    Topic,
    Way,
)
from exchange.counselling.rules import USUAL_MINUTES, Days, Facts
from exchange.kernel.given import Tidy, TidyLines


class ConsultationGiven(BaseModel):
    """A consultation as told. `province`: the code as of `on_day`. `commune`: the district until June 2025."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    on_day: date
    client_kind: ClientKind
    way: Way = Way.COUNTER
    province: str = Field(pattern=r"^\d\d$")
    commune: Annotated[str, Field(max_length=80), Tidy] = ""
    minutes: int = Field(default=USUAL_MINUTES, ge=1, le=MOST_MINUTES)
    topics: frozenset[Topic]
    result: Result = Result.NOTHING
    next_on: date | None = None

    def facts(self) -> Facts:
        """The same, as rules and rows have it."""
        told = self.model_dump()
        return Facts(province_code=told.pop("province"), **told)


class NoteGiven(BaseModel):
    """The counsellor's words, and who reads them."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    words: Annotated[str, Field(min_length=1, max_length=LONGEST_NOTE), TidyLines]
    privacy: Privacy = Privacy.CENTRE


__all__ = ["USUAL_MINUTES", "ConsultationGiven", "Days", "Facts", "NoteGiven"]
