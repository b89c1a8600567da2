"""Giving and correcting an outcome, and the placement that follows from it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, select

from exchange.booths import talk_actions
from exchange.booths.access import RecruiterDesk
from exchange.booths.codes import OutcomeCode
from exchange.booths.news import about_interview
from exchange.booths.outcomes import CODE, INTERVIEWS
from exchange.booths.talk_actions import OutcomeGiven
from exchange.booths.talk_tables import Interview, Outcome, OutcomeId
from exchange.fairs.tables import Fair, FairSeeker
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing, hold
from exchange.kernel.errors import NotFound
from exchange.placements import rules
from exchange.placements.codes import EvidenceLevel, EvidenceSource, Origin
from exchange.placements.join_actions import write_reversal
from exchange.placements.making import make
from exchange.placements.queries import first_place
from exchange.placements.tables import Placement, PlacementReversal
from exchange.seekers.tables import Seeker
from exchange.vacancies import index
from exchange.vacancies.tables import Vacancy

_i, _o, _p, _r = columns(Interview), columns(Outcome), columns(Placement), columns(PlacementReversal)
_s, _v, _f, _at = columns(Seeker), columns(Vacancy), columns(Fair), columns(FairSeeker)
_HIRINGS = (
    INTERVIEWS.with_only_columns(_o.id, INTERVIEWS.selected_columns.vacancy_id)
    .where(_i.booth_id == bindparam("booth"), _i.seeker_id == bindparam("seeker"), CODE == OutcomeCode.HIRED)
    .order_by(_o.at, _o.id)
)
_LATEST = (
    select(_p.id, _p.turn, _p.outcome_id, _p.vacancy_id, _r.placement_id.is_not(None).label("reversed"))
    .outerjoin(PlacementReversal, _r.placement_id == _p.id)
    .where(
        _p.fair_id == bindparam("fair"), _p.seeker_id == bindparam("seeker"), _p.employer_id == bindparam("employer")
    )
    .order_by(_p.turn.desc())
    .limit(1)
)
_FOUR_PROVINCES = (
    select(
        _s.province_code, _s.created_at.label("told_at"), _at.centre_id.label("referring_id"), _f.host_id,
        _v.overseas, _v.created_at.label("made_at"), first_place(_v.id).label("workplace"),
    )
    .select_from(Seeker)
    .join(Fair, _f.id == bindparam("fair"))
    .join(Vacancy, _v.id == bindparam("vacancy"))
    .outerjoin(FairSeeker, and_(_at.fair_id == _f.id, _at.seeker_id == _s.id))
    .where(_s.id == bindparam("seeker"))
)  # fmt: skip


def record_outcome(
    db: Writing, desk: RecruiterDesk, interview_id: UUID, given: OutcomeGiven, *, request_id: UUID | None, now: datetime
) -> OutcomeId:
    """End the interview with its outcome; when that is "hired", a placement follows. The same form twice is once.

    Raises NotFound for another booth's interview or another employer's vacancy, Refused when something is missing or
    results are closed, Conflict when an outcome was given already.
    """
    talk = _hold_person(db, desk, select(_i.id, _i.seeker_id).where(_i.id == interview_id))
    held: Any = db.scalar(select(_o.id).where(_o.interview_id == talk.id))
    by = _unsent(db, desk, request_id, held)
    if by is None:
        return OutcomeId(held)
    _own_vacancy(db, desk, given)
    outcome_id = talk_actions.give_outcome(db, desk, interview_id, given, now=now)
    _settle(db, desk, talk, because="", now=now)
    about = about_interview(db, talk.id, subject_id=outcome_id)
    log.record(db, Kind.OUTCOME_RECORDED, about, by=by, at=now, stream=desk.fair_id)
    return outcome_id


def correct_outcome(
    db: Writing,
    desk: RecruiterDesk,
    outcome_id: UUID,
    given: OutcomeGiven,
    because: str,
    *,
    request_id: UUID | None,
    now: datetime,
) -> None:
    """Put another word beside an outcome; a placement that no longer follows is reversed, one that now does is made.

    Raises NotFound for another booth's outcome or another employer's vacancy, Refused without a reason, with
    something missing, or after the results' time. The same form twice is once.
    """
    of_outcome = select(_i.id, _i.seeker_id).join(Outcome, _o.interview_id == _i.id).where(_o.id == outcome_id)
    talk = _hold_person(db, desk, of_outcome)
    by = _unsent(db, desk, request_id, outcome_id)
    if by is None:
        return
    _own_vacancy(db, desk, given)
    talk_actions.correct_outcome(db, desk, outcome_id, given, because, now=now)
    _settle(db, desk, talk, because=because.strip(), now=now)
    about = about_interview(db, talk.id, subject_id=outcome_id)
    log.record(db, Kind.OUTCOME_CORRECTED, about, by=by, at=now, stream=desk.fair_id)


def _hold_person(db: Writing, desk: RecruiterDesk, talk: Select[Any]) -> Any:
    """The interview at this booth, its person held until we commit.

    So two corrections, or one form sent twice, come one after the other.
    """
    row = db.execute(talk.where(_i.booth_id == desk.booth_id)).first()
    if row is None:
        raise NotFound
    hold(db, Seeker, row.seeker_id)
    return row


def _unsent(db: Writing, desk: RecruiterDesk, request_id: UUID | None, outcome_id: UUID | None) -> log.By | None:
    """Who writes; None when this form has made or corrected the outcome before.

    All forms of a page carry one id. Where another of them has used it up, the outcome is not taken for a repetition.
    """
    by = desk.by(request_id)
    done = log.result_of(db, by)
    if done is None:
        return by
    return None if done == outcome_id else desk.by(None)


def _own_vacancy(db: Writing, desk: RecruiterDesk, given: OutcomeGiven) -> None:
    """Nobody is hired for a vacancy of another employer."""
    vacancy_id = given.kept()["vacancy_id"]
    if vacancy_id and db.scalar(select(_v.employer_id).where(_v.id == vacancy_id)) != desk.employer_id:
        raise NotFound


def _settle(db: Writing, desk: RecruiterDesk, talk: Any, *, because: str, now: datetime) -> None:
    """Bring the register in step with what the outcomes of this person at this booth say now.

    An employer has one booth at a fair, so the booth's interviews are all that this employer had with the person.
    """
    mine = {"fair": desk.fair_id, "seeker": talk.seeker_id, "employer": desk.employer_id}
    row = db.execute(_LATEST, mine).first()
    latest = rules.Latest(row.id, row.turn, rules.Hiring(row.outcome_id, row.vacancy_id), row.reversed) if row else None
    hirings = [rules.Hiring(*told) for told in db.execute(_HIRINGS, {"booth": desk.booth_id, "seeker": talk.seeker_id})]
    step = rules.settle(latest, hirings)
    if step.reverse:
        write_reversal(db, step.reverse, because, desk.account_id, now=now)
    if step.place:
        _place(db, desk, talk.seeker_id, step.place, turn=step.turn, now=now)
    touched = {one.vacancy_id for one in (step.place, latest.rests_on if latest and step.reverse else None) if one}
    for vacancy_id in sorted(touched):  # a filled vacancy leaves the search, a freed one comes back
        hold(db, Vacancy, vacancy_id)
        index.refresh(db, vacancy_id)
    if step.reverse:
        about = about_interview(db, talk.id, subject_id=step.reverse)
        log.record(db, Kind.PLACEMENT_REVERSED, about, by=desk.by(None), at=now, stream=desk.fair_id)


def _place(
    db: Writing, desk: RecruiterDesk, seeker_id: UUID, hiring: rules.Hiring, *, turn: int, now: datetime
) -> None:
    """One placement, at the evidence level "the employer said so"."""
    day = local_day(now)
    row = db.execute(_FOUR_PROVINCES, {"seeker": seeker_id, "fair": desk.fair_id, "vacancy": hiring.vacancy_id}).one()
    named = None if row.overseas else row.workplace
    placement = Placement(
        seeker_id=seeker_id, employer_id=desk.employer_id, origin=Origin.FAIR, fair_id=desk.fair_id, turn=turn,
        outcome_id=hiring.outcome_id, vacancy_id=hiring.vacancy_id,
        referring_id=row.referring_id, host_id=row.host_id, recorded_id=row.host_id,
        residence=rules.province_on(row.province_code, local_day(row.told_at), day),
        workplace=rules.province_on(named, local_day(row.made_at), day) if named else None, overseas=row.overseas,
        agreed_on=day, made_at=now, made_by=desk.account_id,
    )  # fmt: skip
    said = {"level": EvidenceLevel.EMPLOYER_SAID, "source": EvidenceSource.FAIR_OUTCOME}
    make(db, placement, {**said, "on_day": day, "by_account": desk.account_id}, now=now)
