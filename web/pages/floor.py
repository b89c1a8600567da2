"""The floor of a running fair: what needs somebody now, the doors, announcements, calls for help."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.booths import floor_queries, help_access, summary_queries
from exchange.centres import queries as centres
from exchange.fairs import access, actions
from exchange.fairs import queries as fairs
from exchange.fairs.access import FairDesk
from exchange.fairs.actions import Said
from exchange.fairs.codes import Audience, FairPhase, FairReason
from exchange.journal import log
from exchange.journal.log import By
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.text import squeeze
from exchange.kernel.texts import N_
from web import show
from web.forms import Form
from web.pages.accounts import safe_path
from web.visit import Asked, Visit


@get("/fairs/{fair_id:uuid}/floor")
async def floor(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """The host's floor; a joining centre's staff see their own booths and people."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/fairs/{fair_id}/floor")
    return await _floor(visit, fair_id)


@get("/fairs/{fair_id:uuid}/opening")
async def before_opening(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """Think once more before the floor opens."""
    return await _door(visit, fair_id, "opening")


@get("/fairs/{fair_id:uuid}/closing")
async def before_closing(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """Think once more before the floor closes."""
    return await _door(visit, fair_id, "closing")


@post("/fairs/{fair_id:uuid}/opening")
async def opening(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """Open the floor."""
    form = await visit.form()

    def begin(db: Writing) -> None:
        desk = access.host_desk(db, visit.viewer, fair_id)
        actions.open_fair(db, desk, request_id=form.request_id, now=visit.now)

    try:
        await visit.write(begin)
    except Refused as no:
        return await _door(visit, fair_id, "opening", form, no)
    return visit.go(f"/fairs/{fair_id}/floor", visit.render.text(N_("Phiên đã khai mạc.")))


@post("/fairs/{fair_id:uuid}/closing")
async def closing(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """Close the floor."""
    form = await visit.form()

    def end(db: Writing) -> None:
        desk = access.host_desk(db, visit.viewer, fair_id)
        talks = floor_queries.open_talks(db, fair_id)
        actions.close_fair(db, desk, open_talks=talks, request_id=form.request_id, now=visit.now)

    try:
        await visit.write(end)
    except Refused as no:
        return await _door(visit, fair_id, "closing", form, no)
    return visit.go(f"/fairs/{fair_id}/floor", visit.render.text(N_("Phiên đã bế mạc. Kết quả vẫn ghi được đến hạn.")))


@post("/fairs/{fair_id:uuid}/announcements")
async def announce(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """Say something to an audience."""
    form = await visit.form()
    await visit.read(lambda db: access.host_desk(db, visit.viewer, fair_id))
    said = form.read(Said, urgent=form.ticked("urgent"))
    if said is None:
        return await _floor(visit, fair_id, form, 422)

    def say(db: Writing) -> None:
        desk = access.host_desk(db, visit.viewer, fair_id)
        by = By(desk.account_id, None, form.request_id)
        actions.announce(db, desk, said.audience, said.text, urgent=said.urgent, by=by, now=visit.now)

    await visit.write(say)
    return visit.go(f"/fairs/{fair_id}/floor", visit.render.text(N_("Đã gửi thông báo.")))


@post("/fairs/{fair_id:uuid}/help")
async def ask_for_help(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """Somebody at the fair presses the help button; `back` is the page they were on."""
    form = await visit.form()
    words, back = squeeze(form.get("words")), safe_path(form.get("back") or f"/fairs/{fair_id}")

    def ask(db: Writing) -> None:
        seat = help_access.help_seat(db, visit.viewer, fair_id)
        if fairs.phase(db, fair_id, now=visit.now) is FairPhase.CLOSED:
            raise Refused(FairReason.OVER)
        actions.ask_for_help(db, fair_id, seat.account_id, words, now=visit.now)

    await visit.write(ask)
    return visit.go(
        back, visit.render.text(N_("Đã báo cán bộ trung tâm. Anh/chị cứ để trang này mở, sẽ có người giúp."))
    )


@post("/help-calls/{help_id:uuid}/answer")
async def answer(visit: Asked, help_id: FromPath[UUID]) -> Response[bytes]:
    """Somebody has been helped. The line brings the floor anew."""
    await visit.form()

    def help_given(db: Writing) -> UUID:
        desk = help_access.answering_desk(db, visit.viewer, help_id)
        actions.give_help(db, desk, help_id, now=visit.now)
        return desk.fair_id

    fair_id = await visit.write(help_given)
    return visit.regions("") if visit.partial else visit.go(f"/fairs/{fair_id}/floor")


async def _floor(visit: Visit, fair_id: UUID, form: Form | None = None, status: int = 200) -> Response[bytes]:
    values = await visit.read(lambda db: _floor_values(db, visit, fair_id))
    audiences = [(audience.value, visit.render.label(audience)) for audience in Audience]
    return await visit.page(
        "floor/floor.html", status=status, staff_page=True, form=form, audiences=audiences, **values
    )


def _floor_values(db: Reading, visit: Visit, fair_id: UUID) -> dict[str, Any]:
    desk = access.fair_desk(db, visit.viewer, fair_id)
    region = show.floor if desk.hosts else show.site_floor
    values = _around(db, visit, desk) | region(db, fair_id, desk.centre_id, visit.now)
    return values | {"announcements": fairs.notices(db, fair_id, frozenset(Audience))}


def _around(db: Reading, visit: Visit, desk: FairDesk) -> dict[str, Any]:
    seq = log.last_seq(db, desk.fair_id)  # before everything else: at worst a region is drawn once too often
    fair = fairs.fair(db, desk.fair_id, now=visit.now)
    return {"seq": seq, "fair": fair, "desk": desk, "centre": centres.centre(db, desk.centre_id)}


async def _door(
    visit: Visit, fair_id: UUID, which: str, form: Form | None = None, no: Refused | None = None
) -> Response[bytes]:
    if visit.viewer is None and form is None:
        return visit.go(f"/sign-in/password?next=/fairs/{fair_id}/{which}")
    if form and no:
        form.refuse(no)

    def ask(db: Reading) -> dict[str, Any]:
        desk = access.host_desk(db, visit.viewer, fair_id)
        return _around(db, visit, desk) | {"summary": summary_queries.summary(db, fair_id, now=visit.now)}

    values = await visit.read(ask)
    return await visit.page(f"floor/{which}.html", status=422 if no else 200, staff_page=True, form=form, **values)


HANDLERS = [
    floor,
    before_opening,
    before_closing,
    opening,
    closing,
    announce,
    ask_for_help,
    answer,
]
