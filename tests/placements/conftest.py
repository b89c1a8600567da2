"""The scene on which placements are made."""

import pytest

from exchange.kernel.db import Store
from tests.placements.scene import Scene


@pytest.fixture
def scene(store: Store) -> Scene:
    """A fresh scene."""
    return Scene(store)
