"""What is behind a figure: each kind of record, as now or as then, and every look at a person written down."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from exchange.closings.opening import Opened, Which, open_records
from exchange.counselling.codes import ClientKind, Topic, Way
from exchange.journal.kinds import Kind
from exchange.journal.tables import Entry
from exchange.kernel.columns import columns
from exchange.kernel.errors import NotFound
from exchange.kernel.ids import new_id
from exchange.tallies.catalogue import INDICATORS
from exchange.tallies.codes import GONE_LABEL, RecordKind
from exchange.tallies.monthly import two_years
from exchange.tallies.queries import Chosen, Scope, all_parts, figures, ids, parts
from exchange.tallies.records import LISTINGS, described
from tests.counselling.scene import NOW, TODAY, merge, told
from tests.group_talks.scene import came, held
from tests.tallies.scene import Scene


def busy(scene: Scene) -> dict[str, UUID]:
    """One record of every kind that a counter and a fair leave behind."""
    db, ground = scene.store.write, scene.ground
    topics = {Topic.DOMESTIC, Topic.TRAINING}
    made = {"visit": scene.record("Lan", told(topics=topics)), "slip": scene.issue("Hoa")}
    made["came"] = came(scene, held(scene), "Sơn")
    db(lambda db: ground.hire(db, "Tư", "Dung", now=ground.opens_at))
    return made


def opened(scene: Scene, code: str, by: str = "Phúc", place: str = "Trà Vinh", **which: Any) -> Opened:
    desk, asked = scene.tally_desk(by), Which(scene.centre(place), **which)
    return scene.store.write(lambda db: open_records(db, desk, scene.period(), code, which=asked, now=NOW))


def seen_by(scene: Scene, who: str) -> list[UUID]:
    entry = columns(Entry)
    query = select(entry.seeker_id).where(
        entry.kind == Kind.SEEKER_FILE_OPENED, entry.actor_id == scene.ground.accounts[who]
    )
    return list(scene.store.read(lambda db: db.scalars(query).all()))


def test_every_record_behind_every_figure_is_described_in_order(scene: Scene) -> None:
    made = busy(scene)
    scope = Scope.of(scene.period(), (scene.centre(),))
    desk = scene.tally_desk()
    shown: dict[RecordKind, int] = {}

    for one in INDICATORS:
        if one.opens:
            behind = scene.store.read(lambda db, code=one.code: ids(db, scope, code))  # type: ignore[misc]
            kind = one.opens
            rows = scene.store.read(lambda db, kind=kind, own=behind: described(db, desk, kind, own))  # type: ignore[misc]
            assert [row.id for row in rows] == behind
            assert all(len(row.cells) == len(LISTINGS[kind].names) and row.cells[0] != GONE_LABEL for row in rows), one
            shown[kind] = shown.get(kind, 0) + len(rows)

    visits = {row.id: row for row in opened(scene, "visits").rows}
    alone, together = visits[made["visit"]], visits[made["came"]]
    assert alone.href == f"/consultations/{made['visit']}"
    assert alone.cells[:2] == (TODAY, "Trần Thị Lan")
    assert alone.cells[-1] == (Topic.DOMESTIC, Topic.TRAINING)
    assert together.href.startswith("/group-talks/")
    assert {RecordKind.VISIT, RecordKind.PERSON, RecordKind.REFERRAL, RecordKind.PLACEMENT} <= shown.keys()
    assert {RecordKind.INTERVIEW, RecordKind.EMPLOYER, RecordKind.VACANCY} <= shown.keys()


def test_a_visit_is_told_as_it_stood_at_a_moment(scene: Scene) -> None:
    own = scene.record("Lan", told(way=Way.COUNTER), now=NOW - timedelta(hours=1))
    then = NOW - timedelta(minutes=30)
    scene.correct(own, told(way=Way.PHONE, client_kind=ClientKind.BENEFIT))
    scene.store.write(lambda db: merge(db, scene.ground, "Lan", "Hoa", now=NOW))
    desk = scene.tally_desk()

    now, before = (
        scene.store.read(lambda db, at=at: described(db, desk, RecordKind.VISIT, [own], known=at)[0])  # type: ignore[misc]
        for at in (None, then)
    )

    assert (now.cells[1], now.cells[2], now.cells[3]) == ("Nguyễn Ngọc Hoa", ClientKind.BENEFIT, Way.PHONE)
    assert (before.cells[1], before.cells[2], before.cells[3]) == ("Trần Thị Lan", ClientKind.JOB_SEEKER, Way.COUNTER)
    assert now.seeker_id == scene.ground.seekers["Hoa"]


def test_a_record_that_is_gone_says_so_in_its_place(scene: Scene) -> None:
    own, gone, desk = scene.record("Lan"), new_id(), scene.tally_desk()

    rows = scene.store.read(lambda db: described(db, desk, RecordKind.VISIT, [gone, own]))

    assert [(row.id, row.cells[0]) for row in rows] == [(gone, GONE_LABEL), (own, TODAY)]


def test_each_person_on_a_page_is_written_down_as_read_and_only_the_own_centre_opens(scene: Scene) -> None:
    busy(scene)

    found = opened(scene, "visits", chosen=Chosen("kind", ClientKind.JOB_SEEKER.value))
    assert (found.many, len(found.rows), found.pages) == (1, 1, 1)
    assert seen_by(scene, "Phúc") == [scene.ground.seekers["Lan"]]
    refused = (
        {"place": "Bến Tre"}, {"page": 2}, {"page": 0}, {"chosen": Chosen("nothing", "x")}, {"by": "Ngân"},
    )  # fmt: skip
    for wrong in refused:
        with pytest.raises(NotFound):
            opened(scene, "visits", **wrong)
    with pytest.raises(NotFound):
        opened(scene, "jobs_created")
    assert (seen_by(scene, "Ngân"), opened(scene, "fairs_held").many) == ([], 0)


def test_parts_and_months_found_at_once_are_those_found_one_by_one(scene: Scene) -> None:
    busy(scene)
    scene.record("Tư", told(on_day=TODAY - timedelta(days=45), topics={Topic.OVERSEAS, Topic.OTHER}))
    period = scene.period()
    scope = Scope.of(period, (scene.centre(),))

    for code in (one.code for one in INDICATORS if one.counted):
        whole = scene.store.read(lambda db, code=code: all_parts(db, scope, code))  # type: ignore[misc]
        for by, found in whole.items():
            assert found == scene.store.read(lambda db, by=by, code=code: parts(db, scope, code, by)), (code, by)  # type: ignore[misc]
        this, last = scene.store.read(
            lambda db, code=code: two_years(db, code, 2026, period.calendar, (scene.centre(),), today=TODAY)  # type: ignore[misc]
        )
        assert last == (0,) * 12
        day = Scope.of(scene.period("2026-M10"), (scene.centre(),))
        assert this[9] == scene.store.read(lambda db, code=code, day=day: figures(db, day, [code])[code])  # type: ignore[misc]
        assert this[11] is not None  # the twelfth began on 15 November
