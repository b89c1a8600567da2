"""Group talks and cohorts through their pages: written down, refused at the field, taken from a paper as a whole."""

import re
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select, update

from exchange.centres.tables import Centre
from exchange.cohorts.tables import Cohort
from exchange.group_talks.tables import Attendance, CheckInDoor, DeclaredHeads, GroupTalk, WalkIn
from exchange.journal.kinds import Kind
from exchange.kernel import clock
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from exchange.kernel.ids import new_id
from tests.cast import Ground
from tests.cohorts.test_pages import cohort, mark, rows
from tests.counselling.scene import only
from tests.counselling.test_pages import boxes
from tests.spreadsheets.made import xlsx
from tests.web import told
from tests.web.conftest import Client
from tests.web.helped import entries
from tests.web.told import today


def filled(ground: Ground, **other: Any) -> dict[str, Any]:
    """A talk as the page sends it."""
    usual = {"title": "Tư vấn quân nhân xuất ngũ", "client_kind": "soldier", "way": "mobile", "province": "86"}
    usual |= {"places": "Xã Cầu Ngang, Xã Càng Long", "minutes": "90", "note": "", "listed": "2025-07-01"}
    usual |= {"holder": str(ground.accounts["Phúc"]), "client_key": str(new_id()), "topics": ["domestic", "overseas"]}
    return usual | boxes("on_day", today()) | other


def only_id(store: Store, model: Any) -> UUID:
    return store.read(lambda db: db.scalars(select(columns(model).id)).one())


async def talk(phuc: httpx.AsyncClient, ground: Ground) -> str:
    """The address of a new talk."""
    return (await phuc.post("/group-talks", data=filled(ground))).headers["location"]


async def test_a_talk_is_written_down_once_and_shows_both_figures_apart(
    store: Store, ground: Ground, client_of: Client
) -> None:
    phuc, form = client_of("Phúc"), filled(ground)

    answers = [await phuc.post("/group-talks", data=form) for _ in range(2)]
    here = answers[0].headers["location"]
    for seeker in ("Sơn", "Sơn"):
        await phuc.post(f"{here}/attendance", data={"seeker": str(ground.seekers[seeker])})
    heads = {"number": "400", "qualifier": "about", "source": "Ban CHQS huyện báo", "heads_place": "Cầu Ngang"}
    await phuc.post(f"{here}/heads", data=heads | {"client_key": str(new_id())})
    page, listed = (await phuc.get(here)).text, (await phuc.get("/group-talks")).text

    assert [answer.status_code for answer in answers] == [303, 303]
    assert (rows(store, GroupTalk), rows(store, Attendance), rows(store, DeclaredHeads)) == (1, 1, 1)
    for figure in ("Khoảng 400", "+399", "Thạch Sơn", "Xã Cầu Ngang, Xã Càng Long"):
        assert figure in page
    assert "Khoảng 400" in listed


@pytest.mark.parametrize(
    ("other", "field", "sentence"),
    [
        (lambda: boxes("on_day", today() + timedelta(days=1)), "on_day", "Ngày của buổi tư vấn chưa đến."),
        ({"on_day_day": "31", "on_day_month": "2"}, "on_day", "Ngày chưa đúng."),
        (boxes("on_day", date(2025, 6, 30)), "province", "Anh/chị chọn tỉnh theo danh sách của ngày tư vấn."),
        ({"topics": []}, "topics", "Anh/chị chọn ít nhất một nội dung tư vấn."),
        ({"note": "a" * 100_000}, "note", "tối đa 4000 ký tự"),
        ({"minutes": "0"}, "minutes", "Số phải từ 1 trở lên."),
        ({"title": ""}, "title", "Anh/chị chưa điền mục này."),
        ({"holder": "nobody"}, "holder", "Anh/chị chọn một mục trong danh sách."),
        ({"places": "x" * 81}, "places", "dài quá 80 ký tự"),
    ],
)
async def test_what_cannot_be_is_said_at_its_field(
    other: told.Told, field: str, sentence: str, store: Store, ground: Ground, client_of: Client
) -> None:
    answer = await client_of("Phúc").post("/group-talks", data=filled(ground, **told.now(other)))

    assert answer.status_code == 422
    assert sentence in re.split(rf'id="f-{field}-error"', answer.text)[1][:400]
    assert rows(store, GroupTalk) == 0


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("0", "Số phải từ 1 trở lên."),
        ("1.000.000", "Số không quá 99999."),
        ("-5", "Số phải từ 1 trở lên."),
        ("bốn trăm", "Anh/chị nhập một số nguyên"),
        ("", "Anh/chị chưa điền mục này."),
    ],
)
async def test_a_declared_number_that_cannot_be_is_refused(
    number: str, sentence: str, store: Store, ground: Ground, client_of: Client
) -> None:
    phuc = client_of("Phúc")
    here = await talk(phuc, ground)

    answer = await phuc.post(
        f"{here}/heads", data={"number": number, "qualifier": "about", "source": "Ban CHQS huyện", "heads_place": ""}
    )

    assert answer.status_code == 422
    assert sentence in re.split(r'id="f-number-error"', answer.text)[1][:400]
    assert rows(store, DeclaredHeads) == 0


