"""How a claim stands, and what may follow what. Every rule returns its reason, or None."""

from datetime import date

from msgspec import Struct

from exchange.benefits.codes import (
    Appraised,
    BenefitReason,
    ClaimState,
    DeclaredState,
    DueState,
    EndGround,
    EventKind,
    RefusalGround,
    Verdict,
)
from exchange.benefits.deadlines import Benefit, Due, last_day

YOUNGEST = 15  # labour code 2019, article 3
FEWEST, MOST = 3, 12  # months of benefit (employment law 2013, article 50)
MOST_TRAINING = 6  # months of supported training (employment law 2013, article 56)
OPEN = frozenset({ClaimState.RECEIVED, ClaimState.APPRAISED, ClaimState.GRANTED, ClaimState.RUNNING})
OPEN |= {ClaimState.SUSPENDED, ClaimState.RAN_OUT}
PAID = frozenset({ClaimState.GRANTED, ClaimState.RUNNING, ClaimState.SUSPENDED, ClaimState.RAN_OUT})
_AFTER = {EventKind.ENDED: ClaimState.ENDED, EventKind.MOVED_OUT: ClaimState.MOVED_OUT}
_AFTER |= {EventKind.SUSPENDED: ClaimState.SUSPENDED}


class Decision(Struct, frozen=True):
    """What a decision says. `monthly` in đồng."""

    verdict: Verdict
    number: str
    on_day: date
    months: int | None = None
    monthly: int | None = None
    from_on: date | None = None
    to_on: date | None = None
    refusal: RefusalGround | None = None


class Happened(Struct, frozen=True):
    """Something that happened to a benefit and was not taken back."""

    kind: EventKind
    on_day: date
    ground: EndGround | None = None


class Course(Struct, frozen=True):
    """What is known of a claim: the decision that stands, and what was not taken back, oldest first."""

    received_on: date
    birth_year: int
    found: Appraised | None = None
    appraised_on: date | None = None
    decision: Decision | None = None
    events: tuple[Happened, ...] = ()
    declared: frozenset[int] = frozenset()
    withdrawn: bool = False

    @property
    def benefit(self) -> Benefit | None:
        """What the due calendar needs; None where nothing was granted."""
        said = self.decision
        if said is None or said.from_on is None or said.months is None:
            return None
        since = next((e.on_day for e in self.events if e.kind is EventKind.MOVED_IN), None)
        until = next((e.on_day for e in self.events if e.kind in (EventKind.ENDED, EventKind.MOVED_OUT)), None)
        return Benefit(self.received_on, said.from_on, said.months, self.declared, since, until)


def state_on(course: Course, day: date) -> ClaimState:
    """How a claim stands at the end of a day."""
    if course.withdrawn:
        return ClaimState.WITHDRAWN
    said = course.decision
    if said is None or said.on_day > day:
        looked = course.appraised_on is not None and course.appraised_on <= day
        return ClaimState.APPRAISED if looked else ClaimState.RECEIVED
    if said.verdict is not Verdict.GRANTED:
        return ClaimState.REFUSED if said.verdict is Verdict.REFUSED else ClaimState.CANCELLED
    happened = [event for event in course.events if event.on_day <= day]
    after = _AFTER.get(happened[-1].kind) if happened else None
    if after is ClaimState.SUSPENDED and said.to_on and day > said.to_on:
        return ClaimState.RAN_OUT
    return after or _time(said, day)


def _time(said: Decision, day: date) -> ClaimState:
    if said.from_on and day < said.from_on:
        return ClaimState.GRANTED
    return ClaimState.RAN_OUT if said.to_on and day > said.to_on else ClaimState.RUNNING


def why_not_received(received_on: date, contract_ended_on: date, birth_year: int, today: date) -> BenefitReason | None:
    """Whether a claim can have come in on a day."""
    if received_on > today:
        return BenefitReason.IN_FUTURE
    if contract_ended_on.year < birth_year + YOUNGEST:
        return BenefitReason.BEFORE_BIRTH
    return BenefitReason.BEFORE_CONTRACT_END if received_on < contract_ended_on else None


def why_not_appraised(course: Course, on_day: date, today: date) -> BenefitReason | None:
    """Whether a claim may be appraised (again)."""
    if course.decision:
        return BenefitReason.DECIDED_ALREADY
    return _day(on_day, today, course.received_on, BenefitReason.BEFORE_RECEIPT)


def why_not_decided(course: Course, on_day: date, today: date) -> BenefitReason | None:
    """Whether a first decision may be written down for a day."""
    if course.decision:
        return BenefitReason.DECIDED_ALREADY
    if course.appraised_on is None:
        return BenefitReason.NOT_APPRAISED
    early = _day(on_day, today, course.received_on, BenefitReason.BEFORE_RECEIPT)
    return early or (BenefitReason.BEFORE_APPRAISAL if on_day < course.appraised_on else None)


def why_not_corrected(course: Course, given: Decision, today: date) -> BenefitReason | None:
    """Whether a later decision may take the place of the one that stands."""
    if course.decision is None:
        return BenefitReason.NOT_DECIDED
    if given.verdict is Verdict.CANCELLED and course.decision.verdict is not Verdict.GRANTED:
        return BenefitReason.NOTHING_TO_CANCEL
    if course.events and course.events[-1].kind is not EventKind.MOVED_IN and given.verdict is not Verdict.GRANTED:
        return BenefitReason.FOLLOWED
    return _day(given.on_day, today, course.received_on, BenefitReason.BEFORE_RECEIPT)


