"""The report of a centre on a period, put together from its figures, its template and what people wrote."""

from collections.abc import Callable
from decimal import Decimal
from uuid import UUID

from exchange.centres import queries as centres
from exchange.centres.queries import CentreView
from exchange.kernel.db import Reading
from exchange.periods.queries import PeriodView
from exchange.plans.queries import lines
from exchange.plans.rules import Style
from exchange.reports import queries, rules
from exchange.reports.codes import ParagraphKey
from exchange.reports.composing import compose
from exchange.reports.figures import figure_lines, notes
from exchange.reports.model import FigureLine, Report
from exchange.reports.queries import Paper

_WHOLE = 100  # percent of a plan that are expected where a period is no regular part of a year
_SYMBOL = "BC-TTDVVL"


def assemble(
    db: Reading, centre_id: UUID, period: PeriodView, *, style: Style | None = None, address: Callable[[str], str]
) -> Report:
    """The whole report. `address`: where the records of a code are listed. Raises NotFound for an unknown centre."""
    centre = centres.centre(db, centre_id)
    told = lines(db, period, (centre_id,))
    figures = figure_lines(told, style or Style(), address)
    paper = queries.paper(db, centre_id, period.code) or blank_paper(centre, period)
    return compose(
        paper,
        figures,
        words(db, centre_id, period, figures),
        queries.template(db, centre_id),
        centre=centre.name,
        period=(period.code, in_sentence(period)),
        notes=notes(told, year=period.year),
    )


def words(db: Reading, centre_id: UUID, period: PeriodView, figures: tuple[FigureLine, ...]) -> dict[ParagraphKey, str]:
    """The paragraphs as people wrote them; where they wrote none, as they are proposed from the figures."""
    proposed = rules.proposed(figures, Decimal(period.expected or _WHOLE))
    written = queries.paragraphs(db, centre_id, period.code)
    return {
        key: written[key].text if key in written and written[key].text else proposed.of(key) for key in ParagraphKey
    }


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
        subject=f"Kết quả thực hiện nhiệm vụ {in_sentence(period)}",
        authority="",
        title="Giám đốc",
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
