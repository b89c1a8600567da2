"""Sitting down at a desk, being there, and leaving it."""

from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath

from exchange.booths import access, actions
from exchange.kernel.texts import N_
from web.visit import Asked


@post("/desks/{booth_id:uuid}/shift")
async def sit_down(visit: Asked, booth_id: FromPath[UUID]) -> Response[bytes]:
    """Open the desk."""
    await visit.form()
    await visit.write(lambda db: actions.sit_down(db, access.recruiter_desk(db, visit.viewer, booth_id), now=visit.now))
    if visit.partial:
        return visit.regions("", status=200)
    return visit.go(f"/desks/{booth_id}")


@post("/desks/{booth_id:uuid}/life")
async def alive(visit: Asked, booth_id: FromPath[UUID]) -> Response[bytes]:
    """The open page's sign of life, once a minute. It opens no desk: who has left stays away."""
    await visit.write(
        lambda db: actions.seen_at_desk(db, access.recruiter_desk(db, visit.viewer, booth_id), now=visit.now)
    )
    return visit.regions("")


@post("/desks/{booth_id:uuid}/shift-end")
async def stand_up(visit: Asked, booth_id: FromPath[UUID]) -> Response[bytes]:
    """Leave the desk."""
    await visit.form()
    await visit.write(lambda db: actions.stand_up(db, access.recruiter_desk(db, visit.viewer, booth_id), now=visit.now))
    return visit.go(f"/desks/{booth_id}", visit.render.text(N_("Anh/chị đã rời bàn. Hàng chờ vẫn được giữ.")))


HANDLERS = [sit_down, alive, stand_up]