async def test_a_paper_is_looked_through_and_taken_as_a_whole(store: Store, ground: Ground, client_of: Client) -> None:
    phuc = client_of("Phúc")
    here = await talk(phuc, ground)
    sheet = xlsx(
        ["Họ và tên", "Năm sinh", "Xã"], ["Thạch Sơn", 1990, ""], ["Kim Sô Phát", 2003, "Xã Cầu Kè"], ["", "x", ""]
    )

    shown = await phuc.post(f"{here}/list", data={"step": "look"}, files={"file": ("ds.xlsx", sheet)})
    assert (shown.status_code, rows(store, Attendance)) == (200, 0)
    form = {"seen": mark(shown.text), "lines": re.split(r"<textarea[^>]*>", shown.text)[1].split("</textarea>")[0]}
    form |= {"step": "take", "request_id": str(new_id())}
    refused = await phuc.post(f"{here}/list", data=form)
    assert (refused.status_code, rows(store, Attendance)) == (422, 0)
    taken = [await phuc.post(f"{here}/list", data=form | {"drop_faulty": "yes"}) for _ in range(2)]

    assert [answer.headers["location"] for answer in taken] == [here, here]
    assert rows(store, Attendance) == 2
    assert {row[2] for row in entries(store, Kind.GROUP_TALK_ATTENDED)} >= {ground.seekers["Sơn"]}


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("ds.csv", "Hä vµ tªn;N¨m sinh\nNguyÔn V¨n Hïng;2001".encode("latin-1"), "TCVN3"),
        ("ds.csv", b"\xff\x00\xfe;1990\n", "CSV UTF-8"),
        ("ds.pdf", b"%PDF", "Chỉ nhận tệp .xlsx"),
        ("ds.xlsx", b"PK", "Tệp bị hỏng"),
        ("ds.csv", b"a;b\nc;d", "dòng tiêu đề"),
    ],
)
async def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(
    name: str, data: bytes, sentence: str, ground: Ground, client_of: Client
) -> None:
    phuc = client_of("Phúc")
    here = await talk(phuc, ground)

    answer = await phuc.post(f"{here}/list", data={"step": "look"}, files={"file": (name, data)})

    assert answer.status_code == 422
    assert sentence in re.split(r'id="f-file-error"', answer.text)[1][:400]


async def test_people_check_in_at_the_door_by_their_account_or_by_three_answers(
    store: Store, ground: Ground, client_of: Client
) -> None:
    phuc = client_of("Phúc")
    here = await talk(phuc, ground)
    opened = await phuc.post(f"{here}/check-in", data={})
    token = store.read(lambda db: db.scalars(select(columns(CheckInDoor).token)).one())
    door, stranger = f"/check-in/{token}", client_of()

    assert opened.headers["location"] == f"{here}/check-in"
    assert f"http://exchange.test{door}" in (await phuc.get(f"{here}/check-in")).text
    assert "Tôi có mặt" in (await client_of("Lan").get(door)).text
    assert (await client_of("Lan").post(door, data={"me": "yes"})).status_code == 303
    wrong = await stranger.post(door, data={"name": "Kim Sô Phát", "birth_year": "03", "phone": "12"})
    assert wrong.status_code == 422
    assert {"birth_year", "phone"} == set(re.findall(r'id="f-(\w+)-error"', wrong.text))
    said = {"name": "Thạch Sơn", "birth_year": "1990", "phone": "0909123451"}
    assert (await stranger.post(door, data=said)).headers["location"] == f"{door}?done=yes"
    assert (rows(store, Attendance), rows(store, WalkIn)) == (1, 1)

    own = {"seeker": str(ground.seekers["Sơn"])}
    await phuc.post(f"{here}/walk-ins/{only_id(store, WalkIn)}", data=own)
    assert rows(store, Attendance) == 2
    await phuc.post(f"{here}/check-in/end", data={})
    assert (await stranger.post(door, data=said)).status_code == 422
    for guess in ("guessed", "%00", "a" * 43, "đ" * 30):
        assert (await stranger.get(f"/check-in/{guess}")).status_code == 404


