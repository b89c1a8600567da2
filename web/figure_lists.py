"""A table of plans or declared figures between a page and the core: from a file or typed lines to judged lines."""

import asyncio
import io
from collections.abc import Sequence

from exchange.rosters.sheets import LARGEST, SheetRow, read_text, write_text
from exchange.spreadsheets.excel import FileRefused
from exchange.tallies.reading import number_of
from exchange.tallies.sheets import Line, SheetRefused, lines_of, read_figures
from web.forms import MISSING, Form
from web.visit import Visit


async def lines_sent(visit: Visit, form: Form) -> list[Line]:
    """The lines of the file that was sent, else of the text; none when something is wrong, said at the fields.

    A file becomes text in the form, so that it can be put right by hand.
    """
    sent = form.file("file")
    name = (sent.filename or "") if sent is not None else ""
    try:
        rows = await _file(sent, name) if name else read_text(form.values.get("lines", ""))
        if name:
            form.values["lines"] = write_text(rows)
        return lines_of(rows)
    except FileRefused as no:
        form.wrong("file", visit.render.label(no.reason) % {"what": no.what})
    except SheetRefused as no:
        form.wrong("file" if name else "lines", visit.render.label(no.reason))
    return []


async def _file(sent: object, name: str) -> Sequence[SheetRow]:
    data = io.BytesIO(await sent.read(LARGEST + 1))  # type: ignore[attr-defined]
    return await asyncio.to_thread(read_figures, data, name)


def whole_number(form: Form, name: str, sentence: str) -> int | None:
    """A number as offices write it; None when it is none, said at its field."""
    typed = form.get(name)
    found = number_of(typed)
    if found is None or found.qualifier is not None:
        form.wrong(name, sentence if typed else MISSING)
        return None
    return found.value


def turns(form: Form) -> int:
    """How many were written down before, when the form was drawn."""
    typed = form.get("after", "0")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 6 else 0
