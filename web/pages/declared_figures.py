"""What other offices declared for a period to the viewer's centre: the list, and each figure with its history."""

from itertools import groupby
from typing import Any
from urllib.parse import quote
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath

from exchange.centres import queries as centres
from exchange.centres.access import staff_desk
from exchange.group_talks.codes import Qualifier
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.kernel.sheets import sheet
from exchange.kernel.texts import N_
from exchange.periods import queries as periods
from exchange.tallies import declared_queries as queries
from exchange.tallies.catalogue import INDICATORS, indicator
from exchange.tallies.codes import LineReason, TallyReason
from exchange.tallies.declared_actions import DeclaredGiven, declare, withdraw
from exchange.tallies.declared_queries import Declared
from exchange.tallies.indicator import Indicator
from exchange.tallies.reading import number_of, percent_of
from web.figure_lists import turns
from web.forms import MISSING, Form
from web.tally_rows import plan_text, text_of
from web.visit import Asked, Visit

HEAD = (
    N_("Mã"), N_("Chỉ tiêu"), N_("Đơn vị tính"), N_("Số liệu"), N_("Mức chính xác"), N_("Nguồn"), N_("Văn bản"),
    N_("Lý do"),
)  # fmt: skip
_WORDS = ("source", "document", "because")


class Row(msgspec.Struct, frozen=True):
    """An indicator with what was declared last; `text`: the figure as it stands, "–" where none does."""

    indicator: Indicator
    last: Declared | None
    text: str

    @property
    def stands(self) -> bool:
        """Whether a figure stands."""
        return self.last is not None and self.last.withdrawn is None


@get("/declared")
async def newest(visit: Asked) -> Response[bytes]:
    """The newest period that has begun."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/declared")
    await visit.read(lambda db: staff_desk(db, visit.viewer))
    found = await visit.read(lambda db: periods.newest_begun(periods.periods(db), local_day(visit.now)))
    return visit.go(f"/declared/{found.code}" if found else "/periods")


@get("/declared/{period:str}")
async def declared(visit: Asked, period: FromPath[str]) -> Response[bytes]:
    """All figures of a period by part of the report; those that others declare before those that are counted."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next={quote(f'/declared/{period}')}")
    return await visit.page("declared_figures/list.html", staff_page=True, **await visit.read(_list(visit, period)))


@get("/declared/{period:str}/table.csv")
async def table(visit: Asked, period: FromPath[str]) -> Response[bytes]:
    """The declared figures as the table that is read again: filled in, it is sent back."""
    values = await visit.read(_list(visit, period))
    rows = [_cells(row) for _, some in values["parts"] for row in some]
    headers = {
        "Content-Disposition": f'attachment; filename="so-lieu-bao-{values["period"].code}.csv"',
        "Cache-Control": "private, no-store",
    }
    return Response(sheet([HEAD, *rows], separator=";").encode(), media_type="text/csv", headers=headers)


