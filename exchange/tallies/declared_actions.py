"""Writing down what another office declares, and taking it back."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import func, select

from exchange.centres.access import StaffDesk
from exchange.group_talks.codes import Qualifier
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, insert_once
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.kernel.text import squeeze
from exchange.periods.queries import PeriodView
from exchange.tallies import declared_rules as rules
from exchange.tallies.catalogue import BY_CODE
from exchange.tallies.codes import LONGEST_BECAUSE, TallyReason
from exchange.tallies.declared_tables import DeclaredFigure, DeclaredId, DeclaredWithdrawal

_d, _w = columns(DeclaredFigure), columns(DeclaredWithdrawal)


class DeclaredGiven(msgspec.Struct, frozen=True):
    """A declared figure as it was typed. `unit`: where a file names it, it has to be the indicator's.

    `after`: how many were declared of it when the form was drawn; a further one says `because`. `percent`: of the
    yearly plan as the paper prints it, in hundredths.
    """

    indicator: str
    value: int
    qualifier: Qualifier
    source: str
    document: str
    unit: str = ""
    because: str = ""
    after: int = 0
    percent: int | None = None


def declare(
    db: Writing, desk: StaffDesk, period: PeriodView, given: DeclaredGiven, *, client_key: UUID, now: datetime
) -> DeclaredId:
    """Write a figure down for the desk's centre. The same form twice is once.

    Raises Refused for what cannot be, Conflict when somebody else wrote one in between.
    """
    if sent := _sent(db, desk, client_key):
        return sent
    words = _looked_at(given)
    own = DeclaredId(new_id())
    row: dict[str, Any] = words | {
        "id": own, "centre_id": desk.centre_id, "period_id": period.id, "indicator": given.indicator,
        "turn": given.after + 1, "value": given.value, "percent": given.percent, "qualifier": given.qualifier,
        "by_account": desk.account_id,
        "client_key": client_key, "at": now, "because": words["because"] if given.after else "",
    }  # fmt: skip
    if _turns(db, desk, period, given.indicator) != given.after or not insert_once(db, DeclaredFigure, row):
        raise Conflict(TallyReason.CHANGED)
    facts = {"period": period.code, "figure": given.indicator}
    log.record(db, Kind.FIGURE_DECLARED, log.About(own, facts=facts), by=log.By(desk.account_id), at=now)
    return own


def withdraw(db: Writing, desk: StaffDesk, declared_id: UUID, because: str, *, now: datetime) -> None:
    """Take a declared figure back; it stays to be read. Done twice, it is done once.

    Raises NotFound for another centre's, Refused without a reason.
    """
    held = select(_d.period_id, _d.indicator).where(_d.id == declared_id, _d.centre_id == desk.centre_id)
    row = db.execute(held).first()
    if row is None:
        raise NotFound
    words = squeeze(because)
    if not words or len(words) > LONGEST_BECAUSE:
        raise Refused(TallyReason.TOO_LONG if words else TallyReason.WITHOUT_WORDS, "because")
    values = {"declared_id": declared_id, "because": words, "by_account": desk.account_id, "at": now}
    if insert_once(db, DeclaredWithdrawal, values):
        about = log.About(declared_id, facts={"figure": row.indicator})
        log.record(db, Kind.FIGURE_WITHDRAWN, about, by=log.By(desk.account_id), at=now)


def _sent(db: Writing, desk: StaffDesk, client_key: UUID) -> DeclaredId | None:
    found = db.scalar(select(_d.id).where(_d.by_account == desk.account_id, _d.client_key == client_key))
    return DeclaredId(found) if found else None


def _turns(db: Writing, desk: StaffDesk, period: PeriodView, code: str) -> int:
    mine = (_d.centre_id == desk.centre_id, _d.period_id == period.id, _d.indicator == code)
    return db.scalar(select(func.coalesce(func.max(_d.turn), 0)).where(*mine)) or 0


def _looked_at(given: DeclaredGiven) -> dict[str, Any]:
    """The words as they are kept. Raises Refused."""
    if given.indicator not in BY_CODE:
        raise Refused(TallyReason.UNKNOWN, "indicator")
    if given.unit and not rules.same_unit(given.unit, BY_CODE[given.indicator].unit):
        raise Refused(TallyReason.WRONG_UNIT, "unit")
    words: dict[str, Any] = {name: squeeze(getattr(given, name)) for name in ("source", "document", "because")}
    if given.percent is not None and not 0 <= given.percent <= rules.MOST_PERCENT:
        raise Refused(TallyReason.PERCENT, "percent")
    if fault := rules.why_not(given.value, **words, again=given.after > 0):
        raise Refused(*fault)
    return words
