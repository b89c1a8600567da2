"""What happens after a grant, and what the database itself refuses."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from exchange.benefits import rules
from exchange.benefits.codes import (
    BenefitReason,
    ClaimState,
    DeclaredState,
    EndGround,
    EventKind,
    Verdict,
)
from exchange.benefits.tables import (
    BenefitClaim,
    BenefitEvent,
    ClaimDecision,
    JobSearchDeclaration,
)
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.errors import Refused
from exchange.seekers.codes import Channel
from tests.benefits.scene import REFUSE, Scene

S, R, M, E = EventKind.SUSPENDED, EventKind.RESUMED, EventKind.MOVED_OUT, EventKind.ENDED


def state(scene: Scene, claim: Any) -> ClaimState:
    return rules.state_on(scene.claim(claim).course, scene.today)


def test_an_end_by_mistake_is_taken_back_and_both_rows_stay(scene: Scene) -> None:
    claim = scene.granted()
    scene.happen(claim, S)
    scene.happen(claim, E, ground=EndGround.DIED)

    scene.take_back(claim)

    assert state(scene, claim) is ClaimState.SUSPENDED
    assert scene.rows(BenefitEvent) == 3
    scene.take_back(claim)
    assert state(scene, claim) is ClaimState.RUNNING
    with pytest.raises(Refused) as no:
        scene.take_back(claim)
    assert no.value.reason is BenefitReason.NOTHING_TO_WITHDRAW


def test_a_closed_claim_does_not_open_again_beside_another_open_one(scene: Scene) -> None:
    ended = scene.granted()
    scene.happen(ended, E, ground=EndGround.HAS_JOB)
    scene.receive()

    with pytest.raises(Refused) as no:
        scene.take_back(ended)

    assert no.value.reason is BenefitReason.CLAIM_OPEN
    assert state(scene, ended) is ClaimState.ENDED
    assert scene.rows(BenefitEvent) == 1


def test_a_refusal_is_not_corrected_to_a_grant_while_another_claim_is_open(scene: Scene) -> None:
    refused = scene.receive()
    scene.appraise(refused)
    scene.decide(refused, **REFUSE)
    scene.receive()

    with pytest.raises(Refused) as no:
        scene.correct(refused)
    assert no.value.reason is BenefitReason.CLAIM_OPEN

    scene.correct(refused, **(REFUSE | {"number": "14/QĐ-SNV"}))
    assert scene.rows(ClaimDecision) == 2


def test_words_nobody_can_see_take_nothing_back(scene: Scene) -> None:
    claim = scene.granted()
    scene.happen(claim, S)

    with pytest.raises(Refused) as no:
        scene.take_back(claim, because="\u200b ")

    assert no.value.reason is BenefitReason.BECAUSE_NEEDED
    assert state(scene, claim) is ClaimState.SUSPENDED


def test_three_silent_months_end_a_benefit_by_a_persons_act_only(scene: Scene) -> None:
    claim = scene.granted()
    scene.today = date(2026, 5, 20)
    with pytest.raises(Refused) as no:
        scene.happen(claim, E, ground=EndGround.THREE_SILENT_MONTHS)
    assert (no.value.reason, no.value.field) == (BenefitReason.NOT_SILENT, "ground")

    scene.today = date(2026, 5, 21)
    assert state(scene, claim) is ClaimState.RUNNING
    scene.happen(claim, E, ground=EndGround.THREE_SILENT_MONTHS)

    assert state(scene, claim) is ClaimState.ENDED


def test_a_benefit_moves_away_to_another_province_only(scene: Scene) -> None:
    claim = scene.granted()
    for code, reason in (
        (None, BenefitReason.PROVINCE_NEEDED),
        ("03", BenefitReason.PROVINCE_NEEDED),
        ("86", BenefitReason.SAME_PROVINCE),
    ):
        with pytest.raises(Refused) as no:
            scene.happen(claim, M, province=code)
        assert (no.value.reason, no.value.field) == (reason, "province")

    scene.happen(claim, M, province="79")

    assert state(scene, claim) is ClaimState.MOVED_OUT


def test_a_benefit_that_moved_in_runs_with_the_decision_of_the_other_centre(scene: Scene) -> None:
    claim = scene.move_in()

    assert state(scene, claim) is ClaimState.RUNNING
    assert scene.claim(claim).label == "1/2026"
    with pytest.raises(Refused) as no:
        scene.declare(claim, 1)
    assert no.value.reason is BenefitReason.NO_SUCH_MONTH
    with pytest.raises(Refused):
        scene.take_back(claim)
    scene.today = date(2026, 5, 18)
    scene.declare(claim, 3)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"months": 2}, "months"),
        ({"monthly": 0}, "monthly"),
        ({"from_on": date(2026, 3, 1)}, "from_on"),
        ({"moved_on": date(2026, 5, 5)}, "moved_on"),
        ({"moved_on": date(2026, 3, 1)}, "moved_on"),
    ],
)
def test_a_benefit_that_cannot_be_does_not_move_in(scene: Scene, wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as no:
        scene.move_in(**wrong)

    assert no.value.field == field
    assert scene.rows(BenefitClaim) == 0


def test_a_person_declares_online_today_and_staff_by_telephone_on_the_day_it_was_said(scene: Scene) -> None:
    claim = scene.granted()

    scene.declare(claim, 1, "Lan", declared_on=date(2026, 3, 17), channel=Channel.PHONE)
    scene.declare(claim, 2, declared_on=date(2026, 4, 20), channel=Channel.PHONE)

    j = columns(JobSearchDeclaration)
    rows = scene.store.read(
        lambda db: db.execute(j.id.table.select().with_only_columns(j.declared_on, j.channel).order_by(j.month)).all()
    )
    assert [tuple(row) for row in rows] == [(scene.today, Channel.ONLINE), (date(2026, 4, 20), Channel.PHONE)]
    lan = scene.ground.seekers["Lan"]
    who = [(scene.ground.accounts["Lan"], None), (scene.ground.accounts["Phúc"], lan)]
    assert scene.entries(Kind.JOB_SEARCH_DECLARED) == who


def test_a_month_is_declared_once_and_corrected_by_another_row(scene: Scene) -> None:
    claim = scene.granted()
    with pytest.raises(Refused) as no:
        scene.say_again(claim)
    assert no.value.reason is BenefitReason.NOT_DECLARED
    scene.declare(claim)
    with pytest.raises(Refused) as no:
        scene.declare(claim)
    assert (no.value.reason, no.value.field) == (BenefitReason.DECLARED_ALREADY, "month")

    scene.say_again(claim, state=DeclaredState.HAS_JOB, about="Công ty May", job_from=date(2026, 5, 4))

    assert scene.rows(JobSearchDeclaration) == 2
    assert scene.claim(claim).course.declared == {1}


@pytest.mark.parametrize(
    ("table", "values"),
    [
        (ClaimDecision, {"months": 13}),
        (ClaimDecision, {"months": None}),
        (ClaimDecision, {"monthly": 0}),
        (ClaimDecision, {"to_on": date(2026, 3, 1)}),
        (ClaimDecision, {"verdict": Verdict.REFUSED}),
        (ClaimDecision, {"verdict": Verdict.CANCELLED}),
        (ClaimDecision, {"turn": 2}),
        (BenefitEvent, {"ground": EndGround.DIED}),
        (BenefitEvent, {"kind": EventKind.WITHDRAWN}),
        (BenefitEvent, {"province": "79"}),
        (JobSearchDeclaration, {"month": 13}),
        (JobSearchDeclaration, {"declared_on": date(2026, 1, 1)}),
        (JobSearchDeclaration, {"state": DeclaredState.HAS_JOB}),
        (BenefitClaim, {"other_province": "79"}),
        (BenefitClaim, {"contract_ended_on": date(2027, 1, 1)}),
    ],
)
def test_the_database_itself_refuses_what_cannot_be(scene: Scene, table: Any, values: dict[str, Any]) -> None:
    claim = scene.granted()
    scene.happen(claim, S)
    scene.declare(claim)

    with pytest.raises(IntegrityError):
        scene.store.write(lambda db: db.execute(update(table).values(**values)))
