"""The conversation and its outcome."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Select, select, update

from exchange.booths import rules
from exchange.booths.access import RecruiterDesk, TalkSeat
from exchange.booths.codes import BoothReason, NotReason, OutcomeCode, ReferredTo, TicketEnd
from exchange.booths.news import about_interview
from exchange.booths.tables import Ticket
from exchange.booths.talk_tables import Call, Interview, InterviewId, Message, Outcome, OutcomeCorrection, OutcomeId
from exchange.fairs import queries as fairs
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.text import squeeze_lines

_i, _t, _c, _o, _m = columns(Interview), columns(Ticket), columns(Call), columns(Outcome), columns(Message)
LONGEST_MESSAGE = 1000  # characters, as the column holds them
_ASKED_AT = {  # the field that an outcome lacks
    BoothReason.VACANCY_NEEDED: "vacancy_id",
    BoothReason.DATE_NEEDED: "again_on",
    BoothReason.REASON_NEEDED: "not_reason",
    BoothReason.WHERE_NEEDED: "referred_to",
}


class OutcomeGiven(BaseModel):
    """What the recruiter pressed, and what that button needs."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    code: OutcomeCode
    vacancy_id: UUID | None = None
    again_on: date | None = None
    not_reason: NotReason | None = None
    referred_to: ReferredTo | None = None
    note: str = Field(default="", max_length=1000)

    def why_not(self) -> BoothReason | None:
        """What is missing, if anything."""
        return rules.why_not_outcome(
            self.code,
            has_date=self.again_on is not None,
            has_reason=self.not_reason is not None,
            has_place=self.referred_to is not None,
            has_vacancy=self.vacancy_id is not None,
        )

    def kept(self) -> dict[str, Any]:
        """Only what belongs to the code: a date left over from another button is not stored."""
        return {
            "code": self.code,
            "vacancy_id": self.vacancy_id if self.code is OutcomeCode.HIRED else None,
            "again_on": self.again_on if self.code is OutcomeCode.SECOND_INTERVIEW else None,
            "not_reason": self.not_reason if self.code is OutcomeCode.NOT_THIS_TIME else None,
            "referred_to": self.referred_to if self.code is OutcomeCode.REFERRED else None,
        }


def write_message(db: Writing, seat: TalkSeat, text: str, *, request_id: UUID | None, now: datetime) -> None:
    """Say something. The same form sent twice says it once. Raises Refused when empty or the talk is over."""
    say(db, seat, text, by=log.By(seat.account_id, None, request_id), now=now)


def say(db: Writing, seat: TalkSeat, text: str, *, by: log.By, now: datetime) -> None:
    """The same, by whoever writes for this side."""
    words = squeeze_lines(text)
    by, made = log.sent(db, by, Kind.MESSAGE_WRITTEN)
    if made and db.scalar(select(_m.text).where(_m.id == made, _m.interview_id == seat.interview_id)) == words:
        return
    if not words:
        raise Refused(BoothReason.WORDS_EMPTY, "text")
    if len(words) > LONGEST_MESSAGE:
        raise Refused(BoothReason.WORDS_LONG, "text")
    ended = db.execute(select(_i.ended_at).where(_i.id == seat.interview_id)).scalar_one()
    if not rules.may_write(ended, now):
        raise Refused(BoothReason.TALK_OVER, "text")
    message = Message(
        interview_id=seat.interview_id, speaker=seat.speaker, by_account=seat.account_id, text=words, at=now
    )
    db.add(message)
    about = about_interview(db, seat.interview_id, subject_id=message.id)
    log.record(db, Kind.MESSAGE_WRITTEN, about, by=log.unspent(db, by) if made else by, at=now, stream=seat.fair_id)


def give_outcome(
    db: Writing, desk: RecruiterDesk, interview_id: UUID, given: OutcomeGiven, *, now: datetime
) -> OutcomeId:
    """End the interview with its outcome and free the desk. The journal entry is the caller's (placements).

    Raises Refused when something is missing or results are closed, Conflict when an outcome was given already.
    """
    row = _ours(db, desk, select(_i.call_id, _i.booth_id).where(_i.id == interview_id))
    _may_record(db, desk, given, now=now)
    ended = db.execute(update(Interview).where(_i.id == interview_id, _i.ended_at.is_(None)).values(ended_at=now))
    if not ended.rowcount:  # type: ignore[attr-defined]
        raise Conflict(BoothReason.OUTCOME_GIVEN)
    ticket_id = db.execute(
        update(Call).where(_c.id == row.call_id).values(closed_at=now).returning(_c.ticket_id)
    ).scalar_one()
    db.execute(update(Ticket).where(_t.id == ticket_id).values(closed_at=now, ended_as=TicketEnd.INTERVIEWED))
    outcome = Outcome(
        interview_id=InterviewId(interview_id), note=given.note, by_account=desk.account_id, at=now, **given.kept()
    )
    db.add(outcome)
    db.flush()
    return outcome.id


def correct_outcome(
    db: Writing, desk: RecruiterDesk, outcome_id: UUID, given: OutcomeGiven, because: str, *, now: datetime
) -> None:
    """Put another word beside an outcome; the first stays to be read. The journal entry is the caller's.

    Raises Refused without a reason, with something missing, or after the results' time.
    """
    _ours(db, desk, select(_i.booth_id).join(Outcome, _o.interview_id == _i.id).where(_o.id == outcome_id))
    if not because.strip():
        raise Refused(BoothReason.CORRECTION_REASON, "because")
    _may_record(db, desk, given, now=now)
    db.add(
        OutcomeCorrection(
            outcome_id=OutcomeId(outcome_id),
            because=because.strip()[:300],
            by_account=desk.account_id,
            at=now,
            **given.kept(),
        )
    )
    db.flush()


def _ours(db: Writing, desk: RecruiterDesk, talk: Select[Any]) -> Any:
    """The interview, held until we commit. Raises NotFound for another booth's."""
    row = db.execute(talk.with_for_update()).first()
    if row is None or row.booth_id != desk.booth_id:
        raise NotFound
    return row


def _may_record(db: Writing, desk: RecruiterDesk, given: OutcomeGiven, *, now: datetime) -> None:
    if reason := given.why_not():
        raise Refused(reason, _ASKED_AT[reason])
    fair = fairs.fair(db, desk.fair_id, now=now)
    if not rules.results_open(fair.phase):
        raise Refused(BoothReason.RESULTS_CLOSED)
    if reason := rules.why_not_again(given.kept()["again_on"], local_day(fair.times.floor_opens)):
        raise Refused(reason, "again_on")