async def test_an_edit_page_saved_as_it_is_changes_nothing_and_a_reason_is_asked_for(
    store: Store, ground: Ground, client_of: Client
) -> None:
    phuc = client_of("Phúc")
    here = await talk(phuc, ground)
    same = filled(ground, because="Không đổi")

    unchanged = await phuc.post(f"{here}/edit", data=same)
    unsaid = await phuc.post(f"{here}/edit", data=filled(ground, minutes="60"))
    changed = await phuc.post(f"{here}/edit", data=filled(ground, minutes="60", because="Họp ngắn hơn"))
    gone = await phuc.post(f"{here}/withdrawal", data={"because": ""})

    assert (unchanged.status_code, unsaid.status_code, changed.status_code, gone.status_code) == (303, 422, 303, 422)
    assert rows(store, GroupTalk) == 2
    assert "Họp ngắn hơn" in (await phuc.get(here)).text


@pytest.mark.parametrize("who", ["Lan", "Dung", "Ngân"])
async def test_for_everybody_else_there_is_no_such_page(
    who: str, store: Store, ground: Ground, client_of: Client
) -> None:
    phuc = client_of("Phúc")
    here, there = await talk(phuc, ground), await cohort(phuc)
    store.write(lambda db: only(db, ground, "Sơn", "Trà Vinh"))
    other, pages = client_of(who), [here, f"{here}/edit", f"{here}/list", f"{here}/check-in", there]
    pages += [f"{there}/list", f"{there}/not-met"]

    read = {(await other.get(page)).status_code for page in pages}
    acts = [f"{here}/{what}" for what in ("edit", "withdrawal", "heads", "attendance", "list", "check-in")]
    acts += [f"{there}/list", f"{there}/found"]
    sent = {(await other.post(act, data=filled(ground, seeker=str(ground.seekers["Sơn"])))).status_code for act in acts}

    assert (read, sent) == ({404}, {404})
    assert (rows(store, GroupTalk), rows(store, Attendance), rows(store, Cohort)) == (1, 0, 1)


async def test_a_reason_that_is_missing_is_asked_for_where_it_belongs(ground: Ground, client_of: Client) -> None:
    phuc = client_of("Phúc")
    here = await talk(phuc, ground)
    await phuc.post(f"{here}/attendance", data={"seeker": str(ground.seekers["Sơn"])})
    removal = re.findall(r'action="([^"]+)/removal"', (await phuc.get(here)).text)[0]

    answer = await phuc.post(f"{removal}/removal", data={"because": " "})

    assert answer.status_code == 422
    assert re.findall(r'id="f-([\w-]+)-error"', answer.text) == [f"because_{removal.rsplit('/', 1)[1]}"]


async def test_a_new_talk_begins_in_the_province_of_the_centre_as_it_is_today(
    store: Store, ground: Ground, client_of: Client
) -> None:
    old = {"province_code": "84", "created_at": clock.now() - timedelta(days=2_000)}  # Trà Vinh before the merger
    mine = update(Centre).where(columns(Centre).id == ground.centres["Trà Vinh"])
    store.write(lambda db: db.execute(mine.values(**old)))

    for page in ("/group-talks/new", "/cohorts/new"):
        assert '<option value="86" selected>Vĩnh Long</option>' in (await client_of("Phúc").get(page)).text


async def test_a_stranger_is_asked_to_sign_in(ground: Ground, client_of: Client) -> None:
    for page in ("/group-talks", "/group-talks/new", "/cohorts", "/cohorts/new"):
        answer = await client_of().get(page)
        assert answer.headers["location"] == f"/sign-in/password?next={page}"
