"""What the application answers when somebody wants to come on the line."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from web.live.frames import Close, News, Reload


@dataclass(frozen=True, slots=True)
class Admission:
    """May come in. `catch_up` is asked once, when the socket already hears news: the page's regions as of now, a
    request to load the page again, or None if nothing has happened since it was drawn."""

    topics: frozenset[str]
    catch_up: Callable[[], Awaitable[News | Reload | None]]


@dataclass(frozen=True, slots=True)
class Refusal:
    """May not. A close code (`Close`) reaches the page's script; an HTTP status (403 for a foreign origin, 404) does
    not, and is for those who are not our pages."""

    code: Close | HTTPStatus


# Asked with an ASGI scope: path, query_string, headers (lower case), client.
Admit = Callable[[dict[str, Any]], Awaitable[Admission | Refusal]]
