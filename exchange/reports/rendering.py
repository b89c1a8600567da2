"""From a report to a file."""

from typing import assert_never

from exchange.reports.codes import Form
from exchange.reports.csv import csv
from exchange.reports.json import json
from exchange.reports.model import Report
from exchange.reports.narrative import Template
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


def template_file(template: Template) -> bytes:
    """A template as a Word file, to be edited by a centre and sent back."""
    from exchange.reports.word_template import word_template  # as above

    return word_template(template)
