"""Persons entered by the thousand are as those entered one by one, and can be taken out again."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from exchange.centres.access import staff_desk
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.journal.tables import Entry
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Store, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.vault import Vault
from exchange.seekers.access import Part, own_desk
from exchange.seekers.bulk_actions import register_people
from exchange.seekers.bulk_given import Keeper, Newcomer
from exchange.seekers.codes import Channel, Group, NumberKind, Purpose, SeekerReason, Sex
from exchange.seekers.file_given import GroupGiven
from exchange.seekers.file_queries import person_file
from exchange.seekers.group_actions import record_group
from exchange.seekers.person_queries import find_people, person_query
from exchange.seekers.queries import gave
from exchange.seekers.removal_actions import Made, remove_files
from exchange.seekers.tables import Consent, Seeker
from tests.cast import EIGHT_O_CLOCK as NOW
from tests.cast import Ground

LATER = NOW + timedelta(minutes=1)
KIM = Newcomer(
    name="Kim Thị Sen", birth_year=1988, birth_date=date(1988, 2, 3), sex=Sex.FEMALE, province="86", wish="May",
    phone="+84909123999", street="Ấp 5", numbers={NumberKind.CITIZEN_ID: "086188000777"},
    agreed={Purpose.MATCHING: True, Purpose.MESSAGES: False},
)  # fmt: skip
LAM = Newcomer(name="Lâm Phát", birth_year=1990, sex=Sex.MALE, province="86", wish="Kho")


def enter(db: Writing, ground: Ground, vault: Vault, *people: Newcomer) -> list[Any]:
    keeper = Keeper(ground.centres["Trà Vinh"], ground.accounts["Hạnh"])
    return list(register_people(db, people, keeper, vault=vault, now=NOW))


def rows(db: Reading, table: Any, *where: Any) -> int:
    return db.scalar(select(func.count()).select_from(table).where(*where)) or 0


def test_they_are_found_and_read_like_any_other(store: Store, ground: Ground, vault: Vault) -> None:
    sen, _ = store.write(lambda db: enter(db, ground, vault, KIM, LAM))

    def ask(db: Reading) -> None:
        desk = staff_desk(db, ground.viewer("Phúc"))
        for typed in ("sen kim thi 1988", "0909 123 999", "086188000777", "0777"):
            assert [one.id for one in find_people(db, desk, person_query(typed), vault=vault)] == [sen], typed
        file = person_file(db, own_desk(db, ground.viewer("Phúc"), sen))
        assert (file.birth_date, file.street, file.numbers[0].shown) == (date(1988, 2, 3), "Ấp 5", "••••••••0777")
        assert gave(db, sen) == {Purpose.MATCHING}
        assert Part.NUMBERS in own_desk(db, ground.viewer("Phúc"), sen).parts
        told = select(columns(Entry).kind).where(columns(Entry).seeker_id == sen)
        assert sorted(db.scalars(told)) == [Kind.CONSENT_RECORDED, Kind.SEEKER_REGISTERED]

    store.read(ask)


def test_one_who_cannot_be_refuses_all(store: Store, ground: Ground, vault: Vault) -> None:
    child = Newcomer(name="Bé Na", birth_year=2020, sex=Sex.FEMALE, province="86", wish="May")
    before = store.read(lambda db: rows(db, Seeker))

    with pytest.raises(Refused) as no:
        store.write(lambda db: enter(db, ground, vault, KIM, child))

    assert (no.value.reason, no.value.field) == (SeekerReason.BIRTH_YEAR, "born")
    assert store.read(lambda db: rows(db, Seeker)) == before


def test_what_nothing_hangs_on_goes_and_the_rest_stays(store: Store, ground: Ground, vault: Vault) -> None:
    sen, phat = store.write(lambda db: enter(db, ground, vault, KIM, LAM))
    group = GroupGiven(kind=Group.STUDENT, since=date(2026, 1, 5))
    store.write(
        lambda db: record_group(
            db, own_desk(db, ground.viewer("Phúc"), phat), group, Channel.COUNTER, request_id=None, now=LATER
        )
    )

    made = [Made(sen, NOW), Made(phat, NOW)]
    done = store.write(lambda db: remove_files(db, made, account_id=ground.accounts["Hạnh"], now=LATER))

    assert (done.removed, done.emptied, done.kept) == ({sen}, frozenset(), {phat})
    assert store.read(lambda db: rows(db, Seeker, columns(Seeker).id == sen)) == 0
    assert store.read(lambda db: rows(db, Consent, columns(Consent).seeker_id == sen)) == 0
    told = select(columns(Entry).kind).where(columns(Entry).seeker_id == sen)
    assert Kind.SEEKER_REMOVED in store.read(lambda db: db.scalars(told).all())


def test_that_somebody_looked_does_not_keep_a_file(store: Store, ground: Ground, vault: Vault) -> None:
    (sen,) = store.write(lambda db: enter(db, ground, vault, KIM))
    about = log.About(sen, seeker_id=sen, facts={"why": "counselling"})
    store.write(lambda db: log.record(db, Kind.SEEKER_FILE_OPENED, about, by=log.By(None), at=LATER))

    done = store.write(lambda db: remove_files(db, [Made(sen, NOW)], account_id=ground.accounts["Hạnh"], now=LATER))

    assert done.removed == {sen}
