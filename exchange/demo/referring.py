"""Slips of the host centre: some wait for a result, one person is at work and to be asked after, some are fresh."""

from datetime import date, datetime, timedelta
from uuid import UUID

from exchange.demo import story
from exchange.demo.cast import viewer
from exchange.demo.people import PEOPLE
from exchange.kernel.clock import local_day
from exchange.kernel.db import Writing
from exchange.kernel.ids import new_id
from exchange.kernel.settings import Settings
from exchange.placements.referral_actions import settle_referral
from exchange.referrals import actions, answer_actions, queries
from exchange.referrals.access import answer_seat, referral_desk
from exchange.referrals.codes import AgreedContract, Answered, NotHiredBecause
from exchange.referrals.given import AnswerGiven, PresentationGiven, ReferralGiven
from exchange.referrals.tables import ReferralId
from exchange.seekers.access import own_desk
from exchange.vacancies.search_queries import VacancyQuery, search

_COUNSELLOR = "tuvan.travinh"


def refer(db: Writing, *, now: datetime) -> None:
    """All slips there are when the demo is loaded."""
    a_day = timedelta(days=1)
    at_work = _issue(db, 0, now - 52 * a_day, "Cơ sở May mặc Hưng Lợi", "Công nhân may")
    _answer(db, at_work, Answered.HIRED, now - 50 * a_day, local_day(now - 48 * a_day))
    _issue(db, 2, now - 36 * a_day, "Hợp tác xã Giày da Cầu Kè", "Công nhân đế giày")
    came = _issue(db, 6, now - 33 * a_day, "Xưởng Cơ khí Minh Tâm", "Thợ hàn")
    _present(db, came, now - 31 * a_day)
    declined = _issue(db, 10, now - 8 * a_day)
    _answer(db, declined, Answered.NOT_HIRED, now - 6 * a_day)
    _issue(db, 10, now - 2 * a_day, "Cơ sở May mặc Hưng Lợi", "Công nhân may")
    _issue(db, 12, now - timedelta(hours=20))


def _issue(db: Writing, number: int, now: datetime, employer: str = "", position: str = "") -> ReferralId:
    """A slip for the person at `number`: to an employer named by hand, or to a vacancy that fits their wish."""
    desk = own_desk(db, viewer(db, _COUNSELLOR), story.visitor(db, number).seeker_id)
    today = local_day(now)
    found = [] if employer else search(db, VacancyQuery(q=PEOPLE[number].wish), today=today).items
    given = ReferralGiven(
        vacancy_id=found[0].id if found else None,
        employer=employer or "Công ty Kho vận Ven Sông",
        position=position or PEOPLE[number].wish,
        valid_until=queries.usual_validity(today),
    )
    return actions.issue(db, desk, given, vault=Settings().vault(), client_key=new_id(), now=now)


def _present(db: Writing, referral_id: UUID, now: datetime) -> None:
    desk = referral_desk(db, viewer(db, _COUNSELLOR), referral_id)
    actions.present(db, desk, PresentationGiven(presented_on=local_day(now)), request_id=None, now=now)


def _answer(db: Writing, referral_id: UUID, answer: Answered, now: datetime, started_on: date | None = None) -> None:
    given = AnswerGiven(
        answer=answer,
        started_on=started_on,
        contract=AgreedContract.FROM_12_TO_36,
        cause=NotHiredBecause.TERMS,
        said_by="Nguyễn Thị Hồng Thắm",
    )
    seat = answer_seat(db, queries.secret(db, referral_id, vault=Settings().vault()))
    answer_actions.answer_by_link(db, seat, given, client_key=new_id(), now=now)
    settle_referral(db, seat.referral_id, now=now)
