"""One placement: what is known of it, what can be done with it, and the scans that prove it."""

import asyncio
from typing import Any
from urllib.parse import quote
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.documents import queries as documents
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.db import Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.placements import one_queries
from exchange.placements.access import PlacementDesk, placement_desk
from exchange.placements.codes import PlacementState
from web.dates import boxes
from web.forms import Form
from web.placing import ACTS, NAMES, check_proof, labelled, options, take_scan
from web.visit import Asked, Visit

_OF_ROW = ("withdrawal", "unending", "parting")  # reached from their row


@get("/placements/{placement_id:uuid}")
async def placement(visit: Asked, placement_id: FromPath[UUID]) -> Response[bytes]:
    """All that is known. `act`: whose form is open; `of`: the row it is about. Opening it is written down."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/placements/{placement_id}")
    return await _page(visit, placement_id, visit.query("act"))


@post("/placements/{placement_id:uuid}/{name:str}")
async def act(visit: Asked, placement_id: FromPath[UUID], name: FromPath[str]) -> Response[bytes]:
    """Do it. A scan is looked at and kept before the transaction begins."""
    if name not in ACTS:
        raise NotFound
    form, wanted = await visit.form(), ACTS[name]
    await visit.read(lambda db: wanted.desk(db, visit.viewer, placement_id))
    change = wanted.read(form)
    if change is None or form.errors:
        return await _page(visit, placement_id, name, form, 422)
    try:
        if name == "proof":
            await visit.read(
                lambda db: check_proof(db, placement_desk(db, visit.viewer, placement_id), form, visit.now)
            )
        scan = await take_scan(visit, form) if name == "proof" else None

        def write(db: Writing) -> None:
            desk = wanted.desk(db, visit.viewer, placement_id)
            change(db, desk, scan, request_id=form.request_id, now=visit.now)

        await visit.write(write)
    except Refused as no:
        form.refuse(no, names=NAMES)
        return await _page(visit, placement_id, name, form, 422)
    return visit.go(f"/placements/{placement_id}", visit.render.text(wanted.done))


@get("/placements/{placement_id:uuid}/scans/{document_id:uuid}")
async def scan(visit: Asked, placement_id: FromPath[UUID], document_id: FromPath[UUID]) -> Response[bytes]:
    """A scan, to be saved and never shown here (`nosniff` is on every answer); opening it is written down.

    The bytes are fetched when the transaction is over.
    """
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/placements/{placement_id}")

    def look(db: Writing) -> documents.DocumentView:
        desk = placement_desk(db, visit.viewer, placement_id)
        found = documents.document(db, one_queries.scan_of(db, desk, document_id))
        about = log.About(found.id, seeker_id=desk.seeker_id, facts={"placement": placement_id.hex})
        log.record(db, Kind.DOCUMENT_OPENED, about, by=desk.by(), at=visit.now)
        return found

    found = await visit.write(look)
    try:
        content = await asyncio.to_thread(visit.house.documents.get, found.sha256)
    except Refused as no:
        return visit.go(f"/placements/{placement_id}", visit.render.label(no.reason), kind="error")
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.name, safe='')}",
        "Cache-Control": "private, no-store",
    }
    return Response(content, media_type=found.media_type.value, headers=headers)


async def _page(
    visit: Visit, placement_id: UUID, name: str, form: Form | None = None, status: int = 200
) -> Response[bytes]:
    values = await visit.write(lambda db: _values(db, visit, placement_id, name))
    of = {"of": visit.query("of"), "other": visit.query("other")}
    form = form or Form.of(boxes({"on_day": local_day(visit.now)}) | of)
    return await visit.page("placements/placement.html", status=status, staff_page=True, form=form, **values)


def _values(db: Writing, visit: Visit, placement_id: UUID, name: str) -> dict[str, Any]:
    desk = placement_desk(db, visit.viewer, placement_id)
    about = log.About(placement_id, seeker_id=desk.seeker_id)
    log.record(db, Kind.PLACEMENT_OPENED, about, by=desk.by(), at=visit.now)
    it = one_queries.whole(db, desk)
    offered = _offered(desk, it)
    chosen = name if name in (*offered, *_OF_ROW) and it.own.state is not PlacementState.REVERSED else ""
    return {
        "desk": desk,
        "it": it,
        "act": ACTS.get(chosen),
        "others": [ACTS[other] for other in offered if other != chosen],
        "roles": labelled(visit, desk.roles()),
        "claiming": [(claim.centre_id, claim.centre) for claim in it.claims],
        "candidates": [(entry.id, f"{entry.employer or '–'}, {entry.agreed_on:%d/%m/%Y}") for entry, _ in it.alike],
        **options(visit),
    }


def _offered(desk: PlacementDesk, it: Any) -> list[str]:
    """Acts in the order in which they are likely; those of a lead only to leads."""
    if it.own.state in (PlacementState.REVERSED, PlacementState.JOINED):
        return []
    claimed = any(claim.centre_id == desk.centre_id for claim in it.claims)
    offered = ["proof", *(["end"] if it.ended_on is None else []), *(["join"] if it.alike else [])]
    if desk.leads:
        offered += [*([] if claimed else ["claim"]), *(["opinion"] if it.claims else [])]
    return [*offered, "reversal"]


HANDLERS = [placement, act, scan]
