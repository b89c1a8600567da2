"""What leads of a centre write for a report: its paragraphs, head and foot, and the text all reports are written in."""

import asyncio
from collections.abc import Callable

from litestar import Response, post
from litestar.params import FromPath

from exchange.kernel.db import Writing
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.texts import N_
from exchange.periods.queries import period
from exchange.reports import actions
from exchange.reports.access import ReportDesk, report_desk
from exchange.reports.actions import PaperGiven, ParagraphGiven
from exchange.reports.codes import LARGEST_TEMPLATE, ParagraphKey
from exchange.reports.errors import TemplateRefused
from exchange.reports.word_reading import read_template
from web.forms import MISSING, Form
from web.pages.reports import shown
from web.visit import Asked, Visit

_BESIDE_THE_FILE = 64 * 1024


@post("/reports/{period_code:str}/paragraphs/{key:str}")
async def paragraph(visit: Asked, period_code: FromPath[str], key: FromPath[str]) -> Response[bytes]:
    """Write one of the paragraphs; an empty one is proposed from the figures again."""
    if key not in set(ParagraphKey):
        raise NotFound
    form = await visit.form()
    given = form.read(
        ParagraphGiven, names={"text": f"text-{key}"}, period=period_code, key=key, text=form.get(f"text-{key}")
    )
    if given is None:
        return await shown(visit, period_code, form, 422)

    def write(db: Writing, desk: ReportDesk) -> None:
        actions.write_paragraph(db, desk, given, request_id=form.request_id, now=visit.now)

    return await _written(visit, period_code, form, write, N_("Đã lưu đoạn."))


@post("/reports/{period_code:str}/paper")
async def paper(visit: Asked, period_code: FromPath[str]) -> Response[bytes]:
    """Write head and foot of the paper."""
    form = await visit.form()
    day = form.day("day")
    if day is None:
        form.wrong("day", MISSING)
    given = form.read(PaperGiven, period=period_code, day=day) if day else None
    if given is None or form.errors:
        return await shown(visit, period_code, form, 422)

    def write(db: Writing, desk: ReportDesk) -> None:
        actions.write_paper(db, desk, given, request_id=form.request_id, now=visit.now)

    return await _written(visit, period_code, form, write, N_("Đã lưu số, ngày và người ký."))


@post("/reports/{period_code:str}/template", request_max_body_size=LARGEST_TEMPLATE + _BESIDE_THE_FILE)
async def template(visit: Asked, period_code: FromPath[str]) -> Response[bytes]:
    """Take in the text that was edited in Word; all reports of the centre are written in it from now on."""
    await visit.read(lambda db: report_desk(db, visit.viewer))
    form = await visit.form()
    sent = form.file("file")
    if sent is None or not sent.filename:
        form.wrong("file", N_("Anh/chị chọn một tệp."))
        return await shown(visit, period_code, form, 422)
    try:
        text = await asyncio.to_thread(read_template, await sent.read())
    except TemplateRefused as no:
        form.wrong("file", str(no))
        return await shown(visit, period_code, form, 422)

    def keep(db: Writing, desk: ReportDesk) -> None:
        actions.keep_template(db, desk, text, sent.filename, request_id=form.request_id, now=visit.now)

    return await _written(visit, period_code, form, keep, N_("Đã nhận mẫu. Báo cáo của trung tâm viết theo mẫu này."))


@post("/reports/{period_code:str}/template/ours")
async def ours(visit: Asked, period_code: FromPath[str]) -> Response[bytes]:
    """Write reports in the common text again; the centre's own stays to be read."""
    form = await visit.form()

    def back(db: Writing, desk: ReportDesk) -> None:
        actions.return_to_ours(db, desk, request_id=form.request_id, now=visit.now)

    return await _written(visit, period_code, form, back, N_("Đã dùng lại mẫu chung."))


Act = Callable[[Writing, ReportDesk], object]


async def _written(visit: Visit, code: str, form: Form, act: Act, said: str) -> Response[bytes]:
    def change(db: Writing) -> None:
        period(db, code)
        act(db, report_desk(db, visit.viewer))

    try:
        await visit.write(change)
    except Refused as no:
        form.refuse(no)
        return await shown(visit, code, form, 422)
    except Conflict as no:
        form.wrong("form", no.reason.label)
        return await shown(visit, code, form, 409)
    return visit.go(f"/reports/{code}", visit.render.text(said))


HANDLERS = [paragraph, paper, template, ours]
