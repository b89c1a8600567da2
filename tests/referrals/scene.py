"""Phúc of Trà Vinh sends people to employers; May Sông Tiền is in the register, Cơ khí Ba Tri is not."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from exchange.kernel.db import Reading, Writing
from exchange.kernel.ids import new_id
from exchange.kernel.vault import Vault
from exchange.referrals import access, actions, facts, follow_actions, queries
from exchange.referrals import answer_actions as answers
from exchange.referrals.codes import (
    AgreedContract,
    Answered,
    AnswerSource,
    AskedHow,
    Found,
    Milestone,
    NotHiredBecause,
)
from exchange.referrals.facts import Slip
from exchange.referrals.given import AnswerGiven, FollowUpGiven, PresentationGiven, ReferralGiven
from tests.counselling.scene import NOW, TODAY
from tests.counselling.scene import Scene as Counselling
from tests.fixtures.databases import IDENTITY_KEY

VAULT = Vault(IDENTITY_KEY)
BY_HAND = {"employer": "Cơ sở Cơ khí Ba Tri", "position": "Thợ hàn", "address": "Ba Tri, Bến Tre"}
__all__ = ["NOW", "TODAY", "VAULT", "Scene", "day_of", "declined", "hired", "no_show", "slip_given"]


def day_of(number: int) -> datetime:
    """So many days after the issue, at the same hour."""
    return NOW + timedelta(days=number)


def slip_given(**other: Any) -> ReferralGiven:
    """A slip to an employer written by hand, valid for three days."""
    return ReferralGiven(**(BY_HAND | {"valid_until": TODAY + timedelta(days=3)} | other))


def hired(**other: Any) -> AnswerGiven:
    usual = {"answer": Answered.HIRED, "started_on": TODAY + timedelta(days=1), "contract": AgreedContract.UNDER_12}
    return AnswerGiven(**(usual | {"said_by": "Nguyễn Văn Bình"} | other))


def declined(**other: Any) -> AnswerGiven:
    usual = {"answer": Answered.NOT_HIRED, "cause": NotHiredBecause.DECLINED, "said_by": "Nguyễn Văn Bình"}
    return AnswerGiven(**(usual | other))


def no_show(**other: Any) -> AnswerGiven:
    return AnswerGiven(**({"answer": Answered.NO_SHOW, "said_by": "Nguyễn Văn Bình"} | other))


class Scene(Counselling):
    """A counselling desk that issues slips."""

    def issue(
        self,
        seeker: str = "Lan",
        *,
        by: str = "Phúc",
        key: UUID | None = None,
        now: datetime = NOW,
        given: ReferralGiven | None = None,
        **other: Any,
    ) -> UUID:
        """Somebody gets a slip."""
        used, told = key or new_id(), given or slip_given(**other)
        return self.store.write(
            lambda db: actions.issue(db, self.desk(db, seeker, by), told, vault=VAULT, client_key=used, now=now)
        )

    def over(self, db: Reading, own: UUID, by: str = "Phúc") -> access.ReferralDesk:
        return access.referral_desk(db, self.ground.viewer(by), own)

    def undoing(self, db: Reading, own: UUID, by: str = "Phúc") -> access.UndoingDesk:
        return access.undoing_desk(db, self.ground.viewer(by), own)

    def present(self, own: UUID, on_day: date = TODAY, *, now: datetime = NOW) -> None:
        given = PresentationGiven(presented_on=on_day)
        self.store.write(lambda db: actions.present(db, self.over(db, own), given, request_id=None, now=now))

    def secret(self, own: UUID) -> str:
        """The secret in the address that is printed now."""
        return self.store.read(lambda db: queries.secret(db, own, vault=VAULT))

    def answer(
        self, own: UUID, given: AnswerGiven, *, key: UUID | None = None, now: datetime = NOW, secret: str = ""
    ) -> None:
        """The employer answers by the address on the slip."""
        used, said = key or new_id(), secret or self.secret(own)

        def write(db: Writing) -> None:
            answers.answer_by_link(db, access.answer_seat(db, said), given, client_key=used, now=now)

        self.store.write(write)

    def write_down(self, own: UUID, given: AnswerGiven, *, by: str = "Phúc", now: datetime = NOW) -> None:
        """Staff write down what the employer signed."""
        said = (
            given if given.source is not AnswerSource.LINK else given.model_copy(update={"source": AnswerSource.STUB})
        )
        self.store.write(
            lambda db: answers.record_answer(db, self.over(db, own, by), said, client_key=new_id(), now=now)
        )

    def revoke(self, own: UUID, because: str = "Nhà tuyển dụng báo nhầm người", *, by: str = "Phúc") -> None:
        answer = self.slip(own).answer
        seen = answer.id if answer else None
        self.store.write(
            lambda db: answers.revoke_answer(
                db, self.undoing(db, own, by), seen, because, request_id=None, now=day_of(1)
            )
        )

    def cancel(self, own: UUID, because: str = "Cấp nhầm", *, by: str = "Phúc", now: datetime = NOW) -> None:
        self.store.write(lambda db: actions.cancel(db, self.undoing(db, own, by), because, request_id=None, now=now))

    def renew(self, own: UUID, *, by: str = "Phúc", now: datetime = NOW) -> None:
        self.store.write(
            lambda db: actions.renew_link(db, self.undoing(db, own, by), vault=VAULT, request_id=None, now=now)
        )

    def follow(self, own: UUID, milestone: Milestone, found: Found, on_day: date, *, now: datetime) -> None:
        given = FollowUpGiven(milestone=milestone, found=found, how=AskedHow.PHONE, on_day=on_day)
        self.store.write(lambda db: follow_actions.follow_up(db, self.over(db, own), given, request_id=None, now=now))

    def slip(self, own: UUID, day: date = TODAY) -> Slip:
        """The slip as it stands on a day."""
        return self.store.read(lambda db: facts.one(db, own, day))
