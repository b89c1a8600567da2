"""The desk: each act writes its row once, with both names, and refuses what cannot be."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from exchange.benefits import rules
from exchange.benefits.codes import (
    Appraised,
    BenefitReason,
    ClaimOrigin,
    ClaimState,
    EndGround,
    EventKind,
    Verdict,
)
from exchange.benefits.tables import (
    BenefitClaim,
    BenefitEvent,
    ClaimAppraisal,
    ClaimDecision,
    JobSearchDeclaration,
)
from exchange.journal.kinds import Kind
from exchange.kernel.errors import Refused
from exchange.kernel.ids import new_id
from tests.benefits.scene import GRANT, REFUSE, Scene

S, R, M, E = EventKind.SUSPENDED, EventKind.RESUMED, EventKind.MOVED_OUT, EventKind.ENDED


def state(scene: Scene, claim: Any) -> ClaimState:
    return rules.state_on(scene.claim(claim).course, scene.today)


def test_a_claim_is_received_once_with_the_next_number_of_its_centre_and_year(scene: Scene) -> None:
    request = new_id()

    first = scene.receive(request=request)
    again = scene.receive(request=request)
    other = scene.receive("Sơn", received_on=date(2026, 3, 3))
    elsewhere = scene.receive("Hoa", "Ngân")

    assert first == again
    assert [scene.claim(one).label for one in (first, other, elsewhere)] == ["1/2026", "2/2026", "1/2026"]
    assert scene.entries(Kind.BENEFIT_CLAIMED)[0] == (scene.ground.accounts["Phúc"], scene.ground.seekers["Lan"])


@pytest.mark.parametrize("unseen", [" ", "\u200b", "\u00a0\u200b"])
def test_a_number_nobody_can_see_is_no_number(scene: Scene, unseen: str) -> None:
    claim = scene.receive()
    scene.appraise(claim)

    with pytest.raises(ValidationError):
        scene.decide(claim, **(GRANT | {"number": unseen}))
    with pytest.raises(ValidationError):
        scene.move_in("Sơn", number=unseen)


def test_a_second_claim_is_refused_while_one_is_open_and_taken_after(scene: Scene) -> None:
    claim = scene.receive()
    with pytest.raises(Refused) as no:
        scene.receive()
    assert no.value.reason is BenefitReason.CLAIM_OPEN

    scene.appraise(claim, found=Appraised.NOT_ELIGIBLE)
    scene.decide(claim, **REFUSE)

    assert scene.receive() != claim


def test_a_claim_from_another_province_is_marked_and_a_province_that_is_none_is_refused(scene: Scene) -> None:
    claim = scene.receive(other_province="79")

    assert (scene.claim(claim).origin, scene.claim(claim).other_province) == (ClaimOrigin.OTHER_PROVINCE, "79")
    with pytest.raises(Refused) as no:
        scene.receive("Sơn", other_province="03")
    assert (no.value.reason, no.value.field) == (BenefitReason.PROVINCE_NEEDED, "other_province")


@pytest.mark.parametrize(
    ("days", "reason", "field"),
    [
        ({"received_on": date(2026, 5, 5)}, BenefitReason.IN_FUTURE, "received_on"),
        ({"contract_ended_on": date(2026, 3, 3)}, BenefitReason.BEFORE_CONTRACT_END, "received_on"),
        ({"contract_ended_on": date(1980, 1, 1)}, BenefitReason.BEFORE_BIRTH, "contract_ended_on"),
    ],
)
def test_days_that_cannot_be_are_refused_at_their_field(
    scene: Scene, days: dict[str, date], reason: BenefitReason, field: str
) -> None:
    with pytest.raises(Refused) as no:
        scene.receive(**days)

    assert (no.value.reason, no.value.field) == (reason, field)
    assert scene.rows(BenefitClaim) == 0


def test_the_whole_course_of_a_claim(scene: Scene) -> None:
    claim, states = scene.receive(), []
    states.append(state(scene, claim))
    scene.appraise(claim)
    states.append(state(scene, claim))
    scene.decide(claim)
    states.append(state(scene, claim))
    for kind, other in ((S, {}), (R, {}), (E, {"ground": EndGround.HAS_JOB, "decision": "20/QĐ"})):
        scene.later(days=1)
        scene.happen(claim, kind, **other)
        states.append(state(scene, claim))

    assert states == ["received", "appraised", "running", "suspended", "running", "ended"]
    assert scene.claim(claim).course.decision.to_on == date(2026, 6, 16)  # type: ignore[union-attr]
    who = (scene.ground.accounts["Phúc"], scene.ground.seekers["Lan"])
    assert scene.entries(Kind.BENEFIT_CHANGED) == [who] * 3


def test_each_form_sent_twice_counts_once(scene: Scene) -> None:
    claim = scene.receive()
    ids = [new_id() for _ in range(4)]

    for _ in range(2):
        scene.appraise(claim, request=ids[0])
        scene.decide(claim, request=ids[1])
        scene.happen(claim, S, request=ids[2])
        scene.declare(claim, request=ids[3])

    tables = (ClaimAppraisal, ClaimDecision, BenefitEvent, JobSearchDeclaration)
    assert [scene.rows(table) for table in tables] == [1, 1, 1, 1]


def test_a_claim_may_be_looked_through_again_until_it_is_decided(scene: Scene) -> None:
    claim = scene.receive()
    scene.appraise(claim, found=Appraised.NOT_ELIGIBLE)
    scene.appraise(claim)
    assert scene.claim(claim).course.found is Appraised.ELIGIBLE

    scene.decide(claim)

    with pytest.raises(Refused):
        scene.appraise(claim)


def test_a_correcting_decision_stands_and_the_old_one_stays(scene: Scene) -> None:
    claim = scene.granted()

    scene.correct(claim, **(GRANT | {"monthly": 3_600_000, "months": 4}))

    said = scene.claim(claim).course.decision
    assert said is not None
    assert (said.monthly, said.months, said.to_on) == (3_600_000, 4, date(2026, 7, 16))
    assert scene.rows(ClaimDecision) == 2


def test_a_cancelled_decision_ends_what_it_granted_and_can_be_put_right(scene: Scene) -> None:
    claim = scene.granted()

    scene.correct(claim, verdict=Verdict.CANCELLED, number="14/QĐ")
    assert state(scene, claim) is ClaimState.CANCELLED
    with pytest.raises(Refused):
        scene.declare(claim)
    scene.correct(claim)

    assert state(scene, claim) is ClaimState.RUNNING


def test_a_first_decision_cannot_cancel_and_the_second_needs_a_first(scene: Scene) -> None:
    claim = scene.receive()
    scene.appraise(claim)

    for act in (scene.decide, scene.correct):
        with pytest.raises(Refused):
            act(claim, verdict=Verdict.CANCELLED, number="1")

    assert scene.rows(ClaimDecision) == 0
