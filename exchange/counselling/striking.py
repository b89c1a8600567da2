"""Striking out tellings that count no more, in the transaction of what makes them so."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, exists, insert, select

from exchange.counselling.tables import Consultation, StruckTelling
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing

_c, _s = columns(Consultation), columns(StruckTelling)
_NAMES = ["telling_id", "centre_id", "on_day", "at"]
_FACTS = select(_c.id, _c.centre_id, _c.on_day, bindparam("at", type_=_s.at.type))
_ONE = insert(_s.telling_id.table).from_select(_NAMES, _FACTS.where(_c.id == bindparam("telling")))
_ALL = insert(_s.telling_id.table).from_select(
    _NAMES,
    _FACTS.where(_c.first_id.in_(bindparam("consultations", expanding=True)), ~exists().where(_s.telling_id == _c.id)),
)
_HELD = (
    select(_c.id)
    .where(_c.id.in_(bindparam("consultations", expanding=True)))
    .order_by(_c.id)
    .with_for_update(key_share=True)
)


def hold_consultations(db: Writing, consultations: Sequence[UUID]) -> None:
    """Nobody corrects or withdraws these (first tellings) until the transaction ends: else one could be missed here."""
    db.execute(_HELD, {"consultations": list(consultations)}).all()


def strike_telling(db: Writing, telling_id: UUID, *, now: datetime) -> None:
    """One telling is told again."""
    db.execute(_ONE, {"telling": telling_id, "at": now})


def strike_consultations(db: Writing, consultations: Sequence[UUID], *, now: datetime) -> None:
    """All tellings of these consultations that counted until now."""
    db.execute(_ALL, {"consultations": list(consultations), "at": now})
