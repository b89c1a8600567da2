"""Where a person's card is, and what the journal says of those who help."""

from typing import Any

from sqlalchemy import select

from exchange.journal.kinds import Kind
from exchange.journal.tables import Entry
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from tests.cast import Ground


def people(ground: Ground) -> str:
    """The address where people are looked for."""
    return f"/fairs/{ground.fair_id}/people"


def card(ground: Ground, who: str) -> str:
    """The address of somebody's card."""
    return f"{people(ground)}/{ground.seekers[who]}"


def entries(store: Store, kind: Kind) -> list[Any]:
    """Who did it, on whose behalf, and whom it is about, oldest first."""
    own = columns(Entry)
    query = select(own.actor_id, own.on_behalf_of, own.seeker_id).where(own.kind == kind).order_by(own.at)
    return [tuple(row) for row in store.read(lambda db: db.execute(query).all())]
