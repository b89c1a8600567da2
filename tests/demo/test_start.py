"""What is there after the demo has started: for the first time, again, the next day, months later."""

from collections import Counter
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from exchange.booths import floor_queries, summary_queries
from exchange.booths.codes import OutcomeCode, Trouble
from exchange.booths.outcomes import CODE, INTERVIEWS
from exchange.booths.tables import Shift, Ticket
from exchange.booths.talk_tables import Call, Interview, Message
from exchange.centres.tables import Centre, Staff
from exchange.demo import hosting
from exchange.demo.queries import people
from exchange.demo.start import Foreign, Made, Started, prepare
from exchange.employers.queries import employer
from exchange.employers.tables import Employer, Recruiter
from exchange.fair_tallies.queries import fair_tally
from exchange.fairs.codes import Audience, FairPhase
from exchange.fairs.queries import FairView, notices
from exchange.journal import log
from exchange.journal.tables import Entry
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Store
from exchange.placements.tables import Placement
from exchange.seekers.tables import Consent, Seeker
from exchange.tables import metadata
from exchange.vacancies.search_queries import VacancyQuery, search
from exchange.vacancies.tables import Vacancy
from tests.demo.conftest import NOW, load


def start(store: Store, now: datetime) -> Started:
    return store.write(lambda db: prepare(db, "no password", now=now))


def count(db: Reading, what: type[object], *where: object) -> int:
    return db.scalar(select(func.count()).select_from(what).where(*where)) or 0  # type: ignore[arg-type]


def counts(store: Store) -> dict[str, int]:
    def ask(db: Reading) -> dict[str, int]:
        return {table.name: db.scalar(select(func.count()).select_from(table)) or 0 for table in metadata.sorted_tables}

    return store.read(ask)


def by_phase(store: Store, now: datetime) -> dict[FairPhase, list[FairView]]:
    found: dict[FairPhase, list[FairView]] = {}
    for fair in store.read(lambda db: hosting.fairs(db, now=now)):
        found.setdefault(fair.phase, []).append(fair)
    return found


def live(store: Store, now: datetime = NOW) -> FairView:
    return by_phase(store, now)[FairPhase.LIVE][0]


def test_everybody_is_there(demo: Store) -> None:
    def ask(db: Reading) -> None:
        present = [count(db, what) for what in (Centre, Staff, Employer, Seeker)]
        assert present == [4, 12, 12, 40]
        assert all(employer(db, one).verified for one in db.scalars(select(columns(Employer).id)))
        assert count(db, Recruiter) >= 12
        assert count(db, Vacancy, columns(Vacancy).published_at.is_not(None)) == 60
        assert count(db, Vacancy, columns(Vacancy).published_at.is_(None)) == 3
        assert count(db, Consent) == 40 * 4
        assert search(db, VacancyQuery(), today=NOW.date()).total == 60

    demo.read(ask)


def test_one_fair_is_live_one_is_over_and_one_is_to_come(demo: Store) -> None:
    phases = by_phase(demo, NOW)

    assert {phase: len(fairs) for phase, fairs in phases.items()} == {
        FairPhase.LIVE: 1, FairPhase.CLOSED: 1, FairPhase.REGISTRATION: 1,
    }  # fmt: skip
    times = live(demo).times
    assert times.opens_at == NOW - timedelta(minutes=40)
    assert times.closes_at == NOW + timedelta(hours=8)
    closed = phases[FairPhase.CLOSED][0]
    tally = demo.read(lambda db: fair_tally(db, closed.id, now=NOW))
    assert tally.row("employers_registered").total == 12
    assert tally.row("seekers_present").total == 32
    placed = demo.read(lambda db: count(db, Placement, columns(Placement).fair_id == closed.id))
    assert tally.row("placements").total == placed > 0


def test_the_floor_lives(demo: Store) -> None:
    fair = live(demo)

    def ask(db: Reading) -> None:
        seen = summary_queries.summary(db, fair.id, now=NOW)
        assert (seen.booths, seen.booths_open) == (12, 11)
        assert seen.waiting >= 10
        assert seen.hired >= 1
        codes = set(db.scalars(INTERVIEWS.with_only_columns(CODE).where(columns(Interview).fair_id == fair.id)))
        assert set(OutcomeCode) <= codes
        troubles = Counter(row.trouble for row in floor_queries.floor(db, fair.id, now=NOW).rows)
        assert troubles[Trouble.EMPTY] == 1
        assert troubles[Trouble.SILENT] == 0
        assert max(_said(db, fair.id)) >= 3
        assert notices(db, fair.id, frozenset({Audience.EVERYONE}))

    demo.read(ask)


