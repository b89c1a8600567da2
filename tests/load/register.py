"""A register of half a million fictitious people, and how long finding one of them takes."""

import random
import time
from collections.abc import Iterator
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import insert

import exchange.tables  # noqa: F401 - foreign keys name tables of other slices
from exchange.accounts import actions as accounts
from exchange.accounts.queries import Viewer
from exchange.centres.access import staff_desk
from exchange.centres.actions import CentreGiven, employ, open_centre
from exchange.centres.codes import Role
from exchange.kernel.clock import now
from exchange.kernel.db import Store, Writing, open_store
from exchange.kernel.ids import new_id
from exchange.kernel.text import fold, words
from exchange.kernel.vault import Vault
from exchange.seekers import index
from exchange.seekers.codes import Channel, Sex
from exchange.seekers.file_tables import SeekerIndex
from exchange.seekers.person_queries import find_people, person_query
from exchange.seekers.tables import Seeker

FAMILY = words("Nguyễn Trần Lê Phạm Huỳnh Phan Võ Đặng Bùi Đỗ Ngô Dương Thạch Kim Sơn Lâm Lý Trương")
MIDDLE = words("Thị Văn Ngọc Minh Thanh Hoàng Đức Hữu Kim Thu Xuân Quốc Gia Bảo Phương Mỹ Hồng Thúy")
GIVEN = words(
    "Lan Hoa Tư Sơn Dũng Hùng Cường Phúc Ngân Hạnh Thảo Trang Linh Nhung Yến Tuyết Nga Bình An Khánh Long Quân Tâm"
    " Đạt Hiếu Nghĩa Trí Vinh Phát Lộc Thắng Tuấn Kiệt Duy Khoa Thủy Thúy Thùy Hằng Hương Loan Oanh Sen Cúc Đào Mai"
)
_CHUNK = 5000


def fill(store: Store, people: int) -> Viewer:
    """Register `people` at one centre; somebody who works there."""
    viewer, centre = store.write(_centre)
    made = _people(random.Random(2021), centre)
    for _ in range(0, people, _CHUNK):
        rows = list(islice(made, min(_CHUNK, people)))
        store.write(lambda db, rows=rows: _enter(db, rows))  # type: ignore[misc]
    return viewer


def counter(url: str, people: int) -> tuple[str, list[UUID]]:
    """`people` registered at one centre: the cookie of somebody who counsels there, and the people's files."""
    store = open_store(url)
    try:
        viewer, centre = store.write(_centre)
        rows = list(islice(_people(random.Random(2021), centre), people))
        store.write(lambda db: _enter(db, rows))
        token = store.write(lambda db: accounts.sign_in(db, viewer.account_id, "bench", now=now()).token)
    finally:
        store.close()
    return token, [row["id"] for row in rows]


def _centre(db: Writing) -> tuple[Viewer, Any]:
    given = CentreGiven(name="Trung tâm Thử", short_name="TT Thử", province_code="86", province_name="Vĩnh Long")
    centre = open_centre(db, given, now=now())
    account = accounts.open_account(db, "Người Thử", email="thu@vi-du.vn", now=now())
    employ(db, centre, account, Role.COUNSELLOR, now=now())
    return Viewer(account, accounts.sign_in(db, account, "bench", now=now()).login_id, "Người Thử"), centre


def _people(chance: random.Random, centre: Any) -> Iterator[dict[str, Any]]:
    number = 0
    while True:
        number += 1
        name = " ".join([chance.choice(FAMILY), chance.choice(MIDDLE), chance.choice(MIDDLE), chance.choice(GIVEN)])
        yield {
            "id": new_id(), "full_name": name, "name_fold": fold(name), "phone": f"+849{number:08}", "commune": "",
            "birth_year": chance.randint(1960, 2008), "sex": Sex.FEMALE, "province_code": "86", "centre_id": centre,
            "work_wanted": "May", "channel": Channel.COUNTER, "created_at": now(),
        }  # fmt: skip


def _enter(db: Writing, rows: list[dict[str, Any]]) -> None:
    db.execute(insert(Seeker), rows)
    found = [index.row_of(row["id"], row["full_name"], row["birth_year"], row["centre_id"]) for row in rows]
    db.execute(insert(SeekerIndex), found)


def searches(store: Store, viewer: Viewer, vault: Vault, count: int) -> list[float]:
    """Milliseconds of `count` searches as counsellors type them, sorted."""
    chance, times = random.Random(7), []
    for number in range(count):
        given, family = chance.choice(GIVEN), chance.choice(FAMILY)
        ways = [f"{family} {chance.choice(MIDDLE)} {given}", fold(f"{given} {family}"), fold(given)[:2]]
        ways += [f"{fold(family)} {fold(given)} 1990", f"09{chance.randint(0, 99999999):08}"]
        typed = ways[number % len(ways)]
        start = time.perf_counter()
        store.read(lambda db, typed=typed: find_people(db, staff_desk(db, viewer), person_query(typed), vault=vault))  # type: ignore[misc]
        times.append(1000 * (time.perf_counter() - start))
    return sorted(times)
