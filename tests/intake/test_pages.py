"""The pages of an import: from the file to what is in and back, without JavaScript; refusals said at their fields."""

import re
from typing import Any

import httpx
import pytest

from tests.intake.scene import CLAIMS, PEOPLE, VISITS, Scene, csv
from tests.spreadsheets.made import xlsx
from tests.web.conftest import Client
from web.app import App

SEN = "Kim Thị Sen;03/02/1988;Nữ;086188000777;0909 123 999;Ấp 5, xã Đại An, tỉnh Trà Vinh"
WHO = {"Hạnh": 200, "Phúc": 404, "Ngân": 404, "Lan": 404, "Dung": 404}
COLUMNS = {f"c_{name}": str(at) for at, name in enumerate(("name", "born", "sex", "citizen_id", "phone", "address"))}
SAID = COLUMNS | {"v_wish": "Chưa nêu", "day_order": "day_first", "likely": "skip"}


async def send(browser: httpx.AsyncClient, data: bytes, name: str = "so.csv", **other: str) -> httpx.Response:
    form = {"register": "people"} | other
    return await browser.post("/intake", data=form, files={"file": (name, data)} if name else {})


async def looked(app: App, browser: httpx.AsyncClient, *rows: str) -> str:
    """The address of an import whose rows were looked through."""
    sent = await send(browser, csv(PEOPLE, *rows))
    here = sent.headers["location"].removesuffix("/columns")
    assert (await browser.post(f"{here}/columns", data=SAID)).status_code == 303
    await app.house.intakes.do_due()
    return here


@pytest.mark.parametrize(("who", "status"), WHO.items())
async def test_only_leads_see_it(scene: Scene, app: App, client_of: Client, who: str, status: int) -> None:
    here, browser = await looked(app, client_of("Hạnh"), SEN), client_of(who)

    for page in ("/intake", here, f"{here}/columns", f"{here}/refused.csv"):
        assert (await browser.get(page)).status_code == status, page
    if status == 404:
        for act in ("/columns", "/start", "/stop", "/undo", "/choices", "/discard"):
            assert (await browser.post(f"{here}{act}", data={"because": "Thử"})).status_code == 404, act
        assert (await send(browser, csv(PEOPLE, SEN))).status_code == 404


async def test_a_stranger_is_asked_to_sign_in(scene: Scene, app: App, client_of: Client) -> None:
    here = await looked(app, client_of("Hạnh"), SEN)

    for page in ("/intake", here, f"{here}/columns"):
        answer = await client_of().get(page)
        assert (answer.status_code, page in answer.headers["location"]) == (303, True)


async def test_from_the_file_to_the_register_and_back(scene: Scene, app: App, client_of: Client) -> None:
    browser, before = client_of("Hạnh"), scene.people()
    sent = await send(browser, csv(PEOPLE, SEN, ";1990;;;;"))
    columns = await browser.get(sent.headers["location"])
    assert "selected>A. Họ và tên – Kim Thị Sen" in columns.text
    here = sent.headers["location"].removesuffix("/columns")

    await browser.post(f"{here}/columns", data=SAID)
    assert "<progress" in (await browser.get(here)).text
    await app.house.intakes.do_due()
    preview = (await browser.get(here)).text
    assert "Sẽ nhập 1 trên 2 dòng" in preview
    assert "A. Họ và tên" in preview
    assert scene.people() == before

    for _ in range(2):
        assert (await browser.post(f"{here}/start")).status_code == 303
    await app.house.intakes.do_due()
    assert scene.people() == before + 1

    without = await browser.post(f"{here}/undo", data={"because": ""})
    assert (without.status_code, "Anh/chị ghi lý do." in without.text) == (422, True)
    await browser.post(f"{here}/undo", data={"because": "Nhầm tệp"})
    await app.house.intakes.do_due()
    assert "Đã hoàn tác" in (await browser.get(here)).text
    assert scene.people() == before


