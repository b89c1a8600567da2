"""What is written of reports: templates, paragraphs, heads and feet of papers. Nothing is written over."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Select, bindparam, select

from exchange.centres.tables import Centre
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold
from exchange.kernel.errors import Conflict, Refused
from exchange.kernel.given import Tidy, TidyLines
from exchange.reports.access import ReportDesk
from exchange.reports.codes import (
    LONGEST_LIST,
    LONGEST_NAME,
    LONGEST_PARAGRAPH,
    LONGEST_PERIOD,
    LONGEST_SUBJECT,
    LONGEST_SYMBOL,
    ParagraphKey,
    ReportReason,
)
from exchange.reports.narrative import Template, encoded
from exchange.reports.tables import ReportPaper, ReportParagraph, ReportTemplate

_t, _p, _r = columns(ReportTemplate), columns(ReportParagraph), columns(ReportPaper)
Name = Annotated[str, Field(max_length=LONGEST_NAME), TidyLines]
List = Annotated[str, Field(max_length=LONGEST_LIST), TidyLines]
Period = Annotated[str, Field(min_length=1, max_length=LONGEST_PERIOD, pattern=r"^[A-Za-z0-9._-]+$")]
_TEMPLATE = select(_t.version).where(_t.centre_id == bindparam("centre")).order_by(_t.version.desc()).limit(1)
_PARAGRAPH = (
    select(_p.version)
    .where(_p.centre_id == bindparam("centre"), _p.period == bindparam("period"), _p.key == bindparam("key"))
    .order_by(_p.version.desc())
    .limit(1)
)
_PAPER = (
    select(_r.version)
    .where(_r.centre_id == bindparam("centre"), _r.period == bindparam("period"))
    .order_by(_r.version.desc())
    .limit(1)
)
_NUMBERED = (
    select(_r.period, _r.version, _r.day)
    .where(_r.centre_id == bindparam("centre"), _r.period != bindparam("period"))
    .where(_r.number == bindparam("number"), _r.symbol == bindparam("symbol"))
)


class ParagraphGiven(BaseModel):
    """What somebody writes under a key. `seen`: the version that was on the page, 0 for none."""

    model_config = ConfigDict(frozen=True)

    period: Period
    key: ParagraphKey
    text: Annotated[str, Field(max_length=LONGEST_PARAGRAPH), TidyLines]
    seen: int = 0


class PaperGiven(BaseModel):
    """Head and foot of a paper as somebody writes them. Names may stand in two lines, as the head will show them."""

    model_config = ConfigDict(frozen=True)

    period: Period
    seen: int = 0
    number: int | None = Field(default=None, ge=1, le=99_999)
    symbol: Annotated[str, Field(min_length=1, max_length=LONGEST_SYMBOL), Tidy]
    agency_above: Name = ""
    agency: Annotated[Name, Field(min_length=1)]
    place: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME), Tidy]
    day: date
    subject: Annotated[str, Field(min_length=1, max_length=LONGEST_SUBJECT), Tidy]
    authority: Annotated[str, Field(max_length=LONGEST_NAME), Tidy] = ""
    title: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME), Tidy]
    signed_by: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME), Tidy]
    dear: List = ""
    bases: List = ""
    recipients: List = ""


def keep_template(
    db: Writing, desk: ReportDesk, template: Template, file_name: str, *, request_id: UUID | None, now: datetime
) -> UUID:
    """Reports are written in this text from now on."""
    return _keep(db, desk, encoded(template), file_name, request_id=request_id, now=now)


def return_to_ours(db: Writing, desk: ReportDesk, *, request_id: UUID | None, now: datetime) -> UUID:
    """Reports are written in our own text again; the centre's stays to be read."""
    return _keep(db, desk, "", "", request_id=request_id, now=now)


