"""A vacancy written, sent, reviewed and found, by page."""

import re
from typing import Any

import httpx
import pytest

from tests.cast import Ground
from tests.web.conftest import Client

WORK = {
    "title": "Thợ may công nghiệp",
    "openings": "3",
    "occupation_code": "8153 – Thợ vận hành máy may",
    "position": "staff",
    "description": "Vận hành máy may, kiểm tra đường may và đóng gói sản phẩm.",
}
PARTS: dict[str, dict[str, Any]] = {
    "wage": {"wage_kind": "stated", "wage_low": "8,5 triệu", "wage_high": "11.000.000"}
    | {"wage_per": "month", "currency": "VND"},
    "needs": {"education": "lower_secondary", "qualification": "none", "experience": "none"},
    "places": {"province_1": "86", "address_1": "Khu công nghiệp Long Đức"},
    "terms": {"contract": "from_12_to_36", "work_form": "full_time", "shifts": "yes"}
    | {"benefits": ["meals", "insurance"]},
    "contact": {"contact_name": "Dung", "contact_phone": "0912 345 678"}
    | {"expires_on_day": "31", "expires_on_month": "12"},
}


async def send(browser: httpx.AsyncClient, path: str, **fields: Any) -> httpx.Response:
    """Post a form as its page would."""
    home = await browser.get("/")
    token = re.search(r'name="csrf" content="([^"]+)"', home.text)
    sent = fields | ({"csrf": token[1]} if token else {})
    return await browser.post(path, data=sent, headers={"Origin": "http://exchange.test"})


async def written(browser: httpx.AsyncClient, ground: Ground, year: str) -> str:
    """The address of a whole draft."""
    begun = await send(browser, f"/employers/{ground.employers['May']}/vacancies", **WORK)
    assert begun.status_code == 303, begun.text
    here = begun.headers["location"]
    for part, fields in (PARTS | {"contact": PARTS["contact"] | {"expires_on_year": year}}).items():
        saved = await send(browser, f"{here}/{part}", **fields)
        assert saved.status_code == 303, saved.text
    return str(here.removesuffix("/edit"))


async def test_from_the_first_part_to_the_search(client_of: Client, ground: Ground) -> None:
    dung, hanh, year = client_of("Dung"), client_of("Hạnh"), str(ground.opens_at.year)
    here = await written(dung, ground, year)
    terms = (await dung.get(f"{here}/edit/terms")).text
    assert re.search(r'value="meals" checked', terms)
    assert "8153 – " in (await dung.get(f"{here}/edit/work")).text
    assert (await send(dung, f"{here}/submission")).status_code == 303
    assert here in (await hanh.get("/reviews")).text
    seen = await hanh.get(f"{here}/review")
    assert "8,5 – 11 triệu đồng/tháng" in seen.text
    assert "0912 345 678" in seen.text
    assert (await client_of().get(here)).status_code == 404
    assert (await send(hanh, f"{here}/review", verdict="approved")).status_code == 303
    page = await client_of().get("/vacancies", params={"q": "tho may cong nghiep"})
    assert here in page.text
    public = (await client_of().get(here)).text
    assert "Bữa ăn ca" in public
    assert "0912 345 678" not in public


async def test_what_is_wrong_is_said_and_what_was_typed_is_kept(client_of: Client, ground: Ground) -> None:
    dung = client_of("Dung")
    path = f"/employers/{ground.employers['May']}/vacancies"
    answer = await send(dung, path, **(WORK | {"openings": "nhiều", "description": "Ngắn"}))
    assert answer.status_code == 422
    assert 'value="Thợ may công nghiệp"' in answer.text
    assert 'href="#f-openings"' in answer.text
    begun = (await send(dung, path, **WORK)).headers["location"]
    wage = await send(dung, f"{begun}/wage", wage_kind="stated", wage_low="tám triệu", wage_per="month", currency="VND")
    assert wage.status_code == 422
    assert 'value="tám triệu"' in wage.text
    early = await send(dung, begun.removesuffix("/edit") + "/submission")
    assert early.status_code == 422


