"""Rows: figures that another office declared. Nothing here is updated or deleted."""

from datetime import datetime
from typing import NewType
from uuid import UUID

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from exchange.group_talks.codes import Qualifier
from exchange.kernel.columns import check, code, key, ref
from exchange.tallies.codes import LONGEST_BECAUSE, LONGEST_SOURCE

DeclaredId = NewType("DeclaredId", UUID)


class DeclaredFigure(SQLModel, table=True):
    """What an office said of an indicator for a period, as a centre wrote it down.

    The highest `turn` stands, unless it was withdrawn; each further one says why. `value`: in the indicator's unit,
    money in đồng. `percent`: of a yearly plan as the paper prints it, in hundredths (2530: 25,30%), where it does.
    `source`, `document`: which office, in which paper.
    """

    __tablename__ = "declared_figures"
    __table_args__ = (
        UniqueConstraint("centre_id", "period_id", "indicator", "turn"),
        UniqueConstraint("by_account", "client_key"),
        Index(None, "period_id"),
        check("turn", "turn > 0 AND (turn > 1 OR because = '')"),
        check("value", "value >= 0"),
        check("percent", "percent IS NULL OR percent >= 0"),
        check("sourced", "source <> '' AND document <> ''"),
    )

    id: DeclaredId = key()
    centre_id: UUID = ref("centres.id")
    period_id: UUID = ref("periods.id")
    indicator: str = Field(max_length=40)
    turn: int = 1
    value: int = Field(sa_type=BigInteger)
    qualifier: Qualifier = code(Qualifier)
    percent: int | None = None
    source: str = Field(max_length=LONGEST_SOURCE)
    document: str = Field(max_length=LONGEST_SOURCE)
    because: str = Field(default="", max_length=LONGEST_BECAUSE)
    by_account: UUID = ref("accounts.id")
    client_key: UUID
    at: datetime


class DeclaredWithdrawal(SQLModel, table=True):
    """A declared figure no longer stands, and stays to be read."""

    __tablename__ = "declared_withdrawals"

    declared_id: DeclaredId = ref("declared_figures.id", primary_key=True)
    because: str = Field(max_length=LONGEST_BECAUSE)
    by_account: UUID = ref("accounts.id")
    at: datetime
