"""A centre with duties: the counselling desk's people, and the benefit desk on the same ground."""

import pytest

from exchange.kernel.db import Store
from tests.benefits.scene import Scene
from tests.cast import open_ground
from tests.web.conftest import app, client_of, ground

__all__ = ["app", "client_of", "ground", "scene"]


@pytest.fixture
def scene(store: Store) -> Scene:
    """A fresh one."""
    return Scene(store, store.write(open_ground))
