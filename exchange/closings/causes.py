"""Why a record came into a figure or went out of it: what was written down of it between two moments, and by whom."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Select, String, Uuid, bindparam, case, cast, literal, null, select, union_all

from exchange.accounts.tables import Account
from exchange.benefits.tables import BenefitClaim, ClaimDecision, ClaimWithdrawal
from exchange.booths.tables import Booth, Shift
from exchange.booths.talk_tables import Interview, Outcome, OutcomeCorrection
from exchange.closings.codes import Cause
from exchange.counselling.tables import Consultation, ConsultationWithdrawal
from exchange.fairs.tables import FairOpening, FairSeeker
from exchange.group_talks.tables import Attendance, AttendanceRemoval, GroupTalk, GroupTalkWithdrawal
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.placements.tables import Placement, PlacementEvidence, PlacementReversal
from exchange.referrals.tables import Referral, ReferralCancellation
from exchange.seekers.file_tables import SeekerMerge
from exchange.tallies.codes import RecordKind
from exchange.vacancies.tables import Vacancy, VacancyReview

_AT_ONCE = 300  # ids in a statement
_IDS: Any = bindparam("ids", expanding=True)


class Told(msgspec.Struct, frozen=True):
    """Something that was written down of a record. `because`: the reason where the row has one."""

    cause: Cause
    by_name: str
    at: datetime
    because: str = ""


def causes(
    db: Reading, kind: RecordKind, ids: Iterable[UUID], since: datetime, until: datetime
) -> dict[UUID, list[Told]]:
    """What was written down of records after `since` and until `until`, oldest first."""
    return _asked(db, _all_of(kind), ids, since, until)


def merges(db: Reading, persons: Iterable[UUID], since: datetime, until: datetime) -> dict[UUID, list[Told]]:
    """Which of these files were merged or parted between two moments."""
    return _asked(db, _merging(), persons, since, until)


def _asked(
    db: Reading, statement: Select[Any], ids: Iterable[UUID], since: datetime, until: datetime
) -> dict[UUID, list[Told]]:
    found: dict[UUID, list[Told]] = {}
    wanted: Sequence[UUID] = list(dict.fromkeys(ids))
    for at in range(0, len(wanted), _AT_ONCE):
        values = {"ids": wanted[at : at + _AT_ONCE], "since": since, "until": until}
        for record, cause, name, when, because in db.execute(statement, values):
            found.setdefault(record, []).append(Told(Cause(cause), name or "", when, because))
    return found


_Word = Cause | ColumnElement[Any]


def _told(record: Any, cause: _Word, by: Any, at: Any, because: Any = None) -> Select[Any]:
    word = cause if isinstance(cause, ColumnElement) else literal(cause.value, String)
    who = cast(null(), Uuid) if by is None else by
    words = literal("", String) if because is None else because
    told = select(record.label("record"), word.label("cause"), who.label("who"), at.label("at"), words.label("because"))
    return told.where(record.in_(_IDS), at > bindparam("since"), at <= bindparam("until"))


def _first(is_first: Any, first: Cause, later: Cause) -> ColumnElement[Any]:
    return cast(case((is_first, first.value), else_=later.value), String)


def _of_visits() -> Iterable[Select[Any]]:
    c, w, a, r, g, x = (
        columns(one) for one in (
            Consultation, ConsultationWithdrawal, Attendance, AttendanceRemoval, GroupTalk, GroupTalkWithdrawal,
        )
    )  # fmt: skip
    word = _first(c.corrects_id.is_(None), Cause.WRITTEN, Cause.CORRECTED)
    yield _told(c.first_id, word, c.made_by, c.at, c.because)
    yield _told(w.consultation_id, Cause.WITHDRAWN, w.by_account, w.at, w.because)
    yield _told(a.id, Cause.WRITTEN, a.by_account, a.at)
    yield _told(r.attendance_id, Cause.WITHDRAWN, r.by_account, r.at, r.because)
    again = _told(a.id, Cause.CORRECTED, g.made_by, g.at, g.because).where(g.corrects_id.is_not(None))
    yield again.join_from(Attendance, GroupTalk, g.first_id == a.talk_id)
    gone = _told(a.id, Cause.WITHDRAWN, x.by_account, x.at, x.because)
    yield gone.join_from(Attendance, GroupTalkWithdrawal, x.talk_id == a.talk_id)


def _of_claims() -> Iterable[Select[Any]]:
    c, d, w = columns(BenefitClaim), columns(ClaimDecision), columns(ClaimWithdrawal)
    yield _told(c.id, Cause.WRITTEN, c.by_account, c.at)
    yield _told(d.claim_id, _first(d.turn == 1, Cause.DECIDED, Cause.CORRECTED), d.by_account, d.at, d.because)
    yield _told(w.claim_id, Cause.WITHDRAWN, w.by_account, w.at, w.because)


def _of_referrals() -> Iterable[Select[Any]]:
    r, x = columns(Referral), columns(ReferralCancellation)
    yield _told(r.id, Cause.WRITTEN, r.issued_by, r.at)
    yield _told(x.referral_id, Cause.WITHDRAWN, x.by_account, x.at, x.because)


def _of_placements() -> Iterable[Select[Any]]:
    p, e, r = columns(Placement), columns(PlacementEvidence), columns(PlacementReversal)
    yield _told(p.id, Cause.WRITTEN, p.made_by, p.made_at)
    yield _told(e.placement_id, Cause.PROVEN, e.by_account, e.at)
    yield _told(r.placement_id, Cause.WITHDRAWN, r.by_account, r.at, r.because)


def _of_fairs() -> Iterable[Select[Any]]:
    o = columns(FairOpening)
    yield _told(o.fair_id, Cause.WRITTEN, o.by_account, o.at)


def _of_booths() -> Iterable[Select[Any]]:
    b, s, i = columns(Booth), columns(Shift), columns(Interview)
    yield _told(b.id, Cause.WRITTEN, None, b.created_at)
    yield _told(s.booth_id, Cause.CAME, s.account_id, s.started_at)
    yield _told(i.booth_id, Cause.RESULT, i.interviewer, i.started_at)


def _of_interviews() -> Iterable[Select[Any]]:
    i, o, k = columns(Interview), columns(Outcome), columns(OutcomeCorrection)
    yield _told(i.id, Cause.WRITTEN, i.interviewer, i.ended_at)
    yield _told(o.interview_id, Cause.RESULT, o.by_account, o.at)
    corrected = _told(o.interview_id, Cause.CORRECTED, k.by_account, k.at, k.because)
    yield corrected.join_from(OutcomeCorrection, Outcome, o.id == k.outcome_id)


def _of_vacancies() -> Iterable[Select[Any]]:
    v, r = columns(Vacancy), columns(VacancyReview)
    yield _told(v.id, Cause.WRITTEN, v.created_by, v.published_at)
    yield _told(r.vacancy_id, Cause.DECIDED, r.by_account, r.at, r.reason)


def _of_people() -> Iterable[Select[Any]]:
    s = columns(FairSeeker)
    yield _told(s.seeker_id, Cause.WRITTEN, None, s.registered_at)
    yield _told(s.seeker_id, Cause.CAME, None, s.checked_in_at)


_SOURCES: dict[RecordKind, Callable[[], Iterable[Select[Any]]]] = {
    RecordKind.VISIT: _of_visits,
    RecordKind.CLAIM: _of_claims,
    RecordKind.REFERRAL: _of_referrals,
    RecordKind.PLACEMENT: _of_placements,
    RecordKind.FAIR: _of_fairs,
    RecordKind.BOOTH: _of_booths,
    RecordKind.INTERVIEW: _of_interviews,
    RecordKind.VACANCY: _of_vacancies,
    RecordKind.PERSON: _of_people,
}


@cache
def _all_of(kind: RecordKind) -> Select[Any]:
    return _named(_SOURCES[kind]())


@cache
def _merging() -> Select[Any]:
    m = columns(SeekerMerge)
    rows = []
    for file in (m.gone_id, m.kept_id):
        rows.append(_told(file, Cause.MERGED, m.by_account, m.at, m.because))
        rows.append(_told(file, Cause.PARTED, m.undone_by, m.undone_at, m.undone_because))
    return _named(rows)


def _named(told: Iterable[Select[Any]]) -> Select[Any]:
    all_of: Any = union_all(*told).subquery("told")
    account = columns(Account)
    shown = select(all_of.c.record, all_of.c.cause, account.name, all_of.c.at, all_of.c.because)
    return shown.outerjoin(Account, account.id == all_of.c.who).order_by(all_of.c.at)
