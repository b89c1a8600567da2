"""One employer, one person, one interview: what every promise about placements begins with."""

from collections.abc import Callable
from threading import Thread
from uuid import UUID

from sqlalchemy import select

from exchange.booths.talk_actions import OutcomeGiven
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.db import Store, Writing
from exchange.placements import queries
from exchange.placements.tables import Placement
from exchange.seekers.tables import SeekerId
from tests.placements.make import CAN_THO, Day, Stand, open_day


class Scene:
    """One employer of the host's site, one person of the other site, and an interview between them."""

    day: Day
    booth: Stand
    who: SeekerId
    talk: UUID

    def __init__(self, store: Store) -> None:
        self.store = store
        store.write(self._begin)

    def _begin(self, db: Writing) -> None:
        self.day = open_day(db)
        self.booth = self.day.stand(db, self.day.host, {"places": (CAN_THO, "86")}, {})
        self.who = self.day.person(db, self.day.joining)
        self.talk = self.day.talk(db, self.who, self.booth)

    def end(self, given: OutcomeGiven, request_id: UUID | None = None) -> UUID:
        return self.store.write(lambda db: self.day.end(db, self.talk, self.booth, given, request_id))

    def correct(self, outcome: UUID, given: OutcomeGiven, request_id: UUID | None = None) -> None:
        self.store.write(lambda db: self.day.correct(db, outcome, self.booth, given, request_id))

    def talk_again(self) -> None:
        self.talk = self.store.write(lambda db: self.day.talk(db, self.who, self.booth))

    def register(self) -> list[tuple[int, UUID, bool]]:
        """Every placement: its turn, its vacancy, and whether it stands."""
        rows = select(Placement.turn, Placement.vacancy_id, queries.STANDING).order_by(Placement.turn)  # type: ignore[arg-type]
        return [tuple(row) for row in self.store.read(lambda db: db.execute(rows).all())]  # type: ignore[misc]

    def news(self) -> list[Kind]:
        found = self.store.read(lambda db: log.since(db, self.day.fair_id, 0))
        return [entry.kind for entry in found if "outcome" in entry.kind or "placement" in entry.kind]


def at_once(acts: list[Callable[[], None]]) -> None:
    """Each act in a thread of its own."""
    threads = [Thread(target=act) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
