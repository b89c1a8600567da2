"""Registering, inviting and joining, by page."""

import re

from tests.cast import Ground
from tests.vacancies.test_desk_pages import send
from tests.web.conftest import Client
from web.app import App

FORM = {
    "tax_code": "0100109106",
    "name": "Công ty May Sao Mai",
    "kind": "private_firm",
    "size_band": "from_101",
    "province": "86",
    "contact": "Quỳnh",
    "phone": "0912 345 678",
    "email": "quynh@saomai.vn",
}


def link(app: App) -> str:
    """The link in the newest letter."""
    sent = app.house.sender.kept[-1]  # type: ignore[attr-defined]
    found = re.search(r"/invitations/\S+", sent.text)
    assert found
    return found[0]


async def test_an_employer_registers_and_its_contact_begins(client_of: Client, app: App, ground: Ground) -> None:
    app.house.sender.__init__(demo=True)  # type: ignore[misc] # keeps what it sends
    quynh = client_of()
    assert (await send(quynh, "/employers", **(FORM | {"tax_code": "0100109107"}))).status_code == 422
    registered = await send(quynh, "/employers", **FORM)
    assert registered.status_code == 200
    assert "quynh@saomai.vn" in registered.text
    path = link(app)
    assert "Công ty May Sao Mai" in (await quynh.get(path)).text
    short = await send(quynh, path, name="Quỳnh", password="ngắn")
    assert short.status_code == 422
    joined = await send(quynh, path, name="Quỳnh", password="mật khẩu đủ dài")
    assert joined.status_code == 303
    own = (await quynh.get("/employers/new")).text
    employer = re.search(r'href="(/employers/[0-9a-f-]{36})"', own)
    assert employer
    page = (await quynh.get(employer[1])).text
    assert "Chờ trung tâm xác minh" in page
    assert "Chưa có vị trí nào" in page
    assert (await client_of().get(path)).status_code == 404


async def test_a_recruiter_invites_another_and_ends_them(client_of: Client, app: App, ground: Ground) -> None:
    app.house.sender.__init__(demo=True)  # type: ignore[misc]
    dung, here = client_of("Dung"), f"/employers/{ground.employers['May']}"
    assert (await send(dung, f"{here}/recruiters", email="khong phai thu")).status_code == 422
    assert (await send(dung, f"{here}/recruiters", email="moi@vi-du.vn")).status_code == 303
    assert "moi@vi-du.vn" in (await dung.get(here)).text
    assert (await send(client_of(), link(app), name="Mới", password="mật khẩu đủ dài")).status_code == 303
    endings = re.findall(r'action="(/employers/[^"]+/ending)"', (await dung.get(here)).text)
    assert len(endings) == 3
    assert (await send(dung, endings[-1])).status_code == 303
    assert len(re.findall("/ending", (await dung.get(here)).text)) == 2


async def test_who_is_public_and_who_is_not(client_of: Client, ground: Ground) -> None:
    here = f"/employers/{ground.employers['May']}"
    stranger = (await client_of().get(here)).text
    assert "Công ty May Sông Tiền" in stranger
    assert "/recruiters" not in stranger
    assert (await send(client_of("Minh"), f"{here}/recruiters", email="a@b.vn")).status_code == 404
    assert (await client_of().get("/employers")).status_code == 303
    listed = (await client_of("Ngân").get("/employers")).text
    assert "Thủy sản Cửa Đại" in listed
    assert "May Sông Tiền" not in listed
