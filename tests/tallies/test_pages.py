"""Tallies, plans, periods and declared figures through their pages."""

import csv
import io
import re
from typing import Any

import httpx
import pytest

from exchange.centres.access import lead_desk
from exchange.kernel.db import Store
from exchange.kernel.ids import new_id
from exchange.periods.actions import plan_year
from exchange.periods.codes import Calendar
from tests.cast import Ground
from tests.counselling.scene import told
from tests.tallies.scene import Scene, scene_of
from tests.web.conftest import Client
from tests.web.told import boxes, today


@pytest.fixture
def here(store: Store, ground: Ground) -> Scene:
    """The periods of this year and the next, and one visit of today."""
    made = scene_of(store, ground)
    for year in (today().year, today().year + 1):
        made.with_year(year)
    made.record("Lan", told(on_day=today()))
    return made


def errors(page: str) -> set[str]:
    return set(re.findall(r'id="f-(\w+)-error"', page))


def year_of(here: Scene) -> str:
    """The year whose administrative period today belongs to."""
    day = today()
    return str(day.year + (day.month == 12 and day.day > 14))


async def test_a_tally_is_filtered_by_its_address_and_opens_its_records(here: Scene, client_of: Client) -> None:
    phuc, year = client_of("Phúc"), year_of(here)
    here.plan("visits", 7, int(year))
    here.declare("visits_job_seekers", 3, period=year)

    page = (await phuc.get(f"/tallies?period={year}&rounding=half_up&decimals=1&comparison=absolute")).text
    row = page[page.index('id="row-visits"') :].split("</tr>")[0]
    assert [text in row for text in ("<b>1</b>", ">7<", "14,3%", "Một người, một trung tâm")] == [True] * 4
    assert "chênh lệch +2" in page
    assert f"/tallies/{year}/visits?rounding=half_up&amp;decimals=1&amp;comparison=absolute" in row

    figure = (await phuc.get(f"/tallies/{year}/visits")).text
    link = re.search(r'href="(/tallies/[^"]*/records\?[^"]*by=kind[^"]*)"', figure)
    assert link
    assert 'id="by-topic"' in figure
    assert "Không nêu" in figure
    behind = link[1].replace("&amp;", "&")
    records = await phuc.get(behind)
    assert (records.status_code, "Trần Thị Lan" in records.text) == (200, True)
    assert (await client_of("Ngân").get(behind)).status_code == 404
    nation = (await client_of("Ngân").get(f"/tallies/{year}/visits?centres=all&names=now")).text
    assert ("TTDVVL Trà Vinh" in nation, "/records?" in nation) == (True, False)


async def test_what_a_tally_cannot_read_is_said_at_its_field(here: Scene, client_of: Client) -> None:
    phuc = client_of("Phúc")

    for query, field in (
        ("period=2099-X", "period"), ("centres=some", "centres"), (f"centres={new_id()}", "centres"),
        ("names=x", "names"),
        ("decimals=3", "decimals"), ("rounding=x", "rounding"), ("comparison=x", "comparison"),
    ):  # fmt: skip
        answer = await phuc.get(f"/tallies?{query}")
        assert (answer.status_code, errors(answer.text)) == (422, {field}), query
        assert (await phuc.get(f"/api/v1/tallies?{query}")).status_code == 422
        assert (await phuc.get(f"/tallies.csv?{query}")).status_code == 404
    assert (await client_of().get("/api/v1/tallies")).status_code == 404
    assert (await client_of("Lan").get("/tallies.csv")).status_code == 404


