"""The three ways to say no. Anything else that is raised is a bug."""

from exchange.kernel.codes import Reason


class NotFound(Exception):  # noqa: N818 - read as a sentence where it is raised
    """There is no such row for this viewer; "not yours" is the same answer, so that existence is not revealed."""


class Refused(Exception):  # noqa: N818
    """The rules say no.

    `field` names the form field the reason belongs to, or is empty where it concerns the whole act.
    """

    def __init__(self, reason: Reason, field: str = "") -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.field = field


class Conflict(Exception):  # noqa: N818
    """Someone else was faster; the page should be drawn again."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
