"""Rows: claims as they stand. They follow from the rows of each claim, and are written with them."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import SQLModel

from exchange.benefits.codes import ClaimOrigin, Verdict
from exchange.benefits.tables import ClaimId
from exchange.kernel.columns import code, ref

_RUNS: Any = {"postgresql_include": ["from_on", "seeker_id"]}


class ClaimStanding(SQLModel, table=True):
    """A claim that counts, one row for each: what was decided of it, and from when to when its benefit runs.

    `decided_on`: the day of the first decision. `verdict`: of the newest word that does not cancel. `from_on`, `to_on`:
    its spell, where it has one. Kept (`standings.refresh`) so that whoever counts the claims of a period, or those for
    whom a benefit ran then, does not read all claims there ever were with their decisions.
    """

    __tablename__ = "claim_standings"
    __table_args__ = (
        Index(None, "centre_id", "received_on"),
        Index(None, "centre_id", "decided_on"),
        Index(None, "received_on"),
        Index(None, "decided_on"),
        Index(None, "to_on", **_RUNS),
    )

    claim_id: ClaimId = ref("benefit_claims.id", primary_key=True)
    seeker_id: UUID = ref("seekers.id", index=True)
    centre_id: UUID = ref("centres.id")
    origin: ClaimOrigin = code(ClaimOrigin)
    received_on: date
    decided_on: date | None = None
    verdict: Verdict | None = code(Verdict, default=None, nullable=True)
    from_on: date | None = None
    to_on: date | None = None
