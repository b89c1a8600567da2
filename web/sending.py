"""How something reaches a person outside the browser. One adapter today: the console; SMS and e-mail come as others."""

import logging
from collections import deque
from typing import NamedTuple, Protocol

log = logging.getLogger("exchange.sending")


class Sent(NamedTuple):
    """One message."""

    to: str
    text: str


class Sender(Protocol):
    """Sends a short text to a telephone (E.164) or an e-mail address. Called after the commit; may take seconds."""

    async def send(self, to: str, text: str) -> None:
        """Raises OSError when it cannot be sent now."""


class ConsoleSender:
    """Writes messages to the log. In demo mode the newest are kept for the page that shows them."""

    def __init__(self, *, demo: bool) -> None:
        self.kept: deque[Sent] = deque(maxlen=20 if demo else 0)

    async def send(self, to: str, text: str) -> None:
        self.kept.append(Sent(to, text))
        log.warning("message to %s: %s", to, text)
