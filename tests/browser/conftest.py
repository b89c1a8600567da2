"""A running demo server with the named cast on its floor."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from playwright.sync_api import Page

from exchange.kernel import clock
from exchange.kernel.db import Store
from tests.cast import Ground, open_ground
from tests.fixtures.browser import DESK, PHONE, Devices
from tests.fixtures.server import Server


@pytest.fixture
def ground(store: Store) -> Ground:
    """The fairground, open since an hour ago."""
    return store.write(lambda db: open_ground(db, opens_at=clock.now() - timedelta(hours=1)))


@dataclass
class People:
    """Opens the devices of the cast, signed in."""

    devices: Devices
    server: Server
    ground: Ground

    def phone(self, name: str = "", **options: object) -> Page:
        """Somebody's 360-px phone."""
        return self._page(name, PHONE, **options)

    def desk(self, name: str = "", **options: object) -> Page:
        """Somebody's 1280-px screen."""
        return self._page(name, DESK, **options)

    def _page(self, name: str, shape: dict[str, object], **options: object) -> Page:
        context = self.devices.open(self.server.url, shape, **options)
        if name:
            login = {"name": "login", "value": self.ground.tokens[name], "url": self.server.url}
            context.add_cookies([login])  # type: ignore[list-item]
        return context.new_page()


@pytest.fixture
def people(database: str, ground: Ground, serve: Callable[..., Server], devices: Devices) -> People:
    """The cast with their devices, on a running server."""
    return People(devices, serve(database, EXCHANGE_DEMO="true"), ground)
