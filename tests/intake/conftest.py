"""A centre that keeps its registers in spreadsheets."""

from datetime import timedelta

import pytest

from exchange.kernel import clock
from exchange.kernel.db import Store
from tests.cast import Ground, open_ground
from tests.intake.scene import Scene
from tests.web.conftest import app, client_of

__all__ = ["app", "client_of"]


@pytest.fixture
def ground(store: Store) -> Ground:
    """The fairground, open since an hour ago by the real clock: imports run by it."""
    return store.write(lambda db: open_ground(db, opens_at=clock.now() - timedelta(hours=1)))


@pytest.fixture
def scene(store: Store, ground: Ground) -> Scene:
    """Hạnh leads at Trà Vinh."""
    return Scene(store, ground)
