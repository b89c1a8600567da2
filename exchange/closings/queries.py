"""The figures of a period in one shape, whether it is open (counted) or closed (as stored), and what is behind them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from exchange.closings import closed
from exchange.closings.closed import ClosingView, Kept, closing_of
from exchange.closings.ledger_queries import carried, corrections, sums
from exchange.counselling.rules import Days
from exchange.kernel.db import Reading
from exchange.periods.queries import PeriodView, compared_with
from exchange.plans import queries as plan_queries
from exchange.plans.queries import Line
from exchange.tallies import queries as tally_queries
from exchange.tallies.access import TallyDesk
from exchange.tallies.book import Figure
from exchange.tallies.catalogue import BY_CODE
from exchange.tallies.declared_queries import Declared
from exchange.tallies.queries import Chosen, PartCount, Scope


class ReportLine(Line, frozen=True):
    """A line with what a closing adds to it. `definition`, `version`: by which it was, or would be, counted.

    `carried`: corrections of earlier periods, a line of its own and never part of the figure. `booked`: by how much
    the ledger corrects this figure after its closing. Both None where there are none.
    """

    definition: str
    version: int
    carried: int | None = None
    booked: int | None = None

    @property
    def corrected(self) -> int | None:
        """The figure with what the ledger says."""
        return self.figure.value if self.booked is None else (self.figure.value or 0) + self.booked


class Report(msgspec.Struct, frozen=True):
    """The figures of a period of a centre. `closing`: by whom and when they were stored; None: they are counted."""

    period: PeriodView
    lines: list[ReportLine]
    closing: ClosingView | None


def lines(
    db: Reading,
    period: PeriodView,
    centre_id: UUID,
    codes: Iterable[str] | None = None,
    *,
    known: datetime | None = None,
) -> Report:
    """The report of a period: as stored where it was closed (by then, with `known`), else counted."""
    wanted = None if codes is None else set(codes)
    closing = closing_of(db, centre_id, period.id)
    if closing and (known is None or known >= closing.at):
        return Report(period, _stored(db, closing, period, wanted), closing)
    more = {} if known else sums(carried(db, centre_id, period))
    found = [
        ReportLine(
            line.figure, line.plan, line.planned, line.before, line.inferred,
            line.indicator.definition, line.indicator.version, more.get(line.figure.code),
        )
        for line in open_lines(db, period, centre_id, wanted, known=known)
    ]  # fmt: skip
    return Report(period, found, None)


def open_lines(
    db: Reading,
    period: PeriodView,
    centre_id: UUID,
    codes: Iterable[str] | None = None,
    *,
    known: datetime | None = None,
) -> list[Line]:
    """The lines as counted; last year's figures are those that were closed, where they were."""
    found = plan_queries.lines(db, period, [centre_id], codes, known=known)
    last = compared_with(db, period)
    closing = closing_of(db, centre_id, last.id) if last else None
    if closing is None:
        return found
    before = {one.indicator: one.value for one in closed.figures(db, closing.id)}
    return [
        msgspec.structs.replace(line, before=before[line.figure.code]) if line.figure.code in before else line
        for line in found
    ]


def records(
    db: Reading, desk: TallyDesk, period: PeriodView, code: str, chosen: Chosen | None = None, *, page: int = 1
) -> tuple[Sequence[UUID], int]:
    """Fifty records behind a figure of the desk's centre, and how many there are. Raises NotFound."""
    if closing := closing_of(db, desk.centre_id, period.id):
        return closed.page_of(db, closed.figure(db, closing.id, code), chosen, page=page)
    return tally_queries.page_of(db, _scope(period, desk.centre_id), code, chosen, page=page)


def parts(db: Reading, period: PeriodView, centre_id: UUID, code: str, by: str) -> list[PartCount]:
    """The parts of a figure. Raises NotFound for a breakdown that it does not have."""
    if closing := closing_of(db, centre_id, period.id):
        return closed.parts(db, closed.figure(db, closing.id, code), by)
    return tally_queries.parts(db, _scope(period, centre_id), code, by)


def all_parts(db: Reading, period: PeriodView, centres: Sequence[UUID] | None, code: str) -> dict[str, list[PartCount]]:
    """Every breakdown of a figure: as stored where it is of one centre that closed the period."""
    if centres is not None and len(centres) == 1 and (closing := closing_of(db, centres[0], period.id)):
        figure, by = closed.figure(db, closing.id, code), BY_CODE[code].counted
        return {one.name: closed.parts(db, figure, one.name) for one in (by.by if by else ())}
    return tally_queries.all_parts(db, Scope.of(period, centres), code)


def tally(
    db: Reading, period: PeriodView, centres: Sequence[UUID] | None, codes: Iterable[str] | None = None
) -> Sequence[Line]:
    """The lines of some centres together. Of one that closed the period they are those that were stored.

    Of several they are counted now: what two centres share is in the total once, which no sum of closings says.
    """
    if centres is not None and len(centres) == 1:
        return lines(db, period, centres[0], codes).lines
    return plan_queries.lines(db, period, centres, codes)


def _scope(period: PeriodView, centre_id: UUID) -> Scope:
    return Scope(Days(period.first_day, period.last_day), (centre_id,))


def _stored(db: Reading, closing: ClosingView, period: PeriodView, wanted: set[str] | None) -> list[ReportLine]:
    more = sums(carried(db, closing.centre_id, period))
    booked = sums(corrections(db, closing.id))
    kept = [
        one for one in closed.figures(db, closing.id)
        if one.indicator in BY_CODE and (wanted is None or one.indicator in wanted)
    ]  # fmt: skip
    return [_line(one, more.get(one.indicator), booked.get(one.indicator)) for one in kept]


def _line(kept: Kept, more: int | None, booked: int | None) -> ReportLine:
    said = tuple(msgspec.convert(kept.declared, list[Declared]))
    figure = Figure(kept.indicator, kept.value, kept.qualifier, kept.so_far, said)
    plan = kept.plan, kept.planned, kept.before, kept.inferred
    return ReportLine(figure, *plan, kept.definition, kept.version, more, booked)
