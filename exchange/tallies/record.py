"""One record behind a figure, as it is shown to those who may open it."""

from datetime import date
from uuid import UUID

import msgspec

from exchange.kernel.codes import Code

Shown = str | int | date | Code | None | tuple[Code, ...]


class Record(msgspec.Struct, frozen=True):
    """A record. `seeker_id`: whose it is; `href`: its own page, "" where it has none for whoever looks."""

    id: UUID
    seeker_id: UUID | None
    href: str
    cells: tuple[Shown, ...]
