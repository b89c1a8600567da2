"""What a counsellor's form begins with: how the person usually comes."""

import re
from datetime import timedelta

from exchange.journal.kinds import Kind
from exchange.kernel import clock
from exchange.kernel.db import Store
from exchange.seekers.codes import Channel, Group
from exchange.seekers.file_tables import SeekerGroup
from tests.benefits import scene as benefits
from tests.cast import Ground
from tests.counselling.test_pages import address, today
from tests.web.conftest import Client
from tests.web.helped import entries


async def test_the_form_begins_as_the_person_usually_comes(store: Store, ground: Ground, client_of: Client) -> None:
    group = {"seeker_id": ground.seekers["Sơn"], "kind": Group.SOLDIER, "since": today() - timedelta(days=30)}
    store.write(lambda db: db.add(SeekerGroup(**group, channel=Channel.COUNTER, at=clock.now())))

    page = (await client_of("Phúc").get(address(ground, "Sơn"))).text

    assert re.findall(r'<option value="(\w+)" selected>', page) == ["nothing", "soldier", "counter", "86"]
    assert f'name="on_day_day" inputmode="numeric" value="{today().day}"' in page
    assert entries(store, Kind.SEEKER_FILE_OPENED)[0][0] == ground.accounts["Phúc"]


async def test_who_has_a_claim_comes_because_of_it(store: Store, ground: Ground, client_of: Client) -> None:
    desk = benefits.Scene(store, ground)
    desk.today = today()
    before = (await client_of("Phúc").get(address(ground))).text

    desk.receive("Lan", received_on=today(), contract_ended_on=today())
    page = (await client_of("Phúc").get(address(ground))).text

    assert re.findall(r'<option value="(\w+)" selected>', before)[1] == "job_seeker"
    assert re.findall(r'<option value="(\w+)" selected>', page)[1] == "benefit"
