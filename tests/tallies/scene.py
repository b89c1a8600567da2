"""Hạnh leads Trà Vinh and Phúc counsels there, Ngân counsels at Bến Tre; the periods of a year are made."""

from typing import Any
from uuid import UUID

from exchange.centres.access import lead_desk, staff_desk
from exchange.group_talks.codes import Qualifier
from exchange.kernel.db import Store
from exchange.kernel.ids import new_id
from exchange.periods import actions as period_actions
from exchange.periods import queries as periods
from exchange.periods.codes import Calendar
from exchange.periods.queries import PeriodView
from exchange.plans.actions import PlanGiven, set_plan
from exchange.tallies.access import TallyDesk, tally_desk
from exchange.tallies.declared_actions import DeclaredGiven, declare
from tests.cast import Ground
from tests.counselling.scene import NOW
from tests.referrals.scene import Scene as Referrals

PAPER = "Báo cáo số 12/BC ngày 10/6/2026"


class Scene(Referrals):
    """A desk where figures are looked at."""

    def with_year(self, year: int, calendar: Calendar = Calendar.ADMINISTRATIVE) -> "Scene":
        """The regular periods of a year are made."""

        def make(db: Any) -> int:
            return period_actions.plan_year(db, lead_desk(db, self.ground.viewer("Hạnh")), year, calendar, now=NOW)

        self.store.write(make)
        return self

    def period(self, code: str = "2026") -> PeriodView:
        return self.store.read(lambda db: periods.period(db, code))

    def tally_desk(self, by: str = "Phúc") -> TallyDesk:
        return self.store.read(lambda db: tally_desk(db, self.ground.viewer(by)))

    def centre(self, place: str = "Trà Vinh") -> UUID:
        return self.ground.centres[place]

    def declare(self, code: str, value: int, *, period: str = "2026", by: str = "Phúc", **other: Any) -> UUID:
        """An office's figure is written down."""
        usual: dict[str, Any] = {"qualifier": Qualifier.EXACT, "source": "Phòng Việc làm", "document": PAPER}
        given = DeclaredGiven(code, value, **(usual | other))

        def keep(db: Any) -> UUID:
            desk = staff_desk(db, self.ground.viewer(by))
            return declare(db, desk, periods.period(db, period), given, client_key=new_id(), now=NOW)

        return self.store.write(keep)

    def plan(self, code: str, target: int, year: int = 2026) -> UUID:
        """A yearly plan is set."""
        given = PlanGiven(code, year, target, "Quyết định 30/QĐ-UBND")

        def keep(db: Any) -> UUID:
            return set_plan(db, lead_desk(db, self.ground.viewer("Hạnh")), given, request_id=None, now=NOW)

        return self.store.write(keep)


def scene_of(store: Store, ground: Ground) -> Scene:
    """The same on a ground that is there."""
    return Scene(store, ground)
