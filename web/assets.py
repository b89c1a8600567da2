"""Static files from memory: hashed names, compressed once, cached for ever by browsers."""

import gzip
import hashlib
import mimetypes
import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import brotli

ROOT = Path(__file__).parent / "static"
PREFIX = "/static/"
_PUBLIC = ("tokens", "base", "forms", "layout", "components", "charts")
_SLICES = ("fairs", "booths", "vacancies", "fair_tallies", "seekers", "employers", "accounts", "benefits", "referrals")
_STAFF = (
    "floor",
    "desk",
    "people",
    "counsel",
    "worklists",
    "groups",
    "intake",
    "tallies",
    "reports",
    "feeds",
    "closings",
)
_LAST = ("print",)
_COMMENT_LINES = re.compile(rb"^[ \t]*//[^\n]*\n", re.MULTILINE)
_BUNDLES = {"public.css": (*_PUBLIC, *_SLICES, *_LAST), "staff.css": (*_PUBLIC, *_SLICES, *_STAFF, *_LAST)}


@dataclass(frozen=True)
class Asset:
    """One file, ready to send. Compressed when first asked for, so that a start does not wait for it."""

    address: str
    kind: str
    plain: bytes
    squeezable: bool

    @cached_property
    def br(self) -> bytes | None:
        """Brotli, as small as it gets."""
        return brotli.compress(self.plain, quality=11) if self.squeezable else None

    @cached_property
    def gz(self) -> bytes | None:
        """Gzip, for what knows no brotli."""
        return gzip.compress(self.plain, 6, mtime=0) if self.squeezable else None


class Assets:
    """All static files by name and by address."""

    def __init__(self) -> None:
        self._by_name: dict[str, Asset] = {}
        for name, data in _files():
            self._by_name[name] = _asset(name, data)
        self.by_address = {asset.address: asset for asset in self._by_name.values()}

    def address(self, name: str) -> str:
        """The hashed address of a file; KeyError for one that does not exist, so that a template's typo is found."""
        return self._by_name[name].address

    def get(self, name: str) -> Asset:
        """One file by its plain name."""
        return self._by_name[name]


@cache
def assets() -> Assets:
    """The files of this installation."""
    return Assets()


def _files() -> list[tuple[str, bytes]]:
    found = [
        (str(path.relative_to(ROOT)), _for_the_wire(path))
        for path in sorted(ROOT.rglob("*"))
        if path.is_file() and path.suffix in (".js", ".svg", ".png", ".ico")
    ]
    sheets = [(name, b"\n".join(_sheet(part) for part in parts)) for name, parts in _BUNDLES.items()]
    return found + sheets


def _for_the_wire(path: Path) -> bytes:
    """Our scripts travel without the lines that are only comments: a cheap phone pays for each."""
    data = path.read_bytes()
    return _COMMENT_LINES.sub(b"", data) if path.parent.name == "js" else data


def _sheet(part: str) -> bytes:
    path = ROOT / "css" / f"{part}.css"
    return path.read_bytes() if path.exists() else b""


def _asset(name: str, data: bytes) -> Asset:
    stem, _, ending = name.rpartition(".")
    digest = hashlib.sha256(data).hexdigest()[:10]
    kind = mimetypes.types_map.get("." + ending, "application/octet-stream")
    if kind.startswith("text/"):
        kind += "; charset=utf-8"
    squeezable = ending in ("css", "js", "svg")
    return Asset(f"{PREFIX}{stem}.{digest}.{ending}", kind, data, squeezable)
