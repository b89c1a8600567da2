"""The benefit desk through its pages: who sees what, what is kept of a wrong form, the files."""

import re
from datetime import date, timedelta
from uuid import UUID

import pytest

from exchange.benefits import rules
from exchange.benefits.codes import ClaimState
from exchange.benefits.tables import BenefitClaim, ClaimAppraisal
from exchange.journal.kinds import Kind
from exchange.kernel import clock
from exchange.kernel.clock import local_day
from exchange.kernel.ids import new_id
from tests.benefits.scene import Scene
from tests.web.conftest import Client

STAFF = {"Phúc": 200, "Hạnh": 200, "Ngân": 404, "Lan": 404, "Dung": 404}


@pytest.fixture
def scene(scene: Scene) -> Scene:
    """By the real clock, as the pages are."""
    scene.today = local_day(clock.now())
    return scene


def boxes(**days: date) -> dict[str, str]:
    return {
        f"{name}_{part}": str(getattr(day, part)) for name, day in days.items() for part in ("day", "month", "year")
    }


def running(scene: Scene) -> UUID:
    """A claim of Lan whose second month is due today."""
    first = scene.today - timedelta(days=31)
    while (first.replace(day=1) + timedelta(days=32)).replace(day=first.day) != scene.today:
        first += timedelta(days=1)
    received = first - timedelta(days=30)
    claim = scene.receive(received_on=received, contract_ended_on=received)
    scene.appraise(claim, on_day=received)
    scene.decide(claim, on_day=received, from_on=first)
    return claim


@pytest.mark.parametrize(("who", "status"), STAFF.items())
async def test_a_claim_is_seen_by_its_centre_only(scene: Scene, client_of: Client, who: str, status: int) -> None:
    claim, browser, lan = scene.granted(), client_of(who), scene.ground.seekers["Lan"]

    assert (await browser.get(f"/benefits/{claim}")).status_code == status
    assert (await browser.get(f"/benefits/new?seeker={lan}")).status_code == status
    assert (await browser.post(f"/benefits/{claim}/suspension", data={})).status_code == (422 if status == 200 else 404)
    desk = 200 if who in ("Phúc", "Hạnh", "Ngân") else 404
    for page in ("/benefits", "/benefits/table", "/benefits/table.csv", "/benefits/decisions.csv"):
        assert (await browser.get(page)).status_code == desk, page


async def test_a_stranger_is_asked_to_sign_in(scene: Scene, client_of: Client) -> None:
    claim = scene.granted()

    for page in ("/benefits", "/benefits/table", f"/benefits/{claim}", "/me/benefits"):
        answer = await client_of().get(page)
        assert (answer.status_code, page in answer.headers["location"]) == (303, True)


async def test_opening_a_claim_is_written_down_with_its_reason(scene: Scene, client_of: Client) -> None:
    claim = scene.granted()

    await client_of("Phúc").get(f"/benefits/{claim}")

    assert scene.entries(Kind.SEEKER_FILE_OPENED) == [(scene.ground.accounts["Phúc"], None)]


