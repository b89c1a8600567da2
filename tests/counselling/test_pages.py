"""The counselling desk through its pages: saved in one go, refused at the field, sent twice and written once."""

import re
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from exchange.counselling import access, queries
from exchange.counselling.codes import ClientKind, Result, Topic
from exchange.counselling.tables import Consultation, ConsultationNote
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from exchange.kernel.ids import new_id
from tests.cast import Ground
from tests.counselling.scene import only, renamed
from tests.web import told
from tests.web.conftest import Client
from tests.web.told import boxes, today


def address(ground: Ground, who: str = "Lan") -> str:
    return f"/counsel/{ground.seekers[who]}"


def filled(**other: Any) -> dict[str, Any]:
    """An ordinary consultation as the page sends it."""
    usual = {"client_kind": "job_seeker", "way": "counter", "province": "86", "commune": "", "minutes": "15"}
    usual |= {"result": "nothing", "note": "", "privacy": "centre", "listed": "2025-07-01"}
    return usual | boxes("on_day", today()) | {"client_key": str(new_id()), "topics": ["domestic"]} | other


def rows(store: Store, model: Any = Consultation) -> int:
    return store.read(lambda db: db.scalar(select(func.count()).select_from(columns(model).id.table))) or 0


def written(store: Store) -> UUID:
    """The only consultation there is."""
    return store.read(lambda db: db.scalars(select(columns(Consultation).first_id)).first())  # type: ignore[return-value]


def whole(store: Store, ground: Ground, own: UUID) -> queries.Whole:
    viewer = ground.viewer("Phúc")
    return store.read(lambda db: queries.consultation(db, access.consultation_desk(db, viewer, own)))


async def test_somebody_is_found_and_the_only_one_is_opened_at_once(ground: Ground, client_of: Client) -> None:
    phuc = client_of("Phúc")

    answer = await phuc.get("/counsel", params={"q": "lan tran"})

    assert (answer.status_code, answer.headers["location"]) == (303, address(ground))


async def test_several_are_listed_and_nobody_of_another_centre(store: Store, ground: Ground, client_of: Client) -> None:
    for who in ("Sơn", "Tư"):
        store.write(lambda db, w=who: renamed(db, ground, w, f"Trần {w}"))
    store.write(lambda db: only(db, ground, "Sơn", "Bến Tre"))

    page = (await client_of("Phúc").get("/counsel", params={"q": "tran"})).text

    assert set(re.findall(r"/counsel/([0-9a-f-]{36})", page)) == {str(ground.seekers[who]) for who in ("Lan", "Tư")}


async def test_an_ordinary_visit_is_saved_and_the_next_person_is_asked_for(
    store: Store, ground: Ground, client_of: Client
) -> None:
    phuc = client_of("Phúc")

    answer = await phuc.post(address(ground), data=filled(topics=["domestic", "law"], note="Muốn làm gần nhà"))
    page = (await phuc.get(answer.headers["location"])).text

    kept = whole(store, ground, written(store))
    assert (answer.status_code, answer.headers["location"]) == (303, "/counsel")
    assert f"Đã lưu: Trần Thị Lan, ngày {today():%d/%m/%Y}." in page
    assert re.search(r'id="f-q"[^>]* autofocus', page)
    assert kept.told.facts.topics == {Topic.DOMESTIC, Topic.LAW}
    assert kept.notes.newest is not None
    assert "Trần Thị Lan" in re.split(r'id="day"', page)[1]


