"""Which centre a placement is credited to, and when the centres concerned have settled it.

No legal text or form says which province counts a worker placed across a border: the four possible ones are kept apart,
a report names its rule, and what the centres agree among themselves goes before any rule.
"""

from collections.abc import Mapping
from typing import assert_never
from uuid import UUID

import msgspec

from exchange.placements.codes import ClaimRole, CreditRule


class Concerned(msgspec.Struct, frozen=True):
    """The four centres of a placement, where there is one. `settled`: whom all agreed on."""

    referring: UUID | None
    host: UUID | None
    residence: UUID | None
    workplace: UUID | None
    settled: UUID | None = None


def credited(rule: CreditRule, centres: Concerned) -> UUID | None:
    """The centre that a placement is credited to; a settlement goes before the rule."""
    if centres.settled:
        return centres.settled
    match rule:
        case CreditRule.REFERRING:
            return centres.referring
        case CreditRule.RESIDENCE:
            return centres.residence
        case CreditRule.HOST:
            return centres.host
        case CreditRule.WORKPLACE:
            return centres.workplace
        case _:
            assert_never(rule)


def may_claim(role: ClaimRole, centre: UUID, centres: Concerned) -> bool:
    """Whether a centre may claim in this role. That it referred the person is for the others to dispute."""
    match role:
        case ClaimRole.REFERRED:
            return True
        case ClaimRole.HOST:
            return centre == centres.host
        case ClaimRole.RESIDENCE:
            return centre == centres.residence
        case ClaimRole.WORKPLACE:
            return centre == centres.workplace
        case _:
            assert_never(role)


def agreed(claiming: frozenset[UUID], words: Mapping[UUID, UUID]) -> UUID | None:
    """Whom all name: every centre that claims, and every other that has spoken, by its newest word; else None.

    A centre that claims and says nothing speaks for itself.
    """
    said = {centre: words.get(centre, centre) for centre in claiming} | dict(words)
    named = set(said.values())
    return next(iter(named)) if len(named) == 1 and named <= claiming else None
