"""The type of reports: Liberation Serif, which has the metrics of Times New Roman and all Vietnamese letters."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from exchange.reports.codes import ReportReason
from exchange.reports.errors import NotDrawn

FAMILY: Final = "Liberation Serif"
NAMED: Final = "Times New Roman"  # what a Word file asks for: whoever opens it has it, or Liberation in its place
_FACES: Final = ("Regular", "Bold", "Italic", "BoldItalic")
_PLACES: Final = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "/Library/Fonts")


@cache
def folder() -> str:
    """The folder with the four faces, for this machine. Raises NotDrawn where they are not installed."""
    return str(find(Path(place).expanduser() for place in _PLACES))


def find(places: Iterable[Path]) -> Path:
    """The first folder under `places` with all four faces. Raises NotDrawn."""
    for place in places:
        for regular in sorted(place.rglob("LiberationSerif-Regular.ttf"), reverse=True):  # the newer edition first
            if all(regular.with_name(f"LiberationSerif-{face}.ttf").is_file() for face in _FACES):
                return regular.parent
    raise NotDrawn(ReportReason.FONTS)
