"""Pages of a PDF as pictures: where there is ink. A text that can be extracted may still be garbage to the eye."""

import ctypes
from typing import NamedTuple

import pypdfium2

from exchange.reports import fonts as types
from exchange.reports.errors import NotDrawn
from tests.fixtures.missing import missing

DOTS = 2.0  # to a point
MM = 72 / 25.4


def needs_type() -> None:
    """Skip where the type of reports is not installed."""
    try:
        types.folder()
    except NotDrawn:
        missing("Liberation Serif", "fonts-liberation2")


class Ink(NamedTuple):
    """The smallest box around everything that is not white, in mm from the left and the top of the page."""

    left: float
    top: float
    right: float
    bottom: float


class Picture:
    """A page, as grey dots."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        drawn = page.render(scale=DOTS, grayscale=True)
        whole = bytes(drawn.buffer)
        self.rows = [whole[at * drawn.stride : at * drawn.stride + drawn.width] for at in range(drawn.height)]
        self.width = drawn.width

    def ink(self, top: float = 0, bottom: float = 1_000) -> Ink:
        """The box of what is drawn between two heights of the page, in mm."""
        first, last = (round(mm * MM * DOTS) for mm in (top, bottom))
        inked = [(at, row) for at, row in enumerate(self.rows) if first <= at < last and row.strip(b"\xff")]
        left = min(len(row) - len(row.lstrip(b"\xff")) for _, row in inked)
        right = max(len(row.rstrip(b"\xff")) for _, row in inked)
        return Ink(*(dot / DOTS / MM for dot in (left, inked[0][0], right, inked[-1][0] + 1)))

    def dark(self, left: float, top: float, right: float, bottom: float) -> list[set[int]]:
        """For each row of a box (mm) the dots that are dark."""
        x0, y0, x1, y1 = (round(mm * MM * DOTS) for mm in (left, top, right, bottom))
        return [{at for at in range(x0, x1) if row[at] < 128} for row in self.rows[y0:y1]]


def opened(content: bytes) -> pypdfium2.PdfDocument:
    """A PDF to be asked."""
    return pypdfium2.PdfDocument(content)


def texts(content: bytes) -> list[str]:
    """The words of each page."""
    return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in opened(content)]


def fonts(content: bytes) -> set[tuple[str, bool]]:
    """Names of the types of all words, and whether they lie within the file."""
    found = set()
    for page in opened(content):
        for words in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            font = pypdfium2.raw.FPDFTextObj_GetFont(words)
            name = ctypes.create_string_buffer(100)
            pypdfium2.raw.FPDFFont_GetBaseFontName(font, name, 100)
            found.add((name.value.decode().rpartition("+")[2], bool(pypdfium2.raw.FPDFFont_GetIsEmbedded(font))))
    return found
