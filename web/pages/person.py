"""One person's file at the counter: seen, and kept part by part."""

from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath

from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.texts import N_
from exchange.placements.one_queries import entries_of
from exchange.seekers import file_actions, queries
from exchange.seekers.access import Relation, file_desk, own_desk
from exchange.seekers.codes import Channel, Purpose, Why
from exchange.seekers.file_queries import PersonFile, openings, person_file
from exchange.seekers.questions import HINTS
from web.file_parts import TITLES, filled, offered, read_part
from web.forms import Form
from web.newcomers import CHANNELS
from web.visit import Asked, Visit


class Shown(msgspec.Struct, frozen=True):
    """What the page of a file needs. `revealed`: the kind and the whole of a number that was asked for."""

    form: Form | None = None
    status: int = 200
    revealed: tuple[str, str] | None = None


@get("/people/{seeker_id:uuid}")
async def person(visit: Asked, seeker_id: FromPath[UUID]) -> Response[bytes]:
    """The file. Opening it is written down, with the reason that was chosen in the search."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/people/{seeker_id}")
    why = visit.query("why")
    reason = Why(why) if why in set(Why) else Why.COUNSELLING

    def look(db: Writing) -> UUID:
        desk = file_desk(db, visit.viewer, seeker_id)
        file_actions.open_file(db, desk, reason, now=visit.now)
        return desk.seeker_id

    kept = await visit.write(look)
    return visit.go(f"/people/{kept}") if kept != seeker_id else await file_page(visit, seeker_id)


async def file_page(visit: Visit, seeker_id: UUID, shown: Shown = Shown()) -> Response[bytes]:  # noqa: B008 - frozen
    """The page of a file."""
    values = await visit.read(lambda db: _values(db, visit, seeker_id))
    revealed = shown.revealed
    return await visit.page(
        "people/person.html",
        status=shown.status,
        staff_page=True,
        form=shown.form,
        revealed=revealed,
        titles={name: visit.render.text(title) for name, title in TITLES.items()},
        **offered(visit),
        **values,
    )


def _values(db: Reading, visit: Visit, seeker_id: UUID) -> dict[str, Any]:
    desk = file_desk(db, visit.viewer, seeker_id)
    said = {row.purpose: row for row in queries.consents(db, desk.seeker_id)}
    return {
        "desk": desk,
        "keeps": desk.relation is Relation.OWN,
        "file": person_file(db, desk),
        "consents": [(purpose, said.get(purpose), HINTS.get(purpose, "")) for purpose in Purpose],
        "placements": entries_of(db, desk.seeker_id) if desk.relation is Relation.OWN else [],
        "openings": openings(db, desk.seeker_id, most=20) if desk.relation is Relation.OWN else [],
        "channels": [(channel.value, visit.render.label(channel)) for channel in CHANNELS],
    }


@get("/people/{seeker_id:uuid}/parts/{part:str}")
async def edit(visit: Asked, seeker_id: FromPath[UUID], part: FromPath[str]) -> Response[bytes]:
    """A part of the file, to be changed."""
    if part not in TITLES:
        raise NotFound
    file = await visit.write(lambda db: opened(db, visit, seeker_id))
    return await _part(visit, file, part, filled(file))


@post("/people/{seeker_id:uuid}/parts/{part:str}")
async def save(visit: Asked, seeker_id: FromPath[UUID], part: FromPath[str]) -> Response[bytes]:
    """Save a part; the version before stays."""
    if part not in TITLES:
        raise NotFound
    form = await visit.form()
    file = await visit.read(lambda db: person_file(db, own_desk(db, visit.viewer, seeker_id)))
    given = read_part(part, form)
    if given is None or form.errors:
        return await _part(visit, file, part, form, 422)

    def keep(db: Writing) -> bool:
        desk = own_desk(db, visit.viewer, seeker_id)
        return file_actions.save_part(db, desk, given, Channel.COUNTER, request_id=form.request_id, now=visit.now)

    try:
        changed = await visit.write(keep)
    except Refused as no:
        form.refuse(no)
        return await _part(visit, file, part, form, 422)
    return visit.go(
        f"/people/{seeker_id}", visit.render.text(N_("Đã lưu.") if changed else N_("Không có gì thay đổi."))
    )


def opened(db: Writing, visit: Visit, seeker_id: UUID) -> PersonFile:
    """A file about to be changed; looking into it is written down."""
    desk = own_desk(db, visit.viewer, seeker_id)
    file_actions.open_file(db, desk, Why.CORRECTING, now=visit.now)
    return person_file(db, desk)


async def _part(visit: Visit, file: PersonFile, part: str, form: Form, status: int = 200) -> Response[bytes]:
    return await visit.page(
        "people/part.html",
        status=status,
        staff_page=True,
        part=part,
        title=visit.render.text(TITLES[part]),
        form=form,
        file=file,
        path=f"/people/{file.id}/parts/{part}",
        back=f"/people/{file.id}",
        **offered(visit),
    )


HANDLERS = [person, edit, save]
