"""Booths before the day: who gets one, what it shows, and last time's booths for a new fair."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, delete, exists, select, update

from exchange.booths.actions import plan_booth
from exchange.booths.codes import BoothReason, Mode
from exchange.booths.plan_access import BoothPlan
from exchange.booths.plan_queries import open_vacancies
from exchange.booths.tables import Booth, BoothId, BoothVacancy, Shift
from exchange.centres.access import LeadDesk
from exchange.employers.queries import employer
from exchange.employers.tables import Employer
from exchange.fairs import actions as fairs
from exchange.fairs import queries as fair_queries
from exchange.fairs.access import PlanningDesk, SiteLead
from exchange.fairs.codes import FairPhase, FairReason, SiteRole
from exchange.fairs.tables import Fair, FairId, FairSeeker, FairSite
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold, insert_many_once
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.vacancies.shown_queries import rows_of

_b, _v, _e, _p, _site = (
    columns(Booth),
    columns(BoothVacancy),
    columns(Employer),
    columns(FairSeeker),
    columns(FairSite),
)


def add_booth(db: Writing, desk: SiteLead, employer_id: UUID, mode: Mode, *, now: datetime) -> BoothId:
    """A booth for an employer of the desk's own centre, showing all it offers now. Adding twice is adding once.

    Raises NotFound for another centre's employer, Refused for one that is not verified or that another site brings.
    """
    fairs.still_planned(db, desk, now=now)
    if db.scalar(select(_e.centre_id).where(_e.id == employer_id)) != desk.centre_id:
        raise NotFound
    hold(db, Fair, desk.fair_id)  # booths are numbered: two centres may add at once
    held = db.execute(
        select(_b.id, _b.centre_id).where(_b.fair_id == desk.fair_id, _b.employer_id == employer_id)
    ).first()
    if held and held.centre_id != desk.centre_id:
        raise Refused(BoothReason.BOOTH_TAKEN, "employer_id")
    if held:
        return BoothId(held.id)
    if not employer(db, employer_id).verified:
        raise Refused(FairReason.UNVERIFIED, "employer_id")
    offered = [row.id for row in open_vacancies(db, employer_id, now=now)]
    return plan_booth(db, desk, employer_id, mode, offered, now=now)


def change_booth(
    db: Writing, desk: BoothPlan, mode: Mode, vacancies: Sequence[UUID], *, request_id: UUID | None, now: datetime
) -> None:
    """How the employer takes part, and what the booth shows; what is new goes behind what was there.

    Raises NotFound for vacancies that are not the employer's open ones, Refused when one on show is taken away from an
    open floor: the demand at a fair is what it showed.
    """
    by = log.By(desk.account_id, None, request_id)
    if log.result_of(db, by):
        return
    fairs.still_planned(db, desk, now=now)
    shown = set(db.scalars(select(_v.vacancy_id).where(_v.booth_id == desk.booth_id)))
    offered = {row.id for row in open_vacancies(db, desk.employer_id, now=now)}
    if not set(vacancies) <= offered | shown:
        raise NotFound
    gone = (shown & offered) - set(vacancies)
    if gone and fair_queries.phase(db, desk.fair_id, now=now) is FairPhase.LIVE:
        raise Refused(FairReason.ON_SHOW, "vacancies")
    db.execute(update(Booth).where(_b.id == desk.booth_id).values(mode=mode))
    db.execute(delete(BoothVacancy).where(_v.booth_id == desk.booth_id, _v.vacancy_id.in_(gone)))
    _show(db, {desk.booth_id: list(dict.fromkeys(vacancies))})
    about = log.About(desk.booth_id, booth_id=desk.booth_id)
    log.record(db, Kind.BOOTH_PLANNED, about, by=by, at=now, stream=desk.fair_id)


def remove_booth(db: Writing, desk: BoothPlan, *, now: datetime) -> None:
    """Take away a booth at which nothing has happened. Raises Refused once somebody sat there or took a number."""
    fairs.still_planned(db, desk, now=now)
    sat = exists().where(columns(Shift).booth_id == _b.id)
    db.execute(delete(BoothVacancy).where(_v.booth_id == desk.booth_id))
    untouched = _b.id == desk.booth_id, _b.last_ticket == 0, ~sat
    if not db.execute(delete(Booth).where(*untouched)).rowcount:  # type: ignore[attr-defined]
        raise Refused(FairReason.BOOTH_IN_USE)
    about = log.About(desk.booth_id, booth_id=desk.booth_id, facts={"removed": True})
    log.record(db, Kind.BOOTH_PLANNED, about, by=log.By(desk.account_id), at=now, stream=desk.fair_id)


def leave_fair(db: Writing, desk: PlanningDesk, centre_id: UUID, *, now: datetime) -> None:
    """A centre takes part no longer; twice is once. Raises Refused for the host, or once it has booths or people."""
    fairs.still_planned(db, desk, now=now)
    hold(db, Fair, desk.fair_id)
    here = _site.fair_id == desk.fair_id, _site.centre_id == centre_id
    role = db.scalar(select(_site.role).where(*here))
    if role is SiteRole.HOST:
        raise Refused(FairReason.HOST_STAYS)
    if role is None:
        return
    if db.scalar(select(_used(_b, desk.fair_id, centre_id) | _used(_p, desk.fair_id, centre_id))):
        raise Refused(FairReason.SITE_IN_USE)
    db.execute(delete(FairSite).where(*here))
    about = log.About(centre_id, facts={"left": True})
    log.record(db, Kind.SITE_JOINED, about, by=log.By(desk.account_id), at=now, stream=desk.fair_id)


def clone_with_booths(
    db: Writing, desk: LeadDesk, fair_id: UUID, opens_at: datetime, *, name: str = "", by: log.By, now: datetime
) -> FairId:
    """A new fair like an earlier one, with the same employers at the same numbers and what they still offer.

    The same form sent twice makes one. Raises as `fairs.actions.clone_fair` does.
    """
    again = log.result_of(db, by) is not None
    fair = fairs.clone_fair(db, desk, fair_id, opens_at, name=name, by=by, now=now)
    if again:
        return fair
    old = db.execute(select(_b).where(_b.fair_id == fair_id).order_by(_b.number)).all()
    rows = {row.id: _like(row, fair, now) for row in old}
    insert_many_once(db, Booth, list(rows.values()))
    pairs = db.execute(select(_v.booth_id, _v.vacancy_id).where(_v.booth_id.in_(rows)).order_by(_v.rank)).all()
    still = rows_of(db, [pair.vacancy_id for pair in pairs], now=now)
    shown: dict[UUID, list[UUID]] = {}
    for booth_id, vacancy_id in pairs:
        if vacancy_id in still:
            shown.setdefault(rows[booth_id]["id"], []).append(vacancy_id)
    _show(db, shown)
    for row in rows.values():
        about = log.About(row["id"], booth_id=row["id"])
        log.record(db, Kind.BOOTH_PLANNED, about, by=log.By(desk.account_id), at=now, stream=fair)
    return fair


def _like(old: Row[Any], fair: FairId, now: datetime) -> dict[str, Any]:
    same = {name: getattr(old, name) for name in ("centre_id", "employer_id", "number", "mode")}
    return same | {"id": BoothId(new_id()), "fair_id": fair, "last_ticket": 0, "created_at": now}


def _show(db: Writing, shown: Mapping[UUID, Sequence[UUID]]) -> None:
    """Put vacancies on show, in order; those that are there already stay where they are."""
    insert_many_once(
        db,
        BoothVacancy,
        [
            {"booth_id": booth, "vacancy_id": vacancy, "rank": rank}
            for booth, those in shown.items()
            for rank, vacancy in enumerate(those)
        ],
    )


def _used(table: Any, fair_id: UUID, centre_id: UUID) -> ColumnElement[bool]:
    return exists().where(table.fair_id == fair_id, table.centre_id == centre_id)
