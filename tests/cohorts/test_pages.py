"""Cohorts of demobilised soldiers through their pages: from the paper to the list of who was not met."""

import re
from datetime import timedelta
from typing import Any

import httpx
from sqlalchemy import func, select

from exchange.cohorts.tables import CohortMember
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from exchange.kernel.ids import new_id
from tests.cast import Ground
from tests.counselling.test_pages import boxes
from tests.web.conftest import Client
from tests.web.helped import entries
from tests.web.told import today

LINES = "Họ và tên\tNăm sinh\tĐiện thoại\tXã, phường\nThạch Sơn\t1990\t0909123451\t\nKim Sô Phát\t2003\t\tXã Cầu Kè"


def rows(store: Store, model: Any) -> int:
    return store.read(lambda db: db.scalar(select(func.count()).select_from(columns(model).id.table))) or 0


async def cohort(phuc: httpx.AsyncClient) -> str:
    """The address of a new cohort."""
    day = today() - timedelta(days=330)
    form = {"batch": "Đợt 1", "province": "86", "request_id": str(new_id())} | boxes("discharged_on", day)
    return (await phuc.post("/cohorts", data=form)).headers["location"]


def mark(page: str) -> str:
    """What the page says was shown."""
    found = re.search(r'name="seen" value="(\w*)"', page)
    return found[1] if found else ""


async def test_soldiers_are_followed_from_the_paper_to_the_list_of_who_was_not_met(
    store: Store, ground: Ground, client_of: Client
) -> None:
    phuc = client_of("Phúc")
    here = await cohort(phuc)
    shown = await phuc.post(f"{here}/list", data={"step": "look", "lines": LINES})
    form = {"step": "take", "lines": LINES, "seen": mark(shown.text), "request_id": str(new_id())}
    taken = await phuc.post(f"{here}/list", data=form)
    assert (taken.headers["location"], rows(store, CohortMember)) == (here, 2)

    page = (await phuc.get(f"{here}/not-met")).text
    member = re.findall(rf"{here}/members/([0-9a-f-]{{36}})/invited/phone", page)
    for _ in range(2):
        await phuc.post(f"{here}/members/{member[0]}/invited/phone", data={})
    path = {"path": "training", "request_id": str(new_id())} | boxes("on_day", today())
    await phuc.post(f"{here}/members/{member[0]}/steps/path", data=path)
    bad = await phuc.post(f"{here}/members/{member[0]}/steps/trained", data=boxes("on_day", today()))
    own = (await phuc.get(f"{here}/members/{member[0]}")).text
    counts = dict(re.findall(r'stage=(\w+)&amp;[^"]*"[^>]*><b class="num">(\d+)', (await phuc.get(here)).text))

    assert {"invited": "1", "met": "0", "chosen": "1", "not_met": "2", "losing": "2"}.items() <= counts.items()
    assert bad.status_code == 422
    assert {"trade", "place"} == set(re.findall(r'id="f-(\w+)-error"', bad.text))
    assert "Học nghề" in own
    assert len(entries(store, Kind.COHORT_INVITED)) == 1
    there = (await phuc.get(f"{here}?stage=not_met&commune=xa cau ke")).text
    assert ("Kim Sô Phát" in there, "Thạch Sơn" in there) == (True, False)


async def test_whoever_left_by_mistake_is_found_again_by_what_the_register_says(
    store: Store, ground: Ground, client_of: Client
) -> None:
    phuc = client_of("Phúc")
    here = await cohort(phuc)
    shown = await phuc.post(f"{here}/list", data={"step": "look", "lines": LINES})
    form = {"step": "take", "lines": LINES, "seen": mark(shown.text), "request_id": str(new_id())}
    await phuc.post(f"{here}/list", data=form)
    member = re.findall(r"/members/([0-9a-f-]{36})/invited/phone", (await phuc.get(f"{here}/not-met")).text)[0]

    unsaid = await phuc.post(f"{here}/members/{member}/leaving", data={"because": ""})
    gone = await phuc.post(f"{here}/members/{member}/leaving", data={"because": "Nhầm đợt"})
    page = (await phuc.get(f"{here}/list")).text
    found = re.findall(r'name="seeker" value="([0-9a-f-]{36})"', page)
    nobody = await phuc.post(f"{here}/found", data={})
    back = await phuc.post(f"{here}/found", data={"seeker": found})

    assert (unsaid.status_code, gone.status_code, len(found)) == (422, 303, 1)
    assert (nobody.headers["location"], back.headers["location"]) == (f"{here}/list", here)
    assert rows(store, CohortMember) == 3
    assert "đã được bỏ khỏi danh sách" in (await phuc.get(f"{here}/members/{member}")).text
