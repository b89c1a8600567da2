"""What can go wrong with papers, as sentences for people."""

from exchange.reports.codes import ReportReason


class NotDrawn(Exception):  # noqa: N818 - read as a sentence where it is raised
    """A report cannot be drawn on this machine; the text says what is missing."""

    def __init__(self, reason: ReportReason, what: str = "") -> None:
        super().__init__(reason.label % {"what": what} if "%(what)s" in reason.label else reason.label)
        self.reason = reason
        self.what = what

    def __reduce__(self) -> tuple[type["NotDrawn"], tuple[ReportReason, str]]:
        """It travels from the process that draws."""
        return NotDrawn, (self.reason, self.what)


class TemplateRefused(Exception):  # noqa: N818
    """A template that cannot be taken.

    `at`: which of the paragraphs that are not empty; `near`: how it begins; `what`: the words at fault.
    """

    def __init__(self, reason: ReportReason, *, at: int = 0, near: str = "", what: str = "") -> None:
        told = {"at": f"{at} (“{near}”)" if near else str(at), "what": what}
        super().__init__(reason.label % told if "%(" in reason.label else reason.label)
        self.reason, self.at, self.near, self.what = reason, at, near, what
