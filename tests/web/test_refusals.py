"""A button that is refused says why, in place: it has no page to put a form on."""

import re

from exchange.kernel import clock
from exchange.kernel.db import Store
from tests.cast import Ground
from tests.web.acts import interview_of
from tests.web.conftest import Client


async def test_an_outcome_without_its_reason_is_told_to_the_button(
    store: Store, ground: Ground, client_of: Client
) -> None:
    store.write(lambda db: ground.talk(db, "Lan", "Dung", now=clock.now()))
    interview = store.write(lambda db: interview_of(ground, db))
    sent = {"outcome": "not_this_time"}
    path, pressed = f"/interviews/{interview}/outcome", {"HX-Request": "true"}
    told = await client_of("Dung").post(path, data=sent, headers=pressed)
    assert told.status_code == 422
    assert '<hx-partial hx-target="#notice"' in told.text
    assert "lý do" in told.text
    assert "<html" not in told.text
    assert "<html" in (await client_of("Dung").post(path, data=sent)).text  # without JavaScript: the page


async def test_a_number_without_consent_is_refused_on_the_booths_own_page(
    store: Store, ground: Ground, client_of: Client
) -> None:
    lan, path = client_of("Lan"), f"/booths/{ground.booths['May']}"
    await lan.post("/me/consents", data={"purpose": "employers", "given": ""})
    refused = await lan.post(f"{path}/tickets")
    assert refused.status_code == 422
    assert re.search(r'<div id="notice" role="alert">\s*<div class="note bad">', refused.text)
    assert 'href="/me#consents"' in refused.text