async def test_page_file_and_json_say_the_same(here: Scene, client_of: Client) -> None:
    phuc, year = client_of("Phúc"), year_of(here)
    both = f"period={year}&centres={here.centre()}&centres={here.centre('Bến Tre')}"
    here.declare("jobs_created", 15_384, period=year, by="Ngân")
    here.plan("jobs_created", 23_000, int(year))

    told = {one["code"]: one for one in (await phuc.get(f"/api/v1/tallies?{both}")).json()["figures"]}
    file = (await phuc.get(f"/tallies.csv?{both}&separator=semicolon")).text.lstrip("\ufeff")
    rows = {row["Mã"]: row for row in csv.DictReader(io.StringIO(file), delimiter=";")}
    page = (await phuc.get(f"/tallies?{both}")).text

    jobs = told["jobs_created"]
    assert (jobs["value"], jobs["percent"], jobs["origin"], jobs["row"]) == (15_384, "66,88%", "declared", 1)
    assert jobs["declared"][0]["source"] == "Phòng Việc làm"
    assert (rows["jobs_created"]["Kỳ này"], rows["jobs_created"]["So với kế hoạch"]) == ("15384", "66,88%")
    assert (told["visits"]["value"], rows["visits"]["Kỳ này"]) == (1, "1")
    assert (told["training_enrolled"]["value"], rows["training_enrolled"]["Kỳ này"]) == (None, "–")
    assert "của 1/2 trung tâm" in page


async def test_a_plan_is_set_changed_with_a_reason_and_taken_back(here: Scene, client_of: Client) -> None:
    hanh, at = client_of("Hạnh"), "/plans/2026/jobs_created"

    async def send(**typed: Any) -> httpx.Response:
        return await hanh.post(at, data={"document": "QĐ 1", "request_id": str(new_id())} | typed)

    assert errors((await send(target="0")).text) == {"target"}
    assert errors((await send(target="1.5", document="")).text) == {"target"}
    assert errors((await send()).text) == {"target"}
    assert (await send(target="23.000", inferred="yes")).status_code == 303
    assert (await send(target="24.000")).status_code == 409
    assert errors((await send(target="24.000", after="1")).text) == {"because"}
    assert (await send(target="24.000", after="1", because="Giao thêm")).status_code == 303
    assert (await send(target="", after="2", because="Thôi giao")).status_code == 303
    page = (await hanh.get(at)).text
    assert [words in page for words in ("23.000", "24.000", "suy ra từ tỷ lệ", "Thôi giao")] == [True] * 4
    assert (await client_of("Phúc").post(at, data={"target": "5"})).status_code == 404
    assert (await client_of("Phúc").get(at)).status_code == 200


async def test_periods_are_made_by_leads(here: Scene, client_of: Client) -> None:
    hanh = client_of("Hạnh")
    made = await hanh.post("/periods/years", data={"year": "2021", "calendar": "civil"})
    assert made.headers["location"] == "/periods"
    assert "2021-H1-C" in (await hanh.get("/periods")).text
    assert errors((await hanh.post("/periods/years", data={"year": "1", "calendar": "x"})).text) == {"calendar"}
    assert errors((await hanh.post("/periods/years", data={"year": "1", "calendar": "civil"})).text) == {"year"}

    tet = {"code": "2026-tet", "label": "Cao điểm Tết", "request_id": str(new_id())}
    days = boxes("first_day", today().replace(day=1)) | boxes("last_day", today().replace(day=28))
    unknown = await hanh.post("/periods", data=tet | days | {"compares": "2001"})
    assert errors(unknown.text) == {"compares"}
    assert (await hanh.post("/periods", data=tet | days)).status_code == 303
    again = await hanh.post("/periods", data=tet | days | {"code": "2026-TET2", "request_id": str(new_id())})
    assert (again.status_code, errors(again.text)) == (422, {"first_day"})
    assert errors((await hanh.post("/periods", data=tet)).text) == {"first_day", "last_day"}
    assert (await client_of("Phúc").post("/periods", data=tet | days)).status_code == 404


