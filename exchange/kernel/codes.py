"""Fixed words the program branches on. One source for CHECK constraint, form option, label and export."""

from enum import StrEnum
from typing import Self


class Code(StrEnum):
    """A stored word with its Vietnamese label.

    Members are written `NAME = "value", N_("nhãn")`. Values are never renamed or reused. The default of `label`
    lets a type checker accept `Member("value")`; each member must still state one (a test walks all codes).
    """

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Reason(Code):
    """Base of the codes with which rules say no. Each slice has its own subclass; the label is the sentence shown."""
