"""Slips are issued with numbers, answered once, revoked, cancelled; nothing is overwritten."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.ids import new_id
from exchange.referrals import queries
from exchange.referrals.codes import (
    Found,
    Milestone,
    ReferralReason,
    ReferralState,
)
from exchange.referrals.tables import ReferralFollowUp
from exchange.seekers.codes import Purpose
from exchange.seekers.tables import Consent
from exchange.vacancies.tables import Vacancy
from tests.counselling.scene import merge
from tests.referrals.scene import NOW, TODAY, Scene, day_of, declined, hired, no_show, slip_given
from tests.referrals.told import kinds, refused, rows


def test_numbers_count_within_a_centre_and_a_year(scene: Scene) -> None:
    first, second = scene.issue(), scene.issue("Sơn")
    elsewhere = scene.issue("Hoa", by="Ngân")
    next_year = scene.issue(now=day_of(60), valid_until=TODAY + timedelta(days=63))

    labels = [scene.slip(own).label for own in (first, second, elsewhere, next_year)]

    assert labels == ["86-2026-000001", "86-2026-000002", "86-2026-000001", "86-2027-000001"]


def test_a_saving_that_is_sent_twice_is_one_slip_and_a_different_one_is_refused(scene: Scene) -> None:
    key = new_id()
    first = scene.issue(key=key)

    assert scene.issue(key=key) == first
    assert refused(scene.issue, key=key, position="Thợ tiện") == (ReferralReason.KEY_USED, "")
    assert refused(scene.issue, "Sơn", key=key) == (ReferralReason.KEY_USED, "")
    assert (rows(scene), kinds(scene)) == (1, [Kind.REFERRAL_ISSUED])


def test_a_vacancy_is_printed_as_it_is_now(scene: Scene) -> None:
    vacancy = scene.ground.vacancies["May"][0]

    own = scene.issue(vacancy_id=vacancy, employer="bỏ qua", position="bỏ qua")
    table = columns(Vacancy)
    scene.store.write(lambda db: db.execute(update(Vacancy).where(table.id == vacancy).values(title="Khác")))

    slip = scene.slip(own)
    assert (slip.employer, slip.position, slip.vacancy_id) == ("Công ty May Sông Tiền", "Công nhân", vacancy)


@pytest.mark.parametrize("change", [{"closed_at": NOW}, {"published_at": None}, {"expires_on": TODAY - timedelta(1)}])
def test_nobody_is_sent_to_a_vacancy_that_takes_nobody(change: dict[str, Any], scene: Scene) -> None:
    vacancy, table = scene.ground.vacancies["May"][0], columns(Vacancy)
    scene.store.write(lambda db: db.execute(update(Vacancy).where(table.id == vacancy).values(**change)))

    assert refused(scene.issue, vacancy_id=vacancy) == (ReferralReason.VACANCY_GONE, "vacancy")
    assert refused(scene.issue, vacancy_id=new_id()) == (ReferralReason.VACANCY_GONE, "vacancy")


@pytest.mark.parametrize(
    ("other", "reason", "field"),
    [
        ({"employer": " "}, ReferralReason.EMPLOYER_NEEDED, "employer"),
        ({"position": "\u200b"}, ReferralReason.POSITION_NEEDED, "position"),
        ({"valid_until": TODAY - timedelta(days=1)}, ReferralReason.VALID_PAST, "valid_until"),
        ({"valid_until": TODAY + timedelta(days=31)}, ReferralReason.VALID_FAR, "valid_until"),
        ({"consultation_id": new_id()}, ReferralReason.NOT_THAT_CONSULTATION, ""),
    ],
)
def test_what_cannot_be_takes_no_number(
    other: dict[str, Any], reason: ReferralReason, field: str, scene: Scene
) -> None:
    assert refused(scene.issue, **other) == (reason, field)
    assert scene.slip(scene.issue()).label == "86-2026-000001"


def test_a_slip_knows_the_consultation_it_came_from(scene: Scene) -> None:
    own, others = scene.record(), scene.record("Sơn")

    assert scene.slip(scene.issue(consultation_id=own)).consultation_id == own
    assert refused(scene.issue, consultation_id=others)[0] is ReferralReason.NOT_THAT_CONSULTATION
    scene.withdraw(own)
    assert refused(scene.issue, consultation_id=own)[0] is ReferralReason.NOT_THAT_CONSULTATION


def test_who_agreed_to_no_introduction_is_not_sent(scene: Scene) -> None:
    said = {"text_version": "2026-11", "channel": "counter", "at": NOW, "seeker_id": scene.ground.seekers["Lan"]}
    scene.store.write(lambda db: db.add(Consent(purpose=Purpose.MATCHING, given=False, **said)))

    assert refused(scene.issue)[0] is ReferralReason.NOT_AGREED


def test_a_second_slip_never_overwrites_the_first(scene: Scene) -> None:
    first = scene.issue()
    scene.answer(first, hired())
    before = scene.slip(first)

    second = scene.issue(key=new_id())
    scene.cancel(second)

    assert scene.slip(first) == before
    assert scene.slip(second).state is ReferralState.CANCELLED


def test_expired_is_who_neither_came_nor_was_answered_for(scene: Scene) -> None:
    silent, came = scene.issue(), scene.issue("Sơn")
    scene.present(came, TODAY + timedelta(days=2), now=day_of(2))
    assert refused(scene.present, came)[0] is ReferralReason.PRESENTED

    states = [[scene.slip(own, TODAY + timedelta(days=n)).state.value for n in (3, 4)] for own in (silent, came)]

    assert states == [["issued", "expired"], ["presented", "presented"]]
    scene.answer(silent, no_show(), now=day_of(9))
    assert scene.slip(silent).state is ReferralState.ANSWERED


def test_a_follow_up_needs_somebody_who_was_hired(scene: Scene) -> None:
    own = scene.issue()
    scene.answer(own, declined())

    told = (own, Milestone.MONTH_1, Found.LEFT, TODAY)
    assert refused(scene.follow, *told, now=day_of(40))[0] is ReferralReason.NOT_HIRED


def test_every_asking_is_a_row(scene: Scene) -> None:
    own = scene.issue()
    scene.answer(own, hired())
    for found in (Found.NOT_REACHED, Found.NOT_REACHED, Found.AT_WORK):
        scene.follow(own, Milestone.MONTH_1, found, TODAY + timedelta(days=40), now=day_of(40))

    assert rows(scene, ReferralFollowUp) == 3


def test_a_slip_of_a_merged_file_is_of_the_person(scene: Scene) -> None:
    own = scene.issue("Lan")
    scene.store.write(lambda db: merge(db, scene.ground, "Lan", "Hoa"))

    found = scene.store.read(lambda db: queries.slips_of(db, scene.desk(db, "Hoa"), today=TODAY))  # type: ignore[arg-type]

    assert [(one.id, one.name) for one in found] == [(own, "Nguyễn Ngọc Hoa")]


def test_validity_and_words_are_what_was_given(scene: Scene) -> None:
    slip = scene.slip(scene.issue(given=slip_given(employer="  Cơ sở   Ba Tri ")))

    assert (slip.employer, slip.valid_until, slip.issuer) == ("Cơ sở Ba Tri", TODAY + timedelta(days=3), "Phúc")
