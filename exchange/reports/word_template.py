"""A template as a Word file, to be edited by a centre and sent back."""

from datetime import date
from typing import Final

from exchange.kernel.texts import N_
from exchange.reports import word_parts as w
from exchange.reports.docx import STYLES
from exchange.reports.model import Heading, Run, Table
from exchange.reports.narrative import Template
from exchange.reports.word_file import BODY, WordFile

_TITLE: Final = N_("Mẫu lời văn báo cáo")
_DAY: Final = date(2020, 3, 5)  # of Decree 30/2020/NĐ-CP: a template has no day of its own
_ACROSS: Final = 165 * w.MM


def word_template(template: Template) -> bytes:
    """Titles are titles of Word's, so that they come back as such; placeholders stand as they are."""
    file = WordFile(title=_TITLE, author="", day=_DAY)
    for block in template:
        if isinstance(block, Table):
            file.add(_table(block))
        elif isinstance(block, Heading):
            file.add(w.par(_runs(block.runs), style=STYLES[block.level]))
        else:
            mark = w.run(f"{block.mark} ") if block.mark else ""
            file.add(w.par(mark + _runs(block.runs), style=BODY))
    return file.saved()


def _table(block: Table) -> str:
    rooms = [_ACROSS / len(block.rows[0])] * len(block.rows[0])
    cells = ([w.cell(room, w.par(_runs(cell))) for room, cell in zip(rooms, row, strict=True)] for row in block.rows)
    return w.table(rooms, [w.row(row, head=not at) for at, row in enumerate(cells)]) + w.par()


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(w.run(run.text, bold=run.bold, italic=run.italic) for run in runs)
