"""The floor: who sees what of it, its doors, announcements, calls for help."""

import re

import pytest

from exchange.booths import help_queries
from exchange.fairs import queries as fair_queries
from exchange.fairs.codes import Audience, FairPhase
from exchange.kernel import clock
from exchange.kernel.db import Store
from exchange.kernel.ids import new_id
from tests.cast import Ground
from tests.web.conftest import Client


def phase(store: Store, ground: Ground) -> FairPhase:
    return store.read(lambda db: fair_queries.phase(db, ground.fair_id, now=clock.now()))


def said(store: Store, ground: Ground) -> list[str]:
    return [
        notice.text for notice in store.read(lambda db: fair_queries.notices(db, ground.fair_id, frozenset(Audience)))
    ]


async def test_the_host_sees_all_booths_and_the_doors(ground: Ground, client_of: Client) -> None:
    page = (await client_of("Hạnh").get(f"/fairs/{ground.fair_id}/floor")).text

    assert "Công ty May Sông Tiền" in page
    assert "Công ty Thủy sản Cửa Đại" in page
    assert f"/fairs/{ground.fair_id}/closing" in page


async def test_a_joining_centre_sees_its_own_booths_and_no_doors(ground: Ground, client_of: Client) -> None:
    page = (await client_of("Ngân").get(f"/fairs/{ground.fair_id}/floor")).text

    assert "Công ty May Sông Tiền" not in page
    assert "Công ty Thủy sản Cửa Đại" in page
    assert f"/fairs/{ground.fair_id}/closing" not in page
    assert f"page=floor/{ground.centres['Bến Tre']}" in page


async def test_an_announcement_reaches_its_audience_once(store: Store, ground: Ground, client_of: Client) -> None:
    hanh, form = client_of("Hạnh"), {"text": "Gian 3 đổi phòng", "audience": "seekers", "request_id": str(new_id())}

    for _ in range(2):
        answer = await hanh.post(f"/fairs/{ground.fair_id}/announcements", data=form)
        assert answer.status_code == 303

    assert said(store, ground) == ["Gian 3 đổi phòng"]
    assert "Gian 3 đổi phòng" in (await client_of().get(f"/fairs/{ground.fair_id}")).text


async def test_an_empty_announcement_is_told_at_the_field(store: Store, ground: Ground, client_of: Client) -> None:
    answer = await client_of("Hạnh").post(
        f"/fairs/{ground.fair_id}/announcements", data={"text": " ", "audience": "staff"}
    )

    assert answer.status_code == 422
    assert 'id="f-text-error"' in answer.text
    assert re.search(r'<option value="staff" selected', answer.text), "what was chosen is kept"
    assert said(store, ground) == []


async def test_closing_asks_first_and_happens_once(store: Store, ground: Ground, client_of: Client) -> None:
    hanh, form = client_of("Hạnh"), {"request_id": str(new_id())}
    assert (await hanh.get(f"/fairs/{ground.fair_id}/closing")).status_code == 200
    assert phase(store, ground) is FairPhase.LIVE

    first = await hanh.post(f"/fairs/{ground.fair_id}/closing", data=form)
    again = await hanh.post(f"/fairs/{ground.fair_id}/closing", data=form)

    assert (first.status_code, again.status_code) == (303, 303)
    assert phase(store, ground) is FairPhase.RESULTS


async def test_a_fair_does_not_close_over_an_open_interview(store: Store, ground: Ground, client_of: Client) -> None:
    store.write(lambda db: ground.talk(db, "Lan", "Dung", now=clock.now()))

    answer = await client_of("Hạnh").post(f"/fairs/{ground.fair_id}/closing", data={})

    assert answer.status_code == 422
    assert "Còn cuộc phỏng vấn chưa ghi kết quả" in answer.text
    assert phase(store, ground) is FairPhase.LIVE


async def test_opening_an_open_fair_is_refused_in_words(ground: Ground, client_of: Client) -> None:
    hanh = client_of("Hạnh")
    assert (await hanh.post(f"/fairs/{ground.fair_id}/opening", data={})).status_code == 303

    answer = await hanh.post(f"/fairs/{ground.fair_id}/opening", data={})

    assert answer.status_code == 422
    assert "Phiên đã khai mạc." in answer.text


async def test_a_call_for_help_reaches_the_callers_site_and_is_answered_once(
    store: Store, ground: Ground, client_of: Client
) -> None:
    for _ in range(2):
        asked = await client_of("Minh").post(
            f"/fairs/{ground.fair_id}/help", data={"words": "Mất tiếng", "back": "/desks"}
        )
        assert (asked.status_code, asked.headers["location"]) == (303, "/desks")
    (call,) = store.read(lambda db: help_queries.help_wanted(db, ground.fair_id))
    assert (call.words, call.employer) == ("Mất tiếng", "Công ty Thủy sản Cửa Đại")
    ngan = client_of("Ngân")
    assert "Mất tiếng" in (await ngan.get(f"/fairs/{ground.fair_id}/floor")).text

    for _ in range(2):
        assert (await ngan.post(f"/help-calls/{call.id}/answer", data={})).status_code == 303

    assert store.read(lambda db: help_queries.help_wanted(db, ground.fair_id)) == []


async def test_another_sites_call_for_help_is_not_found(store: Store, ground: Ground, client_of: Client) -> None:
    await client_of("Lan").post(f"/fairs/{ground.fair_id}/help", data={})
    (call,) = store.read(lambda db: help_queries.help_wanted(db, ground.fair_id))

    assert "Trần Thị Lan" not in (await client_of("Ngân").get(f"/fairs/{ground.fair_id}/floor")).text
    assert (await client_of("Ngân").post(f"/help-calls/{call.id}/answer", data={})).status_code == 404
    assert (await client_of("Hạnh").post(f"/help-calls/{call.id}/answer", data={})).status_code == 303


async def test_whoever_asked_for_help_does_not_leave_the_site(ground: Ground, client_of: Client) -> None:
    answer = await client_of("Lan").post(f"/fairs/{ground.fair_id}/help", data={"back": "//elsewhere.example"})

    assert answer.headers["location"] == "/"


@pytest.mark.parametrize("who", ["", "Lan", "Dung", "Ngân"])
@pytest.mark.parametrize("act", ["opening", "closing", "announcements"])
async def test_only_the_host_runs_the_fair(who: str, act: str, store: Store, ground: Ground, client_of: Client) -> None:
    form = {"text": "Xin chào", "audience": "everyone"}

    assert (await client_of(who).post(f"/fairs/{ground.fair_id}/{act}", data=form)).status_code == 404
    assert (phase(store, ground), said(store, ground)) == (FairPhase.LIVE, [])


async def test_the_floor_of_no_fair_is_not_found(client_of: Client) -> None:
    assert (await client_of("Hạnh").get(f"/fairs/{new_id()}/floor")).status_code == 404


async def test_staff_begin_with_their_fairs_and_what_waits(ground: Ground, client_of: Client) -> None:
    await client_of("Minh").post(f"/fairs/{ground.fair_id}/help", data={})

    host, joining = (await client_of("Hạnh").get("/staff")).text, (await client_of("Ngân").get("/staff")).text

    assert "Chủ trì" in host
    assert "/fairs/new" in host
    assert "Phối hợp" in joining
    assert "1 người nhờ hỗ trợ" in joining
    assert "/fairs/new" not in joining
