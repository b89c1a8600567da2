"""The table of unemployment insurance for a period, and the decisions of a period as a file."""

from datetime import date
from typing import Any

from litestar import Response, get

from exchange.benefits.report_queries import issued, table, year_begins
from exchange.benefits.sheets import Separator, decisions_csv, table_csv
from exchange.centres import queries as centres
from exchange.centres.access import staff_desk
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.kernel.texts import N_
from web.forms import MISSING, Form
from web.visit import Asked, Visit


@get("/benefits/table")
async def figures(visit: Asked) -> Response[bytes]:
    """The table of the centre; `from` and `to`: both days belong to the period."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/benefits/table")
    form = _asked(visit)
    period = _period(form)

    def ask(db: Reading) -> dict[str, Any]:
        desk = staff_desk(db, visit.viewer)
        rows = table(db, desk, *period) if period else []
        return {"centre": centres.centre(db, desk.centre_id), "rows": rows}

    values = await visit.read(ask, scan=True)
    here = f"from={form.get('from')}&to={form.get('to')}"
    status = 200 if period else 422
    return await visit.page(
        "benefits/table.html",
        status=status,
        staff_page=True,
        form=form,
        period=period,
        year=year_begins(*period) if period else None,
        asked=here,
        **values,
    )


@get("/benefits/table.csv")
async def table_file(visit: Asked) -> Response[bytes]:
    """The same as a file for a spreadsheet; `separator=semicolon` where the comma is the decimal sign."""
    period = _period_or_nothing(visit)
    rows = await visit.read(lambda db: table(db, staff_desk(db, visit.viewer), *period), scan=True)
    return _file("bang-bhtn", period, table_csv(rows, separator=_separator(visit)))


@get("/benefits/decisions.csv")
async def decisions_file(visit: Asked) -> Response[bytes]:
    """The decisions that stand with a day in the period."""
    period = _period_or_nothing(visit)
    rows = await visit.read(lambda db: issued(db, staff_desk(db, visit.viewer), *period), scan=True)
    return _file("quyet-dinh-tctn", period, decisions_csv(rows, separator=_separator(visit)))


def _asked(visit: Visit) -> Form:
    """What the address says; without it, this calendar month until today."""
    today = local_day(visit.now)
    return Form.of({"from": visit.query("from", f"{today:%Y-%m}-01"), "to": visit.query("to", today.isoformat())})


def _period(form: Form) -> tuple[date, date] | None:
    start, end = form.day("from"), form.day("to")
    for name, found in (("from", start), ("to", end)):
        if found is None:
            form.wrong(name, MISSING)
    if start is None or end is None:
        return None
    if end < start:
        form.wrong("to", N_("Ngày cuối kỳ phải từ ngày đầu kỳ trở đi."))
        return None
    return start, end


def _period_or_nothing(visit: Visit) -> tuple[date, date]:
    period = _period(_asked(visit))
    if period is None:
        raise NotFound
    return period


def _separator(visit: Visit) -> Separator:
    return ";" if visit.query("separator") == "semicolon" else ","


def _file(name: str, period: tuple[date, date], text: str) -> Response[bytes]:
    called = f"{name}-{period[0]:%Y-%m-%d}-{period[1]:%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{called}"', "Cache-Control": "private, no-store"}
    return Response(text.encode(), media_type="text/csv", headers=headers)


HANDLERS = [figures, table_file, decisions_file]
