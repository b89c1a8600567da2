"""Support of training: decided beside a granted claim, counted in the table, taken back by a row, in the course."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from exchange.benefits.access import claim_desk
from exchange.benefits.codes import BenefitReason
from exchange.benefits.course_queries import Supported, course
from exchange.benefits.report_queries import table
from exchange.benefits.tables import ClaimId, TrainingSupport
from exchange.benefits.training_actions import TrainingGiven, support_training, take_back_training
from exchange.centres.access import staff_desk
from exchange.journal.kinds import Kind
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.ids import new_id
from tests.benefits.scene import Scene

DAY = date(2026, 4, 20)
YEAR = date(2026, 1, 1), date(2026, 12, 31)


def support(scene: Scene, claim: ClaimId, by: str = "Phúc", request: UUID | None = None, **other: Any) -> UUID:
    said = {"number": "7/QĐ-HTHN", "on_day": DAY, "trade": "May công nghiệp", "months": 3, "monthly": 1_500_000}
    given = TrainingGiven(**(said | other))
    return scene.store.write(
        lambda db: support_training(
            db, claim_desk(db, scene.ground.viewer(by), claim), given, request_id=request, now=scene.now
        )
    )


def take_back(scene: Scene, claim: ClaimId, because: str = "Ghi nhầm người") -> UUID:
    return scene.store.write(
        lambda db: take_back_training(
            db, claim_desk(db, scene.ground.viewer("Phúc"), claim), because, request_id=None, now=scene.now
        )
    )


def counted(scene: Scene, who: str = "Phúc") -> int:
    rows = scene.store.read(lambda db: table(db, staff_desk(db, scene.ground.viewer(who)), *YEAR))
    return next(int(row.value or 0) for row in rows if row.code == "10")


def test_a_decision_is_counted_in_its_period_at_its_centre_and_stands_in_the_course(scene: Scene) -> None:
    claim = scene.granted("Lan")

    support(scene, claim)
    support(scene, claim, number="8/QĐ-HTHN")

    steps = scene.store.read(lambda db: course(db, claim_desk(db, scene.ground.viewer("Phúc"), claim)))
    assert [step.what.number for step in steps if isinstance(step.what, Supported)] == ["8/QĐ-HTHN", "7/QĐ-HTHN"]
    assert (counted(scene), counted(scene, "Ngân")) == (2, 0)
    assert len(scene.entries(Kind.BENEFIT_TRAINING)) == 2


def test_what_is_taken_back_stays_and_counts_no_longer(scene: Scene) -> None:
    claim = scene.granted("Lan")
    support(scene, claim)

    take_back(scene, claim)

    steps = scene.store.read(lambda db: course(db, claim_desk(db, scene.ground.viewer("Phúc"), claim)))
    assert [(step.gone, step.what.because) for step in steps if isinstance(step.what, Supported)] == [
        (True, "Ghi nhầm người")
    ]
    assert counted(scene) == 0
    with pytest.raises(Refused, match=BenefitReason.NOTHING_TO_WITHDRAW.value):
        take_back(scene, claim)


@pytest.mark.parametrize(
    ("other", "reason", "field"),
    [
        ({"on_day": date(2026, 5, 5)}, BenefitReason.IN_FUTURE, "on_day"),
        ({"on_day": date(2026, 3, 1)}, BenefitReason.BEFORE_RECEIPT, "on_day"),
        ({"months": 0}, BenefitReason.TRAINING_MONTHS, "months"),
        ({"months": 7}, BenefitReason.TRAINING_MONTHS, "months"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    other: dict[str, Any], reason: BenefitReason, field: str, scene: Scene
) -> None:
    claim = scene.granted("Lan")

    with pytest.raises(Refused) as no:
        support(scene, claim, **other)

    assert (no.value.reason, no.value.field) == (reason, field)


def test_only_a_granted_claim_has_training_and_a_number_is_written_once(scene: Scene) -> None:
    received, claim = scene.receive("Sơn"), scene.granted("Lan")
    support(scene, claim)

    with pytest.raises(Refused, match=BenefitReason.NOT_GRANTED.value):
        support(scene, received)
    with pytest.raises(Refused, match=BenefitReason.TRAINING_TWICE.value):
        support(scene, claim)


def test_the_same_form_twice_is_one_decision_and_another_centre_finds_nothing(scene: Scene) -> None:
    claim, form = scene.granted("Lan"), new_id()

    for _ in range(2):
        support(scene, claim, request=form)
    with pytest.raises(NotFound):
        support(scene, claim, by="Ngân")

    assert scene.rows(TrainingSupport) == 1
