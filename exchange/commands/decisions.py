"""`exchange import decisions`: what the insurer's system decided, onto the claims of a centre."""

from pathlib import Path

import typer

from exchange.benefits.codes import RowTaken
from exchange.benefits.decision_rows import FileUnreadable, read
from exchange.benefits.imports import Plan, Report, import_decisions
from exchange.centres.queries import CentreView, centres
from exchange.commands.ground import WRONG_USE, opened, stop
from exchange.commands.imports import why_not_read
from exchange.kernel import clock
from exchange.kernel.db import Reading
from exchange.kernel.text import fold
from exchange.reference.holidays import working_days

_TOLD = 50  # doubted and refused rows that are printed


def decisions(file: Path, centre: str) -> None:
    """Take in a file of decisions and print what became of its rows."""
    if reason := why_not_read(file):
        stop(reason, WRONG_USE)
    now = clock.now()
    with opened() as store:
        there = store.read(lambda db: the_centre(db, centre))
        plan = Plan(there.id, working_days(clock.local_day(now)), now)
        try:
            report = import_decisions(store.write, read(file.read_bytes()), plan)
        except FileUnreadable as no:
            stop(f"{file} cannot be read: {no}")
    typer.echo(_told(report))


def the_centre(db: Reading, words: str) -> CentreView:
    """The one centre that is meant, by id, code of its province or words; without words, the only one there is."""
    every = centres(db)
    named = [one for one in every if words in (str(one.id), one.province_code)]
    found = named or [one for one in every if fold(words) in fold(f"{one.name} {one.short_name}")]
    if len(found) != 1:
        lines = [f"{one.id}  {one.name}" for one in every]
        stop("\n".join([f"“{words}” means {len(found)} centres. Say which with --centre:", *lines]), WRONG_USE)
    return found[0]


def _told(report: Report) -> str:
    lines = [f"{len(report.lines)} rows", *(f"{count:>7}  {one.label}" for one, count in report.counts.items())]
    looked = [line for line in report.lines if line.taken in (RowTaken.DOUBTED, RowTaken.REFUSED) and line.reason]
    lines += [f"  row {line.line}: {line.taken.label}. {line.reason.label}" for line in looked[:_TOLD] if line.reason]
    if len(looked) > _TOLD:
        lines.append(f"  … and {len(looked) - _TOLD} more")
    return "\n".join(lines)
