"""The tally of centres for a period, as a page and as a file."""

from collections.abc import Sequence
from typing import Any

import msgspec
from litestar import Response, get

from exchange.closings.closed import ClosingView, closing_of
from exchange.closings.queries import tally as lines_of
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.plans.codes import MOST_DECIMALS, Comparison, Rounding
from exchange.plans.csv import tally_csv
from exchange.plans.queries import Line
from exchange.tallies.access import tally_desk
from web import tally_filters, tally_pictures
from web.forms import Form
from web.tally_filters import Asked, Choices
from web.tally_rows import rows_of, sections
from web.visit import Asked as Asking
from web.visit import Visit


class Tally(msgspec.Struct, frozen=True):
    """What a page of the tally is made of. `asked`: None where nobody made a period yet."""

    asked: Asked | None
    form: Form
    choices: Choices
    lines: Sequence[Line]
    leads: bool
    closing: ClosingView | None = None


@get("/tallies")
async def tally(visit: Asking) -> Response[bytes]:
    """The tally; the filters are in the address."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/tallies")
    found = await visit.read(lambda db: _tally(db, visit), scan=True)
    status = 422 if found.form.errors else 200
    return await visit.page("tallies/tally.html", status=status, staff_page=True, **_values(found, visit))


@get("/tallies.csv")
async def spreadsheet(visit: Asking) -> Response[bytes]:
    """The same as a file for a spreadsheet; `separator=semicolon` where the comma is the decimal sign."""
    found = await visit.read(lambda db: _tally(db, visit), scan=True)
    if found.asked is None or found.form.errors:
        raise NotFound
    text = tally_csv(found.lines, found.asked.style, separator=";" if visit.query("separator") == "semicolon" else ",")
    name = f"so-lieu-{found.asked.period.code}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return Response(text.encode(), media_type="text/csv", headers=headers)


def _tally(db: Reading, visit: Visit) -> Tally:
    desk = tally_desk(db, visit.viewer)
    asked, form, choices = tally_filters.read(db, visit, desk)
    shown = lines_of(db, asked.period, asked.centres) if asked else []
    closing = closing_of(db, desk.centre_id, asked.period.id) if asked and asked.alone else None
    return Tally(asked, form, choices, shown, desk.staff.leads, closing)


def _values(found: Tally, visit: Visit) -> dict[str, Any]:
    asked = found.asked
    values: dict[str, Any] = {"asked": asked, "form": found.form, "choices": found.choices, "leads": found.leads}
    values["closing"] = found.closing
    if asked is None:
        return values
    called = {one.id: one.short_name for one in found.choices.places}
    rows = rows_of(found.lines, asked, called, visit)
    say = visit.render.text
    return values | {
        "sections": sections(rows),
        "shown": [one for one in found.choices.places if asked.centres is None or one.id in asked.centres],
        "plans": tally_pictures.plans(found.lines, asked, say),
        "fairs": tally_pictures.fairs(found.lines, asked, say),
        "roundings": [(one.value, visit.render.label(one)) for one in Rounding],
        "decimals": [(str(n), str(n)) for n in range(MOST_DECIMALS + 1)],
        "comparisons": [(one.value, visit.render.label(one)) for one in Comparison],
    }


HANDLERS = [tally, spreadsheet]
