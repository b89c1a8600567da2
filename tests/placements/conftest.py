"""The scene on which placements are made; for pages, the fairground and its browsers."""

import pytest

from exchange.kernel.db import Store
from tests.placements.scene import Scene
from tests.web.conftest import client_of, ground

__all__ = ["client_of", "ground", "scene"]


@pytest.fixture
def scene(store: Store) -> Scene:
    """A fresh scene."""
    return Scene(store)
