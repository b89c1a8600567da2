"""Records behind figures as rows of a table, and moments as a browser's field takes them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from exchange.kernel.clock import VIETNAM
from exchange.kernel.codes import Code
from exchange.kernel.texts import N_
from exchange.tallies.codes import RecordKind
from exchange.tallies.record import Record
from exchange.tallies.records import columns_of
from web.forms import Form
from web.render import Render, day, number

_EARLIEST, _LATEST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


def names(render: Render, kind: RecordKind) -> list[str]:
    """The names of the columns."""
    return [str(render.text(name)) for name in columns_of(kind)]


def cells(render: Render, row: Record) -> list[str]:
    """What stands in the columns of a record."""
    return [_text(render, value) for value in row.cells]


def moment_text(at: datetime) -> str:
    """A moment for a field of type datetime-local, in Viet Nam; rounded up, so that what was written then is in it."""
    up = at.astimezone(VIETNAM) + timedelta(microseconds=999)
    return up.replace(tzinfo=None).isoformat(timespec="milliseconds")


def moment(form: Form, name: str) -> datetime | None:
    """A moment from such a field; None where it cannot be meant, said at the field."""
    found = form.moment(name)
    if found is not None and not _EARLIEST <= found <= _LATEST:
        form.wrong(name, N_("Anh/chị chọn ngày và giờ."))
        return None
    return found


def _text(render: Render, value: Any) -> str:
    match value:
        case None:
            return "–"
        case Code():
            return render.label(value)
        case tuple():
            return ", ".join(_text(render, one) for one in value)
        case date():
            return day(value)
        case int():
            return number(value)
        case _:
            return str(value)
