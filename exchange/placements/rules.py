"""When an outcome is a placement, which placement stands, and what a province code means on another day."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import assert_never
from uuid import UUID

import msgspec

from exchange.booths.codes import OutcomeCode
from exchange.reference import provinces


class Hiring(msgspec.Struct, frozen=True):
    """An outcome that says "hired" as corrected, and for which vacancy."""

    outcome_id: UUID
    vacancy_id: UUID


class Latest(msgspec.Struct, frozen=True):
    """The newest placement of one person with one employer at one fair; it may have been reversed."""

    placement_id: UUID
    turn: int
    rests_on: Hiring
    reversed: bool


class Settlement(msgspec.Struct, frozen=True):
    """What has to be written so that the register says what the outcomes say."""

    reverse: UUID | None = None
    place: Hiring | None = None
    turn: int = 1


def counts_as_placement(given: OutcomeCode) -> bool:
    """Whether the employer's word makes a placement. Being sent on, or passing a first selection, does not."""
    match given:
        case OutcomeCode.HIRED:
            return True
        case OutcomeCode.PRESELECTED | OutcomeCode.SECOND_INTERVIEW | OutcomeCode.NOT_THIS_TIME | OutcomeCode.REFERRED:
            return False
        case _:
            assert_never(given)


def settle(latest: Latest | None, hirings: Sequence[Hiring]) -> Settlement:
    """Bring the register in step with the outcomes of one person with one employer at one fair.

    `hirings`: oldest first. One placement stands while any of them does. It rests on one outcome and one vacancy;
    when that outcome no longer says so, it is reversed, and the newest of the others, if any, makes the next.
    """
    standing = latest if latest and not latest.reversed else None
    if standing and standing.rests_on in hirings:
        return Settlement()
    return Settlement(
        reverse=standing.placement_id if standing else None,
        place=hirings[-1] if hirings else None,
        turn=latest.turn + 1 if latest else 1,
    )


def province_on(code: str, written: date, day: date) -> str:
    """The code on `day` of the province that `code` meant when it was written down.

    A code that no longer meant anything on the day it was written (84 after the merger) is taken as the old one:
    people go on writing it.
    """
    before = provinces.MERGER_DAY - timedelta(days=1)
    meant_on = written if provinces.get(code, written) else min(written, before)
    return provinces.successor(code, meant_on, day) if meant_on <= day else code
