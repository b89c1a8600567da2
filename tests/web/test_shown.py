"""What pages say at odd moments: over midnight, once called, once open, once withdrawn."""

import re
from datetime import timedelta

from sqlalchemy import update

from exchange.booths.consent_actions import change_word
from exchange.fairs import access as fair_access
from exchange.fairs import actions as fair_actions
from exchange.fairs.codes import Audience
from exchange.fairs.tables import Fair, ProgrammeItem
from exchange.journal.log import By
from exchange.kernel import clock
from exchange.kernel.clock import VIETNAM
from exchange.kernel.columns import columns
from exchange.kernel.db import Store, Writing
from exchange.seekers.codes import Channel, Purpose
from tests.cast import Ground
from tests.web.acts import interview_of
from tests.web.conftest import Client
from web.render import day


async def test_a_fair_over_midnight_names_both_days(store: Store, ground: Ground, client_of: Client) -> None:
    begins = (clock.now() - timedelta(days=1)).astimezone(VIETNAM).replace(hour=17, minute=45)
    ends, today = begins + timedelta(days=2), columns(Fair)
    moved = update(Fair).where(today.id == ground.fair_id).values(opens_at=begins, closes_at=ends)
    store.write(lambda db: db.execute(moved))
    said = f"17:45,\u00a0{day(begins)} – 17:45,\u00a0{day(ends)}"

    for who, path in (("", f"/fairs/{ground.fair_id}"), ("", "/fairs"), ("Hạnh", f"/fairs/{ground.fair_id}/floor")):
        assert said in (await client_of(who).get(path)).text, path
    assert said in (await client_of("Hạnh").get("/staff")).text


async def test_a_part_of_the_programme_on_another_day_names_it(store: Store, ground: Ground, client_of: Client) -> None:
    later = clock.now() + timedelta(days=1)

    def add(db: Writing) -> None:
        for at, title in ((ground.opens_at, "Khai mạc"), (later, "Tư vấn học nghề")):
            db.add(ProgrammeItem(fair_id=ground.fair_id, starts_at=at, title=title))

    store.write(add)
    page = (await client_of().get(f"/fairs/{ground.fair_id}")).text

    assert f"({day(later)})" in page
    assert f"({day(ground.opens_at)})" not in page


async def test_an_urgent_announcement_says_so_in_a_word(store: Store, ground: Ground, client_of: Client) -> None:
    host = ground.viewer("Hạnh")
    store.write(
        lambda db: fair_actions.announce(
            db, desk := fair_access.host_desk(db, host, ground.fair_id), Audience.EVERYONE, "Mất điện ở sảnh",
            urgent=True, by=By(desk.account_id), now=clock.now(),
        )
    )  # fmt: skip

    page = (await client_of().get(f"/fairs/{ground.fair_id}")).text

    assert re.search(r'<span class="tag bad">.*?Khẩn</span>', page)
    assert 'data-say="Thông báo khẩn: Mất điện ở sảnh"' in page


async def test_who_is_called_waits_no_more_on_the_desk(store: Store, ground: Ground, client_of: Client) -> None:
    store.write(lambda db: ground.talk(db, "Lan", "Dung", now=clock.now()))
    store.write(lambda db: ground.ticket(db, "Sơn", now=clock.now()))

    lines = re.findall(r'<tr id="line-.*?</tr>', (await client_of("Dung").get(desk_of(ground))).text, re.DOTALL)

    assert [("data-since" in line) for line in lines] == [False, True]


async def test_a_booth_whose_people_are_all_elsewhere_says_so(store: Store, ground: Ground, client_of: Client) -> None:
    store.write(lambda db: ground.ticket(db, "Lan", "Thủy sản", now=clock.now()))
    store.write(lambda db: ground.talk(db, "Lan", "Dung", now=clock.now()))

    floor = (await client_of("Hạnh").get(f"/fairs/{ground.fair_id}/floor")).text

    assert "đang ở gian khác" in floor


