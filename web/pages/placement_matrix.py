"""Placements between provinces: where people live by where they work, each placement once."""

from typing import Any

from litestar import Response, get

from exchange.centres.access import staff_desk
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.kernel.sheets import sheet
from exchange.kernel.texts import N_
from exchange.periods.queries import PeriodView, of_day, period, periods
from exchange.placements.codes import EvidenceLevel
from exchange.placements.matrix import NOT_STATED, OVERSEAS, Matrix, matrix
from exchange.reference import provinces
from web.visit import Asked, Visit

_OVERSEAS, _NOT_STATED = N_("Ngoài nước"), N_("Chưa rõ nơi làm việc")


@get("/placements/matrix")
async def table(visit: Asked) -> Response[bytes]:
    """Residence by workplace for a period; `period`: its code, `level`: from which evidence on."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/placements/matrix")
    values = await visit.read(lambda db: _values(db, visit), scan=True)
    return await visit.page("placements/matrix.html", staff_page=True, **values)


@get("/placements/matrix.csv")
async def file(visit: Asked) -> Response[bytes]:
    """The same as a file for a spreadsheet."""
    values = await visit.read(lambda db: _values(db, visit), scan=True)
    found: Matrix | None = values["matrix"]
    if found is None:
        raise NotFound
    say = visit.render.text
    head = (say(N_("Nơi cư trú \\ Nơi làm việc")), *(name for _, name in values["works"]), say(N_("Tổng")))
    rows = [
        (name, *(found.cells.get((code, other), 0) for other, _ in values["works"]), found.rows[code])
        for code, name in values["lives"]
    ]
    foot = (say(N_("Tổng")), *(found.columns[code] for code, _ in values["works"]), found.total)
    called = f"noi-cu-tru-noi-lam-viec-{values['period'].code}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{called}"', "Cache-Control": "private, no-store"}
    return Response(sheet([head, *rows, foot]).encode(), media_type="text/csv", headers=headers)


def _values(db: Reading, visit: Visit) -> dict[str, Any]:
    staff_desk(db, visit.viewer)
    chosen = _period(db, visit)
    asked = visit.query("level", EvidenceLevel.STARTED.value)
    level = EvidenceLevel(asked) if asked in set(EvidenceLevel) else EvidenceLevel.STARTED
    found = matrix(db, chosen.first_day, chosen.last_day, int(level)) if chosen else None
    return {
        "periods": [(one.code, one.label) for one in periods(db)],
        "levels": [(one.value, visit.render.label(one)) for one in EvidenceLevel],
        "period": chosen,
        "level": level,
        "matrix": found,
        "lives": _named(found.rows, chosen, visit) if found and chosen else [],
        "works": _named(found.columns, chosen, visit) if found and chosen else [],
    }


def _named(codes: dict[str, int], of: PeriodView, visit: Visit) -> list[tuple[str, str]]:
    """Provinces by their names on the last day of the period; work overseas and what is not stated come last."""
    other = {OVERSEAS: str(visit.render.text(_OVERSEAS)), NOT_STATED: str(visit.render.text(_NOT_STATED))}
    order = sorted(codes, key=lambda code: (code in other, code))
    return [(code, other.get(code) or provinces.name_of(code, of.last_day)) for code in order]


def _period(db: Reading, visit: Visit) -> PeriodView | None:
    """The one that is asked for, else the longest that is running."""
    if asked := visit.query("period"):
        return period(db, asked)
    return next(iter(of_day(db, local_day(visit.now))), None)


HANDLERS = [table, file]
