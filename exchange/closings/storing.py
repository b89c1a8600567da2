"""Writing down everything of a period as it is closed: figures, parts, and the ids behind them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import insert

from exchange.closings import packing
from exchange.closings.gathering import Divided, Gathered
from exchange.closings.tables import ClosedFigure, ClosedPart, ClosedRecords
from exchange.kernel.db import Reading, Writing
from exchange.kernel.ids import new_id
from exchange.periods import queries as periods
from exchange.periods.queries import PeriodView
from exchange.plans.queries import Line
from exchange.tallies import declared_queries
from exchange.tallies.breakdowns import Breakdown, label_of, parts_of
from exchange.tallies.codes import NOT_STATED, Origin
from exchange.tallies.declared_queries import Declared

_AT_ONCE = 200  # rows in a statement


def store(
    db: Writing, closing_id: UUID, lines: Sequence[Line], found: Mapping[str, Gathered], papers: Mapping[str, Any]
) -> None:
    """Keep all figures of a period. `found`: the records of those that are counted; `papers`: of declared ones."""
    figures: list[dict[str, Any]] = []
    records: list[dict[str, Any]] = []
    parts: list[dict[str, Any]] = []
    for place, line in enumerate(lines):
        own, counted = new_id(), found.get(line.figure.code)
        figures.append(_figure(line, counted, papers) | {"id": own, "closing_id": closing_id, "place": place})
        if counted:
            records += [{"figure_id": own, "number": at, "ids": ids} for at, ids in packing.chunks(counted.ids)]
            for by in line.indicator.counted.by if line.indicator.counted else ():
                parts += [row | {"figure_id": own} for row in _parts(by, counted)]
    for model, rows in ((ClosedFigure, figures), (ClosedRecords, records), (ClosedPart, parts)):
        for at in range(0, len(rows), _AT_ONCE):
            db.execute(insert(model), rows[at : at + _AT_ONCE])


def papers(db: Reading, centre_id: UUID, period: PeriodView, lines: Sequence[Line]) -> dict[str, list[Declared]]:
    """What offices said of each figure; of one that shorter periods make up, what was said of these."""
    found = {line.figure.code: list(line.figure.declared) for line in lines}
    made_up = {
        line.figure.code for line in lines
        if line.figure.origin is Origin.DECLARED and line.figure.value is not None and not line.figure.declared
    }  # fmt: skip
    if made_up:
        for one in periods.periods(db):
            if period.first_day <= one.first_day and one.last_day <= period.last_day:
                for said in declared_queries.standing(db, one.id, [centre_id]):
                    if said.indicator in made_up:
                        found[said.indicator].append(said)
    return found


def _figure(line: Line, counted: Gathered | None, papers: Mapping[str, Any]) -> dict[str, Any]:
    figure, one = line.figure, line.indicator
    return {
        "indicator": figure.code, "value": counted.value if counted else figure.value, "qualifier": figure.qualifier,
        "so_far": figure.so_far, "plan": line.plan, "planned": line.planned, "before": line.before,
        "inferred": line.inferred,
        "origin": figure.origin, "version": one.version, "definition": one.definition,
        "declared": msgspec.to_builtins(papers.get(figure.code, [])), "many": len(counted.ids) if counted else 0,
    }  # fmt: skip


def _parts(by: Breakdown, counted: Gathered) -> Iterator[dict[str, Any]]:
    """All parts in their order: first those that are always shown, then what people wrote; not stated is last."""
    found, shown = counted.parts[by.name], parts_of(by)
    written = sorted(value for value in found if value not in shown)
    for place, value in enumerate([*shown[:-1], *written, NOT_STATED]):
        part = found.get(value, Divided())
        yield {
            "breakdown": by.name, "part": value, "place": place, "label": label_of(by, value), "count": part.count,
            "many": len(part.places), "members": packing.places_kept(part.places, len(counted.ids)),
        }  # fmt: skip
