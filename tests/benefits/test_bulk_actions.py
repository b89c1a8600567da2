"""Claims taken in by the thousand are as those taken in one by one, and count no longer once they are withdrawn."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from exchange.benefits import report_queries, rules
from exchange.benefits.bulk_actions import receive_claims, who_has_open, withdraw_claims
from exchange.benefits.bulk_rules import Claimed, why_not_claim
from exchange.benefits.codes import BenefitReason, ClaimState, EndGround, EventKind, Verdict
from exchange.benefits.rules import Decision, Happened
from exchange.kernel.errors import Refused
from tests.benefits.scene import FROM, RECEIVED, SAID, Scene

GRANTED = Decision(Verdict.GRANTED, "12/QĐ", SAID, 3, 3_500_000, FROM, date(2026, 6, 16))
SPRING = date(2026, 1, 1), date(2026, 6, 30)


def claimed(scene: Scene, who: str = "Lan", **other: Any) -> Claimed:
    return Claimed(scene.ground.seekers[who], 1990, RECEIVED, date(2026, 1, 31), **other)


def take(scene: Scene, *rows: Claimed) -> list[Any]:
    centre, account = scene.ground.centres["Trà Vinh"], scene.ground.accounts["Hạnh"]
    return list(
        scene.store.write(lambda db: receive_claims(db, rows, centre_id=centre, account_id=account, now=scene.now))
    )


def withdraw(scene: Scene, *claims: Any) -> Any:
    account = scene.ground.accounts["Hạnh"]
    return scene.store.write(lambda db: withdraw_claims(db, claims, "Nhầm tệp", account_id=account, now=scene.now))


def test_numbers_of_the_register_stay_and_others_follow_them(scene: Scene) -> None:
    claims = take(scene, claimed(scene, number=(2026, 7), decision=GRANTED), claimed(scene, "Sơn"))

    told = [scene.claim(claim) for claim in claims]
    assert [one.label for one in told] == ["7/2026", "8/2026"]
    assert [rules.state_on(one.course, scene.today) for one in told] == [ClaimState.RUNNING, ClaimState.RECEIVED]
    with pytest.raises(IntegrityError):
        take(scene, claimed(scene, "Tư", number=(2026, 7)))


def test_a_withdrawn_claim_counts_no_longer_and_nothing_can_be_done_with_it(scene: Scene) -> None:
    centre, lan = scene.ground.centres["Trà Vinh"], scene.ground.seekers["Lan"]
    count = lambda: scene.store.read(lambda db: report_queries.counted(db, centre, *SPRING))  # noqa: E731
    before = count()
    (claim,) = take(scene, claimed(scene, decision=GRANTED))
    assert count() != before

    assert withdraw(scene, claim) == ([claim], [])
    assert withdraw(scene, claim) == ([], [])

    assert count() == before
    assert scene.store.read(lambda db: who_has_open(db, [lan], scene.today)) == set()
    with pytest.raises(Refused) as no:
        scene.declare(claim)
    assert no.value.reason is BenefitReason.WITHDRAWN


def test_a_claim_that_went_on_is_left_alone(scene: Scene) -> None:
    (claim,) = take(scene, claimed(scene))
    scene.later(days=1)
    scene.appraise(claim)

    assert withdraw(scene, claim) == ([], [claim])


def test_what_cannot_be_is_said_at_its_field(scene: Scene) -> None:
    ended = Happened(EventKind.ENDED, date(2026, 4, 30))

    def said(**other: Any) -> Any:
        found = why_not_claim(claimed(scene, **other), scene.today)
        return found and (found.reason, found.field)

    assert said(decision=GRANTED) is None
    assert said(decision=GRANTED, ended=ended) == (BenefitReason.GROUND_NEEDED, "ground")
    assert said(ended=ended) == (BenefitReason.NOT_DECIDED, "ended_on")
    early = Happened(EventKind.ENDED, date(2026, 4, 30), EndGround.EXPIRED)
    assert said(decision=GRANTED, ended=early) == (BenefitReason.NOT_EXPIRED, "ended_on")
