"""Planning, opening and closing a fair; who takes part; what is announced."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select, update

from exchange.centres.access import LeadDesk
from exchange.centres.tables import Centre
from exchange.fairs import queries, rules
from exchange.fairs.access import FairDesk, HostDesk, PlanningDesk
from exchange.fairs.codes import Audience, FairKind, FairReason, SiteRole
from exchange.fairs.rules import FairTimes
from exchange.fairs.tables import (
    Announcement,
    Fair,
    FairClosing,
    FairId,
    FairOpening,
    FairSeeker,
    FairSite,
    HelpCall,
    ProgrammeItem,
)
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing, insert_once
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.kernel.text import squeeze
from exchange.seekers.codes import Channel


class FairGiven(BaseModel):
    """What is entered of a fair. Times are aware."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    name: str = Field(min_length=5, max_length=200)
    kind: FairKind = FairKind.ONLINE
    summary: str = Field(default="", max_length=1000)
    registers_from: datetime
    opens_at: datetime
    closes_at: datetime
    results_until: datetime
    tickets_allowed: int = Field(default=3, ge=1, le=20)

    def times(self) -> FairTimes:
        """The announced times."""
        return FairTimes(self.registers_from, self.opens_at, self.closes_at, self.results_until)


class Said(BaseModel):
    """What is announced."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    audience: Audience
    text: str = Field(min_length=1, max_length=500)
    urgent: bool = False


def plan_fair(db: Writing, desk: LeadDesk, given: FairGiven, *, by: log.By, now: datetime) -> FairId:
    """A new fair hosted by the desk's centre. The same form sent twice plans one. Raises Refused for times."""
    if made := log.result_of(db, by):
        return FairId(made)
    for field, reason in rules.plan_faults(rules.announced(given.times()), now):
        raise Refused(reason, field)
    fair = Fair(host_id=desk.centre_id, created_at=now, created_by=desk.account_id, **given.model_dump())
    db.add(fair)
    log.open_stream(db, fair.id)
    db.add(FairSite(fair_id=fair.id, centre_id=desk.centre_id, role=SiteRole.HOST, joined_at=now))
    log.record(db, Kind.FAIR_PLANNED, log.About(fair.id), by=by, at=now, stream=fair.id)
    return fair.id


def change_fair(
    db: Writing, desk: PlanningDesk, given: FairGiven, *, request_id: UUID | None = None, now: datetime
) -> None:
    """New name or times; the phase follows by itself. Raises Refused for impossible times, or a fair that is over."""
    by = log.By(desk.account_id, None, request_id)
    if log.result_of(db, by):
        return
    before, after = queries.fair(db, desk.fair_id, now=now).times, rules.announced(given.times())
    for field, reason in rules.change_faults(before, after, now):
        raise Refused(reason, field)
    db.execute(update(Fair).where(columns(Fair).id == desk.fair_id).values(**given.model_dump()))
    log.record(db, Kind.FAIR_CHANGED, log.About(desk.fair_id), by=by, at=now, stream=desk.fair_id)


def join_fair(db: Writing, desk: PlanningDesk, centre_id: UUID, *, now: datetime) -> None:
    """Another centre takes part; twice is once. Raises NotFound for no centre, Refused when the fair is over."""
    still_planned(db, desk, now=now)
    if db.get(Centre, centre_id) is None:
        raise NotFound
    row = {"fair_id": desk.fair_id, "centre_id": centre_id, "role": SiteRole.JOINING, "joined_at": now}
    if insert_once(db, FairSite, row):
        log.record(db, Kind.SITE_JOINED, log.About(centre_id), by=log.By(desk.account_id), at=now, stream=desk.fair_id)


def still_planned(db: Reading, desk: FairDesk, *, now: datetime) -> None:
    """Raises Refused when sites, booths and programme can be changed no more."""
    if not rules.may_plan(queries.phase(db, desk.fair_id, now=now)):
        raise Refused(FairReason.OVER)


