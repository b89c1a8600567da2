"""The placement register of Trà Vinh and Bến Tre: people enter it by every way. Each act has its own time."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, update

from exchange.benefits.access import claim_desk
from exchange.benefits.tables import BenefitClaim, JobSearchDeclaration
from exchange.kernel.db import Writing
from exchange.kernel.ids import new_id
from exchange.placements import access, claim_actions, entry_actions, join_actions, proof_actions
from exchange.placements.codes import ClaimRole, EvidenceLevel, EvidenceSource
from exchange.placements.entry_actions import Entered, EntryGiven
from exchange.placements.proof_actions import EndGiven, StepGiven
from exchange.placements.referral_actions import settle_referral
from exchange.referrals import access as slip_access
from exchange.referrals import actions as slips
from exchange.referrals import answer_actions, facts, follow_actions, queries
from exchange.referrals.codes import AskedHow, Found, Milestone
from exchange.referrals.given import FollowUpGiven
from exchange.seekers.access import own_desk
from exchange.seekers.codes import Channel
from exchange.seekers.file_tables import SeekerMerge, SeekerPerson
from tests.cast import Ground
from tests.counselling.scene import NOW, TODAY, only
from tests.counselling.scene import merge as merge_files
from tests.referrals.scene import VAULT, hired, slip_given

START = TODAY - timedelta(days=60)
FIRM = "Cơ sở Cơ khí Ba Tri"
__all__ = ["FIRM", "NOW", "START", "TODAY", "Register", "entry", "proof"]


def entry(**other: Any) -> EntryGiven:
    usual = {"employer_name": FIRM, "job_title": "Thợ hàn", "started_on": START, "workplace": "86"}
    return EntryGiven(**(usual | other))


def proof(**other: Any) -> StepGiven:
    usual = {"level": EvidenceLevel.EMPLOYER_SAID, "source": EvidenceSource.EMPLOYER, "on_day": START}
    return StepGiven(**(usual | other))


class Register:
    """Acts inside one transaction; `now` moves with each."""

    def __init__(self, db: Writing, ground: Ground, now: datetime = NOW) -> None:
        self.db, self.ground, self.now = db, ground, now
        for who in ("Lan", "Sơn", "Hoa"):
            only(db, ground, who, "Trà Vinh")

    def later(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def enter(self, who: str = "Lan", by: str = "Phúc", *, step: StepGiven | None = None, **other: Any) -> UUID:
        desk = own_desk(self.db, self.ground.viewer(by), self.ground.seekers[who])
        told = step or proof(on_day=min(other.get("started_on", START), TODAY))
        return entry_actions.enter(
            self.db, desk, Entered(entry(**other), told), None, request_id=None, now=self.later()
        )

    def hire_by_slip(self, who: str = "Lan", *, started_on: date = START, **other: Any) -> UUID:
        """A slip, answered "hired" under its address; the slip's id."""
        issued = datetime.combine(started_on - timedelta(days=2), NOW.timetz())
        desk = own_desk(self.db, self.ground.viewer("Phúc"), self.ground.seekers[who])
        given = slip_given(valid_until=issued.date() + timedelta(days=3), **other)
        own = slips.issue(self.db, desk, given, vault=VAULT, client_key=new_id(), now=issued)
        seat = slip_access.answer_seat(self.db, queries.secret(self.db, own, vault=VAULT))
        answer = hired(started_on=started_on)
        answer_actions.answer_by_link(self.db, seat, answer, client_key=new_id(), now=issued + timedelta(hours=1))
        settle_referral(self.db, own, now=self.later())
        return own

    def revoke_slip(self, slip: UUID) -> None:
        answer = facts.one(self.db, slip, TODAY).answer
        desk = slip_access.undoing_desk(self.db, self.ground.viewer("Phúc"), slip)
        answer_actions.revoke_answer(
            self.db, desk, answer.id if answer else None, "Nhầm người", request_id=None, now=self.later()
        )
        settle_referral(self.db, slip, now=self.now)

    def follow(self, slip: UUID, milestone: Milestone, found: Found, on_day: date) -> None:
        desk = slip_access.referral_desk(self.db, self.ground.viewer("Phúc"), slip)
        given = FollowUpGiven(milestone=milestone, found=found, how=AskedHow.PHONE, on_day=on_day)
        follow_actions.follow_up(self.db, desk, given, request_id=None, now=self.later())
        settle_referral(self.db, slip, now=self.now)

    def declare(self, who: str = "Lan", *, about: str = FIRM, job_from: date = START) -> tuple[UUID, UUID]:
        """A recipient's claim with a declaration that says "I have work"; both ids."""
        account, seeker = self.ground.accounts["Phúc"], self.ground.seekers[who]
        long_ago = START - timedelta(days=200)
        claim = BenefitClaim(
            seeker_id=seeker, centre_id=self.ground.centres["Trà Vinh"], year=2026, number=ord(who[0]),
            received_on=long_ago, contract_ended_on=long_ago, origin="here", by_account=account, at=NOW,
        )  # fmt: skip
        self.db.add(claim)
        self.db.flush()
        said = JobSearchDeclaration(
            claim_id=claim.id, month=2, due_from=job_from, due_to=job_from, declared_on=job_from,
            channel=Channel.COUNTER, state="has_job", about=about, job_from=job_from, by_account=account, at=NOW,
        )  # fmt: skip
        self.db.add(said)
        self.db.flush()
        return claim.id, said.id

    def take_over(self, who: str = "Lan", **other: Any) -> UUID:
        claim, said = self.declare(who, **other)
        desk = claim_desk(self.db, self.ground.viewer("Phúc"), claim)
        return entry_actions.take_over(self.db, desk, said, request_id=None, now=self.later())

    def desk(self, own: UUID, by: str = "Phúc") -> access.PlacementDesk:
        return access.placement_desk(self.db, self.ground.viewer(by), own)

    def lead(self, own: UUID, by: str = "Hạnh") -> access.LeadPlacementDesk:
        return access.lead_placement_desk(self.db, self.ground.viewer(by), own)

    def prove(self, own: UUID, **other: Any) -> UUID:
        return proof_actions.prove(self.db, self.desk(own), proof(**other), None, request_id=None, now=self.later())

    def withdraw(self, own: UUID, step: UUID, because: str = "Nhầm giấy") -> None:
        proof_actions.withdraw_step(self.db, self.desk(own), step, because, request_id=None, now=self.later())

    def end(self, own: UUID, on_day: date = TODAY, reason: str = "resigned", note: str = "") -> UUID:
        given = EndGiven(on_day=on_day, reason=reason, note=note)
        return proof_actions.end(self.db, self.desk(own), given, request_id=None, now=self.later())

    def reverse(self, own: UUID, because: str = "Không có việc này") -> None:
        proof_actions.reverse(self.db, self.desk(own), because, request_id=None, now=self.later())

    def join(self, one: UUID, other: UUID, because: str = "Cùng một việc") -> UUID:
        desks = self.desk(one), self.desk(other)
        return join_actions.join(self.db, *desks, because, request_id=None, now=self.later())

    def part(self, own: UUID, join: UUID, because: str = "Hai việc khác nhau") -> None:
        join_actions.part(self.db, self.desk(own), join, because, request_id=None, now=self.later())

    def claim(self, own: UUID, by: str, role: str) -> UUID:
        desk = self.lead(own, by)
        return claim_actions.claim(self.db, desk, ClaimRole(role), "Chúng tôi làm", request_id=None, now=self.later())

    def say(self, own: UUID, by: str, centre: str) -> None:
        credited = self.ground.centres[centre]
        claim_actions.say(self.db, self.lead(own, by), credited, "Ý kiến", request_id=None, now=self.later())

    def merge(self, gone: str, kept: str) -> None:
        merge_files(self.db, self.ground, gone, kept)
        join_actions.persons_changed(
            self.db, [self.ground.seekers[kept]], self.ground.accounts["Hạnh"], now=self.later()
        )

    def part_files(self, gone: str, kept: str) -> None:
        file = self.ground.seekers[gone]
        self.db.execute(delete(SeekerPerson).where(SeekerPerson.seeker_id == file))  # type: ignore[arg-type]
        done = {"undone_at": NOW, "undone_by": self.ground.accounts["Hạnh"]}
        self.db.execute(update(SeekerMerge).where(SeekerMerge.gone_id == file).values(**done))  # type: ignore[arg-type]
        files = [file, self.ground.seekers[kept]]
        join_actions.persons_changed(self.db, files, self.ground.accounts["Hạnh"], now=self.later())
