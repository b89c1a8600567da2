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
    """A report; `paragraphs` as people wrote or as they are proposed, `period`: its code and its name in a sentence."""
    known = {line.code: line for line in figures}
    given = {"period": period[1], "centre": lines.one_line(paper.agency)}
    given |= {key.value: text for key, text in paragraphs.items()}
    return Report(
        centre=centre,
        period=period[1],
        period_code=period[0],
        head=head_of(paper),
        body=narrative.filled(template, known, given),
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
