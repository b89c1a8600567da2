"""Slips through the centre's pages: issued, printed, found, written on, and refused at the field."""

import re
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from exchange.kernel.ids import new_id
from exchange.referrals import facts
from exchange.referrals.codes import Answered, ReferralState
from exchange.referrals.tables import Referral
from exchange.vacancies import index
from tests.cast import Ground
from tests.web import told
from tests.web.conftest import Client
from tests.web.helped import entries
from tests.web.told import boxes, today


def filled(**other: Any) -> dict[str, Any]:
    """A slip to an employer written by hand, as the page sends it."""
    usual = {"employer": "Cơ sở Cơ khí Ba Tri", "position": "Thợ hàn", "address": "Ba Tri", "hand": "yes"}
    return usual | boxes("valid_until", today() + timedelta(days=3)) | {"client_key": str(new_id())} | other


def signed(**other: Any) -> dict[str, Any]:
    """An employer's answer on paper, as staff send it."""
    usual = {"answer": "hired", "contract": "under_12", "said_by": "Nguyễn Văn Bình", "source": "stub"}
    return usual | boxes("started_on", today()) | boxes("on_day", today()) | {"client_key": str(new_id())} | other


async def issued(client_of: Client, ground: Ground, who: str = "Lan", **other: Any) -> str:
    """The address of a fresh slip."""
    answer = await client_of("Phúc").post(f"/people/{ground.seekers[who]}/referrals", data=filled(**other))
    assert answer.status_code == 303, re.findall(r'class="wrong".*?</p>', answer.text)
    return str(answer.headers["location"])


def slip(store: Store, address: str) -> facts.Slip:
    return store.read(lambda db: facts.one(db, UUID(address.rsplit("/", 1)[1]), today()))


async def test_a_vacancy_is_looked_for_by_what_the_person_wishes(
    store: Store, ground: Ground, client_of: Client
) -> None:
    store.write(lambda db: index.refresh(db, ground.vacancies["May"][0]))
    phuc, here = client_of("Phúc"), f"/people/{ground.seekers['Lan']}/referrals/new"

    offered = (await phuc.get(here)).text
    found = (await phuc.get(here, params={"q": "cong nhan"})).text
    chosen = (await phuc.get(here, params={"vacancy": str(ground.vacancies["May"][0])})).text

    assert 'value="Công nhân may"' in offered
    assert f"{here}?vacancy={ground.vacancies['May'][0]}" in found
    assert "Công ty May Sông Tiền" in chosen
    assert 'name="valid_until_day"' in chosen


async def test_a_slip_is_issued_seen_and_sent_twice_is_one(store: Store, ground: Ground, client_of: Client) -> None:
    phuc, form = client_of("Phúc"), filled(vacancy=str(ground.vacancies["May"][0]))
    here = f"/people/{ground.seekers['Lan']}/referrals"

    first, again = [await phuc.post(here, data=form) for _ in range(2)]
    page = (await phuc.get(first.headers["location"])).text
    once_more = (await phuc.get(f"{here}/new?vacancy={form['vacancy']}")).text

    assert first.headers["location"] == again.headers["location"]
    assert f"Giấy số 86-{today().year}-000001 cho vị trí này còn đang dùng." in once_more
    assert f"Đã cấp giấy số 86-{today().year}-000001." in page
    assert re.search(r"http://exchange\.test/r/[\w-]{22}\b", page)
    assert entries(store, Kind.REFERRAL_ISSUED) == [
        (ground.accounts["Phúc"], ground.seekers["Lan"], ground.seekers["Lan"])
    ]


@pytest.mark.parametrize(
    ("other", "field", "sentence"),
    [
        ({"employer": ""}, "employer", "Anh/chị ghi tên nhà tuyển dụng"),
        ({"position": " "}, "position", "Anh/chị ghi vị trí dự tuyển."),
        ({"employer": "a" * 100_000}, "employer", "tối đa 200 ký tự"),
        (lambda: boxes("valid_until", today() - timedelta(days=1)), "valid_until", "Ngày hết hạn đã qua."),
        (lambda: boxes("valid_until", today() + timedelta(days=31)), "valid_until", "không quá 30 ngày"),
        ({"valid_until_day": "31", "valid_until_month": "2"}, "valid_until", "Ngày chưa đúng."),
        ({"vacancy": str(new_id())}, "vacancy", "Vị trí này không còn nhận người"),
    ],
)
async def test_what_cannot_be_issued_is_said_at_its_field_and_stays_typed(
    other: told.Told, field: str, sentence: str, ground: Ground, client_of: Client
) -> None:
    answer = await client_of("Phúc").post(f"/people/{ground.seekers['Lan']}/referrals", data=filled(**told.now(other)))

    assert answer.status_code == 422
    assert re.search(rf'href="#f-{field}">[^<]*{re.escape(sentence)}', answer.text)
    assert f'id="f-{field}"' in answer.text


