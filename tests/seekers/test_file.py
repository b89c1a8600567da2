"""The file, part by part: versions, and a saving that changes nothing."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from exchange.kernel.errors import Refused
from exchange.reference.codes import Qualification
from exchange.seekers import file_actions, group_actions
from exchange.seekers.access import Part, file_desk, own_file
from exchange.seekers.codes import Activity, Channel, Group, Purpose, SeekerReason, Service, Sex, Why
from exchange.seekers.file_given import (
    GroupGiven,
    IdentityGiven,
    PartGiven,
    PlaceGiven,
    ServiceGiven,
    WishGiven,
    WorkGiven,
)
from exchange.seekers.file_queries import openings, own_person_file, person_file
from exchange.seekers.file_tables import SeekerProfile
from exchange.seekers.queries import seeker_file
from tests.cast import EIGHT_O_CLOCK as NOW
from tests.cast import Ground
from tests.seekers.conftest import Desk

_v = columns(SeekerProfile)
IDENTITY = IdentityGiven(full_name="Trần Thị Lan", birth_year=1990, sex=Sex.FEMALE, phone="+84909123450")
PLACE = PlaceGiven(province_code="86", commune="Xã Càng Long", street="12 ấp 3", home_province="86")
WORK = WorkGiven(qualification=Qualification.ELEMENTARY, specialty="May", activity=Activity.JOBLESS)
WISH = WishGiven(
    work_wanted="Công nhân may", occupation_code="75", work_places=("86", "79"), wage_from=7_000_000,
    ready_on=date(2026, 12, 1), services=(Service.JOB, Service.TRAINING),
)  # fmt: skip


def save(store: Store, desk_of: Desk, given: PartGiven, minutes: int = 0) -> bool:
    return store.write(
        lambda db: file_actions.save_part(
            db, desk_of(db, "Lan"), given, Channel.COUNTER, request_id=None, now=NOW + timedelta(minutes=minutes)
        )
    )


@pytest.mark.parametrize("given", [PLACE, WORK, WISH], ids=["place", "work", "wish"])
def test_a_part_that_is_saved_again_unchanged_writes_nothing(store: Store, desk_of: Desk, given: PartGiven) -> None:
    saved = [save(store, desk_of, given, at) for at in (1, 2)]

    assert saved == [True, False]
    assert store.read(lambda db: db.scalar(select(func.count()).select_from(SeekerProfile))) == 2


def test_what_was_registered_says_itself_already(store: Store, desk_of: Desk) -> None:
    assert not save(store, desk_of, IDENTITY)


def test_each_saving_is_a_version_and_the_first_stays(store: Store, ground: Ground, desk_of: Desk) -> None:
    married = IDENTITY.model_copy(update={"full_name": "Trần Ngọc Lan", "phone": "+84909000111"})

    save(store, desk_of, WORK, 1)
    save(store, desk_of, married, 2)

    rows = store.read(lambda db: db.execute(select(_v.full_name, _v.phone, _v.specialty).order_by(_v.at, _v.id)).all())
    assert rows == [
        ("Trần Thị Lan", "+84909123450", ""),
        ("Trần Thị Lan", "+84909123450", "May"),
        ("Trần Ngọc Lan", "+84909000111", "May"),
    ]
    assert store.read(lambda db: seeker_file(db, ground.seekers["Lan"])).name == "Trần Ngọc Lan"


def test_a_part_shows_what_was_saved(store: Store, desk_of: Desk) -> None:
    for at, given in enumerate((PLACE, WORK, WISH)):
        save(store, desk_of, given, at)

    file = store.read(lambda db: person_file(db, desk_of(db, "Lan")))

    assert (file.commune, file.street, file.home_province) == ("Xã Càng Long", "12 ấp 3", "86")
    assert (file.qualification, file.specialty, file.activity) == (Qualification.ELEMENTARY, "May", Activity.JOBLESS)
    assert (file.wish, file.work_places, file.wage_from) == ("Công nhân may", ("86", "79"), 7_000_000)
    assert (file.ready_on, file.services) == (date(2026, 12, 1), (Service.JOB, Service.TRAINING))


@pytest.mark.parametrize(
    ("given", "reason", "field"),
    [
        (IDENTITY.model_copy(update={"birth_year": 2015}), SeekerReason.BIRTH_YEAR, "birth_year"),
        (IDENTITY.model_copy(update={"birth_date": date(1991, 1, 1)}), SeekerReason.BIRTH_DATE, "birth_date"),
        (WISH.model_copy(update={"ready_on": date(2099, 1, 1)}), SeekerReason.TOO_FAR, "ready_on"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_saved(
    store: Store, desk_of: Desk, given: PartGiven, reason: SeekerReason, field: str
) -> None:
    with pytest.raises(Refused) as no:
        save(store, desk_of, given)

    assert (no.value.reason, no.value.field) == (reason, field)
    assert store.read(lambda db: db.scalar(select(func.count()).select_from(SeekerProfile))) == 0


def test_a_person_corrects_their_own_file(store: Store, ground: Ground) -> None:
    store.write(
        lambda db: file_actions.save_part(
            db, own_file(db, ground.viewer("Lan")), WORK, Channel.ONLINE, request_id=None, now=NOW
        )
    )

    assert store.read(lambda db: own_person_file(db, own_file(db, ground.viewer("Lan")))).specialty == "May"


def test_who_opened_a_file_and_why_can_be_read(store: Store, ground: Ground) -> None:
    store.write(
        lambda db: file_actions.open_file(
            db, file_desk(db, ground.viewer("Phúc"), ground.seekers["Lan"]), Why.COUNSELLING, now=NOW
        )
    )

    seen = store.read(lambda db: openings(db, ground.seekers["Lan"]))
    assert [(one.centre, one.why, one.number) for one in seen] == [("TTDVVL Trà Vinh", Why.COUNSELLING, None)]


SOLDIER = GroupGiven(
    kind=Group.SOLDIER,
    since=date(2026, 1, 25),
    service=ServiceGiven(unit="Trung đoàn 3", batch="2026-1", discharged_on=date(2026, 1, 25)),
)


def record(store: Store, desk_of: Desk, given: GroupGiven) -> object:
    return store.write(
        lambda db: group_actions.record_group(db, desk_of(db, "Lan"), given, Channel.COUNTER, request_id=None, now=NOW)
    )


def test_a_group_has_its_days_and_papers_and_may_come_again(store: Store, desk_of: Desk) -> None:
    first = record(store, desk_of, SOLDIER)
    with pytest.raises(Refused) as twice:
        record(store, desk_of, SOLDIER)
    store.write(lambda db: group_actions.end_group(db, desk_of(db, "Lan"), first, date(2026, 6, 1), now=NOW))  # type: ignore[arg-type]
    record(store, desk_of, SOLDIER.model_copy(update={"since": date(2026, 7, 1)}))

    groups = store.read(lambda db: person_file(db, desk_of(db, "Lan"))).groups
    assert twice.value.reason == SeekerReason.GROUP_TWICE
    assert [(one.since, one.until, one.standing, one.unit) for one in groups] == [
        (date(2026, 7, 1), None, True, "Trung đoàn 3"),
        (date(2026, 1, 25), date(2026, 6, 1), False, "Trung đoàn 3"),
    ]


def test_a_sensitive_group_needs_the_persons_consent_and_an_ethnic_group_of_the_list(
    store: Store, ground: Ground, desk_of: Desk, agree: Callable[..., None]
) -> None:
    khmer = GroupGiven(kind=Group.MINORITY, since=date(2026, 1, 1), ethnicity="05")

    with pytest.raises(Refused) as unasked:
        record(store, desk_of, khmer)
    store.write(lambda db: agree(db, "Lan", Purpose.POLICY))
    with pytest.raises(Refused) as majority:
        record(store, desk_of, khmer.model_copy(update={"ethnicity": "01"}))
    record(store, desk_of, khmer)

    assert unasked.value.reason == SeekerReason.POLICY_CONSENT
    assert majority.value.reason == SeekerReason.ETHNICITY
    groups = store.read(lambda db: person_file(db, desk_of(db, "Lan"))).groups
    assert [(one.kind, one.ethnicity) for one in groups] == [(Group.MINORITY, "Khơ-me")]


def test_when_the_consent_is_taken_back_the_sensitive_group_is_no_longer_shown(
    store: Store, ground: Ground, desk_of: Desk, agree: Callable[..., None]
) -> None:
    store.write(lambda db: agree(db, "Lan", Purpose.POLICY))
    record(store, desk_of, GroupGiven(kind=Group.DISABLED, since=date(2026, 1, 1)))
    store.write(lambda db: agree(db, "Lan", Purpose.POLICY, given=False))

    desk = store.read(lambda db: desk_of(db, "Lan"))
    assert not desk.sees(Part.SENSITIVE)
    assert store.read(lambda db: person_file(db, desk)).groups == ()
    assert len(store.read(lambda db: own_person_file(db, own_file(db, ground.viewer("Lan")))).groups) == 1
