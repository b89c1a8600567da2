"""The placement register of a centre: the list with its filters, as a file, and declarations to be taken over."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.benefits.access import claim_desk
from exchange.centres import queries as centres
from exchange.centres.access import staff_desk
from exchange.kernel.clock import local_day
from exchange.kernel.codes import Code
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.sheets import sheet
from exchange.kernel.texts import N_
from exchange.placements import declared_queries, entry_actions, register_queries
from exchange.placements.codes import EvidenceLevel, Origin, PlacementState
from exchange.placements.register_queries import MOST, PAGE, Line, Which
from web.forms import Form
from web.placing import labelled
from web.visit import Asked, Visit

_HEAD = (
    N_("Họ và tên"), N_("Năm sinh"), N_("Nhà tuyển dụng"), N_("Công việc"), N_("Ngày bắt đầu hoặc thỏa thuận"),
    N_("Mức"), N_("Nguồn"), N_("Nơi cư trú"), N_("Nơi làm việc"), N_("Trung tâm được ghi công"), N_("Tình trạng"),
)  # fmt: skip
_OVERSEAS = N_("Nước ngoài")


@get("/placements")
async def listed(visit: Asked) -> Response[bytes]:
    """What concerns the centre: `state`, `level`, `origin`, `first`, `last`, `due`, `disputed`, `page`."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/placements")
    which, number = _which(visit), _number(visit)

    def ask(db: Reading) -> dict[str, Any]:
        desk, today = staff_desk(db, visit.viewer), local_day(visit.now)
        found = register_queries.listed(db, desk, which, today=today, page=number)
        waiting = len(declared_queries.waiting(db, desk.centre_id))
        return {"found": found, "waiting": waiting, "centre": centres.centre(db, desk.centre_id)}

    values = await visit.read(ask, scan=True)
    pages = -(-values["found"].total // PAGE)
    return await visit.page(
        "placements/list.html", staff_page=True, which=which, number=number, pages=pages, here=_address(visit),
        form=_kept(visit), **_offered(visit), **values,
    )  # fmt: skip


@get("/placements.csv")
async def file(visit: Asked) -> Response[bytes]:
    """The same list for a spreadsheet, whole."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/placements")
    which, today = _which(visit), local_day(visit.now)

    def ask(db: Reading) -> list[Line]:
        return register_queries.listed(db, staff_desk(db, visit.viewer), which, today=today, most=MOST).lines

    lines = await visit.read(ask, scan=True)
    head = [visit.render.text(word) for word in _HEAD]
    text = sheet([head, *(_cells(visit, line) for line in lines)], separator=_separator(visit))
    called = f'attachment; filename="so-viec-lam-{today:%Y-%m-%d}.csv"'
    headers = {"Content-Disposition": called, "Cache-Control": "private, no-store"}
    return Response(text.encode(), media_type="text/csv", headers=headers)


@get("/placements/declared")
async def declared(visit: Asked) -> Response[bytes]:
    """Recipients of benefit who declared a job that the register does not have."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/placements/declared")
    found = await visit.read(lambda db: declared_queries.waiting(db, staff_desk(db, visit.viewer).centre_id))
    return await visit.page("placements/declared.html", staff_page=True, rows=found)


@post("/placements/declared/{claim_id:uuid}/{declaration_id:uuid}")
async def take_over(visit: Asked, claim_id: FromPath[UUID], declaration_id: FromPath[UUID]) -> Response[bytes]:
    """One press: a declaration becomes a claim in the register."""
    form = await visit.form()

    def write(db: Writing) -> UUID:
        desk = claim_desk(db, visit.viewer, claim_id)
        return entry_actions.take_over(db, desk, declaration_id, request_id=form.request_id, now=visit.now)

    try:
        await visit.write(write)
    except Refused as no:
        return visit.go("/placements/declared", visit.render.label(no.reason), kind="error")
    return visit.go("/placements/declared", visit.render.text(N_("Đã đưa vào sổ, mức người lao động tự báo.")))


def _which(visit: Visit) -> Which:
    """What is asked for; words that mean nothing ask for all."""

    def one(kind: type[Code], name: str) -> Any:
        asked = visit.query(name)
        return kind(asked) if asked in set(kind) else None

    return Which(
        one(PlacementState, "state"),
        one(EvidenceLevel, "level"),
        one(Origin, "origin"),
        _day(visit.query("first")),
        _day(visit.query("last")),
        due=visit.query("due") == "yes",
        disputed=visit.query("disputed") == "yes",
    )


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _number(visit: Visit) -> int:
    typed = visit.query("page")
    return max(1, int(typed)) if typed.isascii() and typed.isdecimal() and len(typed) < 6 else 1


def _address(visit: Visit) -> str:
    """What was asked for, without the number of the page."""
    names = ("state", "level", "origin", "first", "last", "due", "disputed")
    return urlencode([(name, found) for name in names if (found := visit.query(name)[:20])])


def _kept(visit: Visit) -> Form:
    return Form.of({name: visit.query(name)[:20] for name in ("state", "level", "origin", "first", "last")})


def _offered(visit: Visit) -> dict[str, Any]:
    kinds: dict[str, Any] = {"states": PlacementState, "levels": EvidenceLevel, "origins": Origin}
    offered = {name: labelled(visit, kind) for name, kind in kinds.items()}
    return offered | {"levels": [(value, f"{value} · {word}") for value, word in offered["levels"]]}


def _separator(visit: Visit) -> Any:
    return ";" if visit.query("separator") == "semicolon" else ","


def _cells(visit: Visit, line: Line) -> list[object]:
    label: Callable[[Code], str] = visit.render.label
    works = visit.render.text(_OVERSEAS) if line.overseas else line.workplace or None
    return [
        line.name, line.birth_year, line.employer or None, line.job or None, line.day.isoformat(),
        label(line.level) if line.level else None, label(line.origin), line.residence, works, line.centre or None,
        label(line.state),
    ]  # fmt: skip


HANDLERS = [listed, file, declared, take_over]
