"""What Word keeps apart from the text: which style is a title, and how a list is numbered."""

from collections import defaultdict
from typing import Any, Final

from exchange.reports.codes import Level
from exchange.reports.numbering import letter, roman

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS: Final = {f"heading {at}": level for at, level in enumerate(Level, start=1)}
_DEEPEST: Final = 10  # styles that rest on one another


def value(element: Any | None, name: str = "val") -> str:
    """A property of Word; empty where there is none."""
    return "" if element is None else str(element.get(W + name, ""))


class Styles:
    """Styles of paragraphs by their ids; Word shows them in the reader's language and stores them in English."""

    def __init__(self, root: Any | None) -> None:
        self._all = {} if root is None else {value(style, "styleId"): style for style in root.iterfind(f"{W}style")}

    def level(self, style: str) -> Level | None:
        """The part of a text that a style is the title of, also for styles made from Word's own."""
        return next((_LEVELS[name] for one in self._chain(style) if (name := self._name(one)) in _LEVELS), None)

    def numbers(self, style: str) -> Any | None:
        """The list that a style belongs to."""
        found = (one.find(f"{W}pPr/{W}numPr") for one in self._chain(style))
        return next((numbers for numbers in found if numbers is not None), None)

    def _chain(self, style: str) -> list[Any]:
        chain: list[Any] = []
        while style in self._all and len(chain) < _DEEPEST:
            chain.append(self._all[style])
            style = value(chain[-1].find(f"{W}basedOn"))
        return chain

    @staticmethod
    def _name(style: Any) -> str:
        return value(style.find(f"{W}name")).lower()


class Lists:
    """Marks of list items: Word counts them when it shows them, so we count too."""

    def __init__(self, root: Any | None) -> None:
        self._formats: dict[tuple[str, str], str] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        if root is None:
            return
        kinds = {value(kind, "abstractNumId"): kind for kind in root.iterfind(f"{W}abstractNum")}
        for number in root.iterfind(f"{W}num"):
            for level in self._levels(kinds.get(value(number.find(f"{W}abstractNumId")))):
                shown = value(level.find(f"{W}numFmt"))
                self._formats[value(number, "numId"), value(level, "ilvl")] = shown

    def mark(self, numbers: Any | None) -> str:
        """What Word shows before the next item of a list: "-", "1.", "a)"."""
        if numbers is None:
            return ""
        which, depth = value(numbers.find(f"{W}numId")), value(numbers.find(f"{W}ilvl")) or "0"
        shown = self._formats.get((which, depth), "none")
        if shown == "none" or not depth.isdigit():
            return ""
        counts = self._counts[which]
        at = counts[int(depth)] = counts.get(int(depth), 0) + 1
        for deeper in [one for one in counts if one > int(depth)]:
            del counts[deeper]
        return _written(shown, at)

    @staticmethod
    def _levels(kind: Any | None) -> list[Any]:
        return [] if kind is None else list(kind.iterfind(f"{W}lvl"))


def _written(shown: str, at: int) -> str:
    if shown == "bullet":
        return "-"
    if shown.endswith("Letter"):
        return f"{letter(at)})"
    return f"{roman(at)}." if shown.endswith("Roman") else f"{at}."
