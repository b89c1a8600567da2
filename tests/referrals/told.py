"""What was written down, and how something was refused."""

from typing import Any

import pytest
from sqlalchemy import func, select

from exchange.journal.kinds import Kind
from exchange.journal.tables import Entry
from exchange.kernel.columns import columns
from exchange.kernel.errors import Refused
from exchange.referrals.tables import Referral
from tests.referrals.scene import Scene


def kinds(scene: Scene) -> list[str]:
    own = columns(Entry)
    query = select(own.kind).where(own.kind.in_([k for k in Kind if k.startswith("referral")])).order_by(own.id)
    return list(scene.store.read(lambda db: db.scalars(query).all()))


def rows(scene: Scene, model: Any = Referral) -> int:
    return scene.store.read(lambda db: db.scalar(select(func.count()).select_from(columns(model).id.table))) or 0


def refused(act: Any, *args: Any, **named: Any) -> tuple[Any, str]:
    with pytest.raises(Refused) as no:
        act(*args, **named)
    return no.value.reason, no.value.field
