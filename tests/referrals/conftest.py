"""Slips of a centre; for pages, the fairground and its browsers."""

import pytest

from exchange.kernel.db import Store
from tests.referrals.scene import Scene
from tests.web.conftest import app, client_of, ground

__all__ = ["app", "client_of", "ground", "scene"]


@pytest.fixture
def scene(store: Store) -> Scene:
    """A fresh one."""
    return Scene.on(store)
