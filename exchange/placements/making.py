"""Writing a placement down, whichever source it comes from: with its first evidence and the claims that follow."""

from datetime import datetime
from typing import Any
from uuid import UUID

import exchange.benefits.tables
import exchange.documents.tables
import exchange.referrals.tables  # noqa: F401 - a row is written only when all that it may refer to is known
from exchange.kernel.db import Writing
from exchange.placements.claim_tables import PlacementClaim
from exchange.placements.codes import ClaimRole
from exchange.placements.join_actions import join_certain
from exchange.placements.standings import refresh, refresh_openings
from exchange.placements.tables import Placement, PlacementEvidence, PlacementId


def make(db: Writing, placement: Placement, evidence: dict[str, Any], *, now: datetime) -> PlacementId:
    """Write down a placement, its first step of evidence, and that the centres which brought and hosted claim it.

    What certainly is the same placement from another source is joined with it.
    """
    db.add(placement)
    db.flush()
    add_evidence(db, placement.id, evidence, now=now)
    for centre_id, role in {placement.host_id: ClaimRole.HOST, placement.referring_id: ClaimRole.REFERRED}.items():
        if centre_id:
            db.add(PlacementClaim(placement_id=placement.id, centre_id=centre_id, role=role, at=now))
    db.flush()
    refresh(db, [placement.id])
    refresh_openings(db, [placement.id])
    join_certain(db, placement.id, placement.made_by, now=now)
    return placement.id


def add_evidence(db: Writing, placement_id: UUID, told: dict[str, Any], *, now: datetime) -> UUID:
    """One more step. Whoever calls refreshes what counts."""
    step = PlacementEvidence(placement_id=PlacementId(placement_id), at=now, **told)
    db.add(step)
    db.flush()
    return step.id
