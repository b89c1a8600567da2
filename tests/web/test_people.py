"""The register at the counter: found, registered once, kept, shown to nobody else."""

import re
from uuid import UUID

import httpx
import pytest
from sqlalchemy import func, select

from exchange.kernel.db import Store
from exchange.seekers.file_tables import SeekerGroup, SeekerNumber
from exchange.seekers.persons import person_of
from exchange.seekers.tables import Seeker
from tests.cast import Ground
from tests.web.conftest import Client

NEWCOMER = {
    "channel": "counter",
    "name": "Kim Thị Sa",
    "birth_year": "1996",
    "sex": "female",
    "citizen_id": "084 196 001 234",
    "phone": "0912 345 678",
    "province": "86",
    "commune": "Xã Càng Long",
    "wish": "Công nhân may",
    "matching": "yes",
}


async def form_of(client: httpx.AsyncClient, path: str) -> dict[str, str]:
    """The hidden fields of the first form on a page."""
    page = (await client.get(path)).text
    found = re.search(r'name="request_id" value="([^"]+)"', page)
    assert found, path
    return {"request_id": found[1]}


def people(store: Store) -> int:
    return store.read(lambda db: db.scalar(select(func.count()).select_from(Seeker)) or 0)


async def test_somebody_is_registered_once_with_what_they_said(store: Store, ground: Ground, client_of: Client) -> None:
    client, before = client_of("Phúc"), people(store)
    form = await form_of(client, "/people/new") | NEWCOMER

    first = await client.post("/people", data=form)
    again = await client.post("/people", data=form | {"another": "yes"})

    assert (first.status_code, again.status_code) == (303, 303)
    assert first.headers["location"] == again.headers["location"]
    assert people(store) == before + 1
    page = (await client.get(first.headers["location"])).text
    for said in ("Kim Thị Sa", "0912 345 678", "••••••••1234", "Xã Càng Long"):
        assert said in page
    assert "084196001234" not in page


async def test_who_may_be_in_the_register_is_shown_before_a_new_file(
    store: Store, ground: Ground, client_of: Client
) -> None:
    client, before = client_of("Phúc"), people(store)
    lan = NEWCOMER | {"name": "TRAN THI LAN", "birth_year": "1990", "phone": "", "citizen_id": ""}
    form = await form_of(client, "/people/new") | lan

    warned = await client.post("/people", data=form)
    meant = await client.post("/people", data=form | {"another": "yes"})

    assert warned.status_code == 422
    assert "Trần Thị Lan" in warned.text
    assert f"/people/{ground.seekers['Lan']}" in warned.text
    assert 'value="TRAN THI LAN"' in warned.text
    assert meant.status_code == 303
    assert people(store) == before + 1


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Anh/chị ghi họ và tên."),
        ("birth_year", "2020", "phải từ đủ 15 tuổi"),
        ("birth_year", "abc", "số nguyên"),
        ("citizen_id", "12345", "Số này chỉ gồm chữ số"),
        ("phone", "0123", "còn thiếu chữ số"),
        ("province", "99", "chọn tỉnh"),
        ("channel", "", "qua điện thoại hay tại quầy"),
        ("wish", "x" * 201, "200"),
    ],
)
async def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    field: str, value: str, sentence: str, store: Store, ground: Ground, client_of: Client
) -> None:
    client, before = client_of("Phúc"), people(store)
    form = await form_of(client, "/people/new") | NEWCOMER | {field: value}

    answer = await client.post("/people", data=form)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'value="Xã Càng Long"' in answer.text
    assert people(store) == before


async def test_a_number_that_does_not_fit_warns_and_does_not_block(ground: Ground, client_of: Client) -> None:
    client = client_of("Phúc")
    form = await form_of(client, "/people/new") | NEWCOMER | {"citizen_id": "084096001234"}

    answer = await client.post("/people", data=form)
    page = await client.get(answer.headers["location"])

    assert answer.status_code == 303
    assert "Chữ số thứ tư không khớp với giới tính đã ghi." in page.text


async def test_parts_are_saved_one_by_one_and_filled_again(ground: Ground, client_of: Client) -> None:
    client, path = client_of("Phúc"), f"/people/{ground.seekers['Lan']}"
    wish = {"work_wanted": "Tổ trưởng may", "place_1": "79", "wage_from": "7.500.000", "services": ["job", "training"]}

    saved = await client.post(f"{path}/parts/wish", data=await form_of(client, f"{path}/parts/wish") | wish)
    page, again = (await client.get(path)).text, (await client.get(f"{path}/parts/wish")).text

    assert saved.status_code == 303
    for said in ("Tổ trưởng may", "7.500.000 đồng/tháng", "Đào tạo, nâng cao kỹ năng nghề"):
        assert said in page
    assert re.search(r'value="training" checked', again)
    assert re.search(r'value="79" selected', again)


async def test_the_whole_number_is_shown_on_one_page_to_who_says_why(ground: Ground, client_of: Client) -> None:
    client, path = client_of("Phúc"), f"/people/{ground.seekers['Lan']}"
    number = {"number_kind": "citizen_id", "number": "084190001234"}
    await client.post(f"{path}/numbers", data=await form_of(client, path) | number)

    silent = await client.post(f"{path}/numbers/citizen_id/showing", data=await form_of(client, path))
    told = await client.post(f"{path}/numbers/citizen_id/showing", data={"why": "benefit"})
    after = await client.get(path)

    assert (silent.status_code, told.status_code) == (422, 200)
    assert "084190001234" in told.text
    assert told.headers["cache-control"] == "private, no-store"
    assert "084190001234" not in silent.text + after.text
    assert "giải quyết bảo hiểm thất nghiệp" in after.text


