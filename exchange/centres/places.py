"""Centres with the province in which each lies, as it was called on a day and as it is called now."""

from datetime import date
from typing import Literal
from uuid import UUID

import msgspec
from sqlalchemy import select

from exchange.centres.tables import Centre
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.text import sort_key
from exchange.reference import provinces

_c = columns(Centre)
_ALL = select(_c.id, _c.name, _c.short_name, _c.province_code, _c.province_name, _c.created_at)
Names = Literal["then", "now"]


class CentrePlace(msgspec.Struct, frozen=True):
    """A centre. `code`: of its province among those of now; `then`, `now`: what the province was and is called.

    `then_code`: of its province on that day; empty where the centre was entered later and that is not known.
    """

    id: UUID
    name: str
    short_name: str
    code: str
    then: str
    now: str
    then_code: str = ""

    def province(self, names: Names) -> str:
        """What its province is called, as of then or of now."""
        return self.then if names == "then" else self.now


def places(db: Reading, day: date) -> list[CentrePlace]:
    """All centres, by the names of their provinces on `day`."""
    found = [_place(row, day) for row in db.execute(_ALL)]
    return sorted(found, key=lambda one: (sort_key(one.then), sort_key(one.short_name)))


def _place(row: tuple[UUID, str, str, str, str, object], day: date) -> CentrePlace:
    own, name, short_name, code, called, created_at = row
    entered = local_day(created_at)  # type: ignore[arg-type]
    now = provinces.successor(code, entered)
    same_list = (day < provinces.MERGER_DAY) == (entered < provinces.MERGER_DAY)
    then_code = provinces.successor(code, entered, day) if day >= entered else code if same_list else ""
    # Of the time before a centre was entered only its own name for its province is known.
    then = called if day < entered else provinces.name_of(provinces.successor(code, entered, day), day)
    return CentrePlace(own, name, short_name, now, then, provinces.name_of(code, entered, "now"), then_code)
