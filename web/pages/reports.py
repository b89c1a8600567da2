"""The official report of the centre on a period: looked at before it is printed, and taken away as a file."""

from typing import Any
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath

from exchange.centres import queries as centres
from exchange.centres.access import StaffDesk, staff_desk
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.periods.queries import PeriodView, period, periods
from exchange.plans.codes import Comparison, Rounding, Style
from exchange.reports import queries
from exchange.reports.assembling import assemble, blank_paper, spoken
from exchange.reports.codes import MEDIA_TYPES, Form
from exchange.reports.errors import NotDrawn
from exchange.reports.model import Report
from exchange.reports.rendering import template_file
from web import forms
from web.visit import Asked, Visit


@get("/reports")
async def all_reports(visit: Asked) -> Response[bytes]:
    """The periods on which the centre reports."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/reports")

    def ask(db: Reading) -> dict[str, Any]:
        desk = staff_desk(db, visit.viewer)
        return {"centre": centres.centre(db, desk.centre_id), "periods": periods(db), "leads": desk.leads}

    return await visit.page("reports/list.html", staff_page=True, **await visit.read(ask))


@get("/reports/{period_code:str}")
async def report(visit: Asked, period_code: FromPath[str]) -> Response[bytes]:
    """The text as it will be printed, its files, and what is still to be written."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/reports/{period_code}")
    return await shown(visit, period_code, None)


@get("/reports/{period_code:str}/file")
async def file(visit: Asked, period_code: FromPath[str]) -> Response[bytes]:
    """The report as a file; `as`: docx, pdf, xlsx, csv or json."""
    form = _form(visit.query("as", Form.PDF.value))
    made = await visit.read(lambda db: _report(db, visit, staff_desk(db, visit.viewer), period_code), scan=True)
    try:
        drawn = await visit.house.papers.draw(made, form)
    except NotDrawn as no:
        said = forms.Form.of({})
        said.wrong("form", visit.render.text(str(no)))
        return await shown(visit, period_code, said, 503)
    called = f"bao-cao-{period_code.lower()}.{form.value}"
    headers = {"Content-Disposition": f'attachment; filename="{called}"', "Cache-Control": "private, no-store"}
    return Response(drawn, media_type=MEDIA_TYPES[form], headers=headers)


@get("/reports/template.docx")
async def template(visit: Asked) -> Response[bytes]:
    """The text of the centre's reports with its placeholders, to be edited in Word and sent back."""
    text = await visit.read(lambda db: queries.template(db, staff_desk(db, visit.viewer).centre_id))
    headers = {"Content-Disposition": 'attachment; filename="mau-bao-cao.docx"', "Cache-Control": "private, no-store"}
    return Response(template_file(text), media_type=MEDIA_TYPES[Form.DOCX], headers=headers)


async def shown(visit: Visit, code: str, form: forms.Form | None, status: int = 200) -> Response[bytes]:
    """The page of a report, with what is wrong in what was sent."""

    def ask(db: Reading) -> dict[str, Any]:
        desk = staff_desk(db, visit.viewer)
        found = period(db, code)
        made = _report(db, visit, desk, code)
        centre = centres.centre(db, desk.centre_id)
        paper = queries.paper(db, desk.centre_id, code)
        return {
            "report": made,
            "period": found,
            "spoken": spoken(db, desk.centre_id, found, made.figures),
            "paper": paper or blank_paper(centre, found),
            "own": queries.owns_template(db, desk.centre_id),
            "leads": desk.leads,
            "centre": centre,
        }

    values = await visit.read(ask, scan=True)
    asked = visit.request.url.query if visit.request.method == "GET" else ""
    files = [(one.value, visit.render.label(one)) for one in Form]
    return await visit.page(
        "reports/report.html", status=status, staff_page=True, form=form, files=files, asked=asked, **values
    )


def _report(db: Reading, visit: Visit, desk: StaffDesk, code: str) -> Report:
    found = period(db, code)
    return assemble(db, desk.centre_id, found, style=style(visit), address=address(visit, found, desk.centre_id))


def address(visit: Visit, of: PeriodView, centre_id: UUID) -> Any:
    """Where the records of a figure are listed, for ever."""
    return f"{visit.settings.public_url}/tallies/{of.code}/{{}}?centres={centre_id}".format


def style(visit: Visit) -> Style:
    """How percentages are written, as the address says; a word that is none is left out."""
    rounding, compare = visit.query("rounding"), visit.query("comparison")
    decimals = visit.query("decimals")
    return Style(
        Rounding(rounding) if rounding in set(Rounding) else Rounding.TRUNCATE,
        int(decimals) if decimals in ("0", "1", "2") else 2,
        Comparison(compare) if compare in set(Comparison) else Comparison.PERCENT,
    )


def _form(word: str) -> Form:
    if word not in set(Form):
        raise NotFound
    return Form(word)


HANDLERS = [all_reports, report, file, template]
