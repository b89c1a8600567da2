"""A report as PDF: typeset by Typst from `report.typ`, which gets values as JSON and reads nothing else."""

import re
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any, Final

import msgspec

from exchange.reports import annexes, fonts, lines, qr
from exchange.reports.codes import ReportReason
from exchange.reports.errors import NotDrawn
from exchange.reports.model import Block, FigureLine, Heading, Report, Run, Table
from exchange.reports.numbering import numbered

_NO_LETTER: Final = re.compile(r'the text `"(.+?)"` could not be displayed')
_STANDARD: Final = "a-2u"  # PDF/A: fonts inside, text that can be searched; what archives take


def pdf(report: Report) -> bytes:
    """The bytes depend on the report and the installed type only. Raises NotDrawn."""
    import typst

    template = (files(__package__) / "report.typ").read_bytes()
    types = typst.Fonts(include_system_fonts=False, font_paths=[fonts.folder()])
    try:
        made = typst.compile(
            template,
            font_paths=types,
            format="pdf",
            sys_inputs={"report": msgspec.json.encode(_values(report)).decode()},
            pdf_standards=_STANDARD,
            timestamp=_moment(report),
        )
    except typst.TypstError as fault:
        raise _why(str(fault.message)) from None
    if not isinstance(made, bytes):
        raise NotDrawn(ReportReason.NOT_DRAWN, "Typst")
    return made


def _why(fault: str) -> NotDrawn:
    """PDF/A forbids boxes in place of letters, and so do we: the sentence names what the type does not have."""
    missing = _NO_LETTER.search(fault)
    return NotDrawn(ReportReason.LETTER, missing[1][:20]) if missing else NotDrawn(ReportReason.NOT_DRAWN, fault[:200])


def _moment(report: Report) -> int:
    day = report.head.day
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _values(report: Report) -> dict[str, Any]:
    return {
        "title": f"{report.head.kind} {report.head.subject}",
        "author": lines.one_line(report.head.agency),
        "day": [report.head.day.year, report.head.day.month, report.head.day.day],
        "family": fonts.FAMILY,
        "head": _head(report),
        "body": [_block(report, label, block) for label, block in numbered(lines.ended(report.body))],
        "signing": lines.signing(report.signature),
        "signed_by": report.signature.name,
        "recipients": lines.recipients(report.recipients),
        "words": {"recipients": lines.RECIPIENTS, "notes": annexes.NOTES_TITLE},
        "annexes": [_table(report), _method(report)] if report.figures else [],
    }


def _head(report: Report) -> dict[str, Any]:
    head = report.head
    above, agency = lines.names(head)
    return {
        "above": above.split("\n") if above else [],
        "agency": agency.split("\n"),
        "number": lines.number_line(head),
        "country": lines.COUNTRY,
        "motto": lines.MOTTO,
        "place": lines.place_line(head),
        "kind": head.kind.upper(),
        "subject": lines.subject_line(head),
        "dear": lines.DEAR,
        "to": lines.dear(head),
        "bases": lines.listed(head.bases),
    }


def _block(report: Report, label: str, block: Block) -> dict[str, Any]:
    if isinstance(block, Table):
        cells = [[[_run(report, run) for run in cell] for cell in row] for row in block.rows]
        return {"kind": "table", "rows": cells}
    runs = [_run(report, run) for run in block.runs]
    if isinstance(block, Heading):
        return {"kind": "heading", "level": block.level.value, "label": label, "runs": runs}
    return {"kind": "paragraph", "mark": block.mark, "runs": runs}


def _run(report: Report, run: Run) -> dict[str, Any]:
    link = report.address_of(run.figure) if run.figure else ""
    return {"text": run.text, "bold": run.bold, "italic": run.italic, "link": link}


def _table(report: Report) -> dict[str, Any]:
    rows = [_row(line, at) for at, line in enumerate(report.figures, start=1)]
    told = {"name": lines.appendix(1), "title": annexes.table_title(report), "with": lines.with_line(report.head)}
    return told | {"head": annexes.HEAD, "rows": rows, "notes": annexes.footnotes(report)}


def _row(line: FigureLine, at: int) -> dict[str, Any]:
    return {"cells": annexes.texts_of(line, at), "link": line.address}


def _method(report: Report) -> dict[str, Any]:
    told = {"name": lines.appendix(2), "title": annexes.method_title(), "with": lines.with_line(report.head)}
    entries = [_entry(report, line, at) for at, line in enumerate(report.figures, start=1)]
    return told | {"lead": annexes.METHOD_LEAD, "entries": entries}


def _entry(report: Report, line: FigureLine, at: int) -> dict[str, Any]:
    return {
        "title": f"{at}. {line.label}",
        "figure": f"{annexes.figure_text(line)} {line.unit}",
        "method": annexes.method_of(line, report.centre),
        "code": line.code,
        "link": line.address,
        "qr": qr.drawing(line.address) if line.address else "",
    }
