"""Placements that come from no fair and no slip: entered by staff, or taken over from a monthly declaration."""

from datetime import date, datetime
from typing import Annotated, Any, NamedTuple
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import bindparam, select

from exchange.benefits.access import ClaimDesk
from exchange.benefits.tables import BenefitClaim, JobSearchDeclaration
from exchange.documents import actions as documents
from exchange.documents.rules import Scan
from exchange.employers.tables import Employer
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing, hold
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.given import Tidy
from exchange.placements import proof_rules, rules
from exchange.placements.codes import LONGEST_NAME, EvidenceLevel, EvidenceSource, Origin, PlacementReason
from exchange.placements.declared_queries import waiting
from exchange.placements.making import make
from exchange.placements.proof_actions import StepGiven
from exchange.placements.proof_rules import Job
from exchange.placements.tables import Placement, PlacementId
from exchange.reference import provinces
from exchange.seekers.access import OwnDesk
from exchange.seekers.tables import Seeker

_s, _e, _p = columns(Seeker), columns(Employer), columns(Placement)
_j, _c = columns(JobSearchDeclaration), columns(BenefitClaim)
_PERSON = select(_s.birth_year, _s.province_code, _s.created_at).where(_s.id == bindparam("seeker"))
_EMPLOYER = select(_e.id).where(_e.id == bindparam("employer"))
_TAKEN = select(_p.id).where(_p.declaration_id == bindparam("declaration"))
_CLAIM_OF = select(_j.claim_id).where(_j.id == bindparam("declaration"))
Name = Annotated[str, Field(max_length=LONGEST_NAME), Tidy]


class EntryGiven(BaseModel):
    """A placement as staff enter it; what proves it is a step of evidence. `brought`: the centre found it."""

    model_config = ConfigDict(frozen=True)

    employer_id: UUID | None = None
    employer_name: Name = ""
    job_title: Name = ""
    started_on: date
    workplace: str | None = Field(default=None, pattern=r"^\d\d$")
    overseas: bool = False
    brought: bool = True


class Entered(NamedTuple):
    """What is entered, and what proves it."""

    entry: EntryGiven
    step: StepGiven


def check_entry(db: Reading, desk: OwnDesk, entered: Entered, *, papers: bool, now: datetime) -> None:
    """Whether this can be entered, before a scan is kept for it. Raises Refused."""
    given, step = entered
    today, person = local_day(now), db.execute(_PERSON, {"seeker": desk.seeker_id}).one()
    if given.employer_id and db.scalar(_EMPLOYER, {"employer": given.employer_id}) is None:
        raise Refused(PlacementReason.EMPLOYER_NEEDED, "employer_name")
    if not given.employer_id and not given.employer_name:
        raise Refused(PlacementReason.EMPLOYER_NEEDED, "employer_name")
    if not given.job_title:
        raise Refused(PlacementReason.JOB_NEEDED, "job_title")
    if fault := proof_rules.why_not_start(person.birth_year, given.started_on, today):
        raise Refused(fault.reason, fault.field)
    if not given.overseas:
        _refuse_place(given.workplace, min(given.started_on, today))
    job = Job(person.birth_year, min(given.started_on, today), given.started_on)
    if fault := proof_rules.why_not_step(job, step.step(papers=papers), today):
        raise Refused(fault.reason, fault.field)


def enter(
    db: Writing, desk: OwnDesk, given: Entered, scan: Scan | None, *, request_id: UUID | None, now: datetime
) -> UUID:
    """Write down that somebody obtained a job, and what proves it. The same form twice is one. Raises Refused.

    Agreed on is the start of work, or today where it is still to come.
    """
    by, made = log.sent(db, desk.by(request_id), Kind.PLACEMENT_ENTERED)
    if made:
        return made
    hold(db, Seeker, desk.seeker_id)
    check_entry(db, desk, given, papers=scan is not None, now=now)
    told: dict[str, Any] = {**given.step.model_dump(), "milestone": given.step.step(papers=True).milestone}
    if scan:
        told["document_id"] = documents.write(db, scan, desk.account_id, now=now)
    return _made(db, _entered(db, desk, given.entry, now), told | {"by_account": desk.account_id}, by, now)


def take_over(db: Writing, desk: ClaimDesk, declaration_id: UUID, *, request_id: UUID | None, now: datetime) -> UUID:
    """A recipient declared a job: it is written down as a claim, with the employer in the person's own words.

    The centre did not bring it about, so none is credited until one claims it. Twice is once. Raises NotFound,
    Refused where the declaration says otherwise by now.
    """
    hold(db, Seeker, desk.seeker_id)
    if taken := db.scalar(_TAKEN, {"declaration": declaration_id}):
        return taken  # type: ignore[no-any-return]
    if db.scalar(_CLAIM_OF, {"declaration": declaration_id}) != desk.claim_id:
        raise NotFound
    found = [one for one in waiting(db, desk.centre_id) if one.declaration_id == declaration_id]
    if not found:
        raise Refused(PlacementReason.NOT_DECLARED)
    one = found[0]
    placement = Placement(
        **_whose(db, one.seeker_id, one.declared_on), origin=Origin.DECLARATION, declaration_id=declaration_id,
        employer_name=one.about[:LONGEST_NAME], recorded_id=desk.centre_id, agreed_on=one.declared_on,
        started_on=one.job_from, made_at=now, made_by=desk.account_id,
    )  # fmt: skip
    told: dict[str, Any] = {"level": EvidenceLevel.CLAIM, "source": EvidenceSource.DECLARATION}
    told |= {"on_day": one.declared_on, "by_account": desk.account_id}
    return _made(db, placement, told, log.unspent(db, desk.by(request_id)), now)


def _entered(db: Reading, desk: OwnDesk, given: EntryGiven, now: datetime) -> Placement:
    on_day = min(given.started_on, local_day(now))
    return Placement(
        **_whose(db, desk.seeker_id, on_day), origin=Origin.DIRECT, employer_id=given.employer_id,
        employer_name="" if given.employer_id else given.employer_name, job_title=given.job_title,
        referring_id=desk.centre_id if given.brought else None, recorded_id=desk.centre_id,
        workplace=None if given.overseas else given.workplace, overseas=given.overseas,
        agreed_on=on_day, started_on=given.started_on, made_at=now, made_by=desk.account_id,
    )  # fmt: skip


def _whose(db: Reading, seeker_id: UUID, day: date) -> dict[str, Any]:
    row = db.execute(_PERSON, {"seeker": seeker_id}).one()
    return {"seeker_id": seeker_id, "residence": rules.province_on(row.province_code, local_day(row.created_at), day)}


def _refuse_place(code: str | None, day: date) -> None:
    if code is None:
        raise Refused(PlacementReason.WORKPLACE_NEEDED, "workplace")
    if provinces.get(code, day) is None:
        raise Refused(PlacementReason.PROVINCE, "workplace")


def _made(db: Writing, placement: Placement, told: dict[str, Any], by: log.By, now: datetime) -> PlacementId:
    own, seeker_id, origin = placement.id, placement.seeker_id, placement.origin
    make(db, placement, told, now=now)
    about = log.About(own, seeker_id=seeker_id, facts={"origin": origin.value})
    log.record(db, Kind.PLACEMENT_ENTERED, about, by=by, at=now)
    return own
