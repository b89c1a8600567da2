"""A report as data for other programs."""

import msgspec

from exchange.reports.model import Report

SCHEMA = "exchange.report/1"


class _Told(msgspec.Struct, frozen=True):
    schema: str
    report: Report


def json(report: Report) -> bytes:
    """The whole model; its addresses lead to the records of each figure."""
    return msgspec.json.format(msgspec.json.encode(_Told(SCHEMA, report)), indent=2) + b"\n"
