"""Registering somebody by script: found again rather than doubled, each answer at its field, once."""

from uuid import UUID

from sqlalchemy import func, select

from exchange.fairs.tables import FairSeeker
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from exchange.kernel.ids import new_id
from exchange.seekers import queries as seekers
from exchange.seekers.codes import Channel, Purpose
from exchange.seekers.tables import Seeker
from tests.cast import Ground
from tests.web.conftest import Client
from tests.web.helped import card, entries, people

MINH_ANH = {
    "name": "Kim Thị Minh Anh", "phone": "0912 345 678", "birth_year": "1996", "sex": "female", "province": "86",
    "commune": "Trường Long Hòa", "wish": "Chế biến thủy sản", "channel": "phone",
    "matching": "yes", "employers": "yes",
}  # fmt: skip
_s, _p = columns(Seeker), columns(FairSeeker)


async def test_a_newcomer_is_registered_by_script_once(store: Store, ground: Ground, client_of: Client) -> None:
    form = MINH_ANH | {"request_id": str(new_id())}

    first = await client_of("Ngân").post(people(ground), data=form)
    again = await client_of("Ngân").post(people(ground), data=form)

    assert (first.status_code, first.headers["location"]) == (303, again.headers["location"])
    seeker_id = UUID(first.headers["location"].rpartition("/")[2])
    row = store.read(lambda db: db.execute(select(_s).where(_s.id == seeker_id)).one())
    assert (row.full_name, row.phone, row.centre_id) == ("Kim Thị Minh Anh", "+84912345678", ground.centres["Bến Tre"])
    site = store.read(lambda db: db.execute(select(_p).where(_p.seeker_id == seeker_id)).one())
    assert (site.centre_id, site.channel, site.checked_in_at) == (ground.centres["Bến Tre"], Channel.PHONE, None)
    assert store.read(lambda db: seekers.gave(db, seeker_id)) == {Purpose.MATCHING, Purpose.EMPLOYERS}
    assert (await client_of("Ngân").get(first.headers["location"])).status_code == 200


async def test_the_script_says_what_is_wrong_at_each_field_and_keeps_the_rest(
    store: Store, ground: Ground, client_of: Client
) -> None:
    before = store.read(lambda db: db.scalar(select(func.count()).select_from(Seeker)))

    wrong = {"phone": "12", "birth_year": "mười", "province": "00", "channel": "", "employers": ""}
    answer = await client_of("Ngân").post(people(ground), data=MINH_ANH | wrong)

    assert answer.status_code == 422
    for field in ("phone", "birth_year", "province", "channel"):
        assert f'id="f-{field}-error"' in answer.text, field
    assert 'value="Kim Thị Minh Anh"' in answer.text
    assert 'value="mười"' in answer.text
    assert store.read(lambda db: db.scalar(select(func.count()).select_from(Seeker))) == before


async def test_a_needed_consent_that_was_not_given_is_said_there(ground: Ground, client_of: Client) -> None:
    answer = await client_of("Ngân").post(people(ground), data=MINH_ANH | {"employers": ""})

    assert answer.status_code == 422
    assert 'id="f-employers-error"' in answer.text


async def test_a_known_person_keeps_the_file_there_is(store: Store, ground: Ground, client_of: Client) -> None:
    known = MINH_ANH | {"name": "Trần Lan", "phone": "0909 123 450", "birth_year": "1990"}

    answer = await client_of("Phúc").post(people(ground), data=known)

    assert answer.headers["location"] == card(ground, "Lan")


async def test_who_shares_a_telephone_gets_an_own_file(store: Store, ground: Ground, client_of: Client) -> None:
    sister = MINH_ANH | {"name": "Trần Thị Huệ", "phone": "0909 123 450", "birth_year": "1990"}

    answer = await client_of("Phúc").post(people(ground), data=sister)

    assert answer.status_code == 303
    assert answer.headers["location"] != card(ground, "Lan")


async def test_a_person_of_another_site_is_not_taken_over(ground: Ground, client_of: Client) -> None:
    known = MINH_ANH | {"name": "Trần Thị Lan", "phone": "0909 123 450", "birth_year": "1990"}

    answer = await client_of("Ngân").post(people(ground), data=known)

    assert answer.status_code == 422
    assert "ở một điểm cầu khác" in answer.text
    assert (await client_of("Ngân").get(card(ground, "Lan"))).status_code == 404


async def test_who_comes_to_the_counter_is_present_once(store: Store, ground: Ground, client_of: Client) -> None:
    made = await client_of("Ngân").post(people(ground), data=MINH_ANH)

    for _ in range(2):
        answer = await client_of("Ngân").post(f"{made.headers['location']}/entry", data={"channel": "counter"})
        assert answer.status_code == 303

    seeker_id = UUID(made.headers["location"].rpartition("/")[2])
    checked = entries(store, Kind.SEEKER_CHECKED_IN)
    assert checked == [(ground.accounts["Ngân"], seeker_id, seeker_id)]
