"""The report through its page: looked at, written over, taken away; and what is refused."""

import io
import zipfile

import pytest

from exchange.centres.access import lead_desk
from exchange.kernel.db import Store
from exchange.kernel.ids import new_id
from exchange.periods import actions
from exchange.periods.codes import Calendar
from exchange.reports.narrative import parsed
from exchange.reports.word_template import word_template
from tests.cast import Ground
from tests.counselling.scene import NOW
from tests.web.conftest import Client, app, client_of, ground

__all__ = ["app", "client_of", "ground"]

HERE = "/reports/2026-H2"
PAPER = {
    "seen": "0", "number": "5", "symbol": "BC-TTDVVL", "agency": "Trung tâm Dịch vụ việc làm", "place": "Trà Vinh",
    "day": "2026-12-15", "subject": "Kết quả", "title": "Giám đốc", "signed_by": "Huỳnh Thanh Nhã",
}  # fmt: skip


@pytest.fixture(autouse=True)
def periods(store: Store, ground: Ground) -> None:
    desk = store.read(lambda db: lead_desk(db, ground.viewer("Hạnh")))
    store.write(lambda db: actions.plan_year(db, desk, 2026, Calendar.ADMINISTRATIVE, now=NOW))


async def test_the_report_is_looked_at_written_over_and_taken_away(client_of: Client) -> None:
    hanh = client_of("Hạnh")
    assert "/reports/2026-H2" in (await hanh.get("/reports")).text
    shown = (await hanh.get(HERE)).text
    assert "Không có chỉ tiêu nào được giao kế hoạch năm." in shown

    words = {"text-ahead": "Giải quyết việc làm vượt tiến độ.", "seen": "0", "request_id": str(new_id())}
    assert (await hanh.post(f"{HERE}/paragraphs/ahead", data=words)).headers["location"] == HERE
    assert (await hanh.post(f"{HERE}/paragraphs/ahead", data=words)).headers["location"] == HERE  # the same form
    assert (await hanh.post(f"{HERE}/paper", data=PAPER)).headers["location"] == HERE

    shown = (await hanh.get(HERE)).text
    assert "Giải quyết việc làm vượt tiến độ." in shown
    assert 'value="Huỳnh Thanh Nhã"' in shown
    file = await hanh.get(f"{HERE}/file?as=json")
    assert file.headers["content-disposition"] == 'attachment; filename="bao-cao-2026-h2.json"'
    assert file.json()["report"]["head"]["number"] == 5
    visits = next(line for line in file.json()["report"]["figures"] if line["code"] == "visits")
    opened = await client_of("Ngân").get(visits["address"])  # of the centre that reports, whoever scans it
    assert opened.status_code == 200
    assert "Trà Vinh" in opened.text.split("<h1>")[0].rsplit("<main", 1)[-1]
    pdf = await hanh.get(f"{HERE}/file?as=pdf")
    assert pdf.content.startswith(b"%PDF")


async def test_somebody_elses_version_in_between_is_said_and_nothing_typed_is_lost(client_of: Client) -> None:
    hanh = client_of("Hạnh")
    first = {"text-next": "Bản thứ nhất.", "seen": "0", "request_id": str(new_id())}
    await hanh.post(f"{HERE}/paragraphs/next", data=first)

    late = await hanh.post(f"{HERE}/paragraphs/next", data={"text-next": "Bản thứ hai.", "seen": "0"})

    assert late.status_code == 409
    assert "Người khác vừa lưu trước" in late.text
    assert "Bản thứ hai." in late.text


async def test_a_template_comes_back_from_word_and_a_wrong_place_is_named(client_of: Client) -> None:
    hanh = client_of("Hạnh")
    assert zipfile.is_zipfile(io.BytesIO((await hanh.get("/reports/template.docx")).content))

    wrong = word_template(parsed("Đã tư vấn {{ abc }} lượt."))
    refused = await hanh.post(f"{HERE}/template", files={"file": ("mau.docx", wrong)})
    good = word_template(parsed("Trung tâm tư vấn {{ visits }} lượt người."))
    taken = await hanh.post(f"{HERE}/template", files={"file": ("mau.docx", good)})

    assert refused.status_code == 422
    assert "abc" in refused.text
    assert taken.headers["location"] == HERE
    assert "Trung tâm tư vấn" in (await hanh.get(HERE)).text
    await hanh.post(f"{HERE}/template/ours", data={"request_id": str(new_id())})
    assert "đang dùng mẫu chung" in (await hanh.get(HERE)).text


@pytest.mark.parametrize(
    ("path", "form", "status"),
    [
        (f"{HERE}/paper", PAPER | {"day": "2026-13-45"}, 422),
        (f"{HERE}/paper", PAPER | {"number": "-1"}, 422),
        (f"{HERE}/paper", PAPER | {"signed_by": ""}, 422),
        (f"{HERE}/paragraphs/ahead", {"text-ahead": "x" * 4_001}, 422),
        (f"{HERE}/paragraphs/nothing", {"text-nothing": "x"}, 404),
        (f"{HERE}/template", {}, 422),
        ("/reports/1999-H1/paper", PAPER, 404),
    ],
)
async def test_what_is_refused(client_of: Client, path: str, form: dict[str, str], status: int) -> None:
    answer = await client_of("Hạnh").post(path, data=form)

    assert answer.status_code == status


async def test_who_may_read_and_who_may_write(client_of: Client) -> None:
    assert (await client_of("Phúc").get(HERE)).status_code == 200
    assert "Lưu đoạn này" not in (await client_of("Phúc").get(HERE)).text
    for path, form in ((f"{HERE}/paper", PAPER), (f"{HERE}/paragraphs/ahead", {"text-ahead": "x"})):
        assert (await client_of("Phúc").post(path, data=form)).status_code == 404
    for name in ("Dung", "Lan"):
        assert (await client_of(name).get(HERE)).status_code == 404
        assert (await client_of(name).get(f"{HERE}/file?as=csv")).status_code == 404
    stranger = await client_of().get(HERE)
    assert stranger.headers["location"] == f"/sign-in/password?next={HERE}"
    assert (await client_of("Hạnh").get(f"{HERE}/file?as=exe")).status_code == 404
