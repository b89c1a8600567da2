"""The report of a centre on a period, put together from its figures, its template and what people wrote."""

from collections.abc import Callable
from decimal import Decimal
from uuid import UUID

import msgspec

from exchange.centres import queries as centres
from exchange.centres.queries import CentreView
from exchange.closings.queries import lines
from exchange.closings.sample_queries import rates
from exchange.kernel.db import Reading
from exchange.kernel.texts import N_
from exchange.periods.queries import PeriodView
from exchange.plans.rules import Style
from exchange.reports import queries, rules
from exchange.reports.codes import ParagraphKey
from exchange.reports.composing import compose
from exchange.reports.figures import corrections, error_rates, figure_lines, notes
from exchange.reports.model import FigureLine, Report
from exchange.reports.queries import Paper, Written

_WHOLE = 100  # percent of a plan that are expected where a period is no regular part of a year
_SYMBOL = "BC-TTDVVL"
_SUBJECT, _DIRECTOR = N_("Kết quả thực hiện nhiệm vụ %s"), N_("Giám đốc")


class Spoken(msgspec.Struct, frozen=True):
    """A paragraph that people write: what is proposed, and what somebody wrote instead."""

    key: ParagraphKey
    proposed: str
    written: Written | None

    @property
    def text(self) -> str:
        """What stands in the report."""
        return self.written.text if self.written and self.written.text else self.proposed


def assemble(
    db: Reading, centre_id: UUID, period: PeriodView, *, style: Style | None = None, address: Callable[[str], str]
) -> Report:
    """The whole report. `address`: where the records of a code are listed. Raises NotFound for an unknown centre."""
    centre = centres.centre(db, centre_id)
    made = lines(db, period, centre_id)
    told = made.lines
    checked = rates(db, made.closing.id) if made.closing else {}
    figures = figure_lines(told, style or Style(), address)
    paper = queries.paper(db, centre_id, period.code) or blank_paper(centre, period)
    return compose(
        paper,
        figures,
        {one.key: one.text for one in spoken(db, centre_id, period, figures)},
        queries.template(db, centre_id),
        centre=centre.name,
        period=(period.code, in_sentence(period)),
        notes=(*notes(told, year=period.year), *corrections(told), *error_rates(checked)),
    )


def spoken(db: Reading, centre_id: UUID, period: PeriodView, figures: tuple[FigureLine, ...]) -> tuple[Spoken, ...]:
    """The paragraphs that people write: what is proposed from the figures, and what was written."""
    proposed = rules.proposed(figures, Decimal(period.expected or _WHOLE))
    written = queries.paragraphs(db, centre_id, period.code)
    return tuple(Spoken(key, proposed.of(key), written.get(key)) for key in ParagraphKey)


def blank_paper(centre: CentreView, period: PeriodView) -> Paper:
    """Head and foot before anybody wrote them: without a number, on the last day of the period."""
    return Paper(
        version=0,
        number=None,
        symbol=_SYMBOL,
        agency_above="",
        agency=centre.name,
        place=centre.province,
        day=period.last_day,
        subject=_SUBJECT % in_sentence(period),
        authority="",
        title=_DIRECTOR,
        signed_by="",
        dear="",
        bases="",
        recipients="",
        by="",
        at=None,
    )


def in_sentence(period: PeriodView) -> str:
    """The name of a period within a sentence: with a small letter."""
    return period.label[:1].lower() + period.label[1:]
