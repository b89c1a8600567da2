"""The counselling desk's people, a director, and periods; for pages, their browsers."""

import pytest

from exchange.kernel.db import Store
from tests.closings.scene import Office
from tests.web.conftest import app, client_of

__all__ = ["app", "client_of", "ground", "office"]


@pytest.fixture
def office(store: Store) -> Office:
    """A fresh one."""
    return Office.on(store)


@pytest.fixture
def ground(office: Office) -> object:
    """Its people, for their browsers."""
    return office.ground
