"""Correcting an outcome through its page."""

import re

from exchange.booths import result_queries
from exchange.booths.codes import OutcomeCode
from exchange.kernel import clock
from exchange.kernel.db import Store
from tests.cast import Ground
from tests.web.conftest import Client


async def test_a_saved_edit_that_changes_nothing_keeps_hired(store: Store, ground: Ground, client_of: Client) -> None:
    outcome = store.write(lambda db: ground.hire(db, "Lan", "Dung", now=clock.now()))
    path = f"/desks/{ground.booths['May']}/results/{outcome}"
    page = (await client_of("Dung").get(path)).text
    chosen = re.search(r'<input type="radio"[^>]*value="hired"[^>]*>', page)
    assert chosen
    assert "checked" in chosen[0]
    sent = {"outcome": "hired", "vacancy_id": str(ground.vacancies["May"][0]), "because": "Ghi thêm lý do"}
    assert (await client_of("Dung").post(path, data=sent)).status_code == 303
    standing = store.read(lambda db: result_queries.results(db, ground.booths["May"]))[0]
    assert standing.code is OutcomeCode.HIRED


async def test_a_correction_without_a_reason_is_refused_and_nothing_typed_is_lost(
    store: Store, ground: Ground, client_of: Client
) -> None:
    outcome = store.write(lambda db: ground.hire(db, "Lan", "Dung", now=clock.now()))
    path = f"/desks/{ground.booths['May']}/results/{outcome}"
    answer = await client_of("Dung").post(path, data={"outcome": "not_this_time", "reason": "wage", "because": " "})
    assert answer.status_code == 422
    assert "Sửa kết quả cần ghi lý do." in answer.text
    assert '<option value="wage" selected>' in answer.text


async def test_another_employers_outcome_does_not_exist(store: Store, ground: Ground, client_of: Client) -> None:
    outcome = store.write(lambda db: ground.hire(db, "Lan", "Dung", now=clock.now()))
    for booth in ground.booths.values():
        path = f"/desks/{booth}/results/{outcome}"
        assert (await client_of("Minh").get(path)).status_code == 404
        assert (await client_of().get(path)).status_code == 404
