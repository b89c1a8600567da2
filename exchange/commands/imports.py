"""`exchange import vacancies`: files of advertisements, also straight onto the booths of a fair."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID

import msgspec
import typer

from exchange.accounts.queries import Viewer
from exchange.booths.actions import plan_booth
from exchange.booths.codes import Mode
from exchange.booths.plan_access import booth_plan
from exchange.booths.plan_actions import change_booth
from exchange.booths.queries import BoothHead, heads, shown_at
from exchange.commands import fairs
from exchange.commands.ground import WRONG_USE, opened, stop
from exchange.employers.queries import employer
from exchange.fairs.access import SiteLead, site_lead
from exchange.fairs.queries import FairView
from exchange.kernel import clock
from exchange.kernel.db import Reading, Store, Writing
from exchange.vacancies.adverts.reading import rows
from exchange.vacancies.adverts.sheets import FileRefused
from exchange.vacancies.codes import RowOutcome
from exchange.vacancies.imports import UNNAMED, Plan, Published, Report, import_adverts

_TOLD = 20  # refused rows that are printed; the stored report has them all


def vacancies(file: Path, fair: str) -> None:
    """Take in a file of advertisements, onto the booths of `fair` where one is named, and print the report."""
    if reason := why_not_read(file):
        stop(reason, WRONG_USE)
    with opened() as store:
        report = _take(store, file, fair)
    typer.echo(_told(report))


def why_not_read(file: Path) -> str | None:
    """One sentence about a file that is none."""
    if file.is_dir():
        return f"{file} is a folder, not a file."
    if not file.exists():
        return f"There is no file {file}."
    try:
        with file.open("rb") as opened_file:
            return None if opened_file.read(1) else f"{file} is empty."
    except OSError as fault:
        return f"{file} cannot be read: {fault.strerror}."


def _take(store: Store, file: Path, fair: str) -> Report:
    now = clock.now()
    plan = Plan(file.name, now, on_progress=_progress)
    if fair:
        plan = store.read(lambda db: _with_booths(db, plan, fairs.find(db, fair, now=now)))
    try:
        return import_adverts(store.write, rows(file, file.name), plan)
    except FileRefused as no:
        stop(f"{file} cannot be read: {no.reason.label}")


def _progress(done: int) -> None:
    typer.echo(f"{done} rows", err=True)


def _with_booths(db: Reading, plan: Plan, fair: FairView) -> Plan:
    who = fairs.lead_of(db, fair)
    shown = partial(show, fair=fair, who=who, now=plan.now)
    return msgspec.structs.replace(plan, centre_id=fair.host_id, by_account=who.account_id, shown=shown)


def show(db: Writing, made: Sequence[Published], *, fair: FairView, who: Viewer, now: datetime) -> None:
    """Put new vacancies on show at their employers' booths; those of one employer in one step."""
    desk = site_lead(db, who, fair.id)
    there = {head.employer_id: head for head in heads(db, fair.id)}
    by_employer: dict[UUID, list[UUID]] = {}
    for one in made:
        by_employer.setdefault(one.employer_id, []).append(one.vacancy_id)
    for employer_id, new in by_employer.items():
        if employer_id in there:
            _show_more(db, desk, there[employer_id], new, now)
        elif employer(db, employer_id).name != UNNAMED:
            plan_booth(db, desk, employer_id, Mode.ONLINE, new, now=now)


def _show_more(db: Writing, desk: SiteLead, booth: BoothHead, new: list[UUID], now: datetime) -> None:
    """At a booth that is there already, behind what it shows."""
    shown = [row.id for row in shown_at(db, [booth.id], now=now)[booth.id]]
    change_booth(db, booth_plan(db, desk, booth.id), booth.mode, [*shown, *new], request_id=None, now=now)


def _told(report: Report) -> str:
    """How many rows went which way, why, and the first rows that were refused."""
    lines = [f"{report.rows} rows", *(f"{count:>7}  {one.label}" for one, count in report.outcomes.items())]
    lines += ["", *(f"{count:>7}  {note.label}" for note, count in report.notes)] if report.notes else []
    refused = [line for line in report.lines if line.outcome is RowOutcome.REFUSED]
    lines += [f"  row {line.line}: {', '.join(note.label for note in line.notes)}" for line in refused[:_TOLD]]
    if len(refused) > _TOLD:
        lines.append(f"  … and {len(refused) - _TOLD} more")
    return "\n".join([*lines, "", f"The report is stored as {report.run_id}."])
