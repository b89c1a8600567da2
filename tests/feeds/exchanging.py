"""A centre that exchanges: a national partner that is not reached, a source with a record that cannot be taken."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from exchange.accounts.queries import Viewer
from exchange.accounts.tables import AccountId, LoginId
from exchange.feeds import actions, pull_actions, push_actions
from exchange.feeds.access import feeds_desk
from exchange.feeds.codes import PartnerKind, WireFault
from exchange.feeds.partner_actions import PartnerGiven, add_partner
from exchange.feeds.source_actions import SourceGiven, add_source
from exchange.feeds.wire import Reply
from exchange.kernel.db import Writing
from exchange.kernel.ids import new_id
from exchange.kernel.vault import Vault
from tests.feeds.scene import SOMEWHERE, put
from tests.fixtures.databases import IDENTITY_KEY


def exchanging(db: Writing, account: UUID, *, now: datetime, gives_up: bool = False) -> dict[str, Any]:
    """The ids of the partner and the source; `gives_up`: sending was given up days ago."""
    vault, viewer = Vault(IDENTITY_KEY), Viewer(AccountId(account), LoginId(new_id()), "Hạnh")
    desk, begun = feeds_desk(db, viewer), now - timedelta(days=4 if gives_up else 0)
    told: Any = {"vault": vault, "private": True, "request_id": None, "now": begun}
    given: dict[str, Any] = {"kind": PartnerKind.NATIONAL, "wants_vacancies": True, "wants_results": True}
    address = "https://sanvieclam.invalid/nhan-tin"
    opened = add_partner(db, desk, PartnerGiven(name="Sàn việc làm quốc gia", address=address, **given), **told)
    actions.refresh(db, desk.centre_id, now=begun)
    message = push_actions.claim(db, vault=vault, public_url="http://exchange.test", now=begun)
    if message:
        push_actions.settle(db, message.delivery_id, Reply(fault=WireFault.TIMED_OUT), now=now)
    where = f"https://cantho.invalid/api/v1/feed?centre={SOMEWHERE}"
    source = add_source(db, desk, SourceGiven(name="Trung tâm Cần Thơ", address=where), **told)
    asked = pull_actions.claim(db, vault=vault, now=now, only=source)
    items = [put(1, "Công nhân chế biến thủy sản"), put(2, "Thợ hàn", provinces=["84"]), put(3, "Kế toán", openings=-1)]
    page = {"as_of": 3, "after": 0, "next_after": None, "items": items}
    if asked:
        pull_actions.take(db, asked, Reply(200, msgspec.json.encode(page)), now=now)
    return {"partner": opened.partner_id, "source": source}
