import csv
import io
import re
from datetime import timedelta

import pytest

from exchange.kernel import clock
from exchange.kernel.db import Store
from tests.cast import Ground
from tests.web.conftest import Client
from web.charts.of_fair import STEPS

LINK = re.compile(r'href="(/fairs/[^"]+/tally/[^"]+)"')
PICTURE = re.compile(r"<figure class=\"chart .*?</figure>", re.DOTALL)
TABLE = re.compile(r"<section class=\"tally.*?</section>", re.DOTALL)


@pytest.fixture(autouse=True)
def lan_is_hired(store: Store, ground: Ground) -> None:
    now = clock.now() - timedelta(minutes=10)
    store.write(lambda db: ground.hire(db, "Lan", "Dung", now=now))


async def test_everybody_sees_the_summary_without_a_way_to_the_records(ground: Ground, client_of: Client) -> None:
    for who in ("", "Lan", "Dung"):
        page = await client_of(who).get(f"/fairs/{ground.fair_id}/tally")

        assert page.status_code == 200
        assert "Người nhận được việc làm" in page.text
        assert "Lời mời phỏng vấn" not in page.text
        assert "seekers_present-sex-female" not in page.text
        assert LINK.findall(page.text) == []


async def test_each_figure_of_the_host_leads_to_its_records(ground: Ground, client_of: Client) -> None:
    browser = client_of("Hạnh")
    page = await browser.get(f"/fairs/{ground.fair_id}/tally")

    picture, table = PICTURE.findall(page.text)[0], PICTURE.sub("", page.text)
    addresses = [found.replace("&amp;", "&") for found in LINK.findall(table)]

    assert len(addresses) == table.count("<td") - table.count('<span class="soft">0</span>') > 20
    assert set(LINK.findall(picture)) == {address for address in addresses if address.endswith(STEPS)}
    for address in addresses:
        assert (await browser.get(address)).status_code == 200, address


async def test_a_joining_site_is_led_to_its_own_records_only(ground: Ground, client_of: Client) -> None:
    browser, here = client_of("Ngân"), f"/fairs/{ground.fair_id}/tally"

    page = await browser.get(here)

    sites = {address.partition("site=")[2] for address in LINK.findall(page.text)}
    assert sites == {str(ground.centres["Bến Tre"])}
    assert (await browser.get(f"{here}/seekers_placed")).status_code == 200
    other = f"{here}/seekers_placed?site={ground.centres['Trà Vinh']}"
    assert (await browser.get(other)).status_code == 404
    assert (await browser.get(f"{here}/seekers_placed?site=everywhere")).status_code == 404


@pytest.mark.parametrize("who", ["Lan", "Dung"])
async def test_seekers_and_recruiters_find_no_records(who: str, ground: Ground, client_of: Client) -> None:
    answer = await client_of(who).get(f"/fairs/{ground.fair_id}/tally/seekers_placed")

    assert answer.status_code == 404
    assert "Trần Thị Lan" not in answer.text


async def test_a_stranger_is_asked_to_sign_in(ground: Ground, client_of: Client) -> None:
    answer = await client_of().get(f"/fairs/{ground.fair_id}/tally/seekers_placed")

    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in")


@pytest.mark.parametrize("rest", ["happiness", "placements?site=x", "placements?page=9", "placements?page=x"])
async def test_what_does_not_exist_is_not_found(rest: str, ground: Ground, client_of: Client) -> None:
    answer = await client_of("Hạnh").get(f"/fairs/{ground.fair_id}/tally/{rest}")

    assert answer.status_code == 404


async def test_the_file_holds_what_the_page_shows(ground: Ground, client_of: Client) -> None:
    browser = client_of("Hạnh")

    answer = await browser.get(f"/fairs/{ground.fair_id}/tally.csv?separator=semicolon")

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("attachment;")
    rows = {row[0]: row for row in csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";")}
    assert rows["Mã"][3:5] == ["Trà Vinh", "Bến Tre"]
    assert rows["seekers_placed"][-2] == "1"
    page = TABLE.findall((await browser.get(f"/fairs/{ground.fair_id}/tally")).text)[0]
    assert len(rows) - 1 == page.count('id="row-')


async def test_the_file_for_everybody_is_the_summary(ground: Ground, client_of: Client) -> None:
    text = (await client_of().get(f"/fairs/{ground.fair_id}/tally.csv")).text

    assert "calls_made" not in text
    assert "seekers_present-sex-female,Người tham gia: Nữ,người,–" in text


async def test_programs_are_given_the_summary(ground: Ground, client_of: Client) -> None:
    answer = await client_of("Hạnh").get(f"/api/v1/fairs/{ground.fair_id}/tally")

    told = answer.json()
    figures = {figure["code"]: figure for figure in told["figures"]}
    assert [site["name"] for site in told["sites"]] == ["Trà Vinh", "Bến Tre"]
    assert figures["seekers_placed"] | {"by_site": None} == {
        "code": "seekers_placed", "group": "placements", "label": "Người nhận được việc làm", "unit": "person",
        "definition": figures["seekers_placed"]["definition"], "part_of": "", "by_site": None, "total": 1,
    }  # fmt: skip
    assert figures["seekers_present-sex-female"]["total"] is None
    assert "calls_made" not in figures
    assert (await client_of().get(told["links"]["self"])).status_code == 200


async def test_a_fair_that_is_not_there_is_not_found(ground: Ground, client_of: Client) -> None:
    nowhere = ground.centres["Trà Vinh"]

    for address in (f"/fairs/{nowhere}/tally", f"/fairs/{nowhere}/tally.csv", f"/api/v1/fairs/{nowhere}/tally"):
        assert (await client_of("Hạnh").get(address)).status_code == 404
