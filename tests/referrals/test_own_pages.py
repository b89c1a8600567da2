"""A slip on the person's own pages and in the line of time; nobody else opens it or writes on it."""

import re

import pytest

from tests.cast import Ground
from tests.referrals.test_pages import issued, signed
from tests.web.conftest import Client


async def test_it_stands_in_the_line_of_time_and_on_the_persons_own_pages(ground: Ground, client_of: Client) -> None:
    lan, here = client_of("Lan"), await issued(client_of, ground)
    await client_of("Phúc").post(here + "/answer", data=signed())
    own = "/me" + here

    course = (await lan.get("/me/course")).text
    assert "Cấp giấy giới thiệu việc làm" in course
    assert re.search(r"Nhà tuyển dụng trả lời giấy giới thiệu</b>.*?: Trúng tuyển", course)
    for page in ("/me", "/me/referrals", own, own + "/print"):
        assert "Cơ sở Cơ khí Ba Tri" in (await lan.get(page)).text or page == "/me"
    assert [(await client_of("Sơn").get(page)).status_code for page in (own, own + "/print")] == [404, 404]


@pytest.mark.parametrize("who", ["Ngân", "Dung", "Lan", ""])
async def test_nobody_else_opens_or_writes(who: str, ground: Ground, client_of: Client) -> None:
    here, other = await issued(client_of, ground), client_of(who)

    for page in (here, here + "/print"):
        assert (await other.get(page)).status_code == (404 if who else 303)
    for act in ("presentation", "answer", "revocation", "cancellation", "link", "follow-up"):
        answer = await other.post(f"{here}/{act}", data=signed())
        assert answer.status_code in ({404, 303} if not who else {404}), act
