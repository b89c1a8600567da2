"""What an employer opens by the code on a slip: no account, one answer, looked at again before it is sent."""

import re
from datetime import timedelta
from typing import Any

import pytest

from exchange.kernel.db import Store
from exchange.kernel.ids import new_id
from exchange.referrals.codes import Answered, AnswerSource, ReferralState
from tests.cast import Ground
from tests.referrals.test_pages import boxes, issued, slip, today
from tests.web.conftest import Client


def said(step: str, **other: Any) -> dict[str, Any]:
    """The employer's form."""
    usual = {"answer": "hired", "contract": "indefinite", "said_by": "Trần Văn Đức", "client_key": str(new_id())}
    return usual | boxes("started_on", today() + timedelta(days=3)) | {"step": step} | other


async def opened(client_of: Client, ground: Ground) -> tuple[str, str]:
    """A slip: its page for staff, and the address on it."""
    here = await issued(client_of, ground)
    found = re.search(r"http://exchange\.test(/r/[\w-]{22})", (await client_of("Phúc").get(here)).text)
    assert found
    return here, found[1]


async def test_it_is_chosen_looked_at_again_and_sent(store: Store, ground: Ground, client_of: Client) -> None:
    here, link = await opened(client_of, ground)
    stranger, form = client_of(), said("check")

    shown = (await stranger.get(link)).text
    check = await stranger.post(link, data=form)
    back = (await stranger.post(link, data=form | {"step": "edit"})).text
    assert slip(store, here).answer is None
    sent = await stranger.post(link, data=form | {"step": "send"})
    done = (await stranger.get(link)).text

    assert "Trần Thị Lan" in shown
    assert "+84" not in shown
    assert "0909" not in shown
    assert (check.status_code, sent.status_code) == (200, 303)
    assert "Hợp đồng không xác định thời hạn" in check.text
    assert re.search(r'value="indefinite"[^>]* checked', back)
    assert "Trần Văn Đức" in done
    answer = slip(store, here).answer
    assert answer is not None
    assert (answer.said.answer, answer.said.source) == (Answered.HIRED, AnswerSource.LINK)


async def test_a_second_answer_is_refused_with_what_was_answered_and_a_double_send_is_one(
    store: Store, ground: Ground, client_of: Client
) -> None:
    here, link = await opened(client_of, ground)
    stranger, form = client_of(), said("send")

    twice = [(await stranger.post(link, data=form)).status_code for _ in range(2)]
    second = await stranger.post(link, data=said("send", answer="not_hired", cause="skill"))

    assert twice == [303, 303]
    assert second.status_code == 409
    assert "Giấy giới thiệu này đã được trả lời rồi." in second.text
    assert f"Đã trả lời ngày {today():%d/%m/%Y}" in second.text
    answer = slip(store, here).answer
    assert answer is not None
    assert answer.said.answer is Answered.HIRED


@pytest.mark.parametrize("step", ["check", "send", ""])
async def test_what_cannot_be_is_said_at_its_field_and_stays_typed(
    step: str, ground: Ground, client_of: Client
) -> None:
    _, link = await opened(client_of, ground)

    answer = await client_of().post(link, data=said(step, contract="", said_by="", **boxes("started_on", today())))

    assert answer.status_code == 422
    wrong = set(re.findall(r'href="#f-(\w+)"', answer.text))
    assert wrong == {"contract", "said_by"}
    assert 'value="hired"' in answer.text


async def test_who_came_is_said_at_once_and_the_result_later(store: Store, ground: Ground, client_of: Client) -> None:
    here, link = await opened(client_of, ground)
    stranger = client_of()

    came = [(await stranger.post(link, data={"step": "came"})).status_code for _ in range(2)]

    assert came == [303, 303]
    assert slip(store, here).state is ReferralState.PRESENTED
    assert (await stranger.post(link, data=said("send"))).status_code == 303
    assert (await stranger.post(link, data={"step": "came"})).status_code in (303, 409)


async def test_a_dead_address_says_so_and_shows_nobody(ground: Ground, client_of: Client) -> None:
    here, old = await opened(client_of, ground)
    await client_of("Phúc").post(here + "/link", data={"request_id": str(new_id())})
    renewed = await client_of().get(old)
    fresh = re.search(r"http://exchange\.test(/r/[\w-]{22})", (await client_of("Phúc").get(here)).text)
    assert fresh
    await client_of("Phúc").post(here + "/cancellation", data={"because": "Cấp nhầm"})

    cancelled = await client_of().get(fresh[1])
    answer = await client_of().post(fresh[1], data=said("send"))
    unknown = await client_of().get("/r/" + "x" * 22)

    assert [one.status_code for one in (renewed, cancelled, answer, unknown)] == [410, 410, 410, 404]
    assert "đường dẫn mới" in renewed.text
    assert "Trung tâm đã hủy giấy giới thiệu này" in cancelled.text
    assert not any("Trần Thị Lan" in one.text for one in (renewed, cancelled, answer, unknown))


async def test_the_page_is_kept_by_nobody_and_found_by_no_search(ground: Ground, client_of: Client) -> None:
    _, link = await opened(client_of, ground)

    answer = await client_of().get(link)

    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert answer.headers["cache-control"] == "private, no-store"
    assert '<meta name="robots" content="noindex, nofollow">' in answer.text


@pytest.mark.parametrize("secret", ["%00", "a" * 5000, "đường", "..%2f..", "' OR 1=1"])
async def test_an_address_nobody_was_given_is_not_found(secret: str, client_of: Client) -> None:
    assert (await client_of().get(f"/r/{secret}")).status_code in (400, 404)
