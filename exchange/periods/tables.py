"""Rows: periods. A period that stands is never changed: figures were counted and closed by it."""

from datetime import date, datetime
from typing import NewType
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from exchange.kernel.columns import check, key, maybe_ref, ref, unique_where
from exchange.kernel.columns import code as coded
from exchange.periods.codes import LONGEST_LABEL, Calendar, PeriodKind

PeriodId = NewType("PeriodId", UUID)


class Period(SQLModel, table=True):
    """Days that are reported on together, both ends in it. All centres share them.

    `ordinal`: which month, quarter or half of the `year` it is, 0 for other kinds. `compares_id`: with which period a
    period of no regular kind is compared; a regular one with the same of the year before.
    """

    __tablename__ = "periods"
    __table_args__ = (
        unique_where("uq_periods_regular", "calendar", "kind", "year", "ordinal", where="kind <> 'other'"),
        Index(None, "first_day"),
        check("forwards", "last_day >= first_day"),
        check("ordinal", "ordinal BETWEEN 0 AND 12"),
        check("regular_compares_by_itself", "kind = 'other' OR compares_id IS NULL"),
    )

    id: PeriodId = key()
    kind: PeriodKind = coded(PeriodKind)
    calendar: Calendar = coded(Calendar)
    code: str = Field(max_length=16, unique=True)
    year: int
    ordinal: int = 0
    first_day: date
    last_day: date
    label: str = Field(max_length=LONGEST_LABEL)
    compares_id: PeriodId | None = maybe_ref("periods.id")
    by_account: UUID = ref("accounts.id")
    at: datetime