def why_not_said(course: Course, given: Decision) -> BenefitReason | None:
    """Whether a decision says all it must, and nothing that contradicts itself."""
    match given.verdict:
        case Verdict.CANCELLED:
            return None
        case Verdict.REFUSED:
            return None if given.refusal else BenefitReason.REFUSAL_NEEDED
        case Verdict.GRANTED:
            return _why_not_granted(course, given)


def _why_not_granted(course: Course, given: Decision) -> BenefitReason | None:
    if given.months is None or not FEWEST <= given.months <= MOST:
        return BenefitReason.MONTHS
    if given.monthly is None or given.monthly <= 0:
        return BenefitReason.AMOUNT
    if given.from_on is None:
        return BenefitReason.FROM_NEEDED
    if given.from_on <= course.received_on:
        return BenefitReason.FROM_TOO_EARLY
    return None if given.to_on == last_day(given.from_on, given.months) else BenefitReason.TO_WRONG


def why_not_event(course: Course, happened: Happened, today: date, silent: int, limit: int) -> BenefitReason | None:
    """Whether something may happen to a benefit on a day. `silent`: months in a row without a declaration."""
    if course.decision is None:
        return BenefitReason.NOT_DECIDED
    if course.decision.verdict is not Verdict.GRANTED:
        return BenefitReason.NOT_GRANTED
    if wrong := _day(happened.on_day, today, course.decision.on_day, BenefitReason.BEFORE_DECISION):
        return wrong
    if course.events and happened.on_day < course.events[-1].on_day:
        return BenefitReason.BEFORE_LAST
    state = state_on(course, happened.on_day)
    if state not in PAID:
        return BenefitReason.CLOSED
    if happened.kind is EventKind.ENDED:
        return _why_not_ended(course.decision, happened, silent, limit)
    return _why_not_while(state, happened.kind)


def _why_not_while(state: ClaimState, kind: EventKind) -> BenefitReason | None:
    if kind is EventKind.RESUMED:
        return None if state is ClaimState.SUSPENDED else BenefitReason.NOT_SUSPENDED
    if kind is EventKind.MOVED_OUT:
        return BenefitReason.NOT_RUNNING if state is ClaimState.RAN_OUT else None
    return None if state is ClaimState.RUNNING else BenefitReason.NOT_RUNNING


def _why_not_ended(said: Decision, happened: Happened, silent: int, limit: int) -> BenefitReason | None:
    if happened.ground is None:
        return BenefitReason.GROUND_NEEDED
    if happened.ground is EndGround.EXPIRED and said.to_on and happened.on_day < said.to_on:
        return BenefitReason.NOT_EXPIRED
    if happened.ground is EndGround.THREE_SILENT_MONTHS and silent < limit:
        return BenefitReason.NOT_SILENT
    return None


def why_not_training(course: Course, on_day: date, months: int, today: date) -> BenefitReason | None:
    """Whether training may have been supported on a day for so long (employment law 2013, article 56: six months)."""
    if course.decision is None or course.decision.verdict is not Verdict.GRANTED:
        return BenefitReason.NOT_GRANTED
    if not 1 <= months <= MOST_TRAINING:
        return BenefitReason.TRAINING_MONTHS
    return _day(on_day, today, course.received_on, BenefitReason.BEFORE_RECEIPT)


class Declared(Struct, frozen=True):
    """What a person says for one month."""

    month: int
    on_day: date
    state: DeclaredState
    contacts: str = ""
    about: str = ""
    job_from: date | None = None


def why_not_declared(course: Course, given: Declared, dues: tuple[Due, ...], today: date) -> BenefitReason | None:
    """Whether a month may be declared for the first time on a day."""
    if course.decision is None or course.decision.verdict is not Verdict.GRANTED:
        return BenefitReason.NOT_GRANTED
    if state_on(course, today) not in PAID:
        return BenefitReason.CLOSED
    due = next((one for one in dues if one.month == given.month), None)
    if due is None:
        return BenefitReason.NO_SUCH_MONTH
    if due.state is DueState.DECLARED:
        return BenefitReason.DECLARED_ALREADY
    if given.on_day > today:
        return BenefitReason.IN_FUTURE
    return BenefitReason.NOT_YET_DUE if given.on_day < due.due_from else None


def why_not_words(given: Declared, birth_year: int) -> BenefitReason | None:
    """Whether a declaration says what it must."""
    match given.state:
        case DeclaredState.NONE:
            return None if given.contacts else BenefitReason.CONTACTS_NEEDED
        case DeclaredState.OTHER:
            return None if given.about else BenefitReason.OTHER_NEEDED
        case DeclaredState.HAS_JOB:
            if not given.about:
                return BenefitReason.JOB_NEEDED
            if given.job_from is None:
                return BenefitReason.JOB_DAY_NEEDED
            return BenefitReason.BEFORE_BIRTH if given.job_from.year < birth_year + YOUNGEST else None


def _day(on_day: date, today: date, first: date, early: BenefitReason) -> BenefitReason | None:
    if on_day > today:
        return BenefitReason.IN_FUTURE
    return early if on_day < first else None
