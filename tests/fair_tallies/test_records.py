from uuid import UUID

import pytest
from sqlalchemy import select

from exchange.fair_tallies.access import TallyDesk, maybe_tally_desk, tally_desk
from exchange.fair_tallies.actions import open_records
from exchange.fair_tallies.codes import RecordWord
from exchange.fair_tallies.records import PAGE, Records, Site, records
from exchange.journal.kinds import Kind
from exchange.journal.tables import Entry
from exchange.kernel.db import Store, Writing
from exchange.kernel.errors import NotFound
from exchange.kernel.ids import new_id
from exchange.seekers.codes import Channel, Purpose
from exchange.seekers.tables import Consent
from tests.placements.make import Day, account, hired, open_day, viewer


class Scene:
    """A person of each site, each hired by the host's employer."""

    day: Day
    ours: UUID
    theirs: UUID

    def __init__(self, store: Store) -> None:
        self.store = store
        store.write(self._begin)

    def _begin(self, db: Writing) -> None:
        self.day = open_day(db)
        booth = self.day.stand(db, self.day.host)
        self.ours = self.day.person(db, self.day.host, full_name="Lê Văn Sáu")
        self.theirs = self.day.person(db, self.day.joining, full_name="Thạch Thị Sen")
        for who in (self.ours, self.theirs):
            self.day.end(db, self.day.talk(db, who, booth), booth, hired(booth.vacancies[0]))

    def desk(self, site: UUID) -> TallyDesk:
        who = viewer(self.day.staff[site])
        return self.store.read(lambda db: tally_desk(db, who, self.day.fair_id))

    def open(self, at: UUID, code: str, site: Site) -> Records:
        desk = self.desk(at)
        return self.store.write(lambda db: open_records(db, desk, code, site=site, now=self.day.now))

    def names(self, at: UUID, code: str, site: Site) -> list[object]:
        return [row.cells[0] for row in self.open(at, code, site).rows]

    def agree(self, who: UUID, given: bool) -> None:
        said = {"purpose": Purpose.PROVINCES, "given": given, "text_version": "1", "channel": Channel.ONLINE}
        self.store.write(lambda db: db.add(Consent(seeker_id=who, at=self.day.later(), **said)))  # type: ignore[arg-type]

    def read_by(self, account_id: UUID) -> list[UUID | None]:
        seen = select(Entry.seeker_id).where(Entry.kind == Kind.SEEKER_FILE_OPENED, Entry.actor_id == account_id)  # type: ignore[arg-type]
        return list(self.store.read(lambda db: db.scalars(seen).all()))


@pytest.fixture
def scene(store: Store) -> Scene:
    return Scene(store)


def test_a_joining_site_opens_its_own_records_only(scene: Scene) -> None:
    us = scene.day.joining

    assert scene.names(us, "seekers_placed", us) == ["Thạch Thị Sen"]
    for site in (scene.day.host, "everywhere", "nowhere", new_id()):
        with pytest.raises(NotFound):
            scene.open(us, "seekers_placed", site)  # type: ignore[arg-type]


def test_the_host_opens_all_records(scene: Scene) -> None:
    scene.agree(scene.theirs, True)

    assert scene.names(scene.day.host, "seekers_placed", "everywhere") == ["Lê Văn Sáu", "Thạch Thị Sen"]
    assert scene.names(scene.day.host, "seekers_placed", scene.day.joining) == ["Thạch Thị Sen"]
    assert scene.names(scene.day.host, "seekers_placed", "nowhere") == []
    with pytest.raises(NotFound):
        scene.open(scene.day.host, "seekers_placed", new_id())


def test_a_person_who_shares_nothing_with_other_provinces_is_counted_but_not_named(scene: Scene) -> None:
    host = scene.day.host
    assert scene.names(host, "placements", "everywhere") == ["Lê Văn Sáu", RecordWord.NAMELESS]

    scene.agree(scene.theirs, True)
    assert scene.names(host, "placements", "everywhere") == ["Lê Văn Sáu", "Thạch Thị Sen"]

    scene.agree(scene.theirs, False)
    assert scene.names(host, "seekers_placed", "everywhere") == ["Lê Văn Sáu", RecordWord.NAMELESS]


def test_reading_names_is_written_down_and_reading_others_is_not(scene: Scene) -> None:
    staff = scene.day.staff[scene.day.host]

    scene.open(scene.day.host, "employers_registered", "everywhere")
    assert scene.read_by(staff) == []

    scene.open(scene.day.host, "interviews_held", "everywhere")
    assert scene.read_by(staff) == [scene.ours]


def test_nobody_but_staff_of_the_fair_has_a_desk(scene: Scene) -> None:
    def check(db: Writing) -> None:
        other = open_day(db)
        for who in (None, viewer(account(db, "Người lạ")), viewer(other.staff[other.host])):
            assert maybe_tally_desk(db, who, scene.day.fair_id) is None
            with pytest.raises(NotFound):
                tally_desk(db, who, scene.day.fair_id)

    scene.store.write(check)


def test_an_unknown_figure_or_page_is_not_found(scene: Scene) -> None:
    desk = scene.desk(scene.day.host)
    for code, page in (("happiness", 1), ("placements", 0), ("placements", 2)):
        with pytest.raises(NotFound):
            scene.store.read(
                lambda db, code=code, page=page: records(
                    db, desk, code, site="everywhere", page=page, now=scene.day.now
                )  # type: ignore[misc]
            )


def test_many_records_come_page_by_page_and_none_is_lost(store: Store) -> None:
    def crowd(db: Writing) -> None:
        day = open_day(db)
        people = {day.person(db, day.host) for _ in range(PAGE + 1)}
        desk = tally_desk(db, viewer(day.staff[day.host]), day.fair_id)

        first, second = (
            records(db, desk, "seekers_present", site="everywhere", page=page, now=day.now) for page in (1, 2)
        )

        assert (first.figure, first.count, first.pages) == (PAGE + 1, PAGE + 1, 2)
        assert (len(first.rows), len(second.rows)) == (PAGE, 1)
        assert {row.id for row in first.rows + second.rows} == people

    store.write(crowd)
