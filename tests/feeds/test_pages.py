"""The pages of the exchange: for leads, with what was typed kept, keys shown once, results marked as told."""

import re
from datetime import timedelta

import httpx
import pytest

from exchange.kernel import clock
from exchange.kernel.db import Store
from exchange.kernel.ids import new_id
from tests.cast import Ground
from tests.feeds.exchanging import exchanging
from tests.web.conftest import Client, client_of, ground

__all__ = ["client_of", "ground"]
NEW = {"name": "Sàn việc làm quốc gia", "kind": "national", "wants_vacancies": "yes", "wants_results": "yes"}


def fields(page: httpx.Response) -> set[str]:
    """Where the summary of a refused form leads to."""
    return set(re.findall(r'<a href="#f-([^"]+)"', page.text))


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"name": " "}, "name"), ({"kind": "x"}, "kind"), ({"name": "x" * 121}, "name"),
        ({"wants_vacancies": "", "wants_results": ""}, "wants_vacancies"),
        ({"address": "http://vieclam.example.vn/"}, "address"), ({"address": "https://127.0.0.1/"}, ""),
    ],
)  # fmt: skip
async def test_a_partner_that_cannot_be_is_refused_at_the_field(
    client_of: Client, told: dict[str, str], field: str
) -> None:
    answer = await client_of("Hạnh").post("/feeds/partners", data=NEW | told)

    if field:
        assert (answer.status_code, fields(answer)) == (422, {field})
        assert "Sàn việc làm" in answer.text or "name" in told
    else:  # a number is judged when it is called: then it is a fault of sending
        assert answer.status_code == 200


async def test_a_key_is_shown_once_and_opens_the_results(client_of: Client, ground: Ground) -> None:
    browser, form = client_of("Hạnh"), NEW | {"request_id": str(new_id())}

    first = await browser.post("/feeds/partners", data=form)
    again = await browser.post("/feeds/partners", data=form)
    (key,) = re.findall(r'"new-key">([^<]+)<', first.text)
    read = await client_of().get(
        f"/api/v1/feed?centre={ground.centres['Trà Vinh']}", headers={"Authorization": f"Bearer {key}"}
    )

    assert (first.status_code, again.status_code, read.status_code) == (200, 200, 200)
    assert "no-store" in first.headers["cache-control"]
    assert key not in again.text
    overview = await browser.get("/feeds")
    assert overview.text.count("Sàn việc làm quốc gia") == 1
    assert key not in overview.text


async def test_what_was_given_up_is_said_and_sent_again(store: Store, client_of: Client, ground: Ground) -> None:
    made = exchanges(store, ground, gives_up=True)
    browser, here = client_of("Hạnh"), f"/feeds/partners/{made['partner']}"

    assert "Đã ngừng gửi" in (await browser.get("/feeds")).text
    assert "Gửi lại" in (await browser.get(here)).text
    assert (await browser.post(f"{here}/retry")).headers["location"] == here
    assert "Đã ngừng gửi" not in (await browser.get(here)).text
    assert (await browser.post(f"{here}/retry")).status_code == 303
    await browser.post(f"{here}/end")
    assert "Đã thu hồi khóa" in (await browser.get(here)).text


async def test_a_record_that_was_not_taken_is_settled_with_a_note(
    store: Store, client_of: Client, ground: Ground
) -> None:
    made = exchanges(store, ground)
    browser, here = client_of("Hạnh"), f"/feeds/sources/{made['source']}"
    page = (await browser.get(here)).text
    conflicts = re.findall(r'action="(/feeds/conflicts/[^"]+)"', page)

    empty = await browser.post(conflicts[0], data={"note": " "})
    done = await browser.post(conflicts[0], data={"note": "Đã gọi Cần Thơ"})

    assert len(conflicts) == 2
    assert "Công nhân chế biến thủy sản" in page
    assert (empty.status_code, fields(empty)) == (422, {f"note-{conflicts[0].rpartition('/')[2]}"})
    assert done.status_code == 303
    after = (await browser.get(here)).text
    assert "Hạnh: Đã gọi Cần Thơ" in after
    assert (await client_of("Ngân").post(conflicts[0], data={"note": "x"})).status_code == 404


async def test_a_source_that_cannot_be_read_is_refused_and_news_with_a_wrong_signature_too(
    store: Store, client_of: Client, ground: Ground
) -> None:
    made = exchanges(store, ground)
    browser = client_of("Hạnh")

    nowhere = await browser.post("/feeds/sources", data={"name": "A", "address": "https://a.example.vn/api/v1/feed"})
    own = f"https://a.example.vn/api/v1/feed?centre={ground.centres['Trà Vinh']}"
    ours = await browser.post("/feeds/sources", data={"name": "A", "address": own})
    news = f"/api/v1/feed/news/{made['source']}"
    unasked = await browser.post(news, content=b"{}")
    await browser.post(f"/feeds/sources/{made['source']}/keys", data={"secret": "abc"})
    wrong = await browser.post(
        news, content=b"{}", headers={"X-Exchange-Timestamp": "1", "X-Exchange-Signature": "v1=x"}
    )

    assert (nowhere.status_code, fields(nowhere)) == (422, {"address"})
    assert (ours.status_code, fields(ours)) == (422, {"address"})
    assert (unasked.status_code, wrong.status_code, wrong.json()["code"]) == (404, 401, "signature_wrong")


async def test_a_result_is_due_on_the_worklist_until_it_is_marked_as_sent(
    store: Store, client_of: Client, ground: Ground
) -> None:
    store.write(lambda db: ground.hire(db, "Lan", "Dung", now=clock.now()))
    browser, today = client_of("Phúc"), clock.local_day(clock.now())
    page = (await browser.get("/work/results")).text
    (path,) = re.findall(r'action="(/work/results/[^"]+)"', page)
    (seq,) = re.findall(r'name="seq" value="(\d+)"', page)

    late = {"seq": seq, "on_day": str(today + timedelta(days=2)), "how": "x"}
    refused = await browser.post(path, data=late)
    nothing = await browser.post(path, data={"seq": seq, "on_day": "x", "how": ""})
    stale = await browser.post(path, data={"seq": "0", "on_day": str(today), "how": "x"})
    done = await browser.post(path, data={"seq": seq, "on_day": str(today), "how": "Công văn 12"})

    assert "1 người được nhận" in page
    assert (refused.status_code, fields(refused), nothing.status_code) == (422, {"on_day"}, 422)
    assert (stale.status_code, done.status_code) == (303, 303)
    after = (await browser.get("/work/results")).text
    assert "Công văn 12" in after
    assert "Không còn kết quả nào phải báo" in after
    assert "Báo kết quả" in (await browser.get("/work")).text


def exchanges(store: Store, ground: Ground, *, gives_up: bool = False) -> dict[str, object]:
    account, now = ground.accounts["Hạnh"], clock.now()
    return store.write(lambda db: exchanging(db, account, now=now, gives_up=gives_up))
