"""What a scan is by its bytes, and whether it is taken."""

import msgspec

from exchange.documents.codes import LARGEST, DocumentReason, MediaType
from exchange.kernel.text import squeeze

_PDF_WITHIN = 1024  # bytes: readers accept what comes before the header
_LONGEST = 160


class Scan(msgspec.Struct, frozen=True):
    """A file as it was sent, looked at."""

    name: str
    media_type: MediaType
    content: bytes
    sha256: str


def media_type(content: bytes) -> MediaType | None:
    """By the first bytes: `%PDF-`, the JPEG start of image, the PNG signature."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return MediaType.PNG
    if content.startswith(b"\xff\xd8\xff"):
        return MediaType.JPEG
    return MediaType.PDF if b"%PDF-" in content[:_PDF_WITHIN] else None


def why_not(content: bytes) -> DocumentReason | None:
    """Why these bytes are not taken."""
    if not content:
        return DocumentReason.EMPTY
    if len(content) > LARGEST:
        return DocumentReason.TOO_LARGE
    return None if media_type(content) else DocumentReason.WRONG_TYPE


def plain_name(name: str, kind: MediaType) -> str:
    """The file's own name without folders and marks that mean something in headers, ending as its bytes say."""
    last = squeeze(
        "".join(ch for ch in name.replace("\\", "/").rsplit("/", 1)[-1] if ch.isprintable() and ch not in '"<>|:*?')
    )
    stem = last.rsplit(".", 1)[0].strip(" .") or "ban-chup"
    ending = {MediaType.PDF: ".pdf", MediaType.JPEG: ".jpg", MediaType.PNG: ".png"}[kind]
    return stem[: _LONGEST - len(ending)] + ending
