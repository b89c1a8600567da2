"""The counselling desk's people, and a period around the days on which they work."""

import pytest

from exchange.centres.access import lead_desk
from exchange.periods import actions, queries
from exchange.periods.codes import Calendar
from exchange.periods.queries import PeriodView
from tests.counselling.conftest import scene
from tests.counselling.scene import NOW, Scene

__all__ = ["scene"]


@pytest.fixture
def november(scene: Scene) -> PeriodView:
    """November 2026 by the calendar, with the other periods of its year."""
    desk = scene.store.read(lambda db: lead_desk(db, scene.ground.viewer("Hạnh")))
    scene.store.write(lambda db: actions.plan_year(db, desk, 2026, Calendar.CIVIL, now=NOW))
    return scene.store.read(lambda db: queries.period(db, "2026-M11-C"))
