"""The figures everybody sees: persons are counted, not numbers taken."""

from datetime import timedelta

from exchange.booths.floor_queries import floor
from exchange.booths.summary_queries import summary
from exchange.fair_tallies.queries import fair_tally
from exchange.kernel.db import Store, Writing
from tests.cast import EIGHT_O_CLOCK as NOW
from tests.cast import Ground, open_ground

LATER = NOW + timedelta(minutes=10)


def waiting_at_both(db: Writing) -> Ground:
    ground = open_ground(db)
    for booth in ("May", "Thủy sản"):
        ground.ticket(db, "Lan", booth, now=NOW)
    ground.ticket(db, "Sơn", "May", now=NOW)
    return ground


def test_a_person_with_two_numbers_waits_once(store: Store) -> None:
    def scene(db: Writing) -> tuple[int, int, int]:
        ground = waiting_at_both(db)
        own = floor(db, ground.fair_id, now=NOW, centre_id=ground.centres["Bến Tre"])
        whole = floor(db, ground.fair_id, now=NOW)
        return summary(db, ground.fair_id, now=NOW).waiting, whole.waiting, own.waiting

    assert store.write(scene) == (2, 2, 1)


def test_who_is_called_waits_no_more(store: Store) -> None:
    def scene(db: Writing) -> int:
        ground = waiting_at_both(db)
        ground.talk(db, "Sơn", "Dung", now=NOW)
        return summary(db, ground.fair_id, now=NOW).waiting

    assert store.write(scene) == 1


def test_lobby_and_tally_count_the_same_persons_as_interviewed(store: Store) -> None:
    def scene(db: Writing) -> list[tuple[int, int | None]]:
        ground, counted = open_ground(db), []
        for act in (lambda: ground.talk(db, "Lan", "Dung", now=NOW), lambda: ground.hire(db, "Sơn", "Khoa", now=NOW)):
            act()
            seen = summary(db, ground.fair_id, now=LATER).interviewed
            counted.append((seen, fair_tally(db, ground.fair_id, now=LATER).row("seekers_interviewed").total))
        return counted

    assert store.write(scene) == [(0, 0), (1, 1)]
