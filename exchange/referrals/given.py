"""What is told of a referral, as forms hand it in."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from exchange.kernel.given import Tidy
from exchange.referrals.codes import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    LONGEST_WORDS,
    AgreedContract,
    Answered,
    AnswerSource,
    AskedHow,
    Found,
    Milestone,
    NotHiredBecause,
    PresentedSource,
)
from exchange.referrals.rules import Said

Words = Annotated[str, Field(max_length=LONGEST_WORDS), Tidy]


class ReferralGiven(BaseModel):
    """A slip to be issued today: to a vacancy of the register, or to an employer written by hand."""

    model_config = ConfigDict(frozen=True)

    vacancy_id: UUID | None = None
    employer: Annotated[str, Field(max_length=LONGEST_NAME), Tidy] = ""
    address: Annotated[str, Field(max_length=LONGEST_ADDRESS), Tidy] = ""
    position: Annotated[str, Field(max_length=LONGEST_NAME), Tidy] = ""
    valid_until: date
    consultation_id: UUID | None = None


class PresentationGiven(BaseModel):
    """The person came to the employer."""

    model_config = ConfigDict(frozen=True)

    presented_on: date
    source: PresentedSource = PresentedSource.PERSON


class AnswerGiven(BaseModel):
    """An employer's answer; `on_day`: of the paper or the call, None for today."""

    model_config = ConfigDict(frozen=True)

    answer: Answered
    started_on: date | None = None
    contract: AgreedContract | None = None
    cause: NotHiredBecause | None = None
    words: Words = ""
    said_by: Annotated[str, Field(min_length=2, max_length=120), Tidy]
    source: AnswerSource = AnswerSource.LINK
    on_day: date | None = None

    def said(self, today: date) -> Said:
        """The same, without what does not belong to the answer that was chosen."""
        hired, not_hired = self.answer is Answered.HIRED, self.answer is Answered.NOT_HIRED
        return Said(
            self.answer,
            self.started_on if hired else None,
            self.contract if hired else None,
            self.cause if not_hired else None,
            self.words,
            self.said_by,
            self.source,
            self.on_day or today,
        )


class FollowUpGiven(BaseModel):
    """What was found when somebody asked after a person who was hired."""

    model_config = ConfigDict(frozen=True)

    milestone: Milestone
    found: Found
    how: AskedHow
    on_day: date
    note: Words = ""
