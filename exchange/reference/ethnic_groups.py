"""The 54 ethnic groups of Viet Nam by the statistics office's code, and how people really write them."""

from functools import cache

from msgspec import Struct

from exchange.kernel.text import fold, words
from exchange.reference.files import rows_of

MAJORITY = "01"  # Kinh


class EthnicGroup(Struct, frozen=True):
    """One group."""

    code: str
    name: str


@cache
def all_groups() -> tuple[EthnicGroup, ...]:
    """In the order of the official list, by number."""
    return tuple(EthnicGroup(row["code"], row["name"]) for row in rows_of("ethnic_groups"))


def minorities() -> tuple[EthnicGroup, ...]:
    """All but the Kinh."""
    return tuple(group for group in all_groups() if group.code != MAJORITY)


@cache
def _by_code() -> dict[str, EthnicGroup]:
    return {group.code: group for group in all_groups()}


@cache
def _by_name() -> dict[str, EthnicGroup]:
    found = {_key(group.name): group for group in all_groups()}
    for row in rows_of("ethnic_groups"):
        for other in filter(None, row["also"].split(";")):
            found.setdefault(_key(other), _by_code()[row["code"]])
    return found


def get(code: str) -> EthnicGroup | None:
    """The group of a code."""
    return _by_code().get(code)


def find(written: str) -> EthnicGroup | None:
    """The group that a text names, in any spelling: "KINH", "Khơ me", "khmer"."""
    return _by_name().get(_key(written))


def _key(name: str) -> str:
    return "".join(words(fold(name))).removeprefix("dantoc")