async def test_refused_rows_come_back_as_a_file_that_can_be_sent_again(
    scene: Scene, app: App, client_of: Client
) -> None:
    browser = client_of("Hạnh")
    here = await looked(app, browser, SEN, "Lâm Phát;31/02/1990;Nam;;;", "=cmd();1990;Nam;12;;")

    answer = await browser.get(f"{here}/refused.csv")
    lines = answer.content.decode("utf-8-sig").splitlines()

    assert lines[0] == f"{PEOPLE};Vì sao không nhập được"
    assert lines[1] == "Lâm Phát;31/02/1990;Nam;;;;Ngày chưa đúng, ví dụ 05/12/2025."
    assert lines[2].startswith("'=cmd()"), "no spreadsheet reckons it"
    again = await send(browser, "\n".join(lines).replace("31/02", "28/02").encode())
    assert (await browser.get(again.headers["location"])).status_code == 200


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "so.csv", "Tệp này trống."),
        (csv(PEOPLE, SEN), "", "Anh/chị chọn một tệp."),
        ("Hä vµ tªn;N¨m sinh\nNguyÔn ThÞ Lan;1990\n".encode("latin-1"), "so.csv", "TCVN3"),
        (xlsx(["Họ tên", "Năm sinh"], ["Lan", 1990], merged=("A2:B2",)), "so.xlsx", "A2:B2"),
        (csv("Họ tên;Năm sinh;Họ tên", "a;1990;b"), "so.csv", "Hai cột cùng tên “Họ tên”"),
    ],
)  # fmt: skip
async def test_a_file_that_cannot_be_read_is_told_at_its_field(
    scene: Scene, client_of: Client, data: bytes, name: str, sentence: str
) -> None:
    answer = await send(client_of("Hạnh"), data, name)

    assert answer.status_code == 422
    at = re.search(r'id="f-file-error">.*?</p>', answer.text, re.S)
    assert at
    assert sentence in at[0]


async def test_a_file_that_is_too_large_gets_a_sentence(scene: Scene, client_of: Client) -> None:
    answer = await send(client_of("Hạnh"), bytes(34 * 1024 * 1024))

    assert (answer.status_code, "quá lớn" in answer.text) == (413, True)


async def test_the_same_form_sent_twice_is_one_import(scene: Scene, client_of: Client) -> None:
    browser, key = client_of("Hạnh"), "01a21dbf-c21a-7bbf-b7bc-1083d662a4ff"

    both = [await send(browser, csv(PEOPLE, SEN), request_id=key) for _ in range(2)]

    assert both[0].headers["location"] == both[1].headers["location"]


@pytest.mark.parametrize(("register", "head"), [("consultations", VISITS), ("claims", CLAIMS)])
async def test_what_a_register_needs_is_asked_for(scene: Scene, client_of: Client, register: str, head: str) -> None:
    browser = client_of("Hạnh")
    sent = await send(browser, csv(head, "Lâm Phát;1990"), register=register)

    answer = await browser.post(sent.headers["location"], data=SAID | {"c_born": "0"})

    assert answer.status_code == 422
    assert "Hai mục cùng lấy một cột." in answer.text
    assert "Mục này cần một cột của tệp." in answer.text


async def test_garbage_in_addresses_and_forms_is_no_fault(scene: Scene, app: App, client_of: Client) -> None:
    browser = client_of("Hạnh")
    here = await looked(app, browser, SEN)

    for asked in ("?show=nothing", "?show=new&page=99999", "?page=0", "?page=%00"):
        assert (await browser.get(f"{here}{asked}")).status_code == 200, asked
    wild = {"row_99": "link", "row_x": "link", "row_2": "nonsense", "page": "x"}
    assert (await browser.post(f"{here}/choices", data=wild)).status_code == 303
    odd = await browser.post(f"{here}/columns", data=SAID | {"c_sex": "99", "likely": "x", "day_order": "x"})
    assert odd.status_code == 303
    assert (await send(browser, csv(PEOPLE, SEN), register="nothing")).status_code == 422


async def test_a_file_of_which_nothing_was_taken_can_be_thrown_away(scene: Scene, app: App, client_of: Client) -> None:
    browser = client_of("Hạnh")
    here = await looked(app, browser, SEN)

    assert (await browser.post(f"{here}/discard")).headers["location"] == "/intake"

    assert (await browser.get(here)).status_code == 404


async def test_progress_is_told_to_the_page_that_asks(scene: Scene, app: App, client_of: Client) -> None:
    browser = client_of("Hạnh")
    sent = await send(browser, csv(PEOPLE, *(f"Lâm Văn Số{n};1990;;;;" for n in range(300))))
    here = sent.headers["location"].removesuffix("/columns")
    await browser.post(f"{here}/columns", data=SAID)

    asked: dict[str, Any] = {"headers": {"HX-Request": "true"}}
    running = await browser.get(f"{here}/progress", **asked)
    await app.house.intakes.do_due()
    done = await browser.get(f"{here}/progress", **asked)

    assert "0 trên 300 dòng" in running.text
    assert done.headers["HX-Redirect"] == here
