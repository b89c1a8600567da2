"""What passes between systems: a request to be sent, what came back. Who sends it is the edge's affair."""

from typing import Protocol

import msgspec

from exchange.feeds.codes import WireFault

LARGEST_ANSWER = 8 * 1024 * 1024  # bytes that are read of an answer


class Request(msgspec.Struct, frozen=True):
    """A request. `body`: None for GET."""

    url: str
    headers: dict[str, str]
    body: bytes | None = None


class Reply(msgspec.Struct, frozen=True):
    """What came back: a status and a body, or why nothing did."""

    status: int = 0
    body: bytes = b""
    fault: WireFault | None = None

    @property
    def taken(self) -> bool:
        """Whether the other side says that it has it."""
        return self.fault is None and 200 <= self.status < 300


class Wire(Protocol):
    """Sends a request and waits for the answer; never raises for what the other side does."""

    def __call__(self, request: Request) -> Reply:
        """The answer."""
