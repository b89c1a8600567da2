"""What is shown of records that are nobody's: fairs, booths, employers, vacancies."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from exchange.booths.tables import Booth
from exchange.centres.tables import Centre
from exchange.employers.tables import Employer
from exchange.fairs.tables import Fair, FairOpening
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.local_dates import local_date
from exchange.placements.queries import first_place
from exchange.reference import provinces
from exchange.tallies.record import Record, Shown
from exchange.vacancies.tables import Vacancy

_f, _o, _b, _e, _v, _ce = (columns(one) for one in (Fair, FairOpening, Booth, Employer, Vacancy, Centre))
_IDS: Any = bindparam("ids", expanding=True)
_OPENED: Any = local_date(_o.at).label("on_day")
_EMPLOYER: Any = _e.name.label("employer")

Found = dict[UUID, Record]
_FAIRS = (
    select(_f.id, _OPENED, _f.name, _f.kind, _ce.short_name)
    .outerjoin(FairOpening, _o.fair_id == _f.id)
    .join(Centre, _ce.id == _f.host_id)
    .where(_f.id.in_(_IDS))
)
_BOOTHS = (
    select(_b.id, _b.number, _EMPLOYER, _f.name.label("fair"), _b.mode)
    .join(Employer, _e.id == _b.employer_id)
    .join(Fair, _f.id == _b.fair_id)
    .where(_b.id.in_(_IDS))
)
_EMPLOYERS = select(_e.id, _e.name, _e.tax_code, _e.kind, _e.province_code, _e.created_at).where(_e.id.in_(_IDS))
_VACANCIES = (
    select(
        *(_v.id, _v.title, _EMPLOYER, _v.openings, first_place(_v.id).label("place"), _v.qualification),
        _v.created_at,
    )
    .join(Employer, _e.id == _v.employer_id)
    .where(_v.id.in_(_IDS))
)


def fairs(db: Reading, here: UUID, ids: Sequence[UUID], known: datetime | None) -> Found:
    """Fairs on the day they were opened."""
    return _found(db, _FAIRS, ids, "/fairs/%s", lambda row: (row.on_day, row.name, row.kind, row.short_name))


def booths(db: Reading, here: UUID, ids: Sequence[UUID], known: datetime | None) -> Found:
    """Booths with their fair."""
    return _found(db, _BOOTHS, ids, "/booths/%s", lambda row: (row.number, row.employer, row.fair, row.mode))


def employers(db: Reading, here: UUID, ids: Sequence[UUID], known: datetime | None) -> Found:
    """Employers."""
    return _found(
        db, _EMPLOYERS, ids, "/employers/%s",
        lambda row: (row.name, row.tax_code, row.kind, _place(row.province_code, row.created_at)),
    )  # fmt: skip


def vacancies(db: Reading, here: UUID, ids: Sequence[UUID], known: datetime | None) -> Found:
    """Vacancies with how many people they want."""
    return _found(
        db, _VACANCIES, ids, "/vacancies/%s",
        lambda row: (row.title, row.employer, row.openings, _place(row.place, row.created_at), row.qualification),
    )  # fmt: skip


def _place(code: str | None, written_at: datetime) -> str | None:
    return provinces.name_of(code, local_day(written_at)) if code else None


def _found(
    db: Reading, told: Select[Any], ids: Sequence[UUID], path: str, cells: Callable[[Any], tuple[Shown, ...]]
) -> Found:
    rows = db.execute(told, {"ids": list(ids)})
    return {row.id: Record(row.id, None, path % row.id, cells(row)) for row in rows}
