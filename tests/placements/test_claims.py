"""Several centres claim one placement; each may speak, and when all say the same it is settled."""

from uuid import UUID

import pytest
from sqlalchemy import select, update

from exchange.centres.codes import Role
from exchange.centres.tables import Staff
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from exchange.kernel.errors import NotFound, Refused
from exchange.placements.claim_tables import PlacementOpinion
from exchange.placements.codes import CreditRule, PlacementReason
from exchange.placements.counting import rows
from exchange.placements.credit_rules import Concerned, agreed, credited
from tests.cast import open_ground
from tests.placements.register import START, TODAY, Register

A, B, C = UUID(int=1), UUID(int=2), UUID(int=3)


def promote(register: Register) -> None:
    """Ngân leads Bến Tre."""
    change = update(Staff).where(columns(Staff).account_id == register.ground.accounts["Ngân"])
    register.db.execute(change.values(role=Role.MANAGER))


@pytest.mark.parametrize(
    ("rule", "centre"),
    [(CreditRule.REFERRING, A), (CreditRule.HOST, B), (CreditRule.RESIDENCE, C), (CreditRule.WORKPLACE, None)],
)
def test_a_rule_names_one_of_four_centres_and_a_settlement_goes_before_it(
    rule: CreditRule, centre: UUID | None
) -> None:
    assert credited(rule, Concerned(referring=A, host=B, residence=C, workplace=None)) == centre
    assert credited(rule, Concerned(A, B, C, None, settled=B)) == B


def test_it_is_settled_when_all_who_claim_or_spoke_name_one_that_claims() -> None:
    assert agreed(frozenset({A, B}), {B: A}) == A
    assert agreed(frozenset({A, B}), {}) is None
    assert agreed(frozenset({A, B}), {A: B, B: A}) is None
    assert agreed(frozenset({A, B}), {B: A, C: B}) is None
    assert agreed(frozenset({A}), {A: C}) is None


def test_a_claim_is_disputed_settled_and_every_word_stays(store: Store) -> None:
    def scene(db: object) -> None:
        register = Register(db, open_ground(db))  # type: ignore[arg-type]
        own, home = register.enter(), register.ground.centres
        with pytest.raises(NotFound):
            register.claim(own, "Ngân", "residence")  # a counsellor speaks for no centre
        promote(register)
        with pytest.raises(Refused) as no:
            register.claim(own, "Ngân", "host")
        assert no.value.reason is PlacementReason.ROLE_WRONG
        register.claim(own, "Ngân", "residence")
        with pytest.raises(Refused) as again:
            register.claim(own, "Ngân", "workplace")
        assert again.value.reason is PlacementReason.CLAIMED_ALREADY
        assert _credited(register) == home["Trà Vinh"]

        register.say(own, "Hạnh", "Trà Vinh")
        assert _credited(register) == home["Trà Vinh"]
        register.say(own, "Hạnh", "Bến Tre")
        assert _credited(register) == home["Bến Tre"]
        register.say(own, "Hạnh", "Trà Vinh")  # spoken again, and not agreed: what was settled stands
        assert _credited(register) == home["Bến Tre"]
        register.say(own, "Ngân", "Trà Vinh")
        assert _credited(register) == home["Trà Vinh"]
        assert len(register.db.scalars(select(columns(PlacementOpinion).id)).all()) == 4

    store.write(scene)


def _credited(register: Register) -> UUID:
    found = register.db.execute(rows(as_of=False), {"first": START, "last": TODAY}).all()
    assert len(found) == 1
    centre: UUID = found[0].centre
    return centre
