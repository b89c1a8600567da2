"""`exchange import people|consultations|claims`: a whole register, looked through, and taken in where that is said."""

import io
from pathlib import Path
from uuid import UUID

import msgspec
import typer

from exchange.accounts.queries import Viewer
from exchange.commands.decisions import the_centre
from exchange.commands.fairs import highest_of
from exchange.commands.ground import NOT_DONE, WRONG_USE, opened, settings, stop
from exchange.commands.imports import why_not_read
from exchange.intake import actions, line_queries, queries
from exchange.intake.access import IntakeDesk, intake_desk, intakes_desk
from exchange.intake.codes import Choice, Register, Verdict
from exchange.intake.fields import FIELDS
from exchange.intake.plan import USUAL, Plan, faults, proposed
from exchange.intake.queries import Counts
from exchange.intake.running import run
from exchange.intake.staging import Staged, stage
from exchange.kernel import clock
from exchange.kernel.db import Reading, Store, Writing
from exchange.kernel.vault import Vault
from exchange.spreadsheets.excel import FileRefused

_TOLD = 20  # refused rows that are printed; the page has them all


def register(name: str, file: Path, centre: str, likely: str, apply: bool) -> None:
    """Look a file through and print what was found; with `apply` take it in."""
    if reason := why_not_read(file):
        stop(reason, WRONG_USE)
    vault = settings().vault()
    with opened() as store:
        viewer = store.read(lambda db: _lead(db, centre))
        staged = _staged(file, vault)
        own = _send(store, viewer, Register(name), staged)
        looked = False
        try:
            typer.echo(_look(store, viewer, own, Choice(likely), vault))
            looked = True
        finally:
            if not (looked and apply):
                store.write(lambda db: actions.discard(db, intake_desk(db, viewer, own)))
        if apply:
            typer.echo(_taken(store, viewer, own, vault))


def _taken(store: Store, viewer: Viewer, own: UUID, vault: Vault) -> str:
    store.write(lambda db: actions.start(db, intake_desk(db, viewer, own), now=clock.now()))
    run(store, own, vault, _progress)
    counts = store.read(lambda db: _counts(db, intake_desk(db, viewer, own)))
    return f"\n{counts.taken} rows are in, {counts.files} new files. The import is kept as {own}."


def _progress(part: int) -> None:
    typer.echo(f"part {part}", err=True)


def _lead(db: Reading, words: str) -> Viewer:
    there = the_centre(db, words)
    viewer = highest_of(db, there.id, there.name)
    intakes_desk(db, viewer)
    return viewer


def _staged(file: Path, vault: Vault) -> Staged:
    try:
        return stage(io.BytesIO(file.read_bytes()), file.name, vault)
    except FileRefused as no:
        stop(f"{file} cannot be read: {no}")


def _send(store: Store, viewer: Viewer, kind: Register, staged: Staged) -> UUID:
    return store.write(
        lambda db: actions.send(db, intakes_desk(db, viewer), kind, staged, request_id=None, now=clock.now())
    )


def _look(store: Store, viewer: Viewer, own: UUID, likely: Choice, vault: Vault) -> str:
    plan, kind = store.read(lambda db: _plan(db, intake_desk(db, viewer, own), likely, vault))
    if wrong := faults(plan, kind):
        labels = {field.name: field.label for field in FIELDS[kind]}
        stop("\n".join(f"{labels[field]}: {reason.label}" for field, reason in wrong.items()), NOT_DONE)

    def say(db: Writing) -> None:
        actions.say_columns(db, intake_desk(db, viewer, own), plan)

    store.write(say)
    run(store, own, vault)
    return store.read(lambda db: _told(db, intake_desk(db, viewer, own), vault))


def _plan(db: Reading, desk: IntakeDesk, likely: Choice, vault: Vault) -> tuple[Plan, Register]:
    """As the centre read such a file before, else as the names of the columns propose."""
    view = queries.intake(db, desk)
    rows = line_queries.samples(db, desk, vault=vault)
    plan = queries.remembered(db, desk, view) or proposed(view.register, view.headings, rows)
    values = {name: plan.values.get(name) or value for name, value in USUAL.items()}
    return msgspec.structs.replace(plan, likely=likely, values=plan.values | values), view.register


def _counts(db: Reading, desk: IntakeDesk) -> Counts:
    return queries.counts(db, queries.intake(db, desk))


def _told(db: Reading, desk: IntakeDesk, vault: Vault) -> str:
    """How many rows go which way, how the columns were read, and the first rows that were refused."""
    view = queries.intake(db, desk)
    counts = queries.counts(db, view)
    columns = view.plan.columns if view.plan else {}
    labels = {field.name: field.label for field in FIELDS[view.register]}
    lines = [f"{view.rows} rows", *(f"  {view.headings[at]} → {labels[name]}" for name, at in columns.items())]
    lines += [f"{count:>7}  {one.label}" for one, count in counts.verdicts.items() if count]
    lines += [f"{counts.to_take:>7}  would go in"]
    refused = line_queries.lines(db, desk, Verdict.REFUSED, vault=vault, page=1)
    lines += [f"  row {line.line}: {line_queries.sentences(line.said)}" for line in refused[:_TOLD]]
    if (more := counts.verdicts[Verdict.REFUSED] - _TOLD) > 0:
        lines.append(f"  … and {more} more")
    return "\n".join(lines)
