"""A report as a Word file, which a centre may still edit before it is signed."""

from exchange.reports import annexes, lines, qr
from exchange.reports import word_parts as w
from exchange.reports.codes import Level
from exchange.reports.model import Block, FigureLine, Heading, Report, Run, Table
from exchange.reports.numbering import numbered
from exchange.reports.widths import width
from exchange.reports.word_file import BODY, WordFile
from exchange.reports.word_parts import MM

_ACROSS = 165 * MM
_HEAD = (64 * MM, 101 * MM)
_TABLE = tuple(part * MM for part in (11, 71, 24, 38, 32, 20, 32, 24))
_METHOD = (30 * MM, 135 * MM)
_ALIGNED = ("center", "left", "center", "right", "right", "right", "right", "right")
_TEXT, _CODE = 12, 10  # points, in the appendices
_PART = 0.42  # of a line's words: between a third and a half
_QR = 22  # mm
STYLES = {Level.PART: "Heading1", Level.SECTION: "Heading2", Level.CLAUSE: "Heading3", Level.POINT: "Heading4"}


def docx(report: Report) -> bytes:
    """The bytes depend on the report only."""
    title = f"{report.head.kind} {report.head.subject}"
    file = WordFile(title=title, author=lines.one_line(report.head.agency), day=report.head.day)
    file.add(_head(report) + _opening(report))
    body = lines.ended(report.body)
    for at, (label, block) in enumerate(numbered(body), start=1):
        file.add(_block(file, report, label, block, last=at == len(body)))
    file.add(_end(report))
    if report.figures:
        file.turn(wide=True)
        file.add(_annex(report, 1, annexes.table_title(report), sum(_TABLE)) + _figures(file, report) + _notes(report))
        file.turn(wide=False)
        file.add(_annex(report, 2, annexes.method_title(), _ACROSS) + _methods(file, report))
    return file.saved()


def _centred(text: str, *, bold: bool = False, italic: bool = False, size: float = 0, after: float = 0) -> str:
    return w.par(w.run(text, bold=bold, italic=italic, size=size), align="center", after=after)


def _head(report: Report) -> str:
    """Cells 1 to 4 of the scheme in IV."""
    head = report.head
    above, agency = lines.names(head)
    below = max(width(line, 12) for line in agency.split("\n"))
    left = (_centred(above, size=12) if above else "") + _centred(agency, bold=True, size=12)
    right = _centred(lines.COUNTRY, bold=True, size=12) + _centred(lines.MOTTO, bold=True, size=13)
    names = (
        left + w.rule(min(below, _HEAD[0]) * _PART, _HEAD[0]),
        right + w.rule(width(lines.MOTTO, 13), _HEAD[1]),
    )
    second = (
        w.par(w.run(lines.number_line(head), size=13), align="center", before=8),
        w.par(w.run(lines.place_line(head), italic=True, size=13), align="center", before=8),
    )
    rows = [
        w.row(w.cell(room, text, middle=False) for room, text in zip(_HEAD, pair, strict=True))
        for pair in (names, second)
    ]
    return w.table(_HEAD, rows, bare=True)


def _opening(report: Report) -> str:
    """Cells 5a and 9a, and the legal bases."""
    head, subject = report.head, lines.subject_line(report.head)
    told = w.par(w.run(head.kind.upper(), bold=True), align="center", before=14) + _centred(subject, bold=True)
    told += w.rule(min(width(subject, 14), _ACROSS) * _PART, _ACROSS)
    bases = "".join(w.par(w.run(base, italic=True), style=BODY) for base in lines.listed(head.bases))
    return told + _dear(report) + w.par(w.run("", size=4)) + bases


def _dear(report: Report) -> str:
    to = lines.dear(report.head)
    if len(to) < 2:
        return w.par(w.run(f"{lines.DEAR} {to[0]}"), align="center", before=10) if to else ""
    aside, gap = 42 * MM, 1.5 * MM
    names = "".join(w.par(w.run(f"- {name}")) for name in to)
    cells = (
        w.cell(aside, w.par(w.run(lines.DEAR), align="right"), middle=False),
        w.cell(gap, w.par(), middle=False),
        w.cell(_ACROSS - aside - gap, names, middle=False),
    )
    return w.par(w.run("", size=8)) + w.table((aside, gap, _ACROSS - aside - gap), [w.row(cells)], bare=True)


def _block(file: WordFile, report: Report, label: str, block: Block, *, last: bool) -> str:
    if isinstance(block, Table):
        return _inner(file, report, block)
    runs = "".join(_run(file, report, run, upper=label_upper(block)) for run in block.runs)
    if isinstance(block, Heading):
        between = "\n" if block.level is Level.PART else " "
        return w.par(w.run(label + between) + runs, style=STYLES[block.level])
    mark = w.run(f"{block.mark} ") if block.mark else ""
    return w.par(mark + runs, style=BODY, more="<w:keepNext/>" if last else "")


