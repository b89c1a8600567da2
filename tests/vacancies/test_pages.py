"""The search and the vacancy as pages and as JSON."""

import json
import re

from exchange.kernel.db import Store
from exchange.vacancies import index
from tests.cast import Ground
from tests.web.conftest import Client


def indexed(store: Store) -> None:
    store.write(index.rebuild)


async def test_a_stranger_finds_a_vacancy_and_reads_it(client_of: Client, store: Store, ground: Ground) -> None:
    indexed(store)
    stranger = client_of()
    page = await stranger.get("/vacancies", params={"q": "cong nhan", "province": "Trà Vinh"})
    assert page.status_code == 200
    assert page.text.count('class="vacancy-row"') == 2
    assert f"/vacancies/{ground.vacancies['May'][0]}" in page.text
    one = await stranger.get(f"/vacancies/{ground.vacancies['May'][0]}")
    assert one.status_code == 200
    assert f"/booths/{ground.booths['May']}" in one.text
    said = re.search(r'<script type="application/ld\+json">(.*?)</script>', one.text, re.S)
    assert said
    posting = json.loads(said[1])
    assert (posting["@type"], posting["title"], posting["totalJobOpenings"]) == ("JobPosting", "Công nhân", 5)
    assert posting["url"] == f"http://exchange.test/vacancies/{ground.vacancies['May'][0]}"


async def test_the_address_carries_the_search(client_of: Client, store: Store, ground: Ground) -> None:
    indexed(store)
    asked = {"q": "công nhân", "province": "84", "min_wage": "5000000", "qualification": "university", "sort": "wage"}
    page = (await client_of().get("/vacancies", params=asked | {"fair": str(ground.fair_id)})).text
    assert 'value="công nhân"' in page
    assert 'value="86" selected' in page  # the province that took Trà Vinh over
    for kept in ('value="5000000" selected', 'value="university" selected', 'value="wage" selected'):
        assert kept in page
    assert "Từ 5 triệu" in page
    assert page.count('class="vacancy-row"') == 2


async def test_nonsense_in_the_address_is_left_out_of_the_page(client_of: Client, store: Store, ground: Ground) -> None:
    indexed(store)
    nonsense = {"min_wage": "nhiều", "qualification": "giỏi", "fair": "x", "sort": "?", "page": "-3", "occupation": "'"}
    page = await client_of().get("/vacancies", params=nonsense)
    assert page.status_code == 200


async def test_nothing_found_proposes_wider_searches(client_of: Client, store: Store, ground: Ground) -> None:
    indexed(store)
    page = (await client_of().get("/vacancies", params={"q": "công nhân", "province": "01"})).text
    assert "Không tìm thấy vị trí nào" in page
    assert "/vacancies?q=c%C3%B4ng+nh%C3%A2n" in page


async def test_what_is_not_published_is_not_there(client_of: Client, ground: Ground) -> None:
    for path in ("/vacancies/", "/api/v1/vacancies/"):
        assert (await client_of().get(f"{path}{ground.fair_id}")).status_code == 404


async def test_json_lists_pages_and_opens_each(client_of: Client, store: Store, ground: Ground) -> None:
    indexed(store)
    found = (await client_of().get("/api/v1/vacancies", params={"q": "to truong", "min_wage": "8000000"})).json()
    assert (found["total"], found["page"], found["pages"]) == (2, 1, 1)
    assert found["links"]["self"] == "/api/v1/vacancies?q=to+truong&min_wage=8000000&page=1"
    assert "next" not in found["links"]
    one = (await client_of().get(found["items"][0]["links"]["self"])).json()
    assert one["wage"] == {
        "kind": "stated",
        "low": 7_000_000,
        "high": 9_000_000,
        "per": "month",
        "currency": "VND",
        "words": "7 – 9 triệu đồng/tháng",
    }
    assert (one["title"], one["state"], one["openings_left"]) == ("Tổ trưởng", "open", 5)


async def test_json_says_what_it_cannot_read(client_of: Client, ground: Ground) -> None:
    for name in ("min_wage", "page", "qualification", "fair", "sort", "province", "occupation"):
        answer = await client_of().get("/api/v1/vacancies", params={name: "zz"})
        assert answer.status_code == 400
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"] == f"Giá trị của “{name}” không đọc được hoặc không có."
    for name, odd in (("page", "0"), ("page", "-1"), ("fair", str(ground.employers["May"])), ("occupation", "81531")):
        assert (await client_of().get("/api/v1/vacancies", params={name: odd})).status_code == 400, (name, odd)


async def test_json_says_what_is_not_there(client_of: Client, store: Store, ground: Ground) -> None:
    indexed(store)
    beyond = await client_of().get("/api/v1/vacancies", params={"page": "999"})
    assert (beyond.status_code, "999" in beyond.json()["detail"]) == (404, True)
    for path in ("vacancies/0190a7f0-0000-7000-8000-000000000000", "nothing", "fairs/x"):
        answer = await client_of().get(f"/api/v1/{path}")
        assert (answer.status_code, answer.json()["detail"][:9]) == (404, "Không có ")
