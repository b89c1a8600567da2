"""An office on a fresh database; the application, and a stranger's HTTP to it."""

from collections.abc import AsyncIterator

import httpx
import pytest

from exchange.kernel import clock
from exchange.kernel.db import Store
from tests.feeds.scene import Office
from tests.web.conftest import app
from web.app import App

__all__ = ["app", "office"]


@pytest.fixture
def office(store: Store) -> Office:
    """An office of today: pages read the real clock."""
    return Office(store, now=clock.now(), tax_code="0100109106")


@pytest.fixture
async def line(app: App) -> AsyncIterator[httpx.AsyncClient]:
    """A program somewhere else."""
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://exchange.test") as client:
        yield client