@pytest.mark.parametrize(
    ("part", "fields", "wrong"),
    [
        ("work", {"title": "A", "openings": "0", "occupation_code": "", "description": ""},
         ["title", "openings", "occupation_code", "description"]),
        ("work", {"title": "A" * 300, "openings": "nhiều", "description": "Ngắn"},
         ["title", "openings", "occupation_code", "description"]),
        ("wage", {"wage_kind": "", "wage_low": "tám"}, ["wage_kind", "wage_low"]),
        ("needs", {"education": "", "qualification": "x"}, ["education", "qualification", "experience"]),
        ("contact", {"contact_name": "", "contact_phone": "12", "contact_email": "a", "expires_on_day": "40"},
         ["contact_name", "contact_phone", "contact_email", "expires_on"]),
    ],
)  # fmt: skip
async def test_every_field_that_is_wrong_is_said_at_once(
    part: str, fields: dict[str, str], wrong: list[str], client_of: Client, ground: Ground
) -> None:
    dung = client_of("Dung")
    begun = (await send(dung, f"/employers/{ground.employers['May']}/vacancies", **WORK)).headers["location"]
    answer = await send(dung, f"{begun}/{part}", **fields)
    assert answer.status_code == 422
    assert sorted(re.findall(r'id="f-(\w+)-error"', answer.text)) == sorted(wrong)


async def test_flagged_wording_is_shown_to_both_and_needs_a_reason(client_of: Client, ground: Ground) -> None:
    dung, hanh = client_of("Dung"), client_of("Hạnh")
    here = await written(dung, ground, str(ground.opens_at.year))
    await send(dung, f"{here}/edit/needs", **PARTS["needs"], requirements="Chỉ tuyển nữ dưới 30 tuổi.")
    assert "Phân biệt giới tính" in (await dung.get(f"{here}/edit")).text
    await send(dung, f"{here}/submission")
    refused = await send(hanh, f"{here}/review", verdict="approved")
    assert refused.status_code == 422
    assert "Giới hạn tuổi" in refused.text
    assert (await send(hanh, f"{here}/review", verdict="returned", reason="Bỏ giới hạn tuổi.")).status_code == 303
    assert "Bỏ giới hạn tuổi." in (await dung.get(f"{here}/edit")).text


async def test_a_published_vacancy_changes_its_number_and_end_copies_and_closes(
    client_of: Client, ground: Ground
) -> None:
    dung, vacancy = client_of("Dung"), ground.vacancies["May"][0]
    here, year = f"/vacancies/{vacancy}", str(ground.opens_at.year)
    assert (await dung.get(f"{here}/edit")).status_code == 200
    wrong = await send(
        dung, f"{here}/openings", openings="0", expires_on_day="31", expires_on_month="12", expires_on_year=year
    )
    assert wrong.status_code == 422
    until = {"expires_on_day": "31", "expires_on_month": "12", "expires_on_year": year}
    assert (await send(dung, f"{here}/openings", openings="9", **until)).status_code == 303
    assert "9 trên 9 chỉ tiêu" in (await client_of().get(here)).text
    copied = await send(dung, f"/employers/{ground.employers['May']}/vacancies/copy", vacancy=str(vacancy))
    assert copied.status_code == 303
    assert (await send(dung, f"{here}/closing")).status_code == 303
    assert "Đã đóng" in (await client_of().get(here)).text


async def test_pages_of_others_are_not_there(client_of: Client, ground: Ground) -> None:
    vacancy, employer = ground.vacancies["May"][0], ground.employers["May"]
    for name in ("", "Minh", "Lan", "Ngân"):
        browser = client_of(name)
        assert (await browser.get(f"/vacancies/{vacancy}/edit")).status_code == 404
        assert (await browser.get(f"/employers/{employer}/vacancies/new")).status_code == 404
        assert (await send(browser, f"/vacancies/{vacancy}/closing")).status_code in (403, 404)
    for name in ("", "Dung", "Ngân"):
        assert (await client_of(name).get(f"/vacancies/{vacancy}/review")).status_code == 404
    assert (await client_of("Dung").get("/reviews")).status_code == 404


async def test_staff_act_for_an_employer_of_their_own(client_of: Client, ground: Ground) -> None:
    hanh, employer = client_of("Hạnh"), ground.employers["May"]
    assert (await hanh.get(f"/employers/{employer}/vacancies/new")).status_code == 200
    assert (await send(hanh, f"/employers/{employer}/checks", verdict="verified", document="")).status_code == 422
    assert (await send(hanh, f"/employers/{employer}/checks", verdict="verified", document="ĐKDN")).status_code == 303
    assert "Trung tâm đã xác minh" in (await client_of().get(f"/employers/{employer}")).text
