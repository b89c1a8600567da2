"""QR codes of addresses, as drawings and as pictures; the same address gives the same bytes."""

import io
from typing import Final

_DOTS: Final = 6  # of a picture for each module: sharp at 22 mm on any office printer


def drawing(address: str) -> str:
    """An SVG, quiet zone included."""
    import segno

    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", border=2)
    return out.getvalue().decode()


def picture(address: str) -> bytes:
    """A PNG, quiet zone included."""
    import segno

    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="png", scale=_DOTS, border=2)
    return out.getvalue()
