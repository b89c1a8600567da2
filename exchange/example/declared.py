"""What the other rooms of the department declared for the half-year, and the plans behind two percentages.

All numbers are those of the public report; offices and the numbers of papers are fictitious. Two plans follow from the
percentages that the report prints (15.384 at 66,88%, 292 at 32,44%); of the third, 25,30%, no round plan is known.
"""

from datetime import time
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from exchange.centres.access import LeadDesk
from exchange.example.shapes import KNOWN
from exchange.example.writing import at
from exchange.group_talks.codes import Qualifier
from exchange.kernel.db import Writing
from exchange.periods import actions as periods
from exchange.periods.codes import Calendar
from exchange.periods.queries import PeriodView, period
from exchange.plans import actions as plans
from exchange.plans.actions import PlanGiven
from exchange.tallies import declared_actions
from exchange.tallies.declared_actions import DeclaredGiven

PERIOD: Final = "2021-H1"
_YEARS: Final = (2020, 2021)
_NOON: Final = time(12, 0)
_MILLION: Final = 1_000_000
_JOBS: Final = ("Phòng Việc làm - An toàn lao động", "Báo cáo số 31/BC-VLATLĐ ngày 11/6/2021")
_TRAINING: Final = ("Phòng Giáo dục nghề nghiệp", "Báo cáo số 24/BC-GDNN ngày 11/6/2021")
_MERIT: Final = ("Phòng Người có công", "Báo cáo số 40/BC-NCC ngày 10/6/2021")
_PROTECTION: Final = ("Phòng Bảo trợ xã hội", "Báo cáo số 52/BC-BTXH ngày 11/6/2021")
_EVILS: Final = ("Phòng Phòng, chống tệ nạn xã hội", "Báo cáo số 17/BC-PCTNXH ngày 10/6/2021")
_PAPERS: Final = ("Văn phòng Sở", "Báo cáo số 09/BC-VP ngày 12/6/2021")
_TRADES: Final = ("Phòng Giáo dục nghề nghiệp", "Quyết định số 271/QĐ-UBND ngày 05/02/2021")
_DECISION: Final = "Suy ra từ tỷ lệ trong báo cáo 6 tháng đầu năm 2021"
_PLANS: Final = {"jobs_created": 23_000, "overseas_departed": 900}
_SAID: Final[dict[tuple[str, str], dict[str, int]]] = {
    _JOBS: {"jobs_created": 15_384, "overseas_departed": 292},
    _TRAINING: {"training_enrolled": 5_066},
    _TRADES: {"training_trades": 10},
    _MERIT: {"gifts_merit": 25_233, "gifts_merit_money": 12_771_900_000, "convalescence": 110, "houses": 428},
    _PROTECTION: {
        "health_cards": 451_519, "health_cards_money": 363_283 * _MILLION,
        "near_poor_aid": 16_650, "near_poor_aid_money": 4_995 * _MILLION,
        "near_poor_district": 435, "near_poor_district_money": 43_500_000,
        "near_poor_social": 10_030, "near_poor_social_money": 3_166 * _MILLION, "near_poor_social_rice": 1_310,
        "poor_social": 10_365, "poor_social_money": 7_718 * _MILLION, "poor_social_rice": 12_225,
        "social_aid": 36_000, "funeral_aid": 762, "social_aid_money": 82_055 * _MILLION,
        "health_cards_social": 26_303, "electricity": 5_127, "aged_100": 45, "aged_90": 784,
        "tet_gifts": 12_779, "tet_gifts_money": 4_958 * _MILLION,
    },
    _EVILS: {
        "campaigns": 25, "campaign_people": 2_041, "inspections": 6, "inspected_places": 43, "violations": 18,
        "reminders": 25,
    },
    _PAPERS: {"procedures_received": 399, "procedures_done": 399},
}  # fmt: skip
_OVER: Final = {"near_poor_social_money", "poor_social_money", "social_aid"}
_PERCENT: Final = {"training_enrolled": 2_530}


def declare(db: Writing, desk: LeadDesk) -> None:
    """Periods of two years, the plans, and all declared figures of the half-year."""
    now = at(KNOWN.last, _NOON)
    for year in _YEARS:
        periods.plan_year(db, desk, year, Calendar.ADMINISTRATIVE, now=now)
    half = period(db, PERIOD)
    for code, target in _PLANS.items():
        plan = PlanGiven(code, half.year, target, _DECISION, inferred=True)
        plans.set_plan(db, desk, plan, request_id=None, now=now)
    for (source, document), figures in _SAID.items():
        for code, value in figures.items():
            _say(db, desk, half, DeclaredGiven(code, value, _sure(code), source, document, percent=_PERCENT.get(code)))


def _sure(code: str) -> Qualifier:
    return Qualifier.OVER if code in _OVER else Qualifier.EXACT


def _say(db: Writing, desk: LeadDesk, half: PeriodView, given: DeclaredGiven) -> None:
    key = uuid5(NAMESPACE_URL, f"declared:{half.code}:{given.indicator}")
    declared_actions.declare(db, desk, half, given, client_key=key, now=at(KNOWN.last, _NOON))
