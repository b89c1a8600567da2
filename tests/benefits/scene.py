"""What can be done at the benefit desk, each act as one transaction."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from exchange.benefits import actions, decision_actions, declaration_actions, event_actions, facts
from exchange.benefits.access import claim_desk, own_claim
from exchange.benefits.actions import AppraisalGiven, ClaimGiven, MovedInGiven
from exchange.benefits.codes import Appraised, DeclaredState, EventKind, RefusalGround, Verdict
from exchange.benefits.decision_actions import CorrectionGiven, DecisionGiven
from exchange.benefits.declaration_actions import DeclarationGiven
from exchange.benefits.event_actions import EventGiven
from exchange.benefits.facts import Claim
from exchange.benefits.tables import ClaimId
from exchange.journal.kinds import Kind
from exchange.journal.tables import Entry
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from exchange.seekers.access import own_desk
from exchange.seekers.tables import Seeker
from tests.benefits.days import CALENDAR
from tests.cast import Ground

_s, _e = columns(Seeker), columns(Entry)
RECEIVED, LOOKED, SAID, FROM = date(2026, 3, 2), date(2026, 3, 5), date(2026, 3, 12), date(2026, 3, 17)
GRANT = {"verdict": Verdict.GRANTED, "number": "12/QĐ-SNV", "months": 3, "monthly": 3_500_000, "from_on": FROM}
REFUSE = {"verdict": Verdict.REFUSED, "number": "13/QĐ-SNV", "refusal": RefusalGround.PAID_TOO_SHORT}
CONTACTS = "Công ty May Sông Tiền, chị Dung, công nhân may: hẹn phỏng vấn"


def at(day: date) -> datetime:
    """The morning of a day in Viet Nam."""
    return datetime(day.year, day.month, day.day, 2, tzinfo=UTC)


class Scene:
    """The ground, and a benefit desk on it. Everything happens on `today` unless a day is given."""

    def __init__(self, store: Store, ground: Ground) -> None:
        self.store, self.ground, self.today = store, ground, date(2026, 5, 4)
        for name, place in (("Lan", "Trà Vinh"), ("Sơn", "Trà Vinh"), ("Hoa", "Bến Tre")):
            keep = update(Seeker).where(_s.id == ground.seekers[name]).values(centre_id=ground.centres[place])
            store.write(lambda db, keep=keep: db.execute(keep))  # type: ignore[misc]

    @property
    def now(self) -> datetime:
        return at(self.today)

    def receive(self, who: str = "Lan", by: str = "Phúc", request: UUID | None = None, **other: Any) -> ClaimId:
        given = ClaimGiven(**({"received_on": RECEIVED, "contract_ended_on": date(2026, 1, 31)} | other))
        return self.store.write(
            lambda db: actions.receive(
                db,
                own_desk(db, self.ground.viewer(by), self.ground.seekers[who]),
                given,
                request_id=request,
                now=self.now,
            )
        )

    def move_in(self, who: str = "Lan", by: str = "Phúc", **other: Any) -> ClaimId:
        days = {"received_on": RECEIVED, "contract_ended_on": date(2026, 1, 31), "moved_on": date(2026, 4, 20)}
        said = {name: value for name, value in GRANT.items() if name != "verdict"} | {"on_day": SAID}
        given = MovedInGiven(**(days | said | {"other_province": "79"} | other))
        return self.store.write(
            lambda db: actions.move_in(
                db, own_desk(db, self.ground.viewer(by), self.ground.seekers[who]), given, request_id=None, now=self.now
            )
        )

    def appraise(self, claim: ClaimId, by: str = "Phúc", request: UUID | None = None, **other: Any) -> UUID:
        given = AppraisalGiven(**({"found": Appraised.ELIGIBLE, "on_day": LOOKED} | other))
        return self._desk(
            claim, by, lambda db, desk, now: actions.appraise(db, desk, given, request_id=request, now=now)
        )

    def decide(self, claim: ClaimId, by: str = "Phúc", request: UUID | None = None, **other: Any) -> UUID:
        given = DecisionGiven(**({"on_day": SAID} | (GRANT if "verdict" not in other else {}) | other))
        return self._desk(
            claim, by, lambda db, desk, now: decision_actions.decide(db, desk, given, request_id=request, now=now)
        )

    def correct(self, claim: ClaimId, by: str = "Phúc", request: UUID | None = None, **other: Any) -> UUID:
        whole = {"on_day": self.today, "because": "Ghi nhầm mức hưởng"} | (GRANT if "verdict" not in other else {})
        given = CorrectionGiven(**(whole | other))
        act = decision_actions.correct_decision
        return self._desk(claim, by, lambda db, desk, now: act(db, desk, given, request_id=request, now=now))

    def happen(
        self, claim: ClaimId, kind: EventKind, by: str = "Phúc", request: UUID | None = None, **other: Any
    ) -> UUID:
        given = EventGiven(**({"what": kind, "on_day": self.today} | other))
        act = event_actions.happen
        return self._desk(claim, by, lambda db, desk, now: act(db, desk, given, CALENDAR, request_id=request, now=now))

    def take_back(self, claim: ClaimId, because: str = "Ghi nhầm người", by: str = "Phúc") -> UUID:
        act = event_actions.take_back
        return self._desk(claim, by, lambda db, desk, now: act(db, desk, because, request_id=None, now=now))

    def declare(self, claim: ClaimId, month: int = 1, by: str = "Phúc", request: UUID | None = None, **o: Any) -> UUID:
        given = DeclarationGiven(**({"month": month, "state": DeclaredState.NONE, "contacts": CONTACTS} | o))
        act = declaration_actions.declare
        return self._seat(claim, by, lambda db, seat, now: act(db, seat, given, CALENDAR, request_id=request, now=now))

    def say_again(self, claim: ClaimId, month: int = 1, by: str = "Phúc", **other: Any) -> UUID:
        given = DeclarationGiven(**({"month": month, "state": DeclaredState.NONE, "contacts": CONTACTS} | other))
        act = declaration_actions.correct_declaration
        return self._seat(claim, by, lambda db, seat, now: act(db, seat, given, request_id=None, now=now))

    def granted(self, who: str = "Lan", by: str = "Phúc", **said: Any) -> ClaimId:
        """From the receipt to a decision that grants."""
        claim = self.receive(who, by)
        self.appraise(claim, by)
        self.decide(claim, by, **({**GRANT, **said}))
        return claim

    def claim(self, claim: ClaimId) -> Claim:
        return self.store.read(lambda db: facts.ONE.ask(db, {"claim": claim}))[0]

    def entries(self, kind: Kind) -> list[tuple[UUID | None, UUID | None]]:
        """Who did it and for whom."""
        asked = select(_e.actor_id, _e.on_behalf_of).where(_e.kind == kind).order_by(_e.at, _e.id)
        return [tuple(row) for row in self.store.read(lambda db: db.execute(asked).all())]  # type: ignore[misc]

    def rows(self, table: Any) -> int:
        return len(self.store.read(lambda db: db.execute(select(columns(table).id)).all()))

    def later(self, **time: int) -> None:
        """Some days go by."""
        self.today += timedelta(**time)

    def _desk(self, claim: ClaimId, by: str, act: Any) -> UUID:
        return self.store.write(lambda db: act(db, claim_desk(db, self.ground.viewer(by), claim), self.now))

    def _seat(self, claim: ClaimId, by: str, act: Any) -> UUID:
        seat = own_claim if by in self.ground.seekers else claim_desk
        return self.store.write(lambda db: act(db, seat(db, self.ground.viewer(by), claim), self.now))
