"""Worklists through their pages: who sees them, a press that settles, and what is wrong said at its field."""

import re
from datetime import date, timedelta

import pytest

from exchange.counselling.appointment_queries import waiting
from exchange.counselling.codes import Result
from exchange.kernel.db import Store
from exchange.kernel.ids import new_id
from tests.cast import Ground
from tests.counselling import test_pages as counsel
from tests.web.conftest import Client
from tests.web.told import today


async def meet_again(ground: Ground, client: Client, who: str = "Lan", day: date | None = None) -> None:
    """Phúc counselled somebody last week who is to come again."""
    form = counsel.filled(result=Result.APPOINTMENT.value)
    form |= counsel.boxes("on_day", today() - timedelta(days=7)) | counsel.boxes("next_on", day or today())
    answer = await client("Phúc").post(counsel.address(ground, who), data=form)
    assert answer.status_code == 303


def open_ones(store: Store, ground: Ground) -> list[str]:
    until = today() + timedelta(days=30)
    return [one.name for one in store.read(lambda db: waiting(db, ground.centres["Trà Vinh"], until))]


@pytest.mark.parametrize("path", ["/work", "/work?whose=centre", "/work/room"])
async def test_only_staff_have_worklists(path: str, ground: Ground, client_of: Client) -> None:
    stranger = await client_of(None).get(path)
    answers = {who: (await client_of(who).get(path)).status_code for who in ("Lan", "Dung", "Phúc", "Hạnh")}

    assert stranger.headers["location"].startswith("/sign-in/password")
    assert answers == {"Lan": 404, "Dung": 404, "Phúc": 404 if path == "/work/room" else 200, "Hạnh": 200}


async def test_worklists_stand_under_the_desk(ground: Ground, client_of: Client) -> None:
    answer = await client_of("Phúc").get("/work")

    assert re.search(r'<a href="/staff"[^>]* aria-current="page"', answer.text)


async def test_my_duties_are_told_with_their_day_and_the_centres_with_whose_they_are(
    ground: Ground, client_of: Client
) -> None:
    await meet_again(ground, client_of, day=today() - timedelta(days=2))

    mine = (await client_of("Phúc").get("/work")).text
    of_lead = (await client_of("Hạnh").get("/work")).text
    centre = (await client_of("Hạnh").get("/work?whose=centre&when=overdue&kind=appointment")).text
    elsewhere = (await client_of("Ngân").get("/work?whose=centre")).text

    assert "Trần Thị Lan" in mine
    assert "quá 2 ngày" in mine
    assert "Trần Thị Lan" not in of_lead
    assert "Trần Thị Lan" in centre
    assert "0909 123 450" in centre
    assert "Trần Thị Lan" not in elsewhere


async def test_one_press_settles_it_and_the_same_list_comes_back(
    store: Store, ground: Ground, client_of: Client
) -> None:
    await meet_again(ground, client_of)
    own, here = counsel.written(store), "/work?whose=centre&when=today"

    answer = await client_of("Hạnh").post(
        f"/consultations/{own}/appointment", data={"settled": "missed", "back": here, "request_id": str(new_id())}
    )
    page = (await client_of("Hạnh").get(f"/consultations/{own}")).text

    assert (answer.status_code, answer.headers["location"]) == (303, here)
    assert open_ones(store, ground) == []
    assert "Không đến" in page


@pytest.mark.parametrize("back", ["https://vi-du.vn/", "//vi-du.vn", "/workshop", ""])
async def test_it_never_leads_out_of_the_house(back: str, store: Store, ground: Ground, client_of: Client) -> None:
    await meet_again(ground, client_of)
    own = counsel.written(store)

    answer = await client_of("Phúc").post(f"/consultations/{own}/appointment", data={"settled": "done", "back": back})

    assert answer.headers["location"] == f"/consultations/{own}"


async def test_moved_without_a_day_is_said_at_the_field(store: Store, ground: Ground, client_of: Client) -> None:
    await meet_again(ground, client_of)
    own = counsel.written(store)

    answer = await client_of("Phúc").post(f"/consultations/{own}/appointment", data={"settled": "moved"})
    nothing = await client_of("Phúc").post(f"/consultations/{own}/appointment", data={})

    assert answer.status_code == nothing.status_code == 422
    assert "Anh/chị ghi ngày hẹn mới." in answer.text
    assert open_ones(store, ground) == ["Trần Thị Lan"]


async def test_another_centre_settles_nothing(store: Store, ground: Ground, client_of: Client) -> None:
    await meet_again(ground, client_of)
    own = counsel.written(store)

    answer = await client_of("Ngân").post(f"/consultations/{own}/appointment", data={"settled": "done"})

    assert answer.status_code == 404
    assert open_ones(store, ground) == ["Trần Thị Lan"]


async def test_the_lead_sees_how_much_waits_for_whom(ground: Ground, client_of: Client) -> None:
    await meet_again(ground, client_of, day=today() - timedelta(days=1))

    page = (await client_of("Hạnh").get("/work/room")).text

    assert f"/work?whose={ground.accounts['Phúc']}" in page
    assert "Phúc" in page
