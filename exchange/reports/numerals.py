"""Numbers read back from how they are printed: dots between thousands, a comma before decimals."""

import re
from decimal import Decimal
from typing import Final

_NUMBER: Final = re.compile(r"([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(%?)")


def number(text: str) -> Decimal | None:
    """ "15.384" as 15384, "66,88%" as 66.88; None for anything else ("–", "khoảng 400")."""
    match = _NUMBER.fullmatch(text.strip().replace("−", "-"))
    if match is None:
        return None
    sign, whole, decimals, _ = match.groups()
    return Decimal(f"{sign}{whole.replace('.', '')}.{decimals or 0}")


def decimals(text: str) -> int:
    """How many digits stand after the comma."""
    match = _NUMBER.fullmatch(text.strip().replace("−", "-"))
    return len(match[3] or "") if match else 0


def is_percent(text: str) -> bool:
    """Whether a number is printed as a percentage."""
    return text.endswith("%") and number(text) is not None


def counted(how_many: int) -> str:
    """A small count as official texts write it: 03, 12."""
    return f"{how_many:02d}"
