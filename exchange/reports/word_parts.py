"""Parts of a Word file as WordprocessingML: runs, paragraphs, lines, tables. Lengths are in points."""

from collections.abc import Iterable, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

MM: Final = 72 / 25.4
_EMU: Final = 12_700  # to a point
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_BORDERS: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def twips(points: float) -> int:
    """Word's unit: a twentieth of a point."""
    return round(points * 20)


def run(text: str, *, bold: bool = False, italic: bool = False, size: float = 0) -> str:
    """Words in one style; `size` 0 is the paragraph's. A new line stays one."""
    style = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
    style += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{f'<w:rPr>{style}</w:rPr>' if style else ''}{words}</w:r>"


def link(relation: str, runs: str) -> str:
    """Runs that lead to an address."""
    return f"<w:hyperlink r:id={quoteattr(relation)}>{runs}</w:hyperlink>"


def par(
    runs: str = "", *, style: str = "", align: str = "", before: float = 0, after: float = 0, more: str = ""
) -> str:
    """A paragraph. `style`: its distances then come from there; `more`: properties that Word puts before spacing."""
    own = f'<w:pStyle w:val="{style}"/>' if style else ""
    spacing = "" if style else f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}"/>'
    return f"<w:p><w:pPr>{own}{more}{spacing}{f'<w:jc w:val={quoteattr(align)}/>' if align else ''}</w:pPr>{runs}</w:p>"


def rule(length: float, room: float) -> str:
    """A line of `length` in the middle of `room`: the upper border of a paragraph that is one point high."""
    aside = twips(max(room - length, 0) / 2)
    return (
        '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
        '<w:spacing w:before="60" w:after="0" w:line="20" w:lineRule="exact"/>'
        f'<w:ind w:left="{aside}" w:right="{aside}"/></w:pPr></w:p>'
    )


def cell(width: float, paragraphs: str, *, middle: bool = True) -> str:
    """A cell of a table."""
    place = '<w:vAlign w:val="center"/>' if middle else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{place}</w:tcPr>{paragraphs}</w:tc>'


def row(cells: Iterable[str], *, head: bool = False) -> str:
    """A row that is not broken between pages; a head stands on each page anew."""
    again = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{again}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths: Sequence[float], rows: Iterable[str], *, bare: bool = False) -> str:
    """A table with fixed columns; a `bare` one only puts things side by side."""
    borders = "" if bare else f"<w:tblBorders>{_BORDERS}</w:tblBorders>"
    inset = 0 if bare else 60
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:top w:w="{inset}" w:type="dxa"/><w:left w:w="{inset}" w:type="dxa"/>'
        f'<w:bottom w:w="{inset}" w:type="dxa"/><w:right w:w="{inset}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def picture(relation: str, number: int, size: float, told: str) -> str:
    """A square picture that stands in a line like a letter. `number`: its own within the file."""
    side = round(size * _EMU)
    name = f'id="{number}" name="QR {number}" descr={quoteattr(told)}'
    box = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm>'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{side}" cy="{side}"/>'
        f'<wp:docPr {name}/><a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr><pic:cNvPr {name}/>'
        f"<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed={quoteattr(relation)}/><a:stretch><a:fillRect/>"
        f'</a:stretch></pic:blipFill><pic:spPr>{box}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def page_number(size: float) -> str:
    """The number of the page, as a field."""
    big = f'<w:rPr><w:sz w:val="{round(size * 2)}"/></w:rPr>'
    return f'<w:fldSimple w:instr=" PAGE "><w:r>{big}<w:t>2</w:t></w:r></w:fldSimple>'
