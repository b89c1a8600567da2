"""A Word file to be filled: page, styles, page numbers, properties, addresses and pictures."""

import io
from datetime import UTC, date, datetime, time
from typing import Any, Final, cast

from docx import Document
from docx.document import Document as Opened
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.image import ImagePart
from docx.section import Section
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from exchange.reports import word_parts as w
from exchange.reports.fonts import NAMED
from exchange.reports.zips import sealed

TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15  # mm: I.3
BODY = "BodyText"
SIZE: Final = 14
_SPACES = nsdecls("w", "r", "wp", "a", "pic")
_HEADINGS = range(1, 5)


class WordFile:
    """The file; parts are added from top to bottom."""

    def __init__(self, *, title: str, author: str, day: date) -> None:
        self.document: Opened = Document()
        self._day = day
        self._relations: dict[str, str] = {}
        self._pictures = 0
        _describe(self.document, title, author, day)
        _dress(self.document)
        _page(self.document.sections[0])
        _of_today(self.document)

    def add(self, xml: str) -> None:
        """More of the text."""
        end = self.document.element.body.sectPr
        for part in list(parse_xml(f"<w:body {_SPACES}>{xml}</w:body>")):
            end.addprevious(part)

    def link(self, address: str, runs: str) -> str:
        """Runs that lead to an address; without one, as they are."""
        if not address:
            return runs
        if address not in self._relations:
            part = self.document.part
            self._relations[address] = part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return w.link(self._relations[address], runs)

    def picture(self, png: bytes, size: float, told: str) -> str:
        """A square picture as a run; `size` in mm, `told`: what it shows, for people who do not see it.

        The library's own way compares each picture with all before it, which 500 figures would wait for.
        """
        self._pictures += 1
        name = PackURI(f"/word/media/picture{self._pictures}.png")
        relation = self.document.part.relate_to(ImagePart(name, "image/png", png), RELATIONSHIP_TYPE.IMAGE)
        return w.picture(relation, self._pictures, size * w.MM, told)

    def turn(self, *, wide: bool) -> None:
        """Go on, on a page of its own with numbers of its own (III.1đ); a `wide` one lies on its side (I.2)."""
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))
        numbers = section._sectPr.find(qn("w:pgNumType"))
        if numbers is None:
            numbers = OxmlElement("w:pgNumType")
            section._sectPr.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")
        numbers.set(qn("w:start"), "1")
        _shrink(self.document)

    def saved(self) -> bytes:
        """The bytes; the same content makes the same."""
        out = io.BytesIO()
        self.document.save(out)
        return sealed(out.getvalue(), self._day)


def _describe(document: Opened, title: str, author: str, day: date) -> None:
    told, moment = document.core_properties, datetime.combine(day, time(), tzinfo=UTC)
    told.title, told.author, told.last_modified_by = title[:255], author[:255], author[:255]
    told.comments, told.language, told.revision = "", "vi-VN", 1
    told.created = told.modified = moment


def _of_today(document: Opened) -> None:
    """Word 2013 and later: only then the borders of a table keep to the margins."""
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _page(section: Section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number._p.append(parse_xml(f"<w:body {_SPACES}>{w.page_number(SIZE)}</w:body>")[0])


def _dress(document: Opened) -> None:
    normal = _style(document, "Normal")
    _type(normal, bold=False)
    _distances(normal, before=0, after=0, line=1.0)
    body = _style(document, "Body Text")
    _distances(body, before=0, after=6, line=1.15)
    body.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    body.paragraph_format.first_line_indent = Cm(1.27)
    for level in _HEADINGS:
        heading = _style(document, f"Heading {level}")
        _type(heading, bold=True)
        _distances(heading, before=6, after=6, line=1.15)
        heading.paragraph_format.keep_with_next = True
        if level > 1:
            heading.paragraph_format.first_line_indent = Cm(1.27)
            heading.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        else:
            heading.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _style(document: Opened, name: str) -> ParagraphStyle:
    return cast(ParagraphStyle, document.styles[name])


def _type(style: ParagraphStyle, *, bold: bool) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = NAMED, Pt(SIZE), bold, False
    font.color.rgb = RGBColor(0, 0, 0)
    properties: Any = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    fonts.attrib.clear()  # the theme's fonts would go before ours
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), NAMED)
    if properties.find(qn("w:lang")) is None:
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "vi-VN")
        properties.append(language)


def _distances(style: ParagraphStyle, *, before: float, after: float, line: float) -> None:
    distances = style.paragraph_format
    distances.space_before, distances.space_after, distances.line_spacing = Pt(before), Pt(after), line


def _shrink(document: Opened) -> None:
    """The paragraph that ends a section takes no room: a full page before it would make an empty one."""
    end = next(p for p in reversed(document.paragraphs) if p._p.pPr is not None and p._p.pPr.sectPr is not None)
    end.paragraph_format.line_spacing = Pt(1)
    end.paragraph_format.space_after = Pt(0)
