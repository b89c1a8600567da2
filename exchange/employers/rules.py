"""Tax codes, and how long an invitation lives."""

import re
from datetime import timedelta

import msgspec
from stdnum.exceptions import InvalidChecksum, ValidationError
from stdnum.vn import mst

from exchange.employers.codes import EmployerReason

INVITATION_LASTS = timedelta(days=7)
_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


class TaxCode(msgspec.Struct, frozen=True):
    """A tax code as it is kept: 10 digits, 10-3 for a branch, or the 12 digits of a person or household.

    `doubtful`: the published rules disagree whether such a code is issued, so the centre looks at the papers.
    """

    text: str
    doubtful: bool = False


def tax_code(typed: str) -> TaxCode | EmployerReason:
    """The tax code that was typed, or why it is none."""
    digits = mst.compact(typed)
    if len(digits) == 12:
        return (
            TaxCode(digits, doubtful=not _like_a_citizen(digits)) if _digits(digits) else EmployerReason.TAX_CODE_WRONG
        )
    try:
        return TaxCode(mst.format(mst.validate(digits)))
    except InvalidChecksum:
        return TaxCode(mst.format(digits), doubtful=True) if _disputed(digits) else EmployerReason.TAX_CODE_WRONG
    except ValidationError:
        return EmployerReason.TAX_CODE_WRONG


def _digits(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def _disputed(digits: str) -> bool:
    """A weighted sum divisible by 11 would need the check "10"; some lists print 0 there, some say it is not issued."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return total % 11 == 0 and digits[9] == "0"


def _like_a_citizen(digits: str) -> bool:
    """Since 1 July 2025 persons and households use the citizen's number; it has no check digit, only a shape.

    Three digits of the province or country of birth, one for century and sex (0 to 3 for anybody alive).
    """
    return 1 <= int(digits[:3]) <= 999 and digits[3] in "0123"


def is_email(typed: str) -> bool:
    """Whether a letter may be tried; whether it arrives, only the letter can tell."""
    return re.fullmatch(r"[^\s@,;<>\"]+@[^\s@,;<>\"]+\.[^\s@.,;<>\"]{2,}", typed.strip()) is not None
