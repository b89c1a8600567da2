"""A monthly declaration of the search for work names the slips of the month, as lines of its form."""

from datetime import timedelta

from exchange.benefits import search_queries
from exchange.benefits.search_queries import Introduced
from exchange.kernel import clock
from exchange.kernel.db import Store
from exchange.referrals.codes import Answered
from tests.benefits.scene import Scene as Benefits
from tests.cast import Ground
from tests.referrals.scene import Scene, day_of, declined
from tests.referrals.test_pages import issued, signed, today
from tests.web.conftest import Client


def test_slips_are_named_by_the_newest_day_and_cancelled_ones_are_not(scene: Scene) -> None:
    own = scene.issue()
    scene.cancel(scene.issue())
    scene.issue("Sơn")
    scene.answer(own, declined(), now=day_of(5))
    lan = scene.ground.seekers["Lan"]

    def named(after: int) -> list[Introduced]:
        return scene.store.read(lambda db: search_queries.contacts(db, lan, day_of(after)))  # type: ignore[return-value]

    assert [(one.day, one.slip, one.answered) for one in named(0)] == [
        (clock.local_day(day_of(5)), "86-2026-000001", Answered.NOT_HIRED)
    ]
    assert len(named(3)) == 1
    assert named(6) == []


async def test_the_form_is_filled_in_with_them(store: Store, ground: Ground, client_of: Client) -> None:
    claims = Benefits(store, ground)
    claims.today = today()
    claim = claims.receive(received_on=today() - timedelta(days=20))
    claims.appraise(claim, on_day=today() - timedelta(days=10))
    claims.decide(claim, on_day=today() - timedelta(days=3), from_on=today())
    here = await issued(client_of, ground)
    line = f"{today():%d/%m/%Y}: Cơ sở Cơ khí Ba Tri (giấy giới thiệu số 86-{today().year}-000001), Thợ hàn, "

    assert line + "được trung tâm giới thiệu" in (await client_of("Lan").get("/me/benefits")).text
    await client_of("Phúc").post(here + "/answer", data=signed(answer="not_hired", cause="declined"))
    assert line + "Không trúng tuyển" in (await client_of("Lan").get("/me/benefits")).text