async def test_who_withdrew_a_needed_consent_is_led_to_where_one_agrees(
    store: Store, ground: Ground, client_of: Client
) -> None:
    said = {"given": False, "channel": Channel.ONLINE, "by": By(ground.accounts["Lan"]), "now": clock.now()}
    store.write(lambda db: change_word(db, ground.seekers["Lan"], Purpose.EMPLOYERS, **said))
    lan, path = client_of("Lan"), f"/booths/{ground.booths['May']}"

    seen, refused = await lan.get(path), await lan.post(f"{path}/tickets", data={})

    assert refused.status_code == 422
    for page in (seen.text, refused.text):
        assert 'href="/me#consents"' in page
        assert "Lấy số thứ tự" not in page
    assert 'id="consents"' in (await lan.get("/me")).text


async def test_a_fair_that_is_open_is_not_asked_to_open(ground: Ground, client_of: Client) -> None:
    page = (await client_of("Hạnh").get(f"/fairs/{ground.fair_id}/opening")).text

    assert "Đã khai mạc lúc" in page
    assert "Khai mạc phiên bây giờ?" not in page
    assert f'action="/fairs/{ground.fair_id}/opening"' not in page


async def test_a_number_is_taken_before_the_vacancies_are_read(ground: Ground, client_of: Client) -> None:
    page = (await client_of().get(f"/booths/{ground.booths['May']}")).text

    assert page.index("Lấy số thứ tự") < page.index('id="booth-vacancies"')


async def test_what_an_employer_may_leave_out_is_marked(client_of: Client) -> None:
    page = (await client_of().get("/employers/new")).text

    optional = re.findall(r'<label for="f-(\w+)">[^<]* <span class="soft">\(không bắt buộc\)', page)
    assert optional == ["kind", "size_band", "address", "contact", "phone"]


def desk_of(ground: Ground) -> str:
    return f"/desks/{ground.booths['May']}"


async def test_who_is_hired_is_hired_for_a_vacancy_and_reads_which(
    store: Store, ground: Ground, client_of: Client
) -> None:
    store.write(lambda db: ground.talk(db, "Lan", "Dung", now=clock.now()))
    talk, seat = store.write(lambda db: (interview_of(ground, db), ground.ticket(db, "Lan", now=clock.now())))
    dung, path = client_of("Dung"), f"/interviews/{talk}/outcome"
    first, second = ground.vacancies["May"]

    refused = await dung.post(path, data={"outcome": "hired", "vacancy_id": ""})
    given = await dung.post(path, data={"outcome": "hired", "vacancy_id": str(second)})

    assert refused.status_code == 422
    assert 'id="f-vacancy_id-error"' in refused.text
    assert f'<option value="">Chọn vị trí</option><option value="{first}">' in refused.text
    assert given.status_code == 303
    assert "vào làm: Tổ trưởng." in (await client_of("Lan").get(f"/tickets/{seat.ticket_id}")).text


async def test_the_questions_end_with_the_consents_and_the_last_look_names_them(client_of: Client) -> None:
    browser = client_of()
    answers = {"name": "Trần Văn Bảy", "phone": "0987654321", "birth_year": "1989", "sex": "male", "wish": "Bảo vệ"}
    for step, value in answers.items():
        await browser.post(f"/register/{step}", data={step: value})
    await browser.post("/register/place", data={"province": "86"})

    none = await browser.post("/register/consents", data={})
    await browser.post("/register/consents", data={"matching": "yes", "employers": "yes"})
    look = (await browser.get("/register/check")).text

    assert "Đây là bước cuối." in none.text
    assert re.findall(r'id="f-(\w+)-error"', none.text) == ["matching", "employers"]
    said = [
        label for label in (Purpose.MATCHING.label, Purpose.EMPLOYERS.label, Purpose.MESSAGES.label) if label in look
    ]
    assert said == [Purpose.MATCHING.label, Purpose.EMPLOYERS.label]


async def test_whoever_tries_too_often_is_told_how_long_to_wait(client_of: Client) -> None:
    browser, sent = client_of(), {"email": "hanh@vi-du.vn", "password": "khong-phai-mat-khau"}
    for _ in range(4):
        await browser.post("/sign-in/password", data=sent)

    told = await browser.post("/sign-in/password", data=sent)

    assert told.status_code == 429
    assert re.search(r"chờ [12] giây rồi thử lại", told.text)
