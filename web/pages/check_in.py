"""The door of a group talk: its code on the staff's screen, and the page behind the code for whoever is there."""

from typing import Any
from uuid import UUID

import segno
from litestar import Response, get, post
from litestar.params import FromPath

from exchange.centres import queries as centres
from exchange.group_talks import access as group_access
from exchange.group_talks import check_in_actions
from exchange.group_talks import queries as group_queries
from exchange.group_talks.given import WalkInGiven
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.texts import N_
from exchange.seekers.access import own_file
from exchange.seekers.queries import seeker_of_account
from web.forms import MISSING, Form
from web.pages.group_talk_acts import act
from web.visit import Asked, Visit

_YEAR = N_("Năm sinh gồm bốn chữ số, ví dụ 2001.")


@get("/group-talks/{talk_id:uuid}/check-in")
async def door(visit: Asked, talk_id: FromPath[UUID]) -> Response[bytes]:
    """The code, as large as a hall needs it."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/group-talks/{talk_id}/check-in")

    def ask(db: Reading) -> dict[str, Any]:
        desk = group_access.talk_desk(db, visit.viewer, talk_id)
        whole = group_queries.talk(db, desk)
        today = whole.told.facts.on_day == local_day(visit.now)
        return {"whole": whole, "token": check_in_actions.open_token(db, talk_id) if today else None}

    values = await visit.read(ask)
    if values["token"] is None:
        return visit.go(f"/group-talks/{talk_id}")
    address = f"{visit.settings.public_url}/check-in/{values['token']}"
    drawn = segno.make(address, error="m").svg_inline(scale=8, omitsize=True, border=4)
    return await visit.page("groups/door.html", staff_page=True, address=address, qr=drawn, **values)


@post("/group-talks/{talk_id:uuid}/check-in")
async def open_door(visit: Asked, talk_id: FromPath[UUID]) -> Response[bytes]:
    """Let people check in."""
    form = await visit.form()

    def keep(db: Writing) -> None:
        check_in_actions.open_door(db, group_access.talk_desk(db, visit.viewer, talk_id), now=visit.now)

    done = await act(visit, talk_id, form, keep, N_("Đã mở điểm danh."))
    return visit.go(f"/group-talks/{talk_id}/check-in") if not form.errors else done


@post("/group-talks/{talk_id:uuid}/check-in/end")
async def close_door(visit: Asked, talk_id: FromPath[UUID]) -> Response[bytes]:
    """Nobody checks in any more."""
    form = await visit.form()

    def keep(db: Writing) -> None:
        check_in_actions.close_door(db, group_access.talk_desk(db, visit.viewer, talk_id), now=visit.now)

    return await act(visit, talk_id, form, keep, N_("Đã đóng điểm danh."))


@get("/check-in/{token:str}")
async def arrival(visit: Asked, token: FromPath[str]) -> Response[bytes]:
    """Where somebody says that they are there."""
    return await _arrival(visit, token, Form.of({}))


@post("/check-in/{token:str}")
async def arrive(visit: Asked, token: FromPath[str]) -> Response[bytes]:
    """With one press for who is signed in; with name, year of birth and telephone for everybody else."""
    form = await visit.form()
    given = None if form.ticked("me") else _read(visit, form)
    if form.errors:
        return await _arrival(visit, token, form, 422)

    def keep(db: Writing) -> None:
        seat = group_access.check_in_seat(db, token, now=visit.now)
        if given is None:
            check_in_actions.check_in(db, seat, own_file(db, visit.viewer), now=visit.now)
        else:
            check_in_actions.walk_in(db, seat, given, now=visit.now)

    try:
        await visit.write(keep)
    except Refused as no:
        form.refuse(no)
        return await _arrival(visit, token, form, 422)
    return visit.go(f"/check-in/{token}?done=yes")


def _read(visit: Visit, form: Form) -> WalkInGiven | None:
    if not form.get("name"):
        form.wrong("name", visit.render.text(MISSING))
    year = form.get("birth_year")
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        form.wrong("birth_year", str(visit.render.text(_YEAR if year else MISSING)))
    phone = form.phone("phone")
    return None if form.errors else form.read(WalkInGiven, phone=phone)


async def _arrival(visit: Visit, token: str, form: Form, status: int = 200) -> Response[bytes]:
    def ask(db: Reading) -> dict[str, Any]:
        seat = group_access.check_in_seat(db, token, now=visit.now)
        told = group_queries.announced(db, seat)
        mine = visit.viewer is not None and seeker_of_account(db, visit.viewer.account_id) is not None
        return {"seat": seat, "told": told, "held_by": centres.centre(db, told.centre_id), "mine": mine}

    values = await visit.read(ask)
    done = visit.query("done") == "yes" and not form.errors
    return await visit.page("groups/arrival.html", status=status, form=form, token=token, done=done, **values)


HANDLERS = [door, open_door, close_door, arrival, arrive]
