"""Who checked in at the door without an account, and what staff say of them; where the pages stand in the menu."""

import re

import pytest
from sqlalchemy import select

from exchange.group_talks.tables import CheckInDoor, WalkIn
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from tests.cast import Ground
from tests.group_talks.test_pages import only_id, talk
from tests.web.conftest import Client


async def test_who_was_left_out_without_a_reason_stays_left_out_on_the_form(
    store: Store, ground: Ground, client_of: Client
) -> None:
    phuc = client_of("Phúc")
    here = await talk(phuc, ground)
    await phuc.post(f"{here}/check-in", data={})
    token = store.read(lambda db: db.scalars(select(columns(CheckInDoor).token)).one())
    said = {"name": "Kim Sô Phát", "birth_year": "2003", "phone": "0909123499"}
    await client_of().post(f"/check-in/{token}", data=said)

    answer = await phuc.post(f"{here}/walk-ins/{only_id(store, WalkIn)}", data={"seeker": "nobody"})

    assert answer.status_code == 422
    assert '<option value="nobody" selected>' in answer.text


@pytest.mark.parametrize("path", ["/group-talks", "/cohorts", "/cohorts/new"])
async def test_the_pages_stand_under_counselling(path: str, ground: Ground, client_of: Client) -> None:
    answer = await client_of("Phúc").get(path)

    assert re.search(r'<a href="/counsel"[^>]* aria-current="page"', answer.text)
