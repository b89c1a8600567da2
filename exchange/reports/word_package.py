"""Opening a Word file of a stranger: only its text parts are read, within bounds, and nothing in it is run."""

import io
import zipfile
import zlib
from typing import Any, Final

from exchange.reports.codes import LARGEST_TEMPLATE, ReportReason
from exchange.reports.errors import TemplateRefused

LARGEST_PART: Final = 16 * 1024 * 1024  # bytes of one part, unpacked: a packed file may claim to be small
_MOST_PARTS: Final = 2_000
_OLD: Final = b"\xd0\xcf\x11\xe0"  # the container of .doc, and of .docx with a password
_FAULTS: Final = (zipfile.BadZipFile, zlib.error, KeyError, OSError, RuntimeError, NotImplementedError, ValueError)
_MAIN: Final = "/officeDocument"


class Package:
    """The parts of a .docx. Raises TemplateRefused for what is none, is too large or has macros."""

    def __init__(self, content: bytes) -> None:
        if len(content) > LARGEST_TEMPLATE:
            raise TemplateRefused(ReportReason.TOO_LARGE)
        if content.startswith(_OLD):
            raise TemplateRefused(ReportReason.OLD_WORD)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _FAULTS:
            raise TemplateRefused(ReportReason.NOT_WORD) from None
        self._names = self._zip.namelist()
        if len(self._names) > _MOST_PARTS:
            raise TemplateRefused(ReportReason.TOO_LARGE)
        if any("vbaproject" in name.lower() for name in self._names) or b"macroenabled" in self._kinds():
            raise TemplateRefused(ReportReason.MACROS)
        self._folder, self._main = self._find()

    def document(self) -> Any:
        """The root of the text."""
        return self._parsed(self._folder + self._main)

    def part(self, name: str) -> Any | None:
        """The root of a part beside the text ("styles.xml"), where there is one."""
        return self._parsed(self._folder + name) if self._folder + name in self._names else None

    def _kinds(self) -> bytes:
        return self._read("[Content_Types].xml").lower()

    def _find(self) -> tuple[str, str]:
        """Where the text lies: programs name it differently."""
        for relation in self._parsed("_rels/.rels"):
            if str(relation.get("Type", "")).endswith(_MAIN):
                folder, _, name = str(relation.get("Target", "")).lstrip("/").rpartition("/")
                return (f"{folder}/" if folder else ""), name
        raise TemplateRefused(ReportReason.NOT_WORD)

    def _read(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as part:
                content = part.read(LARGEST_PART + 1)
        except _FAULTS:
            raise TemplateRefused(ReportReason.NOT_WORD) from None
        if len(content) > LARGEST_PART:
            raise TemplateRefused(ReportReason.TOO_LARGE)
        return content

    def _parsed(self, name: str) -> Any:
        """A part as XML; entities are never resolved, and a file of Word declares none."""
        from docx.oxml import parse_xml

        content = self._read(name)
        try:
            if b"<!DOCTYPE" in content:
                raise TemplateRefused(ReportReason.NOT_WORD)
            return parse_xml(content)
        except (SyntaxError, ValueError):  # SyntaxError is the XML parser's
            raise TemplateRefused(ReportReason.NOT_WORD) from None
