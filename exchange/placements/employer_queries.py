"""Finding an employer of the register while a placement is entered: by words of the name, or by the tax code."""

from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import and_, bindparam, or_, select

from exchange.employers.tables import Employer
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.text import fold
from exchange.reference import provinces

_MOST = 8
_e = columns(Employer)
_PLAIN = select(_e.id, _e.name, _e.tax_code, _e.province_code)
_ONE = _PLAIN.where(_e.id == bindparam("employer"))


class FoundEmployer(msgspec.Struct, frozen=True):
    """An employer to choose from."""

    id: UUID
    name: str
    tax_code: str
    province: str


def one(db: Reading, employer_id: UUID | None) -> FoundEmployer | None:
    """The employer that was chosen, if there is such a one."""
    row = db.execute(_ONE, {"employer": employer_id}).first() if employer_id else None
    return _found(row) if row else None


def named(db: Reading, typed: str) -> list[FoundEmployer]:
    """Employers with all these words in their name, or with this tax code; the first few."""
    words = fold(typed).split()[:6]
    if not words:
        return []
    begins = [(" " + _e.name_fold).contains(" " + word, autoescape=True) for word in words]
    same = _e.tax_code == typed.replace(" ", "")
    query = _PLAIN.where(or_(same, and_(*begins)))
    return [_found(row) for row in db.execute(query.order_by(_e.name_fold, _e.id).limit(_MOST))]


def _found(row: Any) -> FoundEmployer:
    own, name, tax_code, code = row
    there = provinces.get(code, provinces.newest_day()) if code else None
    return FoundEmployer(own, name, tax_code or "", there.short_name if there else "")
