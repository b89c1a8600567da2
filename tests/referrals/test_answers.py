"""An answer is given once, revoked with a reason, given anew; what is cancelled or renewed opens nothing."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.errors import Conflict, NotFound
from exchange.kernel.ids import new_id
from exchange.referrals import access, queries
from exchange.referrals.answer_actions import revoke_answer
from exchange.referrals.codes import (
    Answered,
    AnswerSource,
    DeadLink,
    ReferralReason,
    ReferralState,
)
from exchange.referrals.tables import ReferralAnswer, ReferralLink
from tests.referrals.scene import TODAY, Scene, day_of, declined, hired
from tests.referrals.told import kinds, refused, rows


def test_an_answer_is_given_once(scene: Scene) -> None:
    own, key = scene.issue(), new_id()

    scene.answer(own, hired(), key=key)
    scene.answer(own, hired(), key=key)

    assert refused(scene.answer, own, declined()) == (ReferralReason.ANSWERED, "")
    assert refused(scene.write_down, own, declined()) == (ReferralReason.ANSWERED, "")
    answer = scene.slip(own).answer
    assert answer is not None
    assert (answer.said.answer, answer.said.source, answer.said.on_day) == (Answered.HIRED, AnswerSource.LINK, TODAY)
    assert (rows(scene, ReferralAnswer), kinds(scene)) == (1, [Kind.REFERRAL_ISSUED, Kind.REFERRAL_ANSWERED])


def test_what_comes_by_the_address_is_said_today_whatever_the_form_says(scene: Scene) -> None:
    own = scene.issue()

    scene.answer(own, declined(source=AnswerSource.STUB, on_day=TODAY - timedelta(days=9)))

    answer = scene.slip(own).answer
    assert answer is not None
    assert (answer.said.source, answer.said.on_day) == (AnswerSource.LINK, TODAY)


def test_an_answer_on_paper_is_written_down_with_its_day_and_source(scene: Scene) -> None:
    own = scene.issue()

    scene.write_down(own, declined(source=AnswerSource.STUB, on_day=TODAY), now=day_of(4))

    answer = scene.slip(own).answer
    assert answer is not None
    assert (answer.said.source, answer.said.on_day) == (AnswerSource.STUB, TODAY)


def test_a_revoked_answer_stays_to_be_read_and_the_slip_is_answered_again(scene: Scene) -> None:
    own = scene.issue()
    scene.answer(own, hired())
    assert refused(scene.revoke, own, " ") == (ReferralReason.WITHOUT_WORDS, "because")

    scene.revoke(own)
    assert scene.slip(own).state is ReferralState.ISSUED
    scene.answer(own, declined(), now=day_of(2))

    read = scene.store.read(lambda db: queries.whole(db, scene.over(db, own), today=TODAY))
    assert [(one.answer.said.answer, one.revoked) for one in read.answers] == [
        (Answered.NOT_HIRED, None),
        (Answered.HIRED, "Nhà tuyển dụng báo nhầm người"),
    ]


def test_who_saw_an_older_answer_revokes_nothing(scene: Scene) -> None:
    own = scene.issue()
    assert refused(scene.revoke, own)[0] is ReferralReason.NOT_ANSWERED
    scene.answer(own, hired())
    old = scene.slip(own).answer
    scene.revoke(own)
    scene.answer(own, declined(), now=day_of(2))

    with pytest.raises(Conflict):
        scene.store.write(
            lambda db: revoke_answer(
                db, scene.undoing(db, own), old.id if old else None, "Nhầm", request_id=None, now=day_of(3)
            )
        )


def test_a_cancelled_slip_is_answered_and_presented_no_more(scene: Scene) -> None:
    own = scene.issue()
    secret = scene.secret(own)
    assert refused(scene.cancel, own, "") == (ReferralReason.WITHOUT_WORDS, "because")

    scene.cancel(own)
    scene.cancel(own, "Lần nữa")

    assert refused(scene.answer, own, hired(), secret=secret)[0] is ReferralReason.LINK_DEAD
    assert refused(scene.write_down, own, declined())[0] is ReferralReason.CANCELLED
    assert refused(scene.present, own)[0] is ReferralReason.CANCELLED
    assert refused(scene.renew, own)[0] is ReferralReason.CANCELLED
    assert scene.store.read(lambda db: access.answer_seat(db, secret)).dead is DeadLink.CANCELLED
    assert scene.slip(own).cancelled_because == "Cấp nhầm"


def test_what_has_a_result_is_not_cancelled(scene: Scene) -> None:
    own = scene.issue()
    scene.answer(own, hired())

    assert refused(scene.cancel, own)[0] is ReferralReason.ANSWERED


def test_a_renewed_address_opens_and_the_old_one_does_not(scene: Scene) -> None:
    own = scene.issue()
    old = scene.secret(own)

    scene.renew(own)

    new = scene.secret(own)
    assert old != new
    assert scene.store.read(lambda db: access.answer_seat(db, old)).dead is DeadLink.RENEWED
    assert refused(scene.answer, own, hired(), secret=old)[0] is ReferralReason.LINK_DEAD
    scene.answer(own, hired(), secret=new)


def test_the_secret_is_printed_again_and_kept_nowhere(scene: Scene) -> None:
    own = scene.issue()
    secret = scene.secret(own)
    kept = scene.store.read(lambda db: db.execute(select(*columns(ReferralLink))).one())

    assert scene.secret(own) == secret
    assert len(secret) == 22
    assert secret not in repr(kept)
    with pytest.raises(NotFound):
        scene.store.read(lambda db: access.answer_seat(db, "x" * 22))
