"""What became known after a period was closed: the correction ledger, and why a number changed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.centres.access import lead_desk, staff_desk
from exchange.closings import changes as change_queries
from exchange.closings import desk_queries, ledger_actions, ledger_queries
from exchange.closings.causes import Told
from exchange.closings.changes import Changes, Moments
from exchange.closings.closed import closing_of
from exchange.closings.opening import shown
from exchange.closings.packing import unpacked
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.texts import N_
from exchange.periods import queries as periods
from exchange.tallies.access import tally_desk
from exchange.tallies.catalogue import indicator
from web import recording
from web.forms import Form
from web.visit import Asked, Visit

Why = dict[UUID, list[Told]]
_SHOWN = 50  # records of each side on a page


@get("/closings/{period_code:str}/ledger")
async def ledger(visit: Asked, period_code: FromPath[str]) -> Response[bytes]:
    """What is booked, and what is not yet."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/closings/{period_code}/ledger")
    return await _ledger(visit, period_code)


@post("/closings/{period_code:str}/ledger")
async def book(visit: Asked, period_code: FromPath[str]) -> Response[bytes]:
    """Book everything that is pending, with one reason."""
    form = await visit.form()

    def change(db: Writing) -> None:
        desk, period = lead_desk(db, visit.viewer), periods.period(db, period_code)
        because = form.get("because")
        ledger_actions.book_corrections(db, desk, period, because, request_id=form.request_id, now=visit.now)

    try:
        await visit.write(change)
    except Refused as no:
        form.refuse(no)
        return await _ledger(visit, period_code, form, 422)
    return visit.go(f"/closings/{period_code}/ledger", str(visit.render.text(N_("Đã ghi vào sổ điều chỉnh."))))


@get("/closings/{period_code:str}/ledger/{correction_id:uuid}")
async def correction(visit: Asked, period_code: FromPath[str], correction_id: FromPath[UUID]) -> Response[bytes]:
    """The records that came and went with a booked correction."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/closings/{period_code}/ledger/{correction_id}")

    values = await visit.read(lambda db: _booked(db, visit, period_code, correction_id), scan=True)
    one, why = values["one"], values["why"]
    sides = {"came": unpacked(one.came), "went": unpacked(one.went)}
    told = await visit.write(lambda db: _sides(db, visit, period_code, one.indicator, sides, why))
    return await visit.page(
        "closings/correction.html", staff_page=True, sides=told, **_named(visit, one.indicator), **values
    )


@get("/closings/{period_code:str}/{figure_code:str}/changes")
async def changes(visit: Asked, period_code: FromPath[str], figure_code: FromPath[str]) -> Response[bytes]:
    """A figure at two moments, record by record."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/closings/{period_code}/{figure_code}/changes")
    typed = {name: said for name in ("from", "to") if (said := visit.query(name))}
    form = Form.of(typed)
    marks = await visit.read(lambda db: _marks(db, visit, period_code, figure_code))
    begins = marks[0][2] if marks else visit.now
    form.values = {"from": recording.moment_text(begins), "to": recording.moment_text(visit.now)} | form.values
    ends = (recording.moment(form, "from"), recording.moment(form, "to"))
    values: dict[str, Any] = {"found": None, "sides": []}
    if ends[0] and ends[1]:
        moments = Moments.of(ends[0], ends[1])
        found, why = await visit.read(lambda db: _changed(db, visit, period_code, figure_code, moments), scan=True)
        both = {"came": list(found.came), "went": list(found.went)}
        sides = await visit.write(lambda db: _sides(db, visit, period_code, figure_code, both, why))
        values = {"found": found, "sides": sides, "swapped": ends[0] > ends[1]}
    period = await visit.read(lambda db: periods.period(db, period_code))
    links = [(act, who, recording.moment_text(at), at) for act, who, at in marks]
    return await visit.page(
        "closings/changes.html", status=422 if form.errors else 200, staff_page=True, form=form, period=period,
        marks=links, now_text=recording.moment_text(visit.now), **_named(visit, figure_code), **values,
    )  # fmt: skip


def _marks(db: Reading, visit: Visit, code: str, figure: str) -> list[tuple[Any, str, datetime]]:
    centre, period = staff_desk(db, visit.viewer).centre_id, periods.period(db, code)
    return desk_queries.moments(db, centre, period, indicator(figure).code)


def _changed(db: Reading, visit: Visit, code: str, figure: str, moments: Moments) -> tuple[Changes, Why]:
    desk, period = tally_desk(db, visit.viewer), periods.period(db, code)
    found = change_queries.changes(db, period, desk.centre_id, figure, moments)
    return found, change_queries.reasons(db, found, [*found.came[:_SHOWN], *found.went[:_SHOWN]])


def _booked(db: Reading, visit: Visit, code: str, correction_id: UUID) -> dict[str, Any]:
    """A booked correction, with what was written down of its records since the closing."""
    desk, period = tally_desk(db, visit.viewer), periods.period(db, code)
    closing = closing_of(db, desk.centre_id, period.id)
    booked = ledger_queries.corrections(db, closing.id) if closing else []
    one = next((row for row in booked if row.id == correction_id), None)
    if one is None or closing is None:
        raise NotFound
    found = change_queries.changes(db, period, desk.centre_id, one.indicator, Moments.of(closing.at, one.at))
    ids = [*unpacked(one.came)[:_SHOWN], *unpacked(one.went)[:_SHOWN]]
    return {"period": period, "one": one, "found": found, "why": change_queries.reasons(db, found, ids)}


def _sides(
    db: Writing, visit: Visit, code: str, figure: str, sides: dict[str, list[UUID]], why: Why
) -> list[tuple[str, int, list[tuple[str, list[str], Any]]]]:
    """What came and what went: how many, and rows of the first fifty with their reasons."""
    desk, kind = tally_desk(db, visit.viewer), indicator(figure).opens
    told = []
    for side, ids in sides.items():
        first = ids[:_SHOWN] if kind else []
        rows = shown(db, desk, kind, first, {"period": code, "figure": figure}, now=visit.now) if kind else {}
        made = [(rows[own].href, recording.cells(visit.render, rows[own]), why.get(own)) for own in first]
        told.append((side, len(ids), made))
    return told


def _named(visit: Visit, code: str) -> dict[str, Any]:
    one = indicator(code)
    return {"indicator": one, "names": recording.names(visit.render, one.opens) if one.opens else [], "most": _SHOWN}


async def _ledger(visit: Visit, code: str, form: Form | None = None, status: int = 200) -> Response[bytes]:
    def ask(db: Reading) -> dict[str, Any]:
        desk, period = staff_desk(db, visit.viewer), periods.period(db, code)
        closing = closing_of(db, desk.centre_id, period.id)
        booked = ledger_queries.corrections(db, closing.id) if closing else []
        pending = [row for row in desk_queries.joined(db, desk, period) if row.pending]
        labels = {row.indicator: indicator(row.indicator).label for row in booked}
        told = {"booked": booked, "pending": pending, "labels": labels}
        return {"desk": desk, "period": period, "closing": closing} | told

    values = await visit.read(ask, scan=True)
    since = recording.moment_text(values["closing"].at) if values["closing"] else ""
    return await visit.page(
        "closings/ledger.html", status=status, staff_page=True, form=form, since=since,
        until=recording.moment_text(visit.now), **values,
    )  # fmt: skip


HANDLERS = [ledger, book, correction, changes]
