"""From what a centre has counted and written to a report."""

from collections.abc import Mapping, Sequence

from exchange.reports import lines, narrative
from exchange.reports.codes import ParagraphKey
from exchange.reports.model import FigureLine, Head, Report, Signature
from exchange.reports.narrative import Template
from exchange.reports.queries import Paper


def compose(
    paper: Paper,
    figures: Sequence[FigureLine],
    paragraphs: Mapping[ParagraphKey, str],
    template: Template,
    *,
    centre: str,
    period: tuple[str, str],
    notes: Sequence[str] = (),
) -> Report:
    """A report. `centre`: who counts; `period`: its code and how it is called in a sentence.

    `paragraphs`: as people wrote them, or as they are proposed where nobody did.
    """
    code, name = period
    given = {
        "period": name,
        "centre": lines.one_line(paper.agency),
        **{key.value: paragraphs[key] for key in paragraphs},
    }
    return Report(
        centre=centre,
        period=name,
        period_code=code,
        head=head_of(paper),
        body=narrative.filled(template, {line.code: line for line in figures}, given),
        signature=Signature(paper.authority, paper.title, paper.signed_by),
        recipients=tuple(paper.recipients.splitlines()),
        figures=tuple(figures),
        notes=tuple(notes),
    )


def head_of(paper: Paper) -> Head:
    """The head of a paper as it was written."""
    return Head(
        agency_above=paper.agency_above,
        agency=paper.agency,
        number=paper.number,
        symbol=paper.symbol,
        place=paper.place,
        day=paper.day,
        subject=paper.subject,
        dear=tuple(paper.dear.splitlines()),
        bases=tuple(paper.bases.splitlines()),
    )
