"""`exchange report`: the official report of a centre on a period, as a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from exchange.commands.ground import NOT_DONE, WRONG_USE, opened, settings, stop
from exchange.plans.codes import MOST_DECIMALS, Comparison, Rounding
from exchange.reports.codes import Form

if TYPE_CHECKING:
    from exchange.kernel.db import Reading
    from exchange.plans.rules import Style
    from exchange.reports.model import Report


def add_to(app: typer.Typer) -> None:
    """The command belongs to the program."""
    app.command("report")(report)


def report(
    centre: Annotated[str, typer.Option(help="The centre: its province's code, its id, or words of its name.")],
    period: Annotated[str, typer.Option(help="The period's code, such as 2021-H1.")],
    form: Annotated[Form, typer.Option("--format", help="What kind of file.")] = Form.JSON,
    out: Annotated[Path | None, typer.Option(help="Where to write it. Default: named after the period.")] = None,
    rounding: Annotated[Rounding, typer.Option(help="How percentages are cut.")] = Rounding.TRUNCATE,
    decimals: Annotated[int, typer.Option(min=0, max=MOST_DECIMALS, help="Decimals of percentages.")] = MOST_DECIMALS,
    compare: Annotated[Comparison, typer.Option(help="How last year is compared with.")] = Comparison.PERCENT,
) -> None:
    """Write the official report: derived figures counted from the records, declared ones marked."""
    from exchange.plans.rules import Style
    from exchange.reports.errors import NotDrawn
    from exchange.reports.rendering import render

    made = _assembled(centre, period, Style(rounding, decimals, compare))
    into = out or Path(f"bao-cao-{period.lower()}.{form.value}")
    try:
        into.write_bytes(render(made, form))
    except NotDrawn as fault:
        stop(str(fault))
    except OSError as fault:
        stop(f"{into} cannot be written: {fault.strerror or fault}.")
    known = [line for line in made.figures if line.value is not None]
    typer.echo(f"{into}: {len(known)} of {len(made.figures)} figures are known, {len(made.notes)} notes.")


def _assembled(words: str, code: str, style: "Style") -> "Report":
    from exchange.kernel.errors import NotFound
    from exchange.periods.queries import period, periods
    from exchange.reports.assembling import assemble

    base = settings().public_url
    with opened() as store:
        own = store.read(lambda db: _meant(db, words))
        try:
            found = store.read(lambda db: period(db, code))
        except NotFound:
            known = store.read(lambda db: [one.code for one in periods(db)])
            stop(f"There is no period {code}. There are: {', '.join(known) or 'none yet'}.", WRONG_USE)
        address = f"{base}/tallies/{found.code}/{{}}?centres={own}"
        return store.read(lambda db: assemble(db, own, found, style=style, address=address.format))


def _meant(db: "Reading", words: str) -> UUID:
    """The centre that is meant: by the code of its province where that is one, else by name or id."""
    from exchange.centres.queries import centres
    from exchange.commands.centres import named

    by_code = [one.id for one in centres(db) if one.province_code == words]
    if len(by_code) > 1:
        stop(f"{len(by_code)} centres have the code {words}: name one by its id.", NOT_DONE)
    return by_code[0] if by_code else named(db, words).id
