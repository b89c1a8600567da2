"""Two counsellors at one machine: what one typed is never sent in the other's name."""

from sqlalchemy import func, select

from exchange.counselling.tables import Consultation
from exchange.kernel.db import Store
from tests.cast import Ground
from tests.counselling.test_pages import address, filled
from tests.web.conftest import Client


async def test_what_a_colleague_typed_is_refused_under_another_login(
    store: Store, ground: Ground, client_of: Client
) -> None:
    typed = filled(account=str(ground.accounts["Phúc"]))

    refused = await client_of("Hạnh").post(address(ground), data=typed)
    saved = await client_of("Phúc").post(address(ground), data=typed)

    assert (refused.status_code, saved.status_code) == (422, 303)
    assert "do đồng nghiệp nhập trên máy này" in refused.text
    assert store.read(lambda db: db.scalar(select(func.count()).select_from(Consultation))) == 1