def open_fair(db: Writing, desk: HostDesk, *, request_id: UUID | None = None, now: datetime) -> None:
    """Open the floor now, early or late. Raises Refused when it is open, over, or far too early."""
    by = log.By(desk.account_id, None, request_id)
    if log.result_of(db, by):
        return
    if reason := rules.why_not_open(queries.fair(db, desk.fair_id, now=now).times, now):
        raise Refused(reason)
    if insert_once(db, FairOpening, {"fair_id": desk.fair_id, "by_account": desk.account_id, "at": now}):
        log.record(db, Kind.FAIR_OPENED, log.About(desk.fair_id), by=by, at=now, stream=desk.fair_id)


def close_fair(db: Writing, desk: HostDesk, *, open_talks: int, request_id: UUID | None = None, now: datetime) -> None:
    """Close the floor; results may still be given until their time. Raises Refused while interviews are open."""
    by = log.By(desk.account_id, None, request_id)
    if log.result_of(db, by):
        return
    if reason := rules.why_not_close(queries.fair(db, desk.fair_id, now=now).times, now, open_talks=open_talks):
        raise Refused(reason)
    if insert_once(db, FairClosing, {"fair_id": desk.fair_id, "by_account": desk.account_id, "at": now}):
        log.record(db, Kind.FAIR_CLOSED, log.About(desk.fair_id), by=by, at=now, stream=desk.fair_id)


def clone_fair(
    db: Writing, desk: LeadDesk, fair_id: UUID, opens_at: datetime, *, name: str = "", by: log.By, now: datetime
) -> FairId:
    """A new fair like an earlier one of the same host: same length, sites and programme, moved to `opens_at`.

    The same form sent twice makes one. Raises NotFound for another host's fair, Refused for an hour that has passed.
    """
    if made := log.result_of(db, by):
        return FairId(made)
    own = columns(Fair)
    old = db.scalars(select(Fair).where(own.id == fair_id, own.host_id == desk.centre_id)).first()
    if old is None:
        raise NotFound
    if opens_at.year not in rules.YEARS:
        raise Refused(FairReason.YEAR_ODD, "opens_at")
    shift = opens_at - old.opens_at
    moved = {at: getattr(old, at) + shift for at in ("registers_from", "opens_at", "closes_at", "results_until")}
    same = {field: getattr(old, field) for field in ("kind", "summary", "tickets_allowed")}
    fair = plan_fair(db, desk, FairGiven(name=name or old.name, **same, **moved), by=by, now=now)
    db.execute(update(Fair).where(own.id == fair).values(cloned_from=fair_id))
    for site in db.scalars(select(FairSite).where(columns(FairSite).fair_id == fair_id)):
        insert_once(db, FairSite, {"fair_id": fair, "centre_id": site.centre_id, "role": site.role, "joined_at": now})
    for line in queries.programme(db, fair_id):
        db.add(ProgrammeItem(fair_id=fair, starts_at=line.starts_at + shift, title=line.title))
    return fair


def announce(
    db: Writing, desk: HostDesk, audience: Audience, text: str, *, urgent: bool, by: log.By, now: datetime
) -> None:
    """Say something to an audience. The same form sent twice says it once."""
    if log.result_of(db, by):
        return
    said = Announcement(
        fair_id=desk.fair_id, audience=audience, text=text, urgent=urgent, by_account=desk.account_id, at=now
    )
    db.add(said)
    log.record(db, Kind.ANNOUNCED, log.About(said.id), by=by, at=now, stream=desk.fair_id)