async def test_a_number_kept_later_is_held_against_the_person_and_all_others(ground: Ground, client_of: Client) -> None:
    client, lan, hoa = client_of("Phúc"), ground.seekers["Lan"], ground.seekers["Hoa"]
    number = {"number_kind": "citizen_id", "number": "084190001234"}

    fits = await client.post(f"/people/{lan}/numbers", data=number)
    first = (await client.get(fits.headers["location"])).text
    await client.post(f"/people/{hoa}/numbers", data=number)
    second = (await client.get(f"/people/{hoa}")).text
    await client.post(f"/people/{lan}/numbers", data=number | {"number": "084090001234"})
    third = (await client.get(f"/people/{lan}")).text

    assert "Một hồ sơ khác cũng ghi số này" not in first
    assert "Một hồ sơ khác cũng ghi số này" in second
    assert "Chữ số thứ tư không khớp với giới tính đã ghi." in third


async def test_a_soldier_has_papers_and_a_minority_needs_consent(
    store: Store, ground: Ground, client_of: Client
) -> None:
    client, path = client_of("Phúc"), f"/people/{ground.seekers['Sơn']}"
    day = {"since_day": "25", "since_month": "1", "since_year": "2026"}
    left = {"discharged_on_day": "25", "discharged_on_month": "1", "discharged_on_year": "2026", "unit": "Trung đoàn 3"}
    form = await form_of(client, f"{path}/groups/new")

    soldier = await client.post(f"{path}/groups", data=form | day | left | {"kind": "soldier"})
    unsaid = await client.post(f"{path}/groups", data={"kind": "soldier"} | day)
    minority = await client.post(f"{path}/groups", data={"kind": "minority", "ethnicity": "05"} | day)

    assert (soldier.status_code, unsaid.status_code, minority.status_code) == (303, 422, 422)
    assert "cần người lao động đồng ý" in minority.text
    assert store.read(lambda db: db.scalar(select(func.count()).select_from(SeekerGroup))) == 1
    assert "Trung đoàn 3" in (await client.get(path)).text


async def test_two_files_are_merged_and_parted_again(store: Store, ground: Ground, client_of: Client) -> None:
    client, lan = client_of("Phúc"), ground.seekers["Lan"]
    twin = NEWCOMER | {"name": "Lan Trần Thị", "birth_year": "1990", "citizen_id": "", "another": "yes"}
    made = await client.post("/people", data=await form_of(client, "/people/new") | twin)
    gone = made.headers["location"].split("/")[2].split("?")[0]

    offered = await client.get(f"/people/{lan}/merge")
    silent = await client.post(f"/people/{lan}/merges", data={"gone": gone, "because": ""})
    merged = await client.post(f"/people/{lan}/merges", data={"gone": gone, "because": "trùng căn cước"})
    led = await client.get(f"/people/{gone}")

    assert gone in offered.text
    assert (silent.status_code, merged.status_code) == (422, 303)
    assert (led.status_code, led.headers["location"]) == (303, f"/people/{lan}")
    page = (await client.get(f"/people/{lan}")).text
    undo = re.search(rf"/people/{lan}/merges/[0-9a-f-]+/undoing", page)
    assert undo
    parted = await client.post(undo[0], data={"because": "gộp nhầm"})
    assert parted.status_code == 303
    assert store.read(lambda db: person_of(db, UUID(gone))) == UUID(gone)


@pytest.mark.parametrize("who", ["", "Lan", "Dung", "Minh"])
async def test_nobody_but_staff_sees_the_register(who: str, ground: Ground, client_of: Client) -> None:
    client, lan = client_of(who), ground.seekers["Lan"]
    if who:
        for path in ("/people", "/people/new", f"/people/{lan}", f"/people/{lan}/parts/work", f"/people/{lan}/merge"):
            assert (await client.get(path)).status_code == 404, path
    else:
        assert (await client.get("/people")).headers["location"].startswith("/sign-in")
    for path in ("/people", f"/people/{lan}/numbers/citizen_id/showing", f"/people/{lan}/merges"):
        assert (await client.post(path, data={"why": "benefit", "gone": str(lan)})).status_code == 404, path


async def test_a_centre_that_was_let_in_sees_but_changes_nothing(
    store: Store, ground: Ground, client_of: Client
) -> None:
    made = await client_of("Phúc").post(
        "/people", data=await form_of(client_of("Phúc"), "/people/new") | NEWCOMER | {"provinces": "yes"}
    )
    path, client = made.headers["location"].split("?")[0], client_of("Ngân")

    seen = await client.get(path)
    saved = await client.post(f"{path}/parts/work", data={"specialty": "May"})
    kept = await client.post(f"{path}/numbers", data={"number_kind": "citizen_id", "number": "084190001234"})

    assert seen.status_code == 200
    assert "0912 345 678" in seen.text
    assert "••••" not in seen.text
    assert "Số giấy tờ" not in seen.text
    assert (saved.status_code, kept.status_code) == (404, 404)
    assert store.read(lambda db: db.scalar(select(func.count()).select_from(SeekerNumber))) == 1
