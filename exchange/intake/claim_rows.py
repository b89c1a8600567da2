"""The claim of a row with what was decided on it, but for whose it is."""

import re
from datetime import date
from typing import Final
from uuid import UUID

from exchange.benefits import rules
from exchange.benefits.bulk_rules import Claimed, why_not_claim
from exchange.benefits.codes import BenefitReason, EndGround, EventKind, RefusalGround, Verdict
from exchange.benefits.deadlines import last_day
from exchange.benefits.rules import Decision, Happened
from exchange.intake import reading
from exchange.intake.cells import Row, Setting
from exchange.intake.codes import RowReason
from exchange.intake.words import GROUNDS, REFUSALS, VERDICTS
from exchange.seekers.bulk_given import Newcomer

_NUMBER: Final = re.compile(r"(\d{1,7})\s*[/-]\s*(20\d\d)")
NOBODY: Final = UUID(int=0)  # in place of a file that is not known yet


def claimed(row: Row, found: Newcomer | None, setting: Setting) -> Claimed | None:
    """The claim; None where something is wrong."""
    received = row.needed_day("received_on", setting)
    contract = row.needed_day("contract_ended_on", setting)
    elsewhere = row.read("other_province", reading.province, received or setting.today)
    number = _number(row, received)
    decision = _decision(row, setting)
    ended = _ended(row, decision, setting)
    if row.wrongs or received is None or contract is None or found is None:
        return None
    other = elsewhere.code if elsewhere else None
    made = Claimed(NOBODY, found.birth_year, received, contract, other, number, decision, ended)
    if fault := why_not_claim(made, setting.today):
        row.wrong(fault.field, fault.reason.label)
        return None
    return made


def is_open(made: Claimed, today: date) -> bool:
    """Whether a claim forbids another one of the same person."""
    return rules.state_on(made.course, today) in rules.OPEN


def _number(row: Row, received: date | None) -> tuple[int, int] | None:
    """The number the register gave, with its year: "12/2025", or 12 of the year of receipt."""
    written = reading.text(row.cell("number"))
    if not written:
        return None
    if whole := _NUMBER.fullmatch(written):
        return int(whole[2]), int(whole[1])
    if written.isdecimal() and int(written[:8]) > 0 and len(written) < 8 and received:
        return received.year, int(written)
    row.wrong("number", RowReason.NO_CLAIM_NUMBER.label)
    return None


def _decision(row: Row, setting: Setting) -> Decision | None:
    """What was decided; None where nothing was. Who has months and an amount was granted a benefit."""
    verdict: Verdict | None = row.read("verdict", reading.word, VERDICTS)
    number = reading.text(row.cell("decision"))
    on_day = row.read("decided_on", reading.day, setting.plan.day_order)
    months, monthly = row.read("months", reading.whole), row.read("monthly", reading.whole)
    from_on = row.read("from_on", reading.day, setting.plan.day_order)
    refusal: RefusalGround | None = row.read("refusal", reading.word, REFUSALS)
    if not any((verdict, number, on_day, months, monthly, from_on, refusal)):
        return None
    said = verdict or (Verdict.REFUSED if refusal else Verdict.GRANTED if months or monthly else None)
    for field, value in (("decision", number), ("decided_on", on_day), ("verdict", said)):
        if not value:
            row.wrong(field, RowReason.MISSING.label)
    if len(number) > 60:
        row.wrong("decision", RowReason.NO_WORD.label)
    if said is None or on_day is None:
        return None
    if said is Verdict.REFUSED:
        return Decision(said, number, on_day, refusal=refusal)
    lasts = from_on is not None and months is not None and rules.FEWEST <= months <= rules.MOST
    return Decision(said, number, on_day, months, monthly, from_on, last_day(from_on, months) if lasts else None)


def _ended(row: Row, said: Decision | None, setting: Setting) -> Happened | None:
    """When and why a benefit ended. One that ran its time out ended because of that, where no ground stands there."""
    on_day: date | None = row.read("ended_on", reading.day, setting.plan.day_order)
    ground: EndGround | None = row.read("ground", reading.word, GROUNDS)
    if on_day is None:
        if ground:
            row.wrong("ended_on", RowReason.MISSING.label)
        return None
    if ground is None and said and said.to_on and on_day >= said.to_on:
        ground = EndGround.EXPIRED
    if ground is None:
        row.wrong("ground", BenefitReason.GROUND_NEEDED.label)
    return Happened(EventKind.ENDED, on_day, ground)
