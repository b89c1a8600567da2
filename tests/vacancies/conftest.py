"""A market on a fresh database; for pages, the fairground and its browsers."""

import pytest

from exchange.kernel.db import Store
from tests.vacancies.make import Market, open_market
from tests.web.conftest import app, client_of, ground

__all__ = ["app", "client_of", "ground", "market"]


@pytest.fixture
def market(store: Store) -> Market:
    """The market, once for each database."""
    return store.write(open_market)
