"""Rows: what a centre writes of its reports. Each saving is a further row; the newest version stands."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from exchange.kernel.columns import check, code, key, ref
from exchange.reports.codes import (
    LONGEST_LIST,
    LONGEST_NAME,
    LONGEST_PERIOD,
    LONGEST_SUBJECT,
    LONGEST_SYMBOL,
    ParagraphKey,
)


def _name() -> Any:
    return Field(default="", max_length=LONGEST_NAME)


class ReportTemplate(SQLModel, table=True):
    """A text with placeholders, as it was read out of a Word file; `file_name` as it was sent. Empty: our own text."""

    __tablename__ = "report_templates"
    __table_args__ = (UniqueConstraint("centre_id", "version"), check("version", "version > 0"))

    id: UUID = key()
    centre_id: UUID = ref("centres.id")
    version: int
    text: str = Field(sa_type=Text)
    file_name: str = _name()
    by_account: UUID = ref("accounts.id")
    at: datetime


class ReportParagraph(SQLModel, table=True):
    """What people write of a period under one of the keys; an empty text takes an earlier one back."""

    __tablename__ = "report_paragraphs"
    __table_args__ = (UniqueConstraint("centre_id", "period", "key", "version"), check("version", "version > 0"))

    id: UUID = key()
    centre_id: UUID = ref("centres.id")
    period: str = Field(max_length=LONGEST_PERIOD)
    key: ParagraphKey = code(ParagraphKey)
    version: int
    text: str = Field(sa_type=Text)
    by_account: UUID = ref("accounts.id")
    at: datetime


class ReportPaper(SQLModel, table=True):
    """Head and foot of the paper of a period. `number`: given by the clerical desk when it is signed.

    `dear`, `bases`, `recipients`: one in a line.
    """

    __tablename__ = "report_papers"
    __table_args__ = (
        UniqueConstraint("centre_id", "period", "version"),
        check("version", "version > 0"),
        check("number", "number IS NULL OR number > 0"),
    )

    id: UUID = key()
    centre_id: UUID = ref("centres.id")
    period: str = Field(max_length=LONGEST_PERIOD)
    version: int
    number: int | None = None
    symbol: str = Field(max_length=LONGEST_SYMBOL)
    agency_above: str = _name()
    agency: str = _name()
    place: str = _name()
    day: date
    subject: str = Field(max_length=LONGEST_SUBJECT)
    authority: str = _name()
    title: str = _name()
    signed_by: str = _name()
    dear: str = Field(default="", max_length=LONGEST_LIST)
    bases: str = Field(default="", max_length=LONGEST_LIST)
    recipients: str = Field(default="", max_length=LONGEST_LIST)
    by_account: UUID = ref("accounts.id")
    at: datetime
