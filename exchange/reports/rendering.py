"""From a report to a file."""

from typing import assert_never

from exchange.reports.codes import Form
from exchange.reports.model import Report
from exchange.reports.tidying import tidied


def render(report: Report, form: Form) -> bytes:
    """A report in one of its forms; the same report gives the same bytes. Raises NotDrawn.

    Libraries are loaded when they are needed: a PDF costs tenths of a second, so it is drawn beside the server.
    """
    clean = tidied(report)
    match form:
        case Form.PDF:
            from exchange.reports.pdf import pdf

            return pdf(clean)
        case Form.DOCX:
            from exchange.reports.docx import docx

            return docx(clean)
        case Form.XLSX:
            from exchange.reports.xlsx import xlsx

            return xlsx(clean)
        case Form.CSV:
            from exchange.reports.csv import csv

            return csv(clean)
        case Form.JSON:
            from exchange.reports.json import json

            return json(clean)
    assert_never(form)
