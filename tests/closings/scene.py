"""A centre that reports: Phúc counsels and prepares, Hạnh checks, Mai directs and approves. Months of 2026 and 2027.

The clock stands after 14 December 2026, so the administrative month 2026-M12 (15 November to 14 December) is over.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from exchange.accounts import actions as accounts
from exchange.centres.access import LeadDesk, lead_desk, staff_desk
from exchange.centres.codes import Role
from exchange.centres.tables import Staff
from exchange.closings import actions, ledger_actions, sample_actions, step_actions
from exchange.closings.codes import Act
from exchange.closings.differences import Difference
from exchange.closings.sample_actions import DrawGiven
from exchange.closings.step_actions import StepGiven
from exchange.closings.tables import ReportStep
from exchange.kernel.clock import local_day
from exchange.kernel.db import Store, Writing
from exchange.kernel.ids import new_id
from exchange.kernel.text import fold
from exchange.periods import actions as period_actions
from exchange.periods import queries as periods
from exchange.periods.codes import Calendar, PeriodKind
from exchange.periods.queries import PeriodView
from exchange.tallies.book import book
from exchange.tallies.codes import Part
from tests.cast import EIGHT_O_CLOCK, Ground, open_ground
from tests.counselling.scene import Scene, told

BASE = datetime(2026, 12, 20, 1, tzinfo=UTC)  # 08:00 in Viet Nam
MONTH, NEXT = "2026-M12", "2027-M01"


def at(minutes: int) -> datetime:
    """So many minutes later."""
    return BASE + timedelta(minutes=minutes)


def direct(db: Writing, ground: Ground, name: str = "Mai", place: str = "Trà Vinh", *, now: datetime = BASE) -> None:
    """Somebody directs a centre."""
    account = accounts.open_account(db, name, email=f"{fold(name)}@vi-du.vn", now=now)
    login = accounts.sign_in(db, account, "thử", now=now)
    ground.accounts[name], ground.logins[name], ground.tokens[name] = account, login.login_id, login.token
    db.add(Staff(centre_id=ground.centres[place], account_id=account, role=Role.DIRECTOR, since=now))
    db.flush()


def open_office(db: Writing, *, opens_at: datetime = EIGHT_O_CLOCK, now: datetime = BASE) -> Ground:
    """Everybody, with the periods of three years."""
    ground = open_ground(db, opens_at=opens_at)
    _directs(db, ground, now)
    return ground


def newest_month(store: Store, today: date) -> PeriodView:
    """The last month that is over, by the real clock as pages read it."""
    found = [one for one in store.read(periods.periods) if one.kind is PeriodKind.MONTH and one.last_day < today]
    return max(found, key=lambda one: one.last_day)


def a_sampled_month(store: Store, ground: Ground, now: datetime) -> tuple[str, UUID]:
    """The last month that is over by the real clock, closed with one visit, and a sample of its visits."""
    desk = store.write(lambda db: _directs(db, ground, now))
    month = newest_month(store, local_day(now))
    Scene(store, ground).record("Hoa", told(on_day=month.last_day), now=now)

    def change(db: Writing) -> UUID:
        approve_all(db, ground, month, now=now)
        close(db, ground, month.code, now=now)
        return sample_actions.draw_sample(db, desk, month, DrawGiven("visits"), request_id=None, now=now)

    return month.code, store.write(change)


def _directs(db: Writing, ground: Ground, now: datetime) -> LeadDesk:
    direct(db, ground, now=now)
    desk = lead_desk(db, ground.viewer("Mai"))
    for year in range(now.year - 1, now.year + 2):
        period_actions.plan_year(db, desk, year, Calendar.ADMINISTRATIVE, now=now)
    return desk


def approve_all(db: Writing, ground: Ground, period: PeriodView, *, now: datetime, turn: int = 1) -> None:
    """Every part is approved with its figures as they are, at one stroke."""
    centre = ground.centres["Trà Vinh"]
    found = book(db, period, [centre])
    for part in Part:
        mine = {code: one.value for code, one in found.items() if one.indicator.part is part}
        row: dict[str, Any] = {"centre_id": centre, "period_id": period.id, "part": part, "turn": turn, "at": now}
        db.add(ReportStep(act=Act.APPROVED, figures=mine, by_account=ground.accounts["Mai"], **row))
    db.flush()


def close(db: Writing, ground: Ground, code: str = MONTH, *, now: datetime, by: str = "Mai") -> UUID:
    """A period is closed by the director."""
    desk = staff_desk(db, ground.viewer(by))
    return actions.close_period(db, desk, periods.period(db, code), request_id=None, now=now)


def book_all(
    db: Writing, ground: Ground, because: str = "Ghi muộn", code: str = MONTH, *, now: datetime, by: str = "Hạnh"
) -> list[Difference]:
    """A lead books what became known."""
    desk, period = lead_desk(db, ground.viewer(by)), periods.period(db, code)
    return ledger_actions.book_corrections(db, desk, period, because, request_id=None, now=now)


@dataclass
class Office:
    """A store with the office in it."""

    store: Store
    ground: Ground

    @classmethod
    def on(cls, store: Store) -> "Office":
        """A fresh one."""
        return cls(store, store.write(open_office))

    @property
    def centre(self) -> UUID:
        """The centre of Trà Vinh."""
        return self.ground.centres["Trà Vinh"]

    @property
    def counter(self) -> Scene:
        """Its counselling desk."""
        return Scene(self.store, self.ground)

    def period(self, code: str = MONTH) -> PeriodView:
        """A period."""
        return self.store.read(lambda db: periods.period(db, code))

    def step(
        self, by: str, act: Act, part: Part = Part.COUNSELLING, after: int | None = None, because: str = "",
        now: datetime = BASE,
    ) -> UUID:  # fmt: skip
        """Somebody takes a step, having seen all that were taken (or `after` of them)."""

        def change(db: Writing) -> UUID:
            from exchange.closings import step_queries

            period = periods.period(db, MONTH)
            seen = len(step_queries.chains(db, self.centre, period.id)[part].steps) if after is None else after
            desk = staff_desk(db, self.ground.viewer(by))
            given = StepGiven(part, act, seen, because)
            return step_actions.take_step(db, desk, period, given, request_id=new_id(), now=now)

        return self.store.write(change)

    def approve_all(self, code: str = MONTH, *, now: datetime = BASE, turn: int = 1) -> None:
        """Every part is approved."""
        self.store.write(lambda db: approve_all(db, self.ground, periods.period(db, code), now=now, turn=turn))

    def close(self, code: str = MONTH, *, now: datetime = BASE, by: str = "Mai") -> UUID:
        """The period is closed."""
        return self.store.write(lambda db: close(db, self.ground, code, now=now, by=by))

    def book(self, because: str = "Ghi muộn", code: str = MONTH, *, now: datetime = BASE) -> list[Difference]:
        """What became known is booked."""
        return self.store.write(lambda db: book_all(db, self.ground, because, code, now=now))
