"""When a vacancy is open, what it lacks, and what its wage means."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final, assert_never

import msgspec

from exchange.kernel.texts import N_
from exchange.reference.codes import Qualification
from exchange.vacancies.codes import Contract, Currency, Part, VacancyReason, VacancyState, WageKind, WagePer

LONGEST_OPEN: Final = timedelta(days=366)
MOST_OPENINGS: Final = 10_000
SHORTEST_DESCRIPTION: Final = 20
DAYS_A_MONTH: Final = 26  # working days by which daily wages are turned into monthly ones in wage regulations
HOURS_A_DAY: Final = 8
# A round figure near the State Bank's central rates of 2025. Only filters compare by it; pages show dollars.
DONG_A_DOLLAR: Final = 25_000
DOLLAR_RATE_OF: Final = date(2025, 12, 31)
_RANKS: Final = {code: rank for rank, code in enumerate(Qualification)}


class Times(msgspec.Struct, frozen=True):
    """What the state of a vacancy follows from. `returned_at`: the newest verdict that sent it back."""

    submitted_at: datetime | None
    published_at: datetime | None
    closed_at: datetime | None
    expires_on: date | None
    returned_at: datetime | None = None


class Wage(msgspec.Struct, frozen=True):
    """A wage as it was stated; amounts in whole đồng or dollars."""

    kind: WageKind
    low: int | None = None
    high: int | None = None
    per: WagePer = WagePer.MONTH
    currency: Currency = Currency.VND


class Answers(msgspec.Struct, frozen=True):
    """Of each part, what tells whether it has been answered."""

    description: str
    occupation_code: str | None
    wage_kind: WageKind
    qualification: Qualification | None
    places: int
    overseas: bool
    contract: Contract
    contact_name: str
    expires_on: date | None


def state_of(times: Times, today: date, left: int) -> VacancyState:
    """The state on `today` with `left` openings not yet filled."""
    if times.closed_at:
        return VacancyState.CLOSED
    if times.published_at:
        if times.expires_on and times.expires_on < today:
            return VacancyState.EXPIRED
        return VacancyState.OPEN if left > 0 else VacancyState.FILLED
    if times.submitted_at:
        returned = times.returned_at is not None and times.returned_at >= times.submitted_at
        return VacancyState.RETURNED if returned else VacancyState.WAITING
    return VacancyState.DRAFT


def why_not_edit(state: VacancyState) -> VacancyReason | None:
    """Why what a vacancy says cannot be changed: what was reviewed stays as it was reviewed."""
    match state:
        case VacancyState.DRAFT | VacancyState.RETURNED:
            return None
        case VacancyState.WAITING:
            return VacancyReason.ALREADY_SENT
        case VacancyState.CLOSED:
            return VacancyReason.CLOSED
        case VacancyState.OPEN | VacancyState.FILLED | VacancyState.EXPIRED:
            return VacancyReason.PUBLISHED
    assert_never(state)


def missing_parts(answers: Answers) -> tuple[Part, ...]:
    """The parts of the form that still have to be answered before it may be sent for review."""
    answered = {
        Part.WORK: bool(answers.description and answers.occupation_code),
        Part.WAGE: answers.wage_kind is not WageKind.NOT_STATED,
        Part.NEEDS: answers.qualification is not None,
        Part.PLACES: answers.places > 0 or answers.overseas,
        Part.TERMS: answers.contract is not Contract.NOT_STATED,
        Part.CONTACT: bool(answers.contact_name and answers.expires_on),
    }
    return tuple(part for part in Part if not answered[part])


def why_not_openings(openings: int) -> VacancyReason | None:
    """Why so many people cannot be wanted."""
    return None if 1 <= openings <= MOST_OPENINGS else VacancyReason.OPENINGS_WRONG


def why_not_expiry(day: date, today: date) -> VacancyReason | None:
    """Why a vacancy cannot be open until `day`."""
    if day < today:
        return VacancyReason.EXPIRY_PAST
    return VacancyReason.EXPIRY_FAR if day > today + LONGEST_OPEN else None


def why_not_review(*, approve: bool, findings: int, reason: str) -> VacancyReason | None:
    """Why a verdict cannot be given: flagged wording is approved, and anything returned, only with a written reason."""
    if approve:
        return VacancyReason.REASON_NEEDED if findings and not reason else None
    return None if reason else VacancyReason.RETURN_REASON_NEEDED


def why_not_wage(wage: Wage) -> VacancyReason | None:
    """Why a wage cannot be stated so. The bounds catch a missing "000", not low pay."""
    if wage.kind is not WageKind.STATED:
        return None
    stated = [amount for amount in (wage.low, wage.high) if amount is not None]
    if not stated:
        return VacancyReason.WAGE_MISSING
    if wage.low is not None and wage.high is not None and wage.low > wage.high:
        return VacancyReason.WAGE_ORDER
    if monthly_dong(min(stated), wage.per, wage.currency) < 500_000:
        return VacancyReason.WAGE_TINY
    return VacancyReason.WAGE_HUGE if monthly_dong(max(stated), wage.per, wage.currency) > 1_000_000_000 else None


def monthly_dong(amount: int, per: WagePer, currency: Currency) -> int:
    """About what `amount` is in đồng a month: 26 days of 8 hours, a twelfth of a year. For filters and bounds only."""
    dong = amount * (DONG_A_DOLLAR if currency is Currency.USD else 1)
    match per:
        case WagePer.HOUR:
            return dong * HOURS_A_DAY * DAYS_A_MONTH
        case WagePer.DAY:
            return dong * DAYS_A_MONTH
        case WagePer.MONTH:
            return dong
        case WagePer.YEAR:
            return dong // 12
    assert_never(per)


def pay_month(wage: Wage) -> int:
    """The most that is paid in đồng a month; 0 when no wage is stated."""
    best = wage.high if wage.high is not None else wage.low
    return monthly_dong(best, wage.per, wage.currency) if wage.kind is WageKind.STATED and best else 0


def qualification_rank(asked: Qualification | None) -> int:
    """Where a qualification stands, lowest first; nothing asked is the lowest."""
    return 0 if asked is None else _RANKS[asked]


@lru_cache(maxsize=5000)
def wage_words(wage: Wage) -> str:
    """A wage as it is said: "8 – 10 triệu đồng/tháng", "Từ 7,5 triệu đồng/tháng", "30.000 đồng/giờ"."""
    if wage.kind is not WageKind.STATED:
        return wage.kind.label
    unit = _unit(wage)
    said = [_figure(amount, unit) for amount in (wage.low, wage.high) if amount is not None]
    if wage.low is None:
        figures = f"{N_('Đến')} {said[0]}"
    elif wage.high is None:
        figures = f"{N_('Từ')} {said[0]}"
    else:
        figures = said[0] if wage.low == wage.high else f"{said[0]} – {said[1]}"
    name = N_("triệu đồng") if unit > 1 else wage.currency.label
    return f"{figures} {name}/{wage.per.label}"


def _unit(wage: Wage) -> int:
    """Millions where at most two decimals say it exactly, else đồng or dollars."""
    stated = [amount for amount in (wage.low, wage.high) if amount is not None]
    millions = wage.currency is Currency.VND and all(a >= 1_000_000 and a % 10_000 == 0 for a in stated)
    return 1_000_000 if millions else 1


def _figure(amount: int, unit: int) -> str:
    """Dots for thousands, a comma for decimals."""
    whole, rest = divmod(amount, unit)
    decimals = f"{rest * 100 // unit:02d}".rstrip("0") if rest else ""
    return f"{whole:,}".replace(",", ".") + (f",{decimals}" if decimals else "")