def label_upper(block: Block) -> bool:
    """Titles of large parts stand in capitals (V.6b)."""
    return isinstance(block, Heading) and block.level in (Level.PART, Level.SECTION)


def _run(file: WordFile, report: Report, run: Run, *, upper: bool = False, size: float = 0, head: bool = False) -> str:
    text = run.text.upper() if upper else run.text
    told = w.run(text, bold=run.bold or head, italic=run.italic, size=size)
    return file.link(report.address_of(run.figure), told)


def _inner(file: WordFile, report: Report, block: Table) -> str:
    rooms = [_ACROSS / len(block.rows[0])] * len(block.rows[0])
    rows = []
    for at, cells in enumerate(block.rows):
        told = ["".join(_run(file, report, run, size=13, head=not at) for run in cell) for cell in cells]
        rows.append(
            w.row(
                (w.cell(r, w.par(t, align="" if at else "center")) for r, t in zip(rooms, told, strict=True)),
                head=not at,
            )
        )
    return w.table(rooms, rows) + w.par(w.run("", size=6))


def _end(report: Report) -> str:
    """Cells 7 and 9b: side by side, never on two pages."""
    left = w.par(w.run(lines.RECIPIENTS, bold=True, italic=True, size=12))
    left += "".join(w.par(w.run(f"- {name}", size=11)) for name in lines.recipients(report.recipients))
    right = "".join(_centred(line, bold=True) for line in lines.signing(report.signature))
    right += w.par(before=85) + _centred(report.signature.name, bold=True)
    half = _ACROSS / 2
    cells = (w.cell(half, left, middle=False), w.cell(half, right, middle=False))
    return w.par(w.run("", size=4), more="<w:keepNext/>") + w.table((half, half), [w.row(cells)], bare=True)


def _annex(report: Report, number: int, title: str, room: float) -> str:
    belongs = lines.with_line(report.head)
    name = w.par(w.run(lines.appendix(number)), style="Heading1")
    told = name + _centred(title, bold=True) + _centred(belongs, italic=True)
    return told + w.rule(min(width(belongs, 13), room) * 0.34, room) + w.par(w.run("", size=8))


def _figures(file: WordFile, report: Report) -> str:
    head = (_small(text, "center", bold=True) for text in annexes.HEAD)
    rows = [w.row((w.cell(room, text) for room, text in zip(_TABLE, head, strict=True)), head=True)]
    for at, line in enumerate(report.figures, start=1):
        told = [_told(file, line, place, text) for place, text in enumerate(annexes.texts_of(line, at))]
        rows.append(w.row(w.cell(room, text) for room, text in zip(_TABLE, told, strict=True)))
    return w.table(_TABLE, rows)


def _told(file: WordFile, line: FigureLine, place: int, text: str) -> str:
    if place == 1:
        label, code = text.split("\n")
        return _small(label, "left") + w.par(w.run(code, size=_CODE))
    runs = w.run(text, size=_TEXT)
    return w.par(file.link(line.address, runs) if place == 3 else runs, align=_ALIGNED[place])


def _small(text: str, align: str, *, bold: bool = False) -> str:
    return w.par(w.run(text, bold=bold, size=_TEXT), align=align)


def _notes(report: Report) -> str:
    notes = annexes.footnotes(report)
    head = w.par(w.run(annexes.NOTES_TITLE, bold=True, italic=True, size=_TEXT), before=6) if notes else ""
    return head + "".join(_small(note, "both") for note in notes)


def _methods(file: WordFile, report: Report) -> str:
    rows = [_method(file, report, line, at) for at, line in enumerate(report.figures, start=1)]
    lead = w.par(w.run(annexes.METHOD_LEAD, italic=True, size=_TEXT), after=6)
    return lead + w.table(_METHOD, rows) + w.par(w.run("", size=2))


def _method(file: WordFile, report: Report, line: FigureLine, at: int) -> str:
    code = w.par(w.run(line.code, size=8), align="center")
    if line.address:
        shown = file.link(line.address, file.picture(qr.picture(line.address), _QR, line.address))
        code = w.par(shown, align="center") + code
    figure = w.run(f"{at}. {line.label}", bold=True, size=_TEXT)
    told = w.par(figure + w.run(f": {annexes.figure_text(line)} {line.unit}", size=_TEXT), after=2)
    told += "".join(
        w.par(w.run(text, size=_TEXT), align="both", after=2) for text in annexes.method_of(line, report.centre)
    )
    return w.row((w.cell(_METHOD[0], code), w.cell(_METHOD[1], told)))
