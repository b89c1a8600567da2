"""The page that makes one anybody: there in demo mode, and nowhere else."""

from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest

from exchange.demo import hosting
from exchange.demo.queries import People, people
from exchange.demo.start import prepare
from exchange.kernel import clock
from exchange.kernel.db import open_store
from exchange.kernel.ids import new_id
from exchange.kernel.settings import read_settings
from tests.fixtures.databases import IDENTITY_KEY, SECRET
from web.app import App, create_app

HOME = "http://exchange.test"


@pytest.fixture
def everybody(demo_sqlite: str) -> People:
    """The people of a demo that is live by the real clock."""
    store, now = open_store(demo_sqlite), clock.now()
    try:
        store.write(lambda db: prepare(db, "", now=now))
        return store.read(lambda db: people(db, now=now))
    finally:
        store.close()


@pytest.fixture
async def app(demo_sqlite: str, everybody: People) -> AsyncIterator[App]:
    made = create_app(read_settings(database_url=demo_sqlite, secret=SECRET, public_url=HOME, demo=True))
    yield made
    await made.house.work.close()


def browser(app: App) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HOME)


async def test_everybody_is_on_it_with_a_button(app: App, everybody: People) -> None:
    page = await browser(app).get("/demo")

    assert page.status_code == 200
    groups = (everybody.staff, everybody.recruiters, everybody.seekers)
    members = [one for panels in groups for panel in panels for one in panel.members]
    assert len(members) >= 12 + 12 + 40
    for one in members:
        assert f'name="account" value="{one.account_id}"' in page.text
        assert one.name in page.text


@pytest.mark.parametrize(("group", "place"), [("staff", "/floor"), ("recruiters", "/desks"), ("seekers", "/me")])
async def test_one_click_signs_in_and_leads_to_the_work(app: App, everybody: People, group: str, place: str) -> None:
    one = getattr(everybody, group)[0].members[0]
    client = browser(app)

    answer = await client.post("/demo/sign-in", data={"account": str(one.account_id)})

    assert answer.status_code == 303
    assert answer.headers["location"].endswith(place)
    there = await client.get(answer.headers["location"], follow_redirects=True)
    assert there.status_code == 200
    assert one.name in there.text


async def test_nobody_cannot_be_signed_in_as(app: App) -> None:
    for account in ("", "nobody", str(new_id())):
        answer = await browser(app).post("/demo/sign-in", data={"account": account})

        assert answer.status_code == 404
        assert "login" not in answer.cookies


async def test_what_was_sent_to_a_telephone_can_be_read(app: App) -> None:
    await browser(app).post("/sign-in", data={"phone": "0900 000 104"})

    page = await browser(app).get("/demo")

    assert app.house.sender.kept[-1].text in page.text  # type: ignore[attr-defined]
    assert "0900 000 104" in page.text


async def test_without_demo_mode_there_is_no_such_page(demo_sqlite: str, everybody: People) -> None:
    app = create_app(read_settings(database_url=demo_sqlite, secret=SECRET, identity_key=IDENTITY_KEY, public_url=HOME))
    one = everybody.staff[0].members[0]
    try:
        assert (await browser(app).get("/demo")).status_code == 404
        answer = await browser(app).post("/demo/sign-in", data={"account": str(one.account_id)})
        assert answer.status_code == 404
        assert "login" not in answer.cookies
    finally:
        await app.house.work.close()


async def test_a_live_fair_is_named_on_it(app: App, demo_sqlite: str) -> None:
    store = open_store(demo_sqlite)
    fair = store.read(lambda db: hosting.live(db, now=clock.now() + timedelta(minutes=1)))
    store.close()
    assert fair is not None

    page = await browser(app).get("/demo")

    assert f"/fairs/{fair.id}" in page.text
