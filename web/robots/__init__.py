"""Robots that use the demo's pages like people, by HTTP, from a process of their own beside the server."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from exchange.kernel.settings import Settings

_PATIENCE = 5.0  # seconds


@contextmanager
def beside(settings: Settings, *, busy: bool) -> Iterator[None]:
    """Robots while the server runs. Not `busy`: they only stay at the desks where somebody sits."""
    here = "127.0.0.1" if settings.host == "0.0.0.0" else settings.host  # noqa: S104 - a comparison
    command = [sys.executable, "-m", "web.robots", here, str(settings.port), *(["--busy"] if busy else [])]
    robots = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603 - ourselves
    try:
        yield
    finally:
        robots.terminate()
        try:
            robots.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            robots.kill()
