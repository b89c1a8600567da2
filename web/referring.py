"""The forms of a referral between a page and the core: read from what was typed, filled with what is usual."""

from datetime import date
from typing import Any

from exchange.kernel.codes import Code
from exchange.referrals.codes import (
    AgreedContract,
    Answered,
    AnswerSource,
    AskedHow,
    Found,
    Milestone,
    NotHiredBecause,
    PresentedSource,
    ReferralReason,
)
from exchange.referrals.given import AnswerGiven, FollowUpGiven, PresentationGiven, ReferralGiven
from web.consulting import uuid_of
from web.dates import needed_day
from web.forms import Form
from web.visit import Visit

_ON_PAPER = (AnswerSource.STUB, AnswerSource.PHONE, AnswerSource.MAIL)
NAMES = {"vacancy_id": "vacancy", "consultation_id": "consultation", "source": "told_by"}  # as the pages call them


def read_referral(form: Form) -> ReferralGiven | None:
    """What was typed of a new slip; None when something is wrong, said at the fields."""
    vacancy_id, consultation_id = uuid_of(form.get("vacancy")), uuid_of(form.get("consultation"))
    valid_until = needed_day(form, "valid_until")
    if vacancy_id is None:
        _needed(form, "employer", ReferralReason.EMPLOYER_NEEDED)
        _needed(form, "position", ReferralReason.POSITION_NEEDED)
    told: dict[str, Any] = {
        "vacancy_id": vacancy_id,
        "consultation_id": consultation_id,
        "valid_until": valid_until or date.min,
    }
    given = form.read(ReferralGiven, **told)
    return None if form.errors else given


def read_presentation(form: Form) -> PresentationGiven | None:
    """The day on which somebody came, and who says so."""
    day = needed_day(form, "presented_on")
    given = form.read(PresentationGiven, names=NAMES, presented_on=day or date.min)
    return None if form.errors else given


def read_answer(form: Form, *, by_staff: bool) -> AnswerGiven | None:
    """What an employer says; None when something is wrong: all of it is said at the fields at once."""
    _needed(form, "answer", ReferralReason.CHOOSE)
    told: dict[str, Any] = {}
    match form.get("answer"):
        case Answered.HIRED:
            told["started_on"] = form.day("started_on")
            if told["started_on"] is None:
                form.wrong("started_on", ReferralReason.START_NEEDED.label)
            _needed(form, "contract", ReferralReason.CONTRACT_NEEDED)
        case Answered.NOT_HIRED:
            _needed(form, "cause", ReferralReason.CAUSE_NEEDED)
    _needed(form, "said_by", ReferralReason.SAID_BY_NEEDED)
    if by_staff:
        told["on_day"] = needed_day(form, "on_day")
        _needed(form, "source", ReferralReason.SOURCE_NEEDED)
    given = form.read(AnswerGiven, **told) if not by_staff or form.get("source") else None
    return None if form.errors else given


def read_follow_up(form: Form) -> FollowUpGiven | None:
    """What was found of somebody who was hired."""
    for name in ("milestone", "found", "how"):
        _needed(form, name, ReferralReason.CHOOSE_ONE)
    given = form.read(FollowUpGiven, on_day=needed_day(form, "on_day") or date.min) if not form.errors else None
    return None if form.errors else given


def answer_options(visit: Visit) -> dict[str, list[tuple[str, str]]]:
    """What the fields of an answer offer."""
    codes: dict[str, Any] = {"answer": Answered, "contract": AgreedContract, "cause": NotHiredBecause}
    return {name: labelled(visit, kind) for name, kind in codes.items()} | {"source": labelled(visit, _ON_PAPER)}


def act_options(visit: Visit) -> dict[str, list[tuple[str, str]]]:
    """What the other forms of a slip offer."""
    codes: dict[str, Any] = {"told_by": PresentedSource, "milestone": Milestone, "found": Found, "how": AskedHow}
    return {name: labelled(visit, kind) for name, kind in codes.items()}


def labelled(visit: Visit, codes: Any) -> list[tuple[str, str]]:
    """Codes with their words."""
    return [(code.value, visit.render.label(code)) for code in codes]


def _needed(form: Form, name: str, reason: Code) -> None:
    if not form.get(name):
        form.wrong(name, reason.label)
