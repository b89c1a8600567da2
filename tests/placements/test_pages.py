"""The register through the centre's pages: entered, proved with a scan, listed, taken over; refused at the field."""

import re
import sys
from datetime import timedelta
from typing import Any

import pytest

from exchange.documents.store import DocumentStore
from exchange.kernel import clock
from exchange.kernel.db import Store
from exchange.kernel.ids import new_id
from exchange.kernel.settings import read_settings
from tests.cast import Ground
from tests.counselling.scene import only
from tests.fixtures.databases import IDENTITY_KEY, SECRET
from tests.placements.register import Register
from tests.web.conftest import Client
from tests.web.told import boxes, today
from web.app import App, create_app

PDF = b"%PDF-1.7 mot trang"
SCANNER = "import sys; sys.exit(1 if b'virus' in sys.stdin.buffer.read() else 0)"


@pytest.fixture
def app(database: str, tmp_path: Any) -> App:
    """The application with a folder for scans and a scanner."""
    kept = {"documents": str(tmp_path / "scans"), "scanner": f'{sys.executable} -c "{SCANNER}"'}
    known = {"secret": SECRET, "identity_key": IDENTITY_KEY, "public_url": "http://exchange.test"}
    return create_app(read_settings(database_url=database, **known, **kept))


@pytest.fixture
def desk(store: Store, ground: Ground) -> Ground:
    """Lan's file is kept by Trà Vinh."""
    store.write(lambda db: only(db, ground, "Lan", "Trà Vinh"))
    return ground


def told(ground: Ground, **other: Any) -> dict[str, Any]:
    """A placement as the page sends it."""
    usual = {"seeker": str(ground.seekers["Lan"]), "employer_name": "Cơ sở Cơ khí Ba Tri", "job_title": "Thợ hàn"}
    usual |= {"workplace": "86", "brought": "yes", "level": "1", "source": "employer", "request_id": str(new_id())}
    return usual | boxes("started_on", today()) | boxes("on_day", today()) | other


def wrong(text: str) -> list[str]:
    return re.findall(r'id="f-(\w+)-error"', text)


async def test_a_placement_is_entered_proved_with_a_scan_and_found_in_the_list(
    app: App, desk: Ground, client_of: Client
) -> None:
    phuc, form = client_of("Phúc"), told(desk)
    first, again = [await phuc.post("/placements", data=form) for _ in range(2)]
    here = first.headers["location"]
    proof = {"level": "2", "source": "contract", "request_id": str(new_id())} | boxes("on_day", today())

    without = await phuc.post(f"{here}/proof", data=proof)
    files = {"scan": ("../Hợp đồng\r\n.exe", PDF, "text/html")}
    proved = await phuc.post(f"{here}/proof", data=proof, files=files)
    page = (await phuc.get(here)).text
    scan = await phuc.get(re.findall(rf'href="({here}/scans/[^"]+)"', page)[0])
    listed, csv = (await phuc.get("/placements?level=2")).text, (await phuc.get("/placements.csv?level=2")).text

    assert again.headers["location"] == here
    assert (without.status_code, wrong(without.text), proved.status_code) == (422, ["number"], 303)
    assert (scan.content, scan.headers["content-type"]) == (PDF, "application/pdf")
    assert scan.headers["content-disposition"].startswith("attachment;")
    assert scan.headers["x-content-type-options"] == "nosniff"
    assert here in listed
    assert "Cơ sở Cơ khí Ba Tri" in csv
    assert here not in (await phuc.get("/placements?level=1")).text


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG" + bytes(10 * 1024 * 1024), b"%PDF-virus"])
async def test_a_scan_that_is_not_taken_is_said_at_its_field_and_nothing_is_lost(
    content: bytes, app: App, desk: Ground, client_of: Client
) -> None:
    files = {"scan": ("a.pdf", content, "application/pdf")}

    answer = await client_of("Phúc").post("/placements", data=told(desk), files=files)

    assert (answer.status_code, wrong(answer.text)) == (422, ["scan"])
    assert 'value="Thợ hàn"' in answer.text
    assert list(DocumentStore(app.house.settings.documents).kept()) == []


async def test_a_scanner_that_cannot_be_asked_takes_no_scan(store: Store, desk: Ground, client_of: Client) -> None:
    from exchange.documents.codes import DocumentReason
    from exchange.documents.scanning import why_not_clean

    assert why_not_clean("no-such-scanner -", PDF) is DocumentReason.NOT_CHECKED
    assert why_not_clean(f'{sys.executable} -c "raise SystemExit(2)"', PDF) is DocumentReason.NOT_CHECKED
    assert why_not_clean("", PDF) is None


async def test_a_declaration_is_taken_over_with_one_press(store: Store, desk: Ground, client_of: Client) -> None:
    def declare(db: Any) -> Any:
        return Register(db, desk, clock.now()).declare("Lan", job_from=today() - timedelta(days=40))

    claim, said = store.write(declare)
    phuc = client_of("Phúc")
    before = (await phuc.get("/placements/declared")).text
    address = f"/placements/declared/{claim}/{said}"
    answers = [(await phuc.post(address, data={"request_id": str(new_id())})).status_code for _ in range(2)]

    assert address in before
    assert answers == [303, 303]
    assert address not in (await phuc.get("/placements/declared")).text
    assert "0</b>" in (await phuc.get("/placements")).text
    assert "Kiểm tra còn làm việc" in (await phuc.get("/work")).text
    assert (await phuc.get(f"/people/{desk.seekers['Lan']}")).text.count("Ba Tri") == 1


async def test_only_staff_concerned_open_it_and_only_leads_speak_for_a_centre(
    store: Store, desk: Ground, client_of: Client
) -> None:
    own = store.write(lambda db: Register(db, desk, clock.now()).enter("Lan", started_on=today()))

    seen = {
        who: (await client_of(who).get(f"/placements/{own}")).status_code for who in ("Hạnh", "Ngân", "Dung", "Lan")
    }
    spoken = await client_of("Phúc").post(f"/placements/{own}/opinion", data={"words": "Của chúng tôi"})
    asked = (await client_of("Hạnh").get(f"/placements/{own}?act=opinion")).text
    unknown = (await client_of("Hạnh").post(f"/placements/{own}/nonsense", data={})).status_code

    assert seen == {"Hạnh": 200, "Ngân": 200, "Dung": 404, "Lan": 404}
    assert (spoken.status_code, unknown) == (404, 404)
    assert "TTDVVL Trà Vinh" in asked
    assert "Cơ sở Cơ khí Ba Tri" in (await client_of("Lan").get("/me/referrals")).text
