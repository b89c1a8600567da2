"""Holding consultations: nobody corrects or withdraws them meanwhile."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.counselling.tables import Consultation
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing

_c = columns(Consultation)
_HELD = (
    select(_c.id)
    .where(_c.id.in_(bindparam("consultations", expanding=True)))
    .order_by(_c.id)
    .with_for_update(key_share=True)
)


def hold_consultations(db: Writing, consultations: Sequence[UUID]) -> None:
    """Nobody corrects or withdraws these (first tellings) until the transaction ends."""
    db.execute(_HELD, {"consultations": list(consultations)}).all()
