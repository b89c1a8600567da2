"""Rows: yearly plans. A plan that is changed gets another row, with the reason."""

from datetime import datetime
from typing import NewType
from uuid import UUID

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from exchange.kernel.columns import check, key, ref
from exchange.plans.codes import LONGEST_DOCUMENT

PlanId = NewType("PlanId", UUID)


class PlanTarget(SQLModel, table=True):
    """What a centre is to reach of an indicator in a year. The highest `turn` stands; no `target`: none any more.

    `document`: the decision that sets it. `inferred`: nobody gave the figure, it follows from a percentage.
    """

    __tablename__ = "plan_targets"
    __table_args__ = (
        UniqueConstraint("centre_id", "year", "indicator", "turn"),
        check("turn", "turn > 0 AND (turn > 1 OR because = '')"),
        check("target", "target IS NULL OR target > 0"),
        check("taken_back_later", "turn > 1 OR target IS NOT NULL"),
        check("has_document", "document <> ''"),
    )

    id: PlanId = key()
    centre_id: UUID = ref("centres.id")
    year: int
    indicator: str = Field(max_length=40)
    turn: int = 1
    target: int | None = Field(default=None, sa_type=BigInteger)
    inferred: bool = False
    document: str = Field(max_length=LONGEST_DOCUMENT)
    because: str = Field(default="", max_length=300)
    by_account: UUID = ref("accounts.id")
    at: datetime