async def test_the_paper_has_stub_number_code_and_the_word_of_the_law(ground: Ground, client_of: Client) -> None:
    here = await issued(client_of, ground)

    page = (await client_of("Phúc").get(here + "/print")).text

    for words in (
        "LIÊN LƯU",
        "GIẤY GIỚI THIỆU VIỆC LÀM",
        "Độc lập – Tự do – Hạnh phúc",
        "THÔNG BÁO KẾT QUẢ TUYỂN DỤNG",
    ):
        assert words in page
    assert "hai lần từ chối nhận việc làm" in page
    assert page.count(f"86-{today().year}-000001") >= 3
    assert "<svg" in page
    secret = re.search(r"/r/([\w-]{22})", page)
    assert secret
    assert (await client_of("Phúc").get(here + "/print")).text.count(secret[1]) == page.count(secret[1])


async def test_a_paper_answer_is_written_down_revoked_and_given_again(
    store: Store, ground: Ground, client_of: Client
) -> None:
    phuc, here = client_of("Phúc"), await issued(client_of, ground)

    assert (await phuc.post(here + "/answer", data=signed())).status_code == 303
    answer = slip(store, here).answer
    assert answer is not None
    no_reason = await phuc.post(here + "/revocation", data={"because": "", "seen": str(answer.id)})
    undone = await phuc.post(here + "/revocation", data={"because": "Báo nhầm người", "seen": str(answer.id)})
    again = await phuc.post(here + "/answer", data=signed(answer="not_hired", cause="declined"))
    page = (await phuc.get(here)).text

    assert (no_reason.status_code, undone.status_code, again.status_code) == (422, 303, 303)
    assert "Anh/chị ghi lý do." in no_reason.text
    assert "Báo nhầm người" in page
    standing = slip(store, here).answer
    assert standing is not None
    assert standing.said.answer is Answered.NOT_HIRED


@pytest.mark.parametrize(
    ("other", "field", "sentence"),
    [
        ({"answer": ""}, "answer", "Anh/chị chọn một kết quả."),
        ({"answer": "maybe"}, "answer", "Anh/chị chọn một mục trong danh sách."),
        (boxes("started_on", date(1999, 1, 1)), "started_on", "trước ngày cấp giấy"),
        (lambda: boxes("started_on", today() + timedelta(days=200)), "started_on", "xa quá 90 ngày"),
        ({"started_on_day": "", "started_on_month": "", "started_on_year": ""}, "started_on", "ngày bắt đầu làm việc"),
        ({"contract": ""}, "contract", "Anh/chị chọn loại hợp đồng."),
        ({"answer": "not_hired"}, "cause", "Anh/chị chọn lý do không trúng tuyển."),
        ({"answer": "not_hired", "cause": "other"}, "words", "ghi rõ lý do"),
        ({"answer": "no_show"}, "answer", "Giấy còn hạn"),
        ({"said_by": ""}, "said_by", "Anh/chị ghi họ tên người trả lời."),
        ({"source": ""}, "source", "Anh/chị chọn: trả lời bằng giấy"),
        ({"source": "link"}, "source", "Anh/chị chọn: trả lời bằng giấy"),
        (lambda: boxes("on_day", today() + timedelta(days=1)), "on_day", "Ngày này chưa đến."),
    ],
)
async def test_what_cannot_be_the_answer_is_said_at_its_field(
    other: told.Told, field: str, sentence: str, store: Store, ground: Ground, client_of: Client
) -> None:
    here = await issued(client_of, ground)

    answer = await client_of("Phúc").post(here + "/answer", data=signed(**told.now(other)))

    assert answer.status_code == 422
    assert re.search(rf'href="#f-{field}">[^<]*{re.escape(sentence)}', answer.text)
    assert slip(store, here).answer is None


