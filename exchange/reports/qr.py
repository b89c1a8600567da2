"""QR codes of addresses, as drawings and as pictures; the same address gives the same bytes."""

import io
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from segno import QRCode

_DOTS: Final = 4  # of a picture for each module: about 150 to the inch at 22 mm


def drawing(address: str) -> str:
    """An SVG, quiet zone included."""
    out = io.BytesIO()
    _made(address).save(out, kind="svg", border=2)
    return out.getvalue().decode()


def picture(address: str) -> bytes:
    """A PNG, quiet zone included."""
    out = io.BytesIO()
    _made(address).save(out, kind="png", scale=_DOTS, border=2)
    return out.getvalue()


@lru_cache(maxsize=256)
def _made(address: str) -> "QRCode":
    """15 ms each, and the same report is taken away in several forms."""
    import segno

    return segno.make(address, error="m")
