"""Drawing records of a closed figure at random, and writing down what people said of them."""

import secrets
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import insert

from exchange.centres.access import StaffDesk
from exchange.closings import closed, rules, sample_queries
from exchange.closings.closed import Kept, closing_of
from exchange.closings.codes import LONGEST_BECAUSE, ClosingReason, Recalled
from exchange.closings.tables import Recall, Sample, SampleId, SampleRecord
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.db import Writing, insert_once
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.kernel.text import squeeze
from exchange.periods.queries import PeriodView


class DrawGiven(msgspec.Struct, frozen=True):
    """A wish for a sample. `after`: how many the figure had when the form was drawn; a further one says `because`."""

    code: str
    after: int = 0
    because: str = ""


class RecallGiven(msgspec.Struct, frozen=True):
    """What was said of the record at a place of a sample. `after`: how often it was written down before."""

    place: int
    found: Recalled
    note: str = ""
    after: int = 0


def draw_sample(
    db: Writing, desk: StaffDesk, period: PeriodView, given: DrawGiven, *, request_id: UUID | None, now: datetime
) -> SampleId:
    """Draw five percent of a closed figure's records, at least twenty, by a new seed. The same form twice is once.

    Raises NotFound for a figure that is not, Refused for an open period and for a figure without records, Conflict
    when somebody else drew one in between.
    """
    by, done = log.sent(db, log.By(desk.account_id, request_id=request_id), Kind.SAMPLE_DRAWN)
    if done:
        return SampleId(done)
    kept, because = _drawable(db, desk, period, given)
    own, seed, size = SampleId(new_id()), secrets.token_hex(16), rules.sample_size(kept.many)
    row = {
        "id": own, "figure_id": kept.id, "turn": given.after + 1, "seed": seed, "size": size, "because": because,
        "by_account": desk.account_id, "at": now,
    }  # fmt: skip
    if len(sample_queries.samples(db, kept.id)) != given.after or not insert_once(db, Sample, row):
        raise Conflict(ClosingReason.DRAWN)
    chosen = rules.drawn(closed.ids_of(db, kept), seed, size)
    rows = [{"sample_id": own, "place": place, "record_id": one} for place, one in enumerate(chosen, 1)]
    db.execute(insert(SampleRecord), rows)
    about = log.About(own, facts={"period": period.code, "figure": given.code, "size": size})
    log.record(db, Kind.SAMPLE_DRAWN, about, by=by, at=now)
    return own


def _drawable(db: Writing, desk: StaffDesk, period: PeriodView, given: DrawGiven) -> tuple[Kept, str]:
    """The closed figure to draw from, and why a further sample is drawn."""
    closing = closing_of(db, desk.centre_id, period.id)
    if closing is None:
        raise Refused(ClosingReason.NOT_CLOSED)
    kept = closed.figure(db, closing.id, given.code)
    if not kept.many:
        raise Refused(ClosingReason.EMPTY)
    because = squeeze(given.because) if given.after else ""
    if given.after and (no := rules.why_not_words(because)):
        raise Refused(no, "because")
    return kept, because


def recall(
    db: Writing, desk: StaffDesk, sample_id: UUID, given: RecallGiven, *, request_id: UUID | None, now: datetime
) -> None:
    """Write down what was said of a record; said again, it is a further row. The same form twice is once.

    Raises NotFound for another centre's sample and for a place that is not, Conflict when somebody else wrote.
    """
    by, done = log.sent(db, log.By(desk.account_id, request_id=request_id), Kind.SAMPLE_RECALLED)
    if done:
        return
    sample = sample_queries.sample(db, desk.centre_id, sample_id)
    asked = {one.place: one for one in sample_queries.drawn(db, sample.id)}.get(given.place)
    if asked is None:
        raise NotFound
    note = squeeze(given.note)
    if len(note) > LONGEST_BECAUSE:
        raise Refused(ClosingReason.TOO_LONG, "note")
    own = new_id()
    row = {
        "id": own, "sample_id": sample.id, "place": given.place, "turn": given.after + 1, "found": given.found,
        "note": note, "by_account": desk.account_id, "at": now,
    }  # fmt: skip
    if asked.turns != given.after or not insert_once(db, Recall, row):
        raise Conflict(ClosingReason.ASKED)
    log.record(db, Kind.SAMPLE_RECALLED, log.About(own, facts={"found": given.found}), by=by, at=now)