async def test_a_form_that_is_sent_twice_is_one_consultation(store: Store, ground: Ground, client_of: Client) -> None:
    phuc, form = client_of("Phúc"), filled(note="Một")

    answers = [await phuc.post(address(ground), data=form) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert (rows(store), rows(store, ConsultationNote)) == (1, 1)


@pytest.mark.parametrize(
    ("other", "field", "sentence"),
    [
        (lambda: boxes("on_day", today() + timedelta(days=1)), "on_day", "Ngày tư vấn chưa đến."),
        (boxes("on_day", date(1989, 1, 1)) | {"listed": "2025-06-30"}, "on_day", "trước ngày sinh"),
        ({"on_day_day": "31", "on_day_month": "2"}, "on_day", "Ngày chưa đúng."),
        ({"topics": []}, "topics", "Anh/chị chọn ít nhất một nội dung tư vấn."),
        ({"topics": ["fishing"]}, "topics", "Anh/chị chọn một mục trong danh sách."),
        ({"minutes": "0"}, "minutes", "Số phải từ 1 trở lên."),
        ({"minutes": "481"}, "minutes", "Số không quá 480."),
        ({"minutes": "mười"}, "minutes", "Anh/chị nhập một số nguyên"),
        ({"result": "appointment"}, "next_on", "Hẹn gặp lại thì cần ghi ngày hẹn."),
        (lambda: boxes("next_on", today()), "next_on", "Ngày hẹn phải sau ngày tư vấn."),
        ({"note": "ơ" * 4001}, "note", "tối đa 4000 ký tự"),
        ({"note": "a" * 100_000}, "note", "tối đa 4000 ký tự"),
        (boxes("on_day", date(2025, 6, 30)), "province", "Anh/chị chọn tỉnh theo danh sách của ngày tư vấn."),
    ],
)
async def test_what_cannot_be_is_said_at_its_field_and_stays_typed(
    other: told.Told, field: str, sentence: str, store: Store, ground: Ground, client_of: Client
) -> None:
    answer = await client_of("Phúc").post(address(ground), data=filled(commune="Phường 7", **told.now(other)))

    assert answer.status_code == 422
    assert sentence in re.split(rf'id="f-{field}-error"', answer.text)[1][:400]
    assert 'value="Phường 7"' in answer.text
    assert (rows(store), rows(store, ConsultationNote)) == (0, 0)


async def test_a_day_before_the_merger_is_offered_the_provinces_of_then(ground: Ground, client_of: Client) -> None:
    phuc, then = client_of("Phúc"), boxes("on_day", date(2025, 6, 30))

    refused = (await phuc.post(address(ground), data=filled(**then))).text
    saved = await phuc.post(address(ground), data=filled(province="84", listed="2025-06-30", **then))

    assert '<option value="84">Trà Vinh</option>' in refused
    assert "Huyện, thị xã, thành phố" in refused
    assert saved.status_code == 303


async def test_an_edit_page_saved_as_it_is_changes_nothing(store: Store, ground: Ground, client_of: Client) -> None:
    phuc = client_of("Phúc")
    later = boxes("next_on", today() + timedelta(days=9))
    await phuc.post(
        address(ground), data=filled(topics=["law", "other"], result="fair", commune="Xã Cầu Ngang", **later)
    )
    own = written(store)
    before = whole(store, ground, own)

    page = (await phuc.get(f"/consultations/{own}/edit")).text
    answer = await phuc.post(f"/consultations/{own}/edit", data=sent_by(page) | {"because": "Không đổi"})

    assert answer.status_code == 303
    assert whole(store, ground, own) == before
    assert rows(store) == 1


async def test_a_correction_and_its_reason_stand_beside_the_first_words(
    store: Store, ground: Ground, client_of: Client
) -> None:
    phuc = client_of("Phúc")
    await phuc.post(address(ground), data=filled())
    own = written(store)
    page = (await phuc.get(f"/consultations/{own}/edit")).text
    changed = sent_by(page) | {"client_kind": "benefit", "result": "training"}

    unsaid = await phuc.post(f"/consultations/{own}/edit", data=changed)
    answer = await phuc.post(f"/consultations/{own}/edit", data=changed | {"because": "Có quyết định hưởng"})
    shown = (await phuc.get(f"/consultations/{own}")).text

    assert (unsaid.status_code, answer.status_code) == (422, 303)
    kept = whole(store, ground, own).told.facts
    assert (kept.client_kind, kept.result) == (ClientKind.BENEFIT, Result.TRAINING)
    assert "Có quyết định hưởng" in shown
    assert "Người tìm việc" in shown


async def test_a_note_is_written_again_and_a_consultation_is_withdrawn(
    store: Store, ground: Ground, client_of: Client
) -> None:
    phuc = client_of("Phúc")
    await phuc.post(address(ground), data=filled(note="Một"))
    own = written(store)

    empty = await phuc.post(f"/consultations/{own}/note", data={"note": " ", "privacy": "centre"})
    await phuc.post(f"/consultations/{own}/note", data={"note": "Hai", "privacy": "leads"})
    unsaid = await phuc.post(f"/consultations/{own}/withdrawal", data={"because": ""})
    await phuc.post(f"/consultations/{own}/withdrawal", data={"because": "Ghi nhầm người"})

    kept = whole(store, ground, own)
    assert (empty.status_code, unsaid.status_code) == (422, 422)
    assert [one.words for one in kept.notes.shown] == ["Một", "Hai"]
    assert kept.told.withdrawn == "Ghi nhầm người"


@pytest.mark.parametrize("who", ["Lan", "Dung", "Ngân"])
async def test_for_everybody_else_there_is_no_such_page(
    who: str, store: Store, ground: Ground, client_of: Client
) -> None:
    store.write(lambda db: only(db, ground, "Lan", "Trà Vinh"))
    await client_of("Phúc").post(address(ground), data=filled())
    own, other = written(store), client_of(who)

    pages = [address(ground), f"/consultations/{own}", f"/consultations/{own}/edit"]
    read = [(await other.get(page)).status_code for page in pages]
    posts = [address(ground), *(f"/consultations/{own}/{what}" for what in ("edit", "note", "withdrawal"))]
    sent = [(await other.post(page, data=filled(because="x", note="x"))).status_code for page in posts]

    assert read == [404, 404, 404]
    assert sent == [404, 404, 404, 404]
    assert rows(store) == 1


async def test_a_stranger_is_asked_to_sign_in(ground: Ground, client_of: Client) -> None:
    for page in ("/counsel", address(ground)):
        answer = await client_of().get(page)
        assert answer.headers["location"] == f"/sign-in/password?next={page}"


def sent_by(page: str) -> dict[str, Any]:
    """What a browser would send of the form of an edit page, untouched."""
    form = re.split(r'<form class="form panel"', page)[1].split("</form>")[0]
    found: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = (re.search(rf'\b{part}="([^"]*)"', tag) for part in ("name", "value"))
        if name and value and ('type="checkbox"' not in tag or " checked" in tag):
            found.setdefault(name[1], []).append(value[1])
    for name, inside in re.findall(r'<select[^>]*name="(\w+)"[^>]*>(.*?)</select>', form, re.S):
        found[name] = re.findall(r'value="([^"]*)" selected', inside)
    return found
