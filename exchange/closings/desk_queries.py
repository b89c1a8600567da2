"""A report as somebody of the centre sees it: its parts, what this person may do next, what stands in the way."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from exchange.centres.access import StaffDesk
from exchange.centres.codes import Role
from exchange.closings import rules, step_queries
from exchange.closings.closed import closing_of, closings
from exchange.closings.codes import Act
from exchange.closings.differences import Difference, differences
from exchange.closings.hindrances import Hindrances, hindrances
from exchange.closings.queries import Report, ReportLine, lines
from exchange.closings.rules import Moved
from exchange.closings.step_queries import Chain
from exchange.kernel.db import Reading
from exchange.periods import queries as periods
from exchange.periods.queries import PeriodView


class PartDesk(msgspec.Struct, frozen=True):
    """A part with its steps. `acts`: what this person may do next; `moved`: what changed since it was approved."""

    chain: Chain
    lines: tuple[ReportLine, ...]
    acts: tuple[Act, ...]
    moved: tuple[Moved, ...]


class ReportDesk(msgspec.Struct, frozen=True):
    """A whole open report. `may_close`: whether closing is this person's office."""

    report: Report
    parts: tuple[PartDesk, ...]
    hindrances: Hindrances
    may_close: bool


class Joined(msgspec.Struct, frozen=True):
    """A closed figure with what was booked since and what is still pending; `total`: the three together."""

    line: ReportLine
    pending: Difference | None

    @property
    def total(self) -> int | None:
        """As known now."""
        return self.pending.after if self.pending else self.line.corrected


class PeriodState(msgspec.Struct, frozen=True):
    """A period in the list. `closed_at`: when this centre closed it."""

    period: PeriodView
    over: bool
    closed_at: datetime | None


def states(db: Reading, centre_id: UUID, *, today: date) -> list[PeriodState]:
    """The periods that have begun, the newest first, and which of them the centre has closed."""
    at = {one.period_id: one.at for one in closings(db, centre_id)}
    begun = [one for one in periods.periods(db) if one.first_day <= today]
    newest = sorted(begun, key=lambda one: (one.last_day, one.first_day), reverse=True)
    return [PeriodState(one, today > one.last_day, at.get(one.id)) for one in newest]


def report_desk(db: Reading, desk: StaffDesk, period: PeriodView, *, today: date) -> ReportDesk:
    """The report of an open period."""
    report = lines(db, period, desk.centre_id)
    values = {line.figure.code: line.figure.value for line in report.lines}
    chains = step_queries.chains(db, desk.centre_id, period.id)
    over = today > period.last_day
    parts = tuple(_part(desk, chain, report, over) for chain in chains.values())
    found = hindrances(db, desk.centre_id, period, values, today=today)
    return ReportDesk(report, parts, found, desk.role is Role.DIRECTOR)


def joined(db: Reading, desk: StaffDesk, period: PeriodView) -> list[Joined]:
    """All figures of a closed period with what came after; nothing for an open one."""
    closing = closing_of(db, desk.centre_id, period.id)
    if closing is None:
        return []
    pending = {one.code: one for one in differences(db, closing, period)}
    return [Joined(line, pending.get(line.figure.code)) for line in lines(db, period, desk.centre_id).lines]


def moments(db: Reading, centre_id: UUID, period: PeriodView, code: str) -> list[tuple[Act | None, str, datetime]]:
    """The moments worth comparing of a figure: each step of its part, and the closing (no act); oldest first."""
    chains = step_queries.chains(db, centre_id, period.id)
    mine = [chain for chain in chains.values() if code in step_queries.codes_of([chain.part])]
    found: list[tuple[Act | None, str, datetime]] = [(one.act, one.by_name, one.at) for one in mine[0].steps]
    closing = closing_of(db, centre_id, period.id)
    return [*found, (None, closing.by_name, closing.at)] if closing else found


def _part(desk: StaffDesk, chain: Chain, report: Report, over: bool) -> PartDesk:
    mine = tuple(line for line in report.lines if line.indicator.part is chain.part)
    now = {line.figure.code: line.figure.value for line in mine}
    moved = tuple(rules.moved(chain.approved.figures, now)) if chain.approved else ()
    stand = chain.stand(moved=bool(moved))
    free = [act for act in Act if rules.why_no_step(stand, act, desk.account_id, desk.role) is None]
    return PartDesk(chain, mine, tuple(free) if over else (), moved)
