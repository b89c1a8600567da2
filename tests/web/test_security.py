"""What a stranger, a foreign page or an old cookie may not do."""

import pytest

from exchange.kernel.db import Store
from tests.cast import PASSWORD, Ground
from tests.web.conftest import Client
from web.app import App
from web.live.admission import Admission, Refusal
from web.live.frames import Close

EVIL = "https://evil.example"


@pytest.mark.parametrize(
    "headers", [{"Origin": EVIL}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}, {"Sec-Fetch-Site": "same-site"}]
)
async def test_a_form_from_a_foreign_page_is_refused(
    headers: dict[str, str], ground: Ground, client_of: Client
) -> None:
    path = f"/booths/{ground.booths['May']}/tickets"
    answer = await client_of("Lan").post(path, headers=headers)
    assert answer.status_code == 403
    assert "#my-ticket" not in (await client_of("Lan").get("/me")).text


async def test_a_form_from_our_own_page_is_taken(ground: Ground, client_of: Client) -> None:
    path = f"/booths/{ground.booths['May']}/tickets"
    ours = {"Origin": "http://exchange.test", "Sec-Fetch-Site": "same-origin"}
    assert (await client_of("Lan").post(path, headers=ours)).status_code == 303


async def test_a_planted_cookie_is_worth_nothing_after_signing_in(client_of: Client) -> None:
    browser = client_of()
    browser.cookies.set("login", "attackerchosen")
    answer = await browser.post("/sign-in/password", data={"email": "dung@vi-du.vn", "password": PASSWORD})
    assert answer.status_code == 303
    token = answer.headers["set-cookie"]
    assert "attackerchosen" not in token
    assert "HttpOnly" in token
    assert "SameSite=lax" in token


async def test_a_strangers_page_sets_no_cookie(ground: Ground, client_of: Client) -> None:
    for path in ("/", "/fairs", f"/booths/{ground.booths['May']}", "/sign-in"):
        assert "set-cookie" not in (await client_of().get(path)).headers


async def test_wrong_passwords_are_slowed_and_told_the_same_for_nobody(client_of: Client) -> None:
    said = set()
    for email in ("dung@vi-du.vn", "khongco@vi-du.vn"):
        browser = client_of()
        for _ in range(4):
            answer = await browser.post("/sign-in/password", data={"email": email, "password": "sai-mat-khau"})
            said.add((answer.status_code, answer.text.count("chưa đúng")))
        answer = await browser.post("/sign-in/password", data={"email": email, "password": PASSWORD})
        assert answer.status_code == 429
    assert len(said) == 1


async def test_signing_out_ends_the_login_everywhere_at_once(ground: Ground, client_of: Client) -> None:
    first, second = client_of("Lan"), client_of("Lan")
    assert (await second.get("/me")).status_code == 200
    await first.post("/sign-out")
    assert (await second.get("/me")).status_code == 303


async def test_nobody_ends_anothers_login(ground: Ground, client_of: Client) -> None:
    assert (await client_of("Sơn").post(f"/logins/{ground.logins['Lan']}/end")).status_code == 404
    assert (await client_of("Lan").get("/me")).status_code == 200


async def test_after_signing_in_one_goes_only_to_pages_of_ours(client_of: Client) -> None:
    for path in (
        EVIL,
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/\r\nSet-Cookie: a=b",
    ):
        sent = {"email": "dung@vi-du.vn", "password": PASSWORD, "next": path}
        answer = await client_of().post("/sign-in/password", data=sent)
        assert answer.headers["location"] == "/desks"  # where a recruiter's work is


async def test_the_code_is_right_once_and_only_newest(
    store: Store, ground: Ground, app: App, client_of: Client
) -> None:
    from exchange.accounts import actions
    from exchange.kernel import clock

    secret = app.house.settings.secret
    digits = store.write(lambda db: actions.make_code(db, "+84909123450", secret=secret, now=clock.now()))
    for wanted in (303, 422):
        browser = client_of()
        answer = await browser.post("/sign-in/code?phone=%2B84909123450&next=/me", data={"code": digits})
        assert answer.status_code == wanted


async def test_pages_carry_the_headers_that_keep_them_ours(client_of: Client) -> None:
    headers = (await client_of().get("/")).headers
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert (await client_of("Lan").get("/me")).headers["cache-control"] == "private, no-store"


def handshake(ground: Ground, page: str, *, name: str = "", origin: str = "http://exchange.test") -> dict[str, object]:
    cookie = f"login={ground.tokens[name]}" if name else ""
    headers = [(b"origin", origin.encode()), (b"host", b"exchange.test"), (b"cookie", cookie.encode())]
    query = f"page={page}&since=0".encode()
    return {"path": f"/live/fairs/{ground.fair_id}", "query_string": query, "headers": headers, "client": ("::1", 1)}


async def test_a_socket_from_a_foreign_page_is_refused(ground: Ground, app: App) -> None:
    answer = await app.house.gate.admit(handshake(ground, "lobby", origin=EVIL))
    assert isinstance(answer, Refusal)
    assert int(answer.code) == 403
    answer = await app.house.gate.admit(handshake(ground, "lobby", origin=""))
    assert isinstance(answer, Refusal)


async def test_a_socket_hears_only_what_its_page_may_show(ground: Ground, app: App) -> None:
    may = ground.booths["May"]
    wanted: list[tuple[str, str, object]] = [
        ("", "lobby", None),
        ("", f"desk/{may}", Close.SIGNED_OUT),
        ("Lan", f"desk/{may}", Close.NOT_YOURS),
        ("Minh", f"desk/{may}", Close.NOT_YOURS),
        ("Dung", f"desk/{may}", None),
        ("Lan", "floor", Close.NOT_YOURS),
        ("Hạnh", "floor", None),
        ("", "me", Close.SIGNED_OUT),
        ("Lan", "me", None),
        ("Lan", "nonsense", Close.NOT_YOURS),
    ]
    for name, page, code in wanted:
        answer = await app.house.gate.admit(handshake(ground, page, name=name))
        assert (answer.code if isinstance(answer, Refusal) else None) == code, (name, page)
        assert isinstance(answer, Admission) is (code is None)


@pytest.mark.parametrize("path", ["/booths/x", "/tickets/1", "/t/%00", "/static/../web/app.py", "/fairs/" + "a" * 5000])
async def test_an_address_that_means_nothing_is_not_found(path: str, client_of: Client) -> None:
    assert (await client_of().get(path)).status_code == 404


async def test_the_database_name_of_a_fault_is_never_shown(client_of: Client, app: App) -> None:
    answer = await client_of().get("/api/v1/fairs/0199f3c4-0000-7000-8000-000000000000")
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["status"] == 404
