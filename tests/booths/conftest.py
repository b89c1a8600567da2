"""A fairground on a fresh database."""

import pytest

from exchange.kernel.db import Store
from tests.cast import Ground, open_ground


@pytest.fixture
def ground(store: Store) -> Ground:
    """The fairground with the named cast, once for each database."""
    return store.write(open_ground)