async def test_a_claim_is_taken_in_once_and_leads_through_its_course(scene: Scene, client_of: Client) -> None:
    phuc, today = client_of("Phúc"), scene.today
    form = {"seeker": str(scene.ground.seekers["Lan"]), "origin": "here", "request_id": str(new_id())}
    form |= boxes(received_on=today, contract_ended_on=today - timedelta(days=20))

    places = {(await phuc.post("/benefits", data=form)).headers["location"] for _ in range(2)}
    (place,) = places
    appraisal = {"found": "eligible"} | boxes(on_day=today)
    assert (await phuc.post(f"{place}/appraisal", data=appraisal)).status_code == 303
    decision = {"verdict": "granted", "number": "7/QĐ", "months": "3", "monthly": "3.500.000 đ"}
    decision |= boxes(on_day=today, from_on=today + timedelta(days=15))
    assert (await phuc.post(f"{place}/decision", data=decision)).status_code == 303

    claim = scene.claim(UUID(place.rpartition("/")[2]))  # type: ignore[arg-type]
    assert scene.rows(BenefitClaim) == 1
    assert rules.state_on(claim.course, today) is ClaimState.GRANTED
    assert claim.course.decision is not None
    assert claim.course.decision.monthly == 3_500_000
    assert "3.500.000 đồng/tháng" in (await phuc.get(place)).text


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"received_on_year": "2999"}, "received_on"),
        ({"received_on_day": "31", "received_on_month": "2"}, "received_on"),
        (
            {"contract_ended_on_day": "", "contract_ended_on_month": "", "contract_ended_on_year": ""},
            "contract_ended_on",
        ),
        ({"contract_ended_on_year": "1995"}, "contract_ended_on"),
        ({"origin": ""}, "origin"),
        ({"origin": "other_province"}, "other_province"),
        ({"origin": "other_province", "other_province": "03"}, "other_province"),
    ],
)
async def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_is_kept(
    scene: Scene, client_of: Client, change: dict[str, str], field: str
) -> None:
    form = {"seeker": str(scene.ground.seekers["Lan"]), "origin": "here"}
    form |= boxes(received_on=scene.today, contract_ended_on=date(2026, 1, 17)) | change

    answer = await client_of("Phúc").post("/benefits", data=form)

    assert answer.status_code == 422
    assert f'id="f-{field}-error"' in answer.text
    assert re.search(r'name="contract_ended_on_month"[^>]*value="(1|)"', answer.text)
    assert scene.rows(BenefitClaim) == 0


@pytest.mark.parametrize(
    ("act", "form", "field"),
    [
        ("appraisal", {}, "found"),
        ("decision", {"verdict": "granted", "number": "1", "monthly": "3000000", "months": "3,5"}, "months"),
        ("decision", {"verdict": "granted", "monthly": "ba triệu"}, "monthly"),
        ("decision", {"verdict": "refused", "number": "1"}, "refusal"),
        ("correction", {"verdict": "cancelled", "number": "1"}, "because"),
        ("end", {}, "ground"),
        ("move", {}, "province"),
        ("withdrawal", {}, "because"),
        ("training", {"number": "7", "months": "3"}, "trade"),
        ("training", {"number": "7", "trade": "May", "months": "7"}, "months"),
        ("untraining", {}, "because"),
        ("declaration", {"month": "9"}, "state"),
        ("declaration", {"month": "x", "state": "none", "channel": "phone"}, "month"),
        ("suspension", {"note": "x" * 400}, "note"),
        ("suspension", {"on_day_year": "2999"}, "on_day"),
    ],
)
async def test_each_act_refuses_a_wrong_form_at_its_field(
    scene: Scene, client_of: Client, act: str, form: dict[str, str], field: str
) -> None:
    appraised = act in ("appraisal", "decision")
    claim = scene.receive() if appraised else scene.granted()
    if appraised:
        scene.appraise(claim)
    days = boxes(on_day=scene.today, declared_on=scene.today, from_on=scene.today)

    answer = await client_of("Phúc").post(f"/benefits/{claim}/{act}", data=days | form)

    assert answer.status_code == 422
    assert f'id="f-{field}-error"' in answer.text


async def test_a_day_before_the_insurance_began_is_refused_in_the_words_of_a_calendar(
    scene: Scene, client_of: Client
) -> None:
    claim = scene.granted()
    form = boxes(on_day=date(2001, 1, 1)) | {"number": "7", "trade": "May", "months": "3"}

    answer = await client_of("Phúc").post(f"/benefits/{claim}/training", data=form)

    assert answer.status_code == 422
    assert "Ngày phải từ 01/01/2009 trở đi." in answer.text


