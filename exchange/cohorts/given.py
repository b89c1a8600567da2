"""What is told of a cohort and of the steps of its members, as forms hand it in."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from exchange.cohorts.codes import (
    LONGEST_BATCH,
    LONGEST_COMMUNE,
    LONGEST_TRADE,
    LONGEST_UNIT,
    LONGEST_WORDS,
    InvitedBy,
    Path,
    StepKind,
)
from exchange.cohorts.rules import StepFacts
from exchange.kernel.given import Tidy

_Words = Annotated[str, Field(default="", max_length=LONGEST_WORDS), Tidy]


class _Given(BaseModel):
    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)


class CohortGiven(_Given):
    """A batch. `province`: the code of today's list."""

    batch: Annotated[str, Field(min_length=1, max_length=LONGEST_BATCH), Tidy]
    unit: Annotated[str, Field(default="", max_length=LONGEST_UNIT), Tidy] = ""
    commune: Annotated[str, Field(default="", max_length=LONGEST_COMMUNE), Tidy] = ""
    province: str = Field(pattern=r"^\d\d$")
    discharged_on: date


class InvitationGiven(_Given):
    """Somebody was invited."""

    on_day: date
    how: InvitedBy
    words: _Words = ""

    def facts(self) -> StepFacts:
        """The same, as rules and rows have it."""
        return StepFacts(StepKind.INVITED, self.on_day, how=self.how, words=self.words)


class PathGiven(_Given):
    """Somebody said where they want to go."""

    on_day: date
    path: Path
    words: _Words = ""

    def facts(self) -> StepFacts:
        """The same, as rules and rows have it."""
        return StepFacts(StepKind.PATH, self.on_day, path=self.path, words=self.words)


class TrainingGiven(_Given):
    """Somebody learns an occupation. `voucher`: the number of the training card, where there is one."""

    on_day: date
    until: date | None = None
    trade: Annotated[str, Field(min_length=2, max_length=LONGEST_TRADE), Tidy]
    place: Annotated[str, Field(min_length=2, max_length=LONGEST_TRADE), Tidy]
    voucher: Annotated[str, Field(default="", max_length=60), Tidy] = ""

    def facts(self) -> StepFacts:
        """The same, as rules and rows have it."""
        return StepFacts(StepKind.TRAINED, **self.model_dump())


class JobGiven(_Given):
    """Somebody works, as somebody says. `words`: who says so, and by which paper."""

    on_day: date
    place: Annotated[str, Field(min_length=2, max_length=LONGEST_TRADE), Tidy]
    words: Annotated[str, Field(min_length=5, max_length=LONGEST_WORDS), Tidy]

    def facts(self) -> StepFacts:
        """The same, as rules and rows have it."""
        return StepFacts(StepKind.PLACED, **self.model_dump())


StepGiven = InvitationGiven | PathGiven | TrainingGiven | JobGiven