async def test_who_came_and_who_is_still_at_work_is_written_down(
    store: Store, ground: Ground, client_of: Client
) -> None:
    phuc, here = client_of("Phúc"), await issued(client_of, ground)

    came = await phuc.post(here + "/presentation", data={"told_by": "person"} | boxes("presented_on", today()))
    assert (came.status_code, slip(store, here).state) == (303, ReferralState.PRESENTED)
    await phuc.post(here + "/answer", data=signed())
    asked = {"milestone": "month_1", "found": "at_work", "how": "phone"} | boxes("on_day", today())
    early = await phuc.post(here + "/follow-up", data=asked)
    left = await phuc.post(here + "/follow-up", data=asked | {"found": "left", "note": "Nghỉ vì xa nhà"})

    assert (early.status_code, left.status_code) == (422, 303)
    assert "Chưa đến kỳ theo dõi này." in early.text
    assert "Nghỉ vì xa nhà" in (await phuc.get(here)).text


async def test_cancelling_and_another_address(store: Store, ground: Ground, client_of: Client) -> None:
    phuc, here = client_of("Phúc"), await issued(client_of, ground)
    before = re.search(r"/r/([\w-]{22})", (await phuc.get(here)).text)

    await phuc.post(here + "/link", data={"request_id": str(new_id())})
    after = re.search(r"/r/([\w-]{22})", (await phuc.get(here)).text)
    assert before
    assert after
    assert before[1] != after[1]
    assert (await phuc.post(here + "/cancellation", data={"because": "Cấp nhầm người"})).status_code == 303
    assert "Giấy này đã hủy nên không in được nữa." in (await phuc.get(here + "/print")).text
    assert slip(store, here).state is ReferralState.CANCELLED


async def test_slips_are_listed_and_found(ground: Ground, client_of: Client) -> None:
    phuc = client_of("Phúc")
    await issued(client_of, ground)

    for query in ({}, {"list": "all"}, {"list": "open"}, {"q": f"1/{today().year}"}, {"q": "lan tran"}):
        assert "Cơ sở Cơ khí Ba Tri" in (await phuc.get("/referrals", params=query)).text
    for query in ({"list": "due"}, {"list": "follow", "mine": "yes"}, {"q": "999"}, {"q": "%"}, {"page": "99999"}):
        assert (await phuc.get("/referrals", params=query)).status_code == 200
    assert "Cơ sở Cơ khí Ba Tri" not in (await client_of("Ngân").get("/referrals", params={"list": "all"})).text


async def test_a_consultation_that_ends_with_a_referral_leads_to_one(
    store: Store, ground: Ground, client_of: Client
) -> None:
    phuc, lan = client_of("Phúc"), ground.seekers["Lan"]
    told = {"client_kind": "job_seeker", "way": "counter", "province": "86", "minutes": "15", "topics": ["domestic"]}
    told |= {"result": "referral", "privacy": "centre", "listed": "2025-07-01", "client_key": str(new_id())}
    await phuc.post(f"/counsel/{lan}", data=told | boxes("on_day", today()))

    way = re.search(rf'/people/{lan}/referrals/new\?consultation=([\w-]+)"', (await phuc.get("/counsel")).text)
    assert way
    await issued(client_of, ground, consultation=way[1])

    assert "referrals/new?consultation" not in (await phuc.get("/counsel")).text
    kept = store.read(lambda db: db.scalars(select(columns(Referral).consultation_id)).all())
    assert kept == [UUID(way[1])]


async def test_who_typed_something_else_after_issuing_may_send_it_once_more(ground: Ground, client_of: Client) -> None:
    phuc, here, form = client_of("Phúc"), f"/people/{ground.seekers['Lan']}/referrals", filled()
    await phuc.post(here, data=form)

    other = await phuc.post(here, data=form | {"position": "Thợ tiện"})
    again = re.search(r'name="client_key" value="([\w-]+)"', other.text)

    assert (other.status_code, again is not None and again[1] != form["client_key"]) == (422, True)
    assert "Giấy từ trang này đã cấp rồi" in other.text