async def test_an_act_that_does_not_exist_and_a_person_that_is_none_are_not_found(
    scene: Scene, client_of: Client
) -> None:
    claim, phuc = scene.granted(), client_of("Phúc")

    assert (await phuc.post(f"/benefits/{claim}/forgiveness", data={})).status_code == 404
    assert (await phuc.get("/benefits/new?seeker=nobody")).status_code == 404
    assert (await phuc.get(f"/benefits/new?seeker={new_id()}")).status_code == 404
    assert (await phuc.get(f"/benefits/{new_id()}")).status_code == 404


async def test_the_lists_and_the_search(scene: Scene, client_of: Client) -> None:
    claim, phuc = scene.receive(), client_of("Phúc")

    first, found = await phuc.get("/benefits"), await phuc.get("/benefits", params={"q": "tran lan"})

    assert f"/benefits/{claim}" in first.text
    assert "quá hạn" in first.text
    assert f"/benefits/{claim}" in found.text
    assert "Không thấy hồ sơ nào" in (await phuc.get("/benefits", params={"q": "khong co ai"})).text
    assert f"/benefits/{claim}" not in (await phuc.get("/benefits?list=late")).text
    assert scene.rows(ClaimAppraisal) == 0


async def test_a_person_declares_what_is_due_with_what_they_did(scene: Scene, client_of: Client) -> None:
    opens = scene.ground.opens_at
    scene.store.write(lambda db: scene.ground.hire(db, "Lan", "Dung", now=opens + timedelta(minutes=5)))
    claim, lan = running(scene), client_of("Lan")

    page = (await lan.get("/me/benefits")).text
    assert "Công ty May Sông Tiền" in page
    form = {"month": "2", "state": "none", "contacts": "Công ty May Sông Tiền", "request_id": str(new_id())}
    wrong = await lan.post(f"/me/benefits/{claim}/declaration", data=form | {"contacts": ""})
    assert wrong.status_code == 422
    assert 'id="f-contacts-error"' in wrong.text
    for _ in range(2):
        assert (await lan.post(f"/me/benefits/{claim}/declaration", data=form)).status_code == 303

    assert scene.claim(claim).course.declared == {2}  # type: ignore[arg-type]
    assert scene.entries(Kind.JOB_SEARCH_DECLARED) == [(scene.ground.accounts["Lan"], None)]
    assert (await client_of("Sơn").post(f"/me/benefits/{claim}/declaration", data=form)).status_code == 404


async def test_a_person_without_a_claim_is_told_so_and_staff_have_no_such_page(scene: Scene, client_of: Client) -> None:
    assert "chưa có hồ sơ" in (await client_of("Sơn").get("/me/benefits")).text
    assert (await client_of("Phúc").get("/me/benefits")).status_code == 404


@pytest.mark.parametrize(
    "asked", ["from=2026-05-01&to=2026-04-01", "from=&to=2026-04-01", "from=hôm nay&to=2026-04-01"]
)
async def test_a_period_that_cannot_be_is_said_at_its_field(scene: Scene, client_of: Client, asked: str) -> None:
    answer = await client_of("Phúc").get(f"/benefits/table?{asked}")

    assert answer.status_code == 422
    assert "-error" in answer.text
    assert (await client_of("Phúc").get(f"/benefits/table.csv?{asked}")).status_code == 404


async def test_the_table_and_its_files(scene: Scene, client_of: Client) -> None:
    scene.granted(number="=1+1")
    phuc, period = client_of("Phúc"), "from=2026-03-01&to=2026-03-31"

    page = await phuc.get(f"/benefits/table?{period}")
    table = await phuc.get(f"/benefits/table.csv?{period}&separator=semicolon")
    decisions = await phuc.get(f"/benefits/decisions.csv?{period}")

    assert "3.500.000" in page.text
    assert "\r\n1;Hồ sơ tiếp nhận;hồ sơ;1;" in table.text
    assert "11.3;Được hưởng 3 tháng;người;1;" in table.text
    assert "1/2026,02/03/2026,Hưởng trợ cấp thất nghiệp,'=1+1,12/03/2026,3,3500000," in decisions.text
    assert "Lan" not in decisions.text
