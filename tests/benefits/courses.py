"""Courses of claims to try the rules on."""

from datetime import date

from exchange.benefits.codes import Appraised, EndGround, EventKind, RefusalGround, Verdict
from exchange.benefits.rules import Course, Decision, Happened

RECEIVED, LOOKED, SAID = date(2026, 3, 2), date(2026, 3, 5), date(2026, 3, 12)
FROM, TO, TODAY = date(2026, 3, 17), date(2026, 6, 16), date(2026, 5, 4)
GRANT = Decision(Verdict.GRANTED, "1/QĐ", SAID, 3, 3_500_000, FROM, TO)
REFUSAL = Decision(Verdict.REFUSED, "2/QĐ", SAID, refusal=RefusalGround.PAID_TOO_SHORT)
CANCEL = Decision(Verdict.CANCELLED, "3/QĐ", TODAY)
NEW = Course(RECEIVED, 1990)
SEEN = Course(RECEIVED, 1990, Appraised.ELIGIBLE, LOOKED)


def course(decision: Decision | None = GRANT, *events: Happened, declared: tuple[int, ...] = ()) -> Course:
    return Course(RECEIVED, 1990, Appraised.ELIGIBLE, LOOKED, decision, events, frozenset(declared))


def event(kind: EventKind, day: date = TODAY, ground: EndGround | None = None) -> Happened:
    return Happened(kind, day, ground)


STOPPED = course(GRANT, event(EventKind.SUSPENDED, date(2026, 4, 20)))
OVER = course(GRANT, event(EventKind.ENDED, date(2026, 4, 20), EndGround.HAS_JOB))
GONE = course(GRANT, event(EventKind.MOVED_OUT, date(2026, 4, 20)))
BACK = course(GRANT, event(EventKind.SUSPENDED, date(2026, 4, 20)), event(EventKind.RESUMED, date(2026, 4, 28)))
CAME = course(GRANT, event(EventKind.MOVED_IN, date(2026, 4, 20)))
S, R, M, E = EventKind.SUSPENDED, EventKind.RESUMED, EventKind.MOVED_OUT, EventKind.ENDED
