"""A centre's desk with a year of periods; for pages, its browsers."""

import pytest

from exchange.kernel.db import Store
from exchange.periods.codes import Calendar
from exchange.periods.queries import PeriodView
from tests.tallies.scene import Scene
from tests.web.conftest import app, client_of, ground

__all__ = ["app", "client_of", "ground", "scene"]


@pytest.fixture
def scene(store: Store) -> Scene:
    """A fresh one, with the periods of 2026."""
    return Scene.on(store).with_year(2026)


@pytest.fixture
def november(scene: Scene) -> PeriodView:
    """November 2026 by the calendar."""
    return scene.with_year(2026, Calendar.CIVIL).period("2026-M11-C")
