"""A list of people between a page and the core: from a file or typed lines to lines that are looked through."""

import asyncio
import io
from typing import Any

from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading
from exchange.kernel.texts import N_
from exchange.rosters.actions import ListGiven, ListTaken
from exchange.rosters.queries import NEW, SKIP, Looking, look_up, seen_mark
from exchange.rosters.rows import ListRefused, ListRow, as_text, list_rows, unread
from exchange.rosters.sheets import LARGEST, read_file, read_text
from exchange.spreadsheets.excel import FileRefused
from web.forms import Form
from web.visit import Visit

_LINE = "line_"
_TAKEN = N_("Đã ghi: %(known)s người đã có hồ sơ, %(new)s hồ sơ mới; bỏ qua %(left)s dòng.")
_SENT_BEFORE = N_("Danh sách này đã được ghi trước đó.")


async def rows_of(visit: Visit, form: Form) -> list[ListRow]:
    """The lines of the file that was sent, else of the text; none when something is wrong, said at the fields.

    A file becomes text in the form, so that it can be put right by hand.
    """
    sent = form.file("file")
    name = (sent.filename or "") if sent is not None else ""
    try:
        if name:
            data = io.BytesIO(await sent.read(LARGEST + 1))
            form.values["lines"] = as_text(await asyncio.to_thread(read_file, data, name))
        return list_rows(read_text(form.values.get("lines", "")), today=local_day(visit.now))
    except FileRefused as no:
        form.wrong("file", visit.render.label(no.reason) % {"what": no.what})
    except ListRefused as no:
        form.wrong("file" if name else "lines", visit.render.label(no.reason))
    return []


def given_of(form: Form, rows: list[ListRow]) -> ListGiven:
    """What was confirmed: the lines, and what becomes of each."""
    typed = {name.removeprefix(_LINE): form.get(name) for name in form.values if name.startswith(_LINE)}
    choices = {int(line): choice for line, choice in typed.items() if line.isdecimal() and len(line) < 7}
    return ListGiven(rows, choices, form.get("seen"), form.ticked("drop_faulty"))


def preview(db: Reading, looking: Looking, rows: list[ListRow], form: Form) -> dict[str, Any]:
    """What the page shows of the lines: whose files they name, and what may become of them."""
    lines = look_up(db, looking, rows)
    form.values["seen"] = seen_mark(lines)
    faulty = sum(line.row.fault is not None for line in lines)
    unread_columns = unread(read_text(form.values.get("lines", ""))) if rows else []
    return {"lines": lines, "faulty": faulty, "new": NEW, "skip": SKIP, "unread": unread_columns}


def taken_words(visit: Visit, taken: ListTaken | None) -> str:
    """What became of the list, in one sentence."""
    if taken is None:
        return str(visit.render.text(_SENT_BEFORE))
    return str(visit.render.text(_TAKEN, known=taken.known, new=taken.new, left=taken.left))