def _said(db: Reading, fair_id: UUID) -> list[int]:
    """How much has been said in each interview that goes on."""
    i, m = columns(Interview), columns(Message)
    going = select(func.count(m.id)).join(Interview, i.id == m.interview_id)
    return list(db.scalars(going.where(i.fair_id == fair_id, i.ended_at.is_(None)).group_by(i.id)))


def test_everybody_can_be_signed_in_as(demo: Store) -> None:
    found = demo.read(lambda db: people(db, now=NOW))

    assert [len(panel.members) for panel in found.staff] == [3, 3, 3, 3]
    assert found.staff[0].title == "Trung tâm Dịch vụ việc làm tỉnh Trà Vinh"
    assert len(found.recruiters) == 12
    assert sum(len(panel.members) for panel in found.seekers) == 40
    assert {one.doing for panel in found.seekers for one in panel.members} == {"", "waiting", "talking"}


def test_the_story_never_goes_back_in_time(demo: Store) -> None:
    def ask(db: Reading) -> None:
        e = columns(Entry)
        for fair in hosting.fairs(db, now=NOW):
            told = db.execute(select(e.seq, e.at).where(e.stream_id == fair.id).order_by(e.seq)).all()
            assert [row.seq for row in told] == list(range(1, log.last_seq(db, fair.id) + 1))
            assert [row.at for row in told] == sorted(row.at for row in told)
            assert told[-1].at <= max(NOW, fair.times.closes_at)

    demo.read(ask)


def test_starting_again_within_its_hours_changes_nothing(demo: Store) -> None:
    before, fair = counts(demo), live(demo)

    again = start(demo, NOW + timedelta(hours=7, minutes=59))

    assert again == Started(fair.id, Made.KEPT)
    assert counts(demo) == before


def test_the_next_day_a_new_fair_is_live_and_the_old_one_keeps_its_data(demo: Store) -> None:
    old, before, tomorrow = live(demo), counts(demo), NOW + timedelta(days=1)
    tickets = columns(Ticket).fair_id == old.id
    taken = demo.read(lambda db: count(db, Ticket, tickets))

    started = start(demo, tomorrow)

    assert started.made is Made.NEW_DAY
    fair = live(demo, tomorrow)
    assert (fair.id, fair.name) == (started.fair_id, old.name)
    assert fair.id != old.id
    assert demo.read(lambda db: count(db, Ticket, tickets)) == taken
    seen = demo.read(lambda db: summary_queries.summary(db, fair.id, now=tomorrow))
    assert (seen.booths, seen.booths_open) == (12, 11)
    assert seen.waiting >= 10
    for kept in ("centres", "staff", "employers", "seekers", "vacancies"):
        assert counts(demo)[kept] == before[kept]
    assert len(by_phase(demo, tomorrow)[FairPhase.REGISTRATION]) == 1


def test_months_later_everything_is_wanted_again_and_nobody_is_held_back_by_what_was_left_open(demo: Store) -> None:
    later = NOW + timedelta(days=100)
    assert demo.read(lambda db: search(db, VacancyQuery(), today=later.date()).total) == 0

    started = start(demo, later)

    def ask(db: Reading) -> None:
        c, i, s = columns(Call), columns(Interview), columns(Shift)
        assert search(db, VacancyQuery(), today=later.date()).total == 60
        assert set(db.scalars(select(c.fair_id).where(c.closed_at.is_(None)))) == {started.fair_id}
        assert count(db, Interview, i.ended_at.is_(None), i.fair_id != started.fair_id) == 0
        sitting = list(db.scalars(select(s.account_id).where(s.ended_at.is_(None))))
        assert len(sitting) == len(set(sitting)) == 12

    demo.read(ask)


def test_the_same_hour_makes_the_same_day(demo_sqlite: str, sqlite_database: str) -> None:
    load(sqlite_database)

    first, second = map(_floor, (demo_sqlite, sqlite_database))

    assert first == second


def _floor(url: str) -> list[tuple[str, int, int | None, int]]:
    store = Store(url)
    try:
        rows = store.read(lambda db: floor_queries.floor(db, hosting.fairs(db, now=NOW)[0].id, now=NOW).rows)
        return [(row.employer, row.waiting, row.serving, row.talking) for row in rows]
    finally:
        store.close()


def test_a_database_of_somebody_elses_is_left_alone(store: Store) -> None:
    centre = Centre(
        name="Trung tâm khác", short_name="Khác", province_code="86", province_name="Vĩnh Long", hotline="",
        created_at=NOW,
    )  # fmt: skip
    store.write(lambda db: db.add(centre))
    before = counts(store)

    with pytest.raises(Foreign):
        start(store, NOW)

    assert counts(store) == before
