"""A person's own file: read, corrected, taken away, and nobody else's."""

import json

import pytest
from sqlalchemy import select

from exchange.journal.kinds import Kind
from exchange.journal.tables import Entry
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from tests.cast import Ground
from tests.web.conftest import Client

_e = columns(Entry)


async def test_a_person_reads_who_opened_the_file_and_why(ground: Ground, client_of: Client) -> None:
    await client_of("Phúc").get(f"/people/{ground.seekers['Lan']}?why=benefit")

    page = (await client_of("Lan").get("/me/file")).text

    assert "Trần Thị Lan" in page
    assert "TTDVVL Trà Vinh: giải quyết bảo hiểm thất nghiệp" in page


async def test_a_person_corrects_what_is_wrong(ground: Ground, client_of: Client) -> None:
    lan = client_of("Lan")

    saved = await lan.post("/me/file/work", data={"specialty": "May công nghiệp", "qualification": "elementary"})
    wrong = await lan.post("/me/file/identity", data={"full_name": "Lan", "birth_year": "1800", "sex": "female"})

    assert (saved.status_code, wrong.status_code) == (303, 422)
    assert "Sơ cấp, May công nghiệp" in (await lan.get("/me/file")).text
    assert 'value="1800"' in wrong.text


async def test_taking_the_file_away_is_written_down(store: Store, ground: Ground, client_of: Client) -> None:
    answer = await client_of("Lan").get("/me/file.json")

    taken = json.loads(answer.text)
    assert answer.headers["content-disposition"].startswith("attachment")
    assert taken["file"]["name"] == "Trần Thị Lan"
    assert {one["purpose"] for one in taken["consents"]} == {"matching", "employers", "provinces", "messages"}
    written = select(_e.seeker_id).where(_e.kind == Kind.SEEKER_FILE_TAKEN)
    assert store.read(lambda db: db.scalars(written).all()) == [ground.seekers["Lan"]]


@pytest.mark.parametrize("path", ["/me/file", "/me/file.json", "/me/file/work"])
async def test_who_has_no_file_sees_none(path: str, ground: Ground, client_of: Client) -> None:
    assert (await client_of("Dung").get(path)).status_code == 404
    assert (await client_of("Phúc").get(path)).status_code == 404
    assert (await client_of().get(path)).status_code in (303, 404)


async def test_there_is_no_other_part(ground: Ground, client_of: Client) -> None:
    assert (await client_of("Lan").get("/me/file/secrets")).status_code == 404
    assert (await client_of("Lan").post("/me/file/secrets", data={})).status_code == 404
