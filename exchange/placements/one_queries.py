"""One placement with all that is known of it: its ladder, its four provinces, who claims it, what may be the same."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, or_, select

from exchange.accounts.tables import Account
from exchange.centres.tables import Centre
from exchange.documents.tables import Document
from exchange.employers.tables import Employer
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.placements import same_rules
from exchange.placements.access import PlacementDesk
from exchange.placements.claim_tables import PlacementClaim, PlacementOpinion, PlacementSettlement
from exchange.placements.codes import EvidenceLevel, Likeness, PlacementState
from exchange.placements.proof_actions import job_of
from exchange.placements.register_queries import state_of
from exchange.placements.tables import (
    EndWithdrawal,
    EvidenceWithdrawal,
    Placement,
    PlacementEnd,
    PlacementEvidence,
    PlacementJoin,
    PlacementReversal,
    PlacementStanding,
)
from exchange.placements.telling import GONE, told_of
from exchange.placements.views import ClaimView, EndView, Entry, JoinView, StepView, Whole, WordView
from exchange.reference import provinces
from exchange.seekers.persons import files_of, person_column
from exchange.seekers.tables import Seeker
from exchange.vacancies.tables import Vacancy

_p, _s, _e, _v, _a, _c = (columns(one) for one in (Placement, Seeker, Employer, Vacancy, Account, Centre))
_x, _w, _d, _u, _r, _j = (
    columns(one)
    for one in (PlacementEvidence, EvidenceWithdrawal, PlacementEnd, EndWithdrawal, PlacementReversal, PlacementJoin)
)
_m, _o, _t, _f, _z = (
    columns(one) for one in (PlacementClaim, PlacementOpinion, PlacementSettlement, Document, PlacementStanding)
)
_GROUP: Any = bindparam("group", expanding=True)
_for: Any = Centre.__table__.alias("for_centre").c  # type: ignore[attr-defined]
_MEMBERS = (
    select(
        *(_p.id, _p.origin, func.coalesce(_e.name, _p.employer_name), func.coalesce(_v.title, _p.job_title)),
        *(
            _p.agreed_on,
            _p.residence,
            _p.workplace,
            _p.overseas,
            _r.placement_id.is_(None).label("standing"),
            GONE.label("gone"),
        ),
        *(_r.because, _r.at.label("reversed_at"), _p.vacancy_id, _p.fair_id),
    )
    .select_from(Placement)
    .outerjoin(Employer, _e.id == _p.employer_id)
    .outerjoin(Vacancy, _v.id == _p.vacancy_id)
    .outerjoin(PlacementReversal, _r.placement_id == _p.id)
    .order_by(_p.made_at, _p.id)
)
_IN_GROUP, _OF_FILES = _MEMBERS.where(_p.id.in_(_GROUP)), _MEMBERS.where(
    _p.seeker_id.in_(bindparam("files", expanding=True))
)  # fmt: skip
_STEPS = (
    select(
        *(_x.id, _x.level, _x.source, _x.milestone, _x.on_day, _x.started_on, _x.number, _x.note, _x.document_id),
        *(_f.name, _a.name, _x.at, _w.because),
    )
    .select_from(PlacementEvidence)
    .outerjoin(Document, _f.id == _x.document_id)
    .outerjoin(Account, _a.id == _x.by_account)
    .outerjoin(EvidenceWithdrawal, _w.evidence_id == _x.id)
    .where(_x.placement_id.in_(_GROUP))
    .order_by(_x.level, _x.on_day, _x.at, _x.id)
)
_ENDS = (
    select(_d.id, _d.on_day, _d.reason, _d.note, _a.name, _u.because)
    .join(Account, _a.id == _d.by_account)
    .outerjoin(EndWithdrawal, _u.end_id == _d.id)
    .where(_d.placement_id.in_(_GROUP))
    .order_by(_d.at, _d.id)
)
_CLAIMS = (
    select(_c.id, _c.short_name, _m.role, _m.because, _m.at)
    .join(Centre, _c.id == _m.centre_id)
    .where(_m.placement_id.in_(_GROUP))
    .order_by(_m.at, _m.role.desc(), _m.id)
)
_WORDS = (
    select(_c.short_name, _for.short_name, _o.words, _a.name, _o.at)
    .join(Centre, _c.id == _o.centre_id)
    .join(_for.id.table, _for.id == _o.for_id)
    .join(Account, _a.id == _o.by_account)
    .where(_o.placement_id.in_(_GROUP))
    .order_by(_o.at, _o.id)
)
_SETTLED = (
    select(_c.short_name, _t.at)
    .join(Centre, _c.id == _t.centre_id)
    .where(_t.placement_id.in_(_GROUP))
    .order_by(_t.at, _t.turn)
)
_JOINS = (
    select(_j.id, _j.kept_id, _j.gone_id, _j.because, _j.at, _j.undone_because)
    .where(or_(_j.kept_id.in_(_GROUP), _j.gone_id.in_(_GROUP)))
    .order_by(_j.at, _j.id)
)
_PERSON = (
    select(_s.id, _s.full_name, _s.birth_year, _s.phone)
    .join(Placement, person_column(_p.seeker_id) == _s.id)
    .where(_p.id == bindparam("placement"))
)
_COUNTED = select(_z.level, _c.short_name).outerjoin(Centre, _c.id == _z.centre_id).where(
    _z.placement_id == bindparam("placement")
)  # fmt: skip
_NAMES = select(_c.id, _c.short_name).where(_c.id.in_(bindparam("centres", expanding=True)))
_SCAN = select(_x.document_id).where(_x.document_id == bindparam("document"), _x.placement_id.in_(_GROUP))


def whole(db: Reading, desk: PlacementDesk) -> Whole:
    """One placement. Whoever shows it to others than the person journals that."""
    asked, job = {"group": list(desk.group)}, job_of(db, desk)
    entries = _entries(db.execute(_IN_GROUP, asked), ended=job.ended_on is not None)
    counted = db.execute(_COUNTED, {"placement": desk.kept_id}).first()
    parts: dict[str, Any] = {name: [kind(*row) for row in db.execute(query, asked)] for name, kind, query in _PARTS}
    person = db.execute(_PERSON, {"placement": desk.placement_id}).one()
    return Whole(
        **dict(zip(("person_id", "name", "birth_year", "phone"), person, strict=True)),
        entries=sorted(entries, key=lambda one: one.id != desk.kept_id),
        own=next(one for one in entries if one.id == desk.placement_id),
        level=EvidenceLevel(str(counted.level)) if counted else None,
        credited=(counted.short_name or "") if counted else "",
        start=job.start,
        ended_on=job.ended_on,
        settled=[(row[0], row[1]) for row in db.execute(_SETTLED, asked)],
        alike=_alike(db, desk),
        four=_names(db, desk),
        **parts,
    )


_PARTS: Sequence[tuple[str, Any, Any]] = (
    ("steps", StepView, _STEPS), ("ends", EndView, _ENDS), ("claims", ClaimView, _CLAIMS),
    ("words", WordView, _WORDS), ("joins", JoinView, _JOINS),
)  # fmt: skip


def entries_of(db: Reading, seeker_id: UUID) -> list[Entry]:
    """What the register has of a person and counts, over all files of the person, the newest first."""
    found = _entries(db.execute(_OF_FILES, {"files": files_of(db, seeker_id)}), ended=False)
    return [one for one in reversed(found) if one.state is PlacementState.AT_WORK]


def scan_of(db: Reading, desk: PlacementDesk, document_id: UUID) -> UUID:
    """The scan, if it hangs in this placement. Raises NotFound."""
    found: UUID | None = db.scalar(_SCAN, {"document": document_id, "group": list(desk.group)})
    if found is None:
        raise NotFound
    return found


def _entries(rows: Any, *, ended: bool) -> list[Entry]:
    found = []
    for row in rows:
        own, origin, employer, job, agreed_on, lives, works, overseas, standing, gone, *more = row
        state = state_of(standing=standing, gone=gone, ended=ended)
        places = provinces.name_of(lives, agreed_on), provinces.name_of(works, agreed_on) if works else ""
        told: tuple[Any, ...] = (own, origin, employer or "", job or "", agreed_on, *places, overseas, *more, state)
        found.append(Entry(*told))
    return found


def _alike(db: Reading, desk: PlacementDesk) -> list[tuple[Entry, Likeness]]:
    """Other standing entries of the person that may be this one."""
    every = told_of(db, desk.seeker_id)
    one = next((told for told in every if told.placement_id == desk.kept_id), None)
    sure = {found.placement_id: found.likeness for found in same_rules.alike(one, every)} if one else {}
    rows = db.execute(_IN_GROUP, {"group": list(sure)}) if sure else ()
    return [(entry, sure[entry.id]) for entry in _entries(rows, ended=False)]


def _names(db: Reading, desk: PlacementDesk) -> dict[str, str]:
    """The names of the four centres."""
    four = {name: getattr(desk.four, name) for name in ("referring", "host", "residence", "workplace")}
    wanted = [own for own in four.values() if own]
    named = {row.id: row.short_name for row in db.execute(_NAMES, {"centres": wanted})} if wanted else {}
    return {name: named.get(own, "") if own else "" for name, own in four.items()}
