"""A centre with people who claim."""

from datetime import timedelta

import pytest

from exchange.kernel import clock
from exchange.kernel.db import Store
from tests.benefits.scene import Scene
from tests.cast import Ground, open_ground
from tests.web.conftest import app, client_of

__all__ = ["app", "client_of"]


@pytest.fixture
def ground(store: Store) -> Ground:
    """The fairground, open since an hour ago by the real clock: pages read it."""
    return store.write(lambda db: open_ground(db, opens_at=clock.now() - timedelta(hours=1)))


@pytest.fixture
def scene(store: Store, ground: Ground) -> Scene:
    """Lan's and Sơn's files are kept by Trà Vinh, Hoa's by Bến Tre."""
    return Scene(store, ground)
