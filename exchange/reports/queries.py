"""What can be asked about the reports of a centre: the newest of each, and what stood before."""

from datetime import date, datetime
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.accounts.tables import Account
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.reports.access import ReportDesk
from exchange.reports.codes import ParagraphKey
from exchange.reports.narrative import Template, decoded
from exchange.reports.tables import ReportPaper, ReportParagraph, ReportTemplate

_t, _p, _r, _a = columns(ReportTemplate), columns(ReportParagraph), columns(ReportPaper), columns(Account)


class Kept(msgspec.Struct, frozen=True):
    """A template as it is kept. `own`: whether it is the centre's and not ours."""

    version: int
    file_name: str
    own: bool
    by: str
    at: datetime


class Written(msgspec.Struct, frozen=True):
    """A paragraph as somebody wrote it; empty where it was taken back."""

    key: ParagraphKey
    version: int
    text: str
    by: str
    at: datetime


class Paper(msgspec.Struct, frozen=True):
    """Head and foot of the paper of a period; `dear`, `bases`, `recipients` one in a line."""

    version: int
    number: int | None
    symbol: str
    agency_above: str
    agency: str
    place: str
    day: date
    subject: str
    authority: str
    title: str
    signed_by: str
    dear: str
    bases: str
    recipients: str
    by: str
    at: datetime | None  # none: nobody has written it yet


_TEXT = select(_t.text).where(_t.centre_id == bindparam("centre")).order_by(_t.version.desc()).limit(1)
_TEMPLATES = (
    select(_t.version, _t.file_name, _t.text != "", _a.name, _t.at)
    .join(Account, _a.id == _t.by_account)
    .where(_t.centre_id == bindparam("centre"))
    .order_by(_t.version.desc())
)
_PARAGRAPHS = (
    select(_p.key, _p.version, _p.text, _a.name, _p.at)
    .join(Account, _a.id == _p.by_account)
    .where(_p.centre_id == bindparam("centre"), _p.period == bindparam("period"))
    .order_by(_p.version.desc())
)
_PAPERS = (
    select(*(columns(ReportPaper)[name] for name in Paper.__struct_fields__[:-2]), _a.name, _r.at)
    .join(Account, _a.id == _r.by_account)
    .where(_r.centre_id == bindparam("centre"), _r.period == bindparam("period"))
    .order_by(_r.version.desc())
)


def template(db: Reading, centre_id: UUID) -> Template:
    """The text that reports of a centre are written in; our own where it has none."""
    return decoded(db.scalar(_TEXT, {"centre": centre_id}) or "")


def owns_template(db: Reading, centre_id: UUID) -> bool:
    """Whether a centre's reports are written in a text of its own."""
    return bool(db.scalar(_TEXT, {"centre": centre_id}))


def templates(db: Reading, desk: ReportDesk) -> list[Kept]:
    """All templates a centre has kept, the newest first."""
    return [Kept(*row) for row in db.execute(_TEMPLATES, {"centre": desk.centre_id})]


def paragraphs(db: Reading, centre_id: UUID, period: str) -> dict[ParagraphKey, Written]:
    """What stands under each key in the report of a period."""
    rows = db.execute(_PARAGRAPHS, {"centre": centre_id, "period": period}).all()
    return {row.key: Written(*row) for row in reversed(rows)}


def earlier(db: Reading, desk: ReportDesk, period: str, key: ParagraphKey) -> list[Written]:
    """All that was ever written under a key, the newest first."""
    rows = db.execute(_PARAGRAPHS, {"centre": desk.centre_id, "period": period})
    return [Written(*row) for row in rows if row.key is key]


def paper(db: Reading, centre_id: UUID, period: str) -> Paper | None:
    """Head and foot of the report of a period, where they were written."""
    row = db.execute(_PAPERS.limit(1), {"centre": centre_id, "period": period}).first()
    return Paper(*row) if row else None


def papers(db: Reading, desk: ReportDesk, period: str) -> list[Paper]:
    """All heads and feet that the report of a period ever had, the newest first."""
    return [Paper(*row) for row in db.execute(_PAPERS, {"centre": desk.centre_id, "period": period})]