async def test_a_declared_figure_is_written_corrected_and_withdrawn(here: Scene, client_of: Client) -> None:
    phuc, year = client_of("Phúc"), year_of(here)
    at = f"/declared/{year}/social_aid_money"

    async def send(**typed: Any) -> httpx.Response:
        usual = {"qualifier": "exact", "source": "Phòng BTXH", "document": "BC 1", "request_id": str(new_id())}
        return await phuc.post(at, data=usual | typed)

    assert errors((await send(value="82,055")).text) == {"value"}
    assert errors((await send(value="5", qualifier="x")).text) == {"qualifier"}
    assert errors((await send(value="5", source="")).text) == {"source"}
    assert (await send(value="82 tỷ 055 triệu")).status_code == 303
    assert errors((await send(value="83 tỷ", after="1")).text) == {"because"}
    assert (await send(value="khoảng 83 tỷ", after="1", because="Ghi nhầm")).status_code == 303
    page = (await phuc.get(at)).text
    assert [words in page for words in ("82 tỷ 055 triệu", "khoảng 83 tỷ", "Ghi nhầm")] == [True] * 3
    own = re.search(r'name="declared_id" value="([^"]+)"', page)
    assert own
    sent = {"declared_id": own[1], "why": ""}
    assert errors((await phuc.post(f"{at}/withdrawal", data=sent)).text) == {"why"}
    assert (await client_of("Ngân").post(f"{at}/withdrawal", data=sent | {"why": "x"})).status_code == 404
    assert (await phuc.post(f"{at}/withdrawal", data=sent | {"why": "Báo nhầm kỳ"})).status_code == 303
    assert "Báo nhầm kỳ" in (await phuc.get(f"/declared/{year}")).text
    assert "khoảng 83 tỷ" not in (await phuc.get(f"/tallies?period={year}")).text


@pytest.mark.parametrize("whose", ["plans", "declared"])
async def test_a_table_is_looked_through_before_it_is_taken(here: Scene, client_of: Client, whose: str) -> None:
    hanh, year = client_of("Hạnh"), year_of(here)
    at = f"/{whose}/{year}/list"
    text = "Mã;Đơn vị tính;Số liệu;Nguồn;Văn bản\njobs_created;lao động;23.000;Sở;QĐ 1\nvisits;người;5;Sở;QĐ 1"
    file = {"file": ("so-lieu.csv", text.encode(), "text/csv")}

    looked = await hanh.post(at, data={"request_id": str(new_id())}, files=file)
    assert ("Đơn vị tính không đúng" in looked.text, "Ghi 1 dòng" in looked.text) == (True, True)
    kept = re.search(r"<textarea name=\"lines\" hidden>\n?(.*?)</textarea>", looked.text, re.DOTALL)
    assert kept
    nothing = (await hanh.get(f"/{whose}/{year}/jobs_created")).text
    assert "QĐ 1" not in nothing
    taken = await hanh.post(at, data={"step": "take", "lines": kept[1], "request_id": str(new_id())})
    assert taken.status_code == 303
    assert "QĐ 1" in (await hanh.get(f"/{whose}/{year}/jobs_created")).text
    table = (await hanh.get(f"/{whose}/{year}/table.csv")).text
    again = await hanh.post(at, data={"lines": table.lstrip("\ufeff")})
    assert ("Không thay đổi" in again.text, again.status_code) == (True, 200)
    assert errors((await hanh.post(at, data={"lines": "x"})).text) == {"lines"}
    assert errors((await hanh.post(at, files={"file": ("a.xlsx", b"PK\x03\x04x", "x")})).text) == {"file"}


async def test_without_a_period_the_page_says_who_makes_one(store: Store, ground: Ground, client_of: Client) -> None:
    assert "Lãnh đạo trung tâm lập các kỳ" in (await client_of("Phúc").get("/tallies")).text
    assert (await client_of("Phúc").get("/declared")).headers["location"] == "/periods"
    scene = scene_of(store, ground)
    scene.store.write(
        lambda db: plan_year(db, lead_desk(db, ground.viewer("Hạnh")), 2001, Calendar.CIVIL, now=scene.ground.opens_at)
    )
    assert (await client_of("Phúc").get("/declared")).headers["location"].startswith("/declared/2001")
