"""One import: what was found of its rows, taking it in, stopping, taking it back, what was refused as a file."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.centres import queries as centres
from exchange.intake import actions, line_queries, queries
from exchange.intake.access import IntakeDesk, intake_desk
from exchange.intake.codes import Choice, Register, Stage, Verdict
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Conflict, Refused
from exchange.kernel.sheets import sheet
from exchange.kernel.texts import N_
from web.forms import Form
from web.telling_rows import told_of
from web.visit import Asked, Visit

_SHOWN_FIRST = (Verdict.REFUSED, Verdict.LIKELY, Verdict.DOUBTED, Verdict.KNOWN, Verdict.NEW)

_DONE = {
    Verdict.NEW: N_("Đã nhập"),
    Verdict.DOUBTED: N_("Đã nhập, cần xem lại"),
    Verdict.LIKELY: N_("Có thể trùng người: đã bỏ qua"),
    Verdict.KNOWN: N_("Đã có, không nhập lại"),
    Verdict.REFUSED: N_("Không nhập được"),
}


@get("/intake/{intake_id:uuid}")
async def show(visit: Asked, intake_id: FromPath[UUID]) -> Response[bytes]:
    """What was found and what is in; `show`: the rows with one verdict, `page` of them."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/intake/{intake_id}")
    return await _show(visit, intake_id, Form.of({}))


async def _show(visit: Visit, intake_id: UUID, form: Form, status: int = 200) -> Response[bytes]:
    values = await visit.read(lambda db: _values(db, visit, intake_id), scan=True)
    if values["view"].stage is Stage.MAPPING:
        return visit.go(f"/intake/{intake_id}/columns")
    return await visit.page("intake/show.html", status=status, staff_page=True, form=form, **values)


def _values(db: Reading, visit: Visit, intake_id: UUID) -> dict[str, Any]:
    desk = intake_desk(db, visit.viewer, intake_id)
    view = queries.intake(db, desk)
    counts = queries.counts(db, view)
    asked = visit.query("show")
    shown = Verdict(asked) if asked in set(Verdict) else _first(counts)
    listed = [(one, counts.verdicts[one], _word(visit, view, one)) for one in _SHOWN_FIRST if counts.verdicts[one]]
    choices = [one for one in Choice if not (view.register is Register.PEOPLE and one is Choice.LINK)]
    return _rows(db, visit, desk, view, shown) | {
        "view": view,
        "counts": counts,
        "verdicts": listed,
        "title": _word(visit, view, shown),
        "pages": -(-counts.verdicts[shown] // line_queries.PAGE),
        "choices": [(one.value, visit.render.label(one)) for one in choices],
        "kept": line_queries.kept(db, desk) if view.undone_at else [],
        "has_rows": queries.has_rows(db, desk),
        "centre": centres.centre(db, desk.centre_id),
    }


def _rows(db: Reading, visit: Visit, desk: IntakeDesk, view: queries.IntakeView, shown: Verdict) -> dict[str, Any]:
    """A page of the rows with one verdict; none while they are still being looked through."""
    typed = visit.query("page")
    number = int(typed) if typed.isdecimal() and 0 < len(typed) < 5 and int(typed) else 1
    found = [] if view.work else line_queries.lines(db, desk, shown, vault=visit.vault, page=number)
    return {"shown": shown, "number": number, "lines": [told_of(visit, view, line) for line in found]}


def _word(visit: Visit, view: queries.IntakeView, verdict: Verdict) -> str:
    """What a verdict is called: what will be, or what was done."""
    return str(visit.render.text(_DONE[verdict])) if view.finished_at else visit.render.label(verdict)


def _first(counts: queries.Counts) -> Verdict:
    """The first list with something on it."""
    return next((one for one in _SHOWN_FIRST if counts.verdicts[one]), Verdict.NEW)


@get("/intake/{intake_id:uuid}/progress")
async def progress(visit: Asked, intake_id: FromPath[UUID]) -> Response[bytes]:
    """How far it is, once a second; the page itself as soon as the work is done."""
    view = await visit.read(lambda db: queries.intake(db, intake_desk(db, visit.viewer, intake_id)))
    if view.work is None or not visit.partial:
        return visit.go(f"/intake/{intake_id}")
    return visit.regions(visit.render.draw("intake/_progress.html", view=view))


@post("/intake/{intake_id:uuid}/start")
async def start(visit: Asked, intake_id: FromPath[UUID]) -> Response[bytes]:
    """Take the rows in; one that was stopped goes on."""
    return await _act(visit, intake_id, lambda db, desk: actions.start(db, desk, now=visit.now))


@post("/intake/{intake_id:uuid}/stop")
async def stop(visit: Asked, intake_id: FromPath[UUID]) -> Response[bytes]:
    """Take no more in for now."""
    return await _act(visit, intake_id, actions.stop)


@post("/intake/{intake_id:uuid}/choices")
async def choose(visit: Asked, intake_id: FromPath[UUID]) -> Response[bytes]:
    """Say what to do with single rows whose person very probably has a file."""
    form = await visit.form()
    said = {
        int(name.removeprefix("row_")): Choice(value)
        for name, value in form.values.items()
        if name.removeprefix("row_").isdecimal() and len(name) < 12 and value in set(Choice)
    }
    await visit.write(lambda db: actions.choose(db, intake_desk(db, visit.viewer, intake_id), said))
    page = form.get("page") if form.get("page").isdecimal() else "1"
    return visit.go(f"/intake/{intake_id}?show=likely&page={page}", visit.render.text(N_("Đã ghi lựa chọn.")))


@post("/intake/{intake_id:uuid}/undo")
async def undo(visit: Asked, intake_id: FromPath[UUID]) -> Response[bytes]:
    """Take back everything that is in."""
    form = await visit.form()
    try:
        return await _act(visit, intake_id, lambda db, desk: actions.undo(db, desk, form.get("because"), now=visit.now))
    except Refused as no:
        form.refuse(no)
        return await _show(visit, intake_id, form, 422)


async def _act(visit: Visit, intake_id: UUID, act: Any) -> Response[bytes]:
    def change(db: Writing) -> None:
        act(db, intake_desk(db, visit.viewer, intake_id))

    try:
        await visit.write(change)
    except Conflict as no:
        return visit.go(f"/intake/{intake_id}", visit.render.label(no.reason), kind="warn")
    visit.house.intakes.wake()
    return visit.go(f"/intake/{intake_id}")


@get("/intake/{intake_id:uuid}/refused.csv")
async def refused(visit: Asked, intake_id: FromPath[UUID]) -> Response[bytes]:
    """The refused rows with the reasons in the last column, to be put right and sent again."""

    def ask(db: Reading) -> str:
        desk: IntakeDesk = intake_desk(db, visit.viewer, intake_id)
        view = queries.intake(db, desk)
        head = [*view.headings, visit.render.text(N_("Vì sao không nhập được"))]
        return sheet([head, *line_queries.refused(db, desk, view, vault=visit.vault)], separator=";")

    text = await visit.read(ask, scan=True)
    headers = {
        "Content-Disposition": f'attachment; filename="khong-nhap-duoc-{intake_id.hex[-8:]}.csv"',
        "Cache-Control": "private, no-store",
    }
    return Response(text.encode(), media_type="text/csv", headers=headers)


HANDLERS = [show, progress, start, stop, choose, undo, refused]
