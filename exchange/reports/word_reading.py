"""A template that a centre edited in Word, as blocks. Of the file only words, titles, lists and tables are taken."""

import re
from collections.abc import Iterator
from typing import Any, Final

from exchange.reports import placeholders
from exchange.reports.codes import ReportReason
from exchange.reports.errors import TemplateRefused
from exchange.reports.model import Block, Heading, Paragraph, Run, Table, words
from exchange.reports.narrative import Template
from exchange.reports.tidying import tidy
from exchange.reports.word_package import Package
from exchange.reports.word_styles import Lists, Styles, W, value

_MOST_BLOCKS, _MOST_LETTERS = 400, 60_000
_NEAR = 40  # letters of a paragraph that its sentence repeats
_CHANGES: Final = frozenset(W + name for name in ("ins", "del", "moveFrom", "moveTo"))
_DRAWN: Final = ("drawing", "pict", "object", "oMath", "altChunk")
_WRAPPERS: Final = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag"))
_OFF: Final = frozenset(("0", "false", "off", "none"))
# Numbers that people typed before a title: titles are numbered anew. Before a paragraph they stay.
_TYPED_TITLE: Final = re.compile(r"\s*(?:Phần\s+[IVXLC]+[.:]?|[IVXLC]+\.|\d{1,2}\.|[a-zđ]\))\s+", re.I)
_TYPED_MARK: Final = re.compile(r"\s*([-–+•]|\d{1,2}\.|[a-zđ]\))\s+")
_PIECES: Final = {W + "tab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}


def read_template(content: bytes) -> Template:
    """The blocks of a .docx, each placeholder known. Raises TemplateRefused with a sentence."""
    package = Package(content)
    reading = _Reading(Styles(package.part("styles.xml")), Lists(package.part("numbering.xml")))
    blocks: list[Block] = []
    for block in reading.blocks(package.document()):
        blocks.append(block)
        if len(blocks) > _MOST_BLOCKS or reading.letters > _MOST_LETTERS:
            raise TemplateRefused(ReportReason.TOO_LONG)
    if not blocks:
        raise TemplateRefused(ReportReason.EMPTY)
    return tuple(blocks)


class _Reading:
    """Where the reading is."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self._styles, self._lists = styles, lists
        self._at = self.letters = 0

    def blocks(self, root: Any) -> Iterator[Block]:
        body = root.find(f"{W}body")
        yield from self._within(body if body is not None else root)

    def _within(self, parent: Any) -> Iterator[Block]:
        for child in parent:
            if child.tag in _WRAPPERS:
                yield from self._within(child)
            elif child.tag == W + "tbl":
                yield from self._table(child)
            elif child.tag == W + "p" and (runs := self._runs(child)):
                yield self._block(child, runs)

    def _block(self, p: Any, runs: tuple[Run, ...]) -> Block:
        style = value(p.find(f"{W}pPr/{W}pStyle"))
        level = self._styles.level(style)
        if level is not None:
            return Heading(level, _without(runs, _TYPED_TITLE.match(words(runs))) or runs)
        numbers = p.find(f"{W}pPr/{W}numPr")
        mark = self._lists.mark(numbers if numbers is not None else self._styles.numbers(style))
        typed = None if mark else _TYPED_MARK.match(words(runs))
        if typed is None:
            return Paragraph(runs, mark)
        return Paragraph(_without(runs, typed), typed[1] if typed[1][-1] in ".)" else "-")

    def _table(self, table: Any) -> Iterator[Block]:
        rows = tuple(tuple(self._cell(cell) for cell in row.iterfind(f"{W}tc")) for row in table.iterfind(f"{W}tr"))
        merged = any(next(table.iter(W + name), None) is not None for name in ("gridSpan", "vMerge"))
        if merged or len({len(row) for row in rows}) > 1 or len(list(table.iter(W + "tbl"))) > 1:
            raise TemplateRefused(ReportReason.MERGED, at=self._at)
        if any(row for row in rows):
            yield Table(rows)

    def _cell(self, cell: Any) -> tuple[Run, ...]:
        lines = [runs for p in cell.iterfind(f"{W}p") if (runs := self._runs(p))]
        between = [(*line, Run("\n")) for line in lines[:-1]]
        return tuple(run for line in (*between, *lines[-1:]) for run in line)

    def _runs(self, p: Any) -> tuple[Run, ...]:
        """The words of a paragraph, or none. Raises TemplateRefused."""
        runs = tuple(_joined(_style(r) for r in p.iter(W + "r")))
        text = words(runs).strip()
        self._at += bool(text)
        self.letters += len(text)
        self._refuse(p, text)
        return runs if text else ()

    def _refuse(self, p: Any, text: str) -> None:
        place: dict[str, Any] = {"at": max(self._at, 1), "near": f"{text[:_NEAR]}…" if len(text) > _NEAR else text}
        for inside in p.iter():
            if inside.tag in _CHANGES:
                raise TemplateRefused(ReportReason.REVISION, **place)
            if str(inside.tag).endswith(tuple(f"}}{name}" for name in _DRAWN)):
                raise TemplateRefused(ReportReason.PICTURE, **place)
        if fault := placeholders.why_not(text):
            raise TemplateRefused(fault.reason, what=fault.what, **place)


def _style(r: Any) -> Run:
    text = "".join(child.text or "" if child.tag == W + "t" else _PIECES.get(child.tag, "") for child in r)
    return Run(tidy(text), bold=_on(r, "b"), italic=_on(r, "i"))


def _on(r: Any, name: str) -> bool:
    found = r.find(f"{W}rPr/{W}{name}")
    return found is not None and value(found) not in _OFF


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Word cuts a sentence into many runs of one style."""
    whole: Run | None = None
    for run in runs:
        if whole is None or (run.bold, run.italic) != (whole.bold, whole.italic):
            if whole is not None and whole.text:
                yield whole
            whole = run
        else:
            whole = Run(whole.text + run.text, run.bold, run.italic)
    if whole is not None and whole.text:
        yield whole


def _without(runs: tuple[Run, ...], typed: re.Match[str] | None) -> tuple[Run, ...]:
    return runs if typed is None else tuple(placeholders.cut(runs, typed.end()))
