"""A centre's desk with a year of periods; for pages, its browsers."""

import pytest

from exchange.kernel.db import Store
from tests.tallies.scene import Scene
from tests.web.conftest import app, client_of, ground

__all__ = ["app", "client_of", "ground", "scene"]


@pytest.fixture
def scene(store: Store) -> Scene:
    """A fresh one, with the periods of 2026."""
    return Scene.on(store).with_year(2026)
