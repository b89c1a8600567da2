"""`exchange tally`: the figures of a fair as a table, as CSV or as JSON."""

from typing import Literal

import msgspec
import typer

from exchange.commands.fairs import find
from exchange.commands.ground import opened
from exchange.fair_tallies.csv import tally_csv
from exchange.fair_tallies.queries import fair_tally
from exchange.fair_tallies.views import FairTally, Row
from exchange.kernel import clock

Form = Literal["text", "csv", "json"]


def show(words: str, form: Form) -> None:
    """Print the tally of the fair that is meant."""
    now = clock.now()
    with opened() as store:
        found = store.read(lambda db: fair_tally(db, find(db, words, now=now).id, now=now))
    typer.echo(_written(found, form), nl=form != "csv")


def _written(found: FairTally, form: Form) -> str:
    match form:
        case "csv":
            return tally_csv(found)
        case "json":
            return msgspec.json.format(msgspec.json.encode(found), indent=2).decode()
        case "text":
            return _table(found)


def _table(found: FairTally) -> str:
    """Figures before the labels, so that long labels need no room of their own."""
    heads = [*(site.name for site in found.sites), "∑"]
    widths = [max(len(head), 6) for head in heads]
    lines = [f"{found.fair_name} – {found.at.astimezone(clock.VIETNAM):%d/%m/%Y %H:%M}"]
    top = "  ".join(head.rjust(width) for head, width in zip(heads, widths, strict=True))
    for group, rows in found.groups():
        lines += ["", f"{top}  {group.label}", *(_line(row, widths) for row in rows)]
    return "\n".join(lines)


def _line(row: Row, widths: list[int]) -> str:
    figures = ("–" if value is None else str(value) for value in (*row.cells, row.total))
    cells = "  ".join(figure.rjust(width) for figure, width in zip(figures, widths, strict=True))
    return f"{cells}  {'  ' * row.depth}{row.label} ({row.unit.label})"