@get("/declared/{period:str}/{code:str}")
async def figure(visit: Asked, period: FromPath[str], code: FromPath[str]) -> Response[bytes]:
    """One figure: its form and all that was ever declared of it."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next={quote(f'/declared/{period}/{code}')}")
    return await _figure(visit, period, code)


@post("/declared/{period:str}/{code:str}")
async def change(visit: Asked, period: FromPath[str], code: FromPath[str]) -> Response[bytes]:
    """Write it down, or correct it with a reason."""
    form, one = await visit.form(), indicator(code)
    await visit.read(lambda db: (staff_desk(db, visit.viewer), periods.period(db, period)))
    given = _given(form, one)

    def keep(db: Writing, given: DeclaredGiven) -> None:
        key = form.request_id or new_id()
        declare(db, staff_desk(db, visit.viewer), periods.period(db, period), given, client_key=key, now=visit.now)

    try:
        if given:
            await visit.write(lambda db: keep(db, given))
            return visit.go(f"/declared/{period}", str(visit.render.text(N_("Đã ghi số liệu."))))
    except Refused as no:
        form.refuse(no)
    except Conflict as no:
        form.wrong("value", visit.render.label(no.reason))
        return await _figure(visit, period, code, form, 409)
    return await _figure(visit, period, code, form, 422)


@post("/declared/{period:str}/{code:str}/withdrawal")
async def take_back(visit: Asked, period: FromPath[str], code: FromPath[str]) -> Response[bytes]:
    """Withdraw what stands, with a reason; it stays to be read."""
    form = await visit.form()
    try:
        own = UUID(form.get("declared_id"))
    except ValueError:
        raise NotFound from None
    indicator(code)

    def gone(db: Writing) -> None:
        desk, held = staff_desk(db, visit.viewer), periods.period(db, period)
        if own not in {one.id for one in queries.history(db, desk.centre_id, held.id, code)}:
            raise NotFound
        withdraw(db, desk, own, form.get("why"), now=visit.now)

    try:
        await visit.write(gone)
    except Refused as no:
        form.refuse(no, names={"because": "why"})
        return await _figure(visit, period, code, form, 422)
    return visit.go(f"/declared/{period}", str(visit.render.text(N_("Đã rút số liệu."))))


def _given(form: Form, one: Indicator) -> DeclaredGiven | None:
    """What was typed; None when something cannot be read, said at its field. A word before the number says how sure."""
    typed, sure = number_of(form.get("value")), form.get("qualifier") or Qualifier.EXACT.value
    if typed is None:
        form.wrong("value", LineReason.NO_NUMBER.label if form.get("value") else MISSING)
    if sure not in set(Qualifier):
        form.wrong("qualifier", LineReason.QUALIFIER.label)
    percent = percent_of(form.get("percent"))
    if percent is None and form.get("percent"):
        form.wrong("percent", TallyReason.PERCENT.label)
    if typed is None or form.errors:
        return None
    words: dict[str, Any] = {name: form.get(name) for name in _WORDS} | {"percent": percent}
    return DeclaredGiven(one.code, typed.value, typed.qualifier or Qualifier(sure), after=turns(form), **words)


def _list(visit: Visit, code: str) -> Any:
    def ask(db: Reading) -> dict[str, Any]:
        desk, period = staff_desk(db, visit.viewer), periods.period(db, code)
        last = queries.last_of(db, desk.centre_id, period.id)
        rows = [_row(one, last.get(one.code)) for one in INDICATORS if one.counted is None or one.code in last]
        parts = [(part, list(some)) for part, some in groupby(rows, key=lambda row: row.indicator.part)]
        others = [one for one in INDICATORS if one.counted and one.code not in last]
        centre = centres.centre(db, desk.centre_id)
        return {"period": period, "parts": parts, "others": others, "centre_name": centre.name}

    return ask


async def _figure(visit: Visit, period: str, code: str, form: Form | None = None, status: int = 200) -> Response[bytes]:
    one = indicator(code)

    def ask(db: Reading) -> dict[str, Any]:
        desk, found = staff_desk(db, visit.viewer), periods.period(db, period)
        return {"period": found, "history": queries.history(db, desk.centre_id, found.id, code)}

    values = await visit.read(ask)
    last = values["history"][-1] if values["history"] else None
    shown = form or Form.of(_kept(last, one) if last else {})
    return await visit.page(
        "declared_figures/figure.html", status=status, staff_page=True, one=one, form=shown, last=last,
        texts={told.id: text_of(told.value, one, told.qualifier) for told in values["history"]},
        qualifiers=[(word.value, visit.render.label(word)) for word in Qualifier], **values,
    )  # fmt: skip


def _kept(last: Declared, one: Indicator) -> dict[str, str]:
    """What stands, as it would be typed."""
    percent = "" if last.percent is None else f"{last.percent // 100},{last.percent % 100:02d}"
    told = {"source": last.source, "document": last.document, "percent": percent}
    return told | {"value": plan_text(last.value, one), "qualifier": last.qualifier.value}


def _row(one: Indicator, last: Declared | None) -> Row:
    stands = last is not None and last.withdrawn is None
    return Row(one, last, text_of(last.value, one, last.qualifier) if last and stands else "–")


def _cells(row: Row) -> tuple[object, ...]:
    one, last = row.indicator, row.last if row.stands else None
    told = (last.value, last.qualifier.label, last.source, last.document) if last else ("", "", "", "")
    return one.code, one.label, one.unit.label, *told, ""


HANDLERS = [newest, declared, table, figure, change, take_back]
