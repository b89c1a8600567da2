"""From a report to a file."""

from typing import assert_never

from exchange.reports.codes import Form
from exchange.reports.csv import csv
from exchange.reports.json import json
from exchange.reports.model import Report
from exchange.reports.pdf import pdf
from exchange.reports.tidying import tidied
from exchange.reports.xlsx import xlsx


def render(report: Report, form: Form) -> bytes:
    """A report in one of its forms; the same report gives the same bytes. Raises NotDrawn."""
    clean = tidied(report)
    match form:
        case Form.PDF:
            return pdf(clean)
        case Form.DOCX:
            from exchange.reports.docx import docx  # its library takes a quarter of a second to import

            return docx(clean)
        case Form.XLSX:
            return xlsx(clean)
        case Form.CSV:
            return csv(clean)
        case Form.JSON:
            return json(clean)
    assert_never(form)
