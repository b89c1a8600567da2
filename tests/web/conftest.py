"""The application in the test's own loop, and a browser's worth of HTTP for each of the cast."""

from collections.abc import AsyncIterator, Callable
from datetime import timedelta

import httpx
import pytest

from exchange.kernel import clock
from exchange.kernel.db import Store
from exchange.kernel.settings import read_settings
from tests.cast import Ground, open_ground
from tests.fixtures.databases import IDENTITY_KEY, SECRET
from web.app import App, create_app

Client = Callable[..., httpx.AsyncClient]


@pytest.fixture
def ground(store: Store) -> Ground:
    """The fairground, open since an hour ago by the real clock: pages read it."""
    return store.write(lambda db: open_ground(db, opens_at=clock.now() - timedelta(hours=1)))


@pytest.fixture
async def app(database: str) -> AsyncIterator[App]:
    """The application; what runs beside the pages (tail, lapse) is not started: tests call it themselves."""
    made = create_app(
        read_settings(
            database_url=database, secret=SECRET, identity_key=IDENTITY_KEY, public_url="http://exchange.test"
        )
    )
    yield made
    await made.house.work.close()


@pytest.fixture
async def client_of(app: App, ground: Ground) -> AsyncIterator[Client]:
    """`client_of("Lan")` is Lan's browser, signed in; `client_of()` is a stranger's."""
    opened: list[httpx.AsyncClient] = []

    def client(name: str = "") -> httpx.AsyncClient:
        cookies = {"login": ground.tokens[name]} if name else {}
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        browser = httpx.AsyncClient(transport=transport, base_url="http://exchange.test", cookies=cookies)
        opened.append(browser)
        return browser

    yield client
    for browser in opened:
        await browser.aclose()