def write_paragraph(
    db: Writing, desk: ReportDesk, given: ParagraphGiven, *, request_id: UUID | None, now: datetime
) -> UUID:
    """Write a paragraph of a period. Raises Conflict where somebody saved another version meanwhile."""

    def make() -> tuple[UUID, dict[str, Any]]:
        asked = {"centre": desk.centre_id, "period": given.period, "key": given.key}
        version = _next(db, _PARAGRAPH, asked, given.seen)
        row = ReportParagraph(
            centre_id=desk.centre_id, **given.model_dump(exclude={"seen"}), version=version, **_by(desk, now)
        )
        db.add(row)
        return row.id, {"key": given.key.value, "version": version}

    return _once(db, desk, Kind.REPORT_PARAGRAPH_WRITTEN, make, request_id=request_id, now=now)


def write_paper(db: Writing, desk: ReportDesk, given: PaperGiven, *, request_id: UUID | None, now: datetime) -> UUID:
    """Write head and foot of the paper of a period.

    Raises Conflict where somebody saved another version meanwhile, Refused for a number that the paper of another
    period has in the same year (numbers begin anew on 1 January: Decree 30/2020/NĐ-CP, Art. 15).
    """

    def make() -> tuple[UUID, dict[str, Any]]:
        version = _next(db, _PAPER, {"centre": desk.centre_id, "period": given.period}, given.seen)
        _refuse_taken(db, desk, given)
        row = ReportPaper(
            centre_id=desk.centre_id, **given.model_dump(exclude={"seen"}), version=version, **_by(desk, now)
        )
        db.add(row)
        return row.id, {"version": version}

    return _once(db, desk, Kind.REPORT_PAPER_WRITTEN, make, request_id=request_id, now=now)


def _keep(db: Writing, desk: ReportDesk, text: str, file_name: str, *, request_id: UUID | None, now: datetime) -> UUID:
    def make() -> tuple[UUID, dict[str, Any]]:
        before = db.execute(_TEMPLATE, {"centre": desk.centre_id}).first()
        version = before.version + 1 if before else 1
        name = file_name[-LONGEST_NAME:]
        row = ReportTemplate(centre_id=desk.centre_id, version=version, text=text, file_name=name, **_by(desk, now))
        db.add(row)
        return row.id, {"version": version}

    return _once(db, desk, Kind.REPORT_TEMPLATE_KEPT, make, request_id=request_id, now=now)


def _once(
    db: Writing,
    desk: ReportDesk,
    kind: Kind,
    make: Callable[[], tuple[UUID, dict[str, Any]]],
    *,
    request_id: UUID | None,
    now: datetime,
) -> UUID:
    """The same form twice makes one row; versions of a centre are counted under its lock."""
    hold(db, Centre, desk.centre_id)
    by, made = log.sent(db, desk.by(request_id), kind)
    if made:
        return made
    row_id, facts = make()
    log.record(db, kind, log.About(row_id, facts=facts), by=by, at=now)
    return row_id


def _next(db: Writing, asked: Select[Any], of: dict[str, Any], seen: int) -> int:
    """The number of the next version. Raises Conflict where the newest is not the one that was seen."""
    before = db.execute(asked, of).first()
    newest = int(before.version) if before else 0
    if newest != seen:
        raise Conflict(ReportReason.CHANGED)
    return newest + 1


def _refuse_taken(db: Writing, desk: ReportDesk, given: PaperGiven) -> None:
    if given.number is None:
        return
    asked = {"centre": desk.centre_id, "period": given.period, "number": given.number, "symbol": given.symbol}
    for row in db.execute(_NUMBERED, asked).all():
        newest = db.execute(_PAPER, {"centre": desk.centre_id, "period": row.period}).scalar_one()
        if row.day.year == given.day.year and row.version == newest:
            raise Refused(ReportReason.NUMBER_TAKEN, "number")


def _by(desk: ReportDesk, now: datetime) -> dict[str, Any]:
    return {"by_account": desk.account_id, "at": now}
