"""Which step comes next, who may take it, and how a sample is drawn."""

import hashlib
from collections.abc import Mapping, Sequence
from uuid import UUID

import msgspec

from exchange.centres.codes import Role
from exchange.closings.codes import LEAST, LONGEST_BECAUSE, SHARE, Act, ClosingReason
from exchange.plans.rules import Percent, percent

LEADS = (Role.MANAGER, Role.DIRECTOR)
_NEXT: dict[Act | None, tuple[Act, ...]] = {
    None: (Act.PREPARED,),
    Act.PREPARED: (Act.CHECKED, Act.RETURNED),
    Act.CHECKED: (Act.APPROVED, Act.RETURNED),
    Act.APPROVED: (Act.APPROVED, Act.RETURNED),
    Act.RETURNED: (Act.PREPARED,),
}


class Stand(msgspec.Struct, frozen=True):
    """How far a part has come. `prepared_by`: who prepared it last; `moved`: figures changed since the last step."""

    last: Act | None
    prepared_by: UUID | None
    moved: bool = False


class Moved(msgspec.Struct, frozen=True):
    """A figure that changed since it was approved."""

    code: str
    before: int | None
    after: int | None


def why_no_step(stand: Stand, act: Act, who: UUID, role: Role) -> ClosingReason | None:
    """Why somebody may not take a step now."""
    if act not in _NEXT[stand.last]:
        return ClosingReason.NOT_NEXT
    if act in (Act.CHECKED, Act.RETURNED) and role not in LEADS:
        return ClosingReason.LEAD
    approving = act is Act.APPROVED or stand.last is Act.APPROVED
    if approving and role is not Role.DIRECTOR:
        return ClosingReason.DIRECTOR
    if act is Act.APPROVED and stand.prepared_by == who:
        return ClosingReason.OWN_WORK
    again = act is Act.APPROVED and stand.last is Act.APPROVED
    return ClosingReason.UNCHANGED if again and not stand.moved else None


def why_not_words(because: str) -> ClosingReason | None:
    """What is wrong with a reason."""
    if not because:
        return ClosingReason.WITHOUT_WORDS
    return ClosingReason.TOO_LONG if len(because) > LONGEST_BECAUSE else None


def moved(before: Mapping[str, int | None], after: Mapping[str, int | None]) -> list[Moved]:
    """Which figures are not what they were."""
    return [Moved(code, before.get(code), now) for code, now in after.items() if before.get(code) != now]


def sample_size(many: int) -> int:
    """Five percent, at least twenty, all where there are fewer."""
    return min(many, max(LEAST, -(-many // SHARE)))


def drawn(ids: Sequence[UUID], seed: str, size: int) -> list[UUID]:
    """A sample that anybody can draw again: the ids whose digests with the seed are the smallest.

    A digest and not a generator of random numbers, so that it comes out the same in any version of any language.
    """
    return sorted(ids, key=lambda one: hashlib.sha256(seed.encode() + one.bytes).digest())[:size]


def error_rate(confirmed: int, not_confirmed: int) -> Percent | None:
    """Not confirmed in percent of those who answered; None where nobody did."""
    return percent(not_confirmed, confirmed + not_confirmed)