def add_to_programme(
    db: Writing, desk: PlanningDesk, starts_at: datetime, title: str, *, request_id: UUID | None = None, now: datetime
) -> None:
    """One more line of the programme. The same form sent twice adds one. Raises Refused without words."""
    by = log.By(desk.account_id, None, request_id)
    if log.result_of(db, by):
        return
    still_planned(db, desk, now=now)
    words = squeeze(title)[:200]
    if not words:
        raise Refused(FairReason.LINE_MISSING, "title")
    if starts_at.year not in rules.YEARS:
        raise Refused(FairReason.YEAR_ODD, "starts_at")
    db.add(ProgrammeItem(fair_id=desk.fair_id, starts_at=starts_at, title=words))
    log.record(db, Kind.PROGRAMME_CHANGED, log.About(desk.fair_id), by=by, at=now, stream=desk.fair_id)


def withdraw_from_programme(db: Writing, desk: PlanningDesk, line_id: UUID, *, now: datetime) -> None:
    """Take a line out of the programme; twice is once. Raises NotFound for another fair's."""
    still_planned(db, desk, now=now)
    own = columns(ProgrammeItem)
    this = own.id == line_id, own.fair_id == desk.fair_id
    if db.scalar(select(own.id).where(*this)) is None:
        raise NotFound
    if db.execute(update(ProgrammeItem).where(*this, own.withdrawn_at.is_(None)).values(withdrawn_at=now)).rowcount:  # type: ignore[attr-defined]
        about, by = log.About(line_id), log.By(desk.account_id)
        log.record(db, Kind.PROGRAMME_CHANGED, about, by=by, at=now, stream=desk.fair_id)


def register_for_fair(
    db: Writing, fair_id: UUID, seeker_id: UUID, centre_id: UUID, channel: Channel, *, by: log.By, now: datetime
) -> None:
    """A person registers for a fair at one of its sites; twice is once."""
    row = {"fair_id": fair_id, "seeker_id": seeker_id, "centre_id": centre_id, "channel": channel}
    if insert_once(db, FairSeeker, row | {"registered_at": now, "checked_in_at": None}):
        about = log.About(seeker_id, seeker_id=seeker_id)
        log.record(
            db,
            Kind.SEEKER_REGISTERED_FOR_FAIR,
            about,
            by=log.By(by.account_id, by.on_behalf_of),
            at=now,
            stream=fair_id,
        )


def check_in(db: Writing, fair_id: UUID, seeker_id: UUID, *, by: log.By, now: datetime) -> None:
    """The person is there (at a site, or online with a first ticket); twice is once."""
    own = columns(FairSeeker)
    here = own.fair_id == fair_id, own.seeker_id == seeker_id, own.checked_in_at.is_(None)
    if db.execute(update(FairSeeker).where(*here).values(checked_in_at=now)).rowcount:  # type: ignore[attr-defined]
        about = log.About(seeker_id, seeker_id=seeker_id)
        log.record(db, Kind.SEEKER_CHECKED_IN, about, by=log.By(by.account_id, by.on_behalf_of), at=now, stream=fair_id)


def ask_for_help(db: Writing, fair_id: UUID, account_id: UUID, words: str, *, now: datetime) -> None:
    """Press the help button; pressing again while nobody has come changes nothing."""
    row = {"id": new_id(), "fair_id": fair_id, "account_id": account_id, "words": words[:300], "asked_at": now}
    if insert_once(db, HelpCall, row):
        log.record(db, Kind.HELP_ASKED, log.About(row["id"]), by=log.By(account_id), at=now, stream=fair_id)  # type: ignore[arg-type]


def give_help(db: Writing, desk: FairDesk, help_id: UUID, *, now: datetime) -> None:
    """Staff took care of a call for help; twice is once."""
    own = columns(HelpCall)
    this = own.id == help_id, own.fair_id == desk.fair_id, own.answered_at.is_(None)
    values = {"answered_at": now, "answered_by": desk.account_id}
    if db.execute(update(HelpCall).where(*this).values(values)).rowcount:  # type: ignore[attr-defined]
        log.record(db, Kind.HELP_GIVEN, log.About(help_id), by=log.By(desk.account_id), at=now, stream=desk.fair_id)
