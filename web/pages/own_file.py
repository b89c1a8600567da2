"""A person's own file: all of it, who opened it and why, corrected and taken away by themself."""

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath

from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.texts import N_
from exchange.seekers import file_actions, queries
from exchange.seekers.access import own_file
from exchange.seekers.codes import Channel
from exchange.seekers.file_queries import Opening, PersonFile, openings, own_person_file
from exchange.seekers.queries import ConsentRow
from web.file_parts import TITLES, filled, offered, read_part
from web.forms import Form
from web.visit import Asked, Visit


class Taken(msgspec.Struct, frozen=True):
    """What a person takes away: everything that is kept of them, and who looked."""

    file: PersonFile
    consents: list[ConsentRow]
    openings: list[Opening]


@get("/me/file")
async def mine(visit: Asked) -> Response[bytes]:
    """The whole file, as the person may read it."""
    if visit.viewer is None:
        return visit.go("/sign-in?next=/me/file")
    values = await visit.read(lambda db: msgspec.structs.asdict(_taken(db, visit, most=30)))
    titles = {name: visit.render.text(title) for name, title in TITLES.items()}
    return await visit.page("seekers/file.html", titles=titles, **offered(visit), **values)


@get("/me/file/{part:str}")
async def edit(visit: Asked, part: FromPath[str]) -> Response[bytes]:
    """A part of one's own file, to be corrected."""
    if part not in TITLES:
        raise NotFound
    file = await visit.read(lambda db: own_person_file(db, own_file(db, visit.viewer)))
    return await _part(visit, file, part, filled(file))


@post("/me/file/{part:str}")
async def correct(visit: Asked, part: FromPath[str]) -> Response[bytes]:
    """Save a part of one's own file; the version before stays."""
    if part not in TITLES:
        raise NotFound
    form = await visit.form()
    file = await visit.read(lambda db: own_person_file(db, own_file(db, visit.viewer)))
    given = read_part(part, form)
    if given is None or form.errors:
        return await _part(visit, file, part, form, 422)

    def keep(db: Writing) -> bool:
        own = own_file(db, visit.viewer)
        return file_actions.save_part(db, own, given, Channel.ONLINE, request_id=form.request_id, now=visit.now)

    try:
        await visit.write(keep)
    except Refused as no:
        form.refuse(no)
        return await _part(visit, file, part, form, 422)
    return visit.go("/me/file", visit.render.text(N_("Đã lưu thông tin của anh/chị.")))


@get("/me/file.json")
async def take(visit: Asked) -> Response[bytes]:
    """A copy of everything, to be taken away; taking it is written down."""
    if visit.viewer is None:
        return visit.go("/sign-in?next=/me/file")

    def copy(db: Writing) -> Taken:
        taken = _taken(db, visit, most=1000)
        file_actions.take_away(db, own_file(db, visit.viewer), now=visit.now)
        return taken

    body = msgspec.json.format(msgspec.json.encode(await visit.write(copy)), indent=2)
    headers = {"Content-Disposition": 'attachment; filename="ho-so-cua-toi.json"', "Cache-Control": "private, no-store"}
    return Response(body, headers=headers, media_type="application/json")


def _taken(db: Reading, visit: Visit, *, most: int) -> Taken:
    own = own_file(db, visit.viewer)
    return Taken(own_person_file(db, own), queries.consents(db, own.seeker_id), openings(db, own.seeker_id, most=most))


async def _part(visit: Visit, file: PersonFile, part: str, form: Form, status: int = 200) -> Response[bytes]:
    return await visit.page(
        "people/part.html",
        status=status,
        part=part,
        title=visit.render.text(TITLES[part]),
        form=form,
        file=file,
        path=f"/me/file/{part}",
        back="/me/file",
        **offered(visit),
    )


HANDLERS = [mine, edit, correct, take]
