"""Rows: whose work a placement is – claims of centres, their words, and what they agreed on."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from exchange.kernel.columns import check, code, key, maybe_ref, ref
from exchange.placements.codes import LONGEST_WORDS, ClaimRole
from exchange.placements.tables import PlacementId


class PlacementClaim(SQLModel, table=True):
    """A centre says that a placement is its work. Several may; it is counted once. By nobody: it follows by itself."""

    __tablename__ = "placement_claims"
    __table_args__ = (UniqueConstraint("placement_id", "centre_id"), Index(None, "centre_id"))

    id: UUID = key()
    placement_id: PlacementId = ref("placements.id")
    centre_id: UUID = ref("centres.id")
    role: ClaimRole = code(ClaimRole)
    because: str = Field(default="", max_length=LONGEST_WORDS)
    by_account: UUID | None = maybe_ref("accounts.id")
    at: datetime


class PlacementOpinion(SQLModel, table=True):
    """A centre's word on who is to be credited. The newest word of a centre is what it holds; all are kept."""

    __tablename__ = "placement_opinions"
    __table_args__ = (Index(None, "placement_id"),)

    id: UUID = key()
    placement_id: PlacementId = ref("placements.id")
    centre_id: UUID = ref("centres.id")
    for_id: UUID = ref("centres.id")
    words: str = Field(max_length=LONGEST_WORDS)
    by_account: UUID = ref("accounts.id")
    at: datetime


class PlacementSettlement(SQLModel, table=True):
    """All centres concerned said the same: from then on the credit is this centre's. The highest turn stands."""

    __tablename__ = "placement_settlements"
    __table_args__ = (UniqueConstraint("placement_id", "turn"), check("turn_counted", "turn > 0"))

    id: UUID = key()
    placement_id: PlacementId = ref("placements.id")
    turn: int = 1
    centre_id: UUID = ref("centres.id")
    by_account: UUID = ref("accounts.id")
    at: datetime
