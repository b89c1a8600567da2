"""The register of persons: find somebody, and register somebody who is not in it."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post

from exchange.centres.access import staff_desk
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.text import squeeze
from exchange.kernel.texts import N_
from exchange.seekers import person_queries
from exchange.seekers.actions import SeekerGiven
from exchange.seekers.checks import Known, why_not_number
from exchange.seekers.codes import Channel, Doubt, NumberKind, Why
from exchange.seekers.counter_actions import NewcomerGiven, made_before, register_newcomer
from exchange.seekers.number_actions import blind_of, digits_of
from exchange.seekers.person_queries import Found, find_people, person_query
from exchange.seekers.questions import ASKED
from web.forms import Form
from web.newcomers import answers_of_form, channel_of_form, offered
from web.visit import Asked, Visit


@get("/people")
async def people(visit: Asked) -> Response[bytes]:
    """Find somebody: a name, a year, a telephone, a number or its last four digits."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/people")
    typed, why = squeeze(visit.query("q"))[:120], _why(visit)

    def ask(db: Reading) -> dict[str, Any]:
        desk = staff_desk(db, visit.viewer)
        found = find_people(db, desk, person_query(typed), vault=visit.vault)
        return {"found": found, "most": person_queries.MOST}

    values = await visit.read(ask, scan=True)
    whys = [(one.value, visit.render.label(one)) for one in Why]
    return await visit.page("people/people.html", staff_page=True, typed=typed, why=why, whys=whys, **values)


@get("/people/new")
async def new(visit: Asked) -> Response[bytes]:
    """The questions for somebody who is not in the register."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/people/new")
    await visit.read(lambda db: staff_desk(db, visit.viewer))
    typed = squeeze(visit.query("q"))[:120]
    digits = digits_of(typed)
    field = "name" if not digits.isdigit() else "citizen_id" if len(digits) in (9, 12) else "phone"
    return await _new(visit, Form.of({field: typed, "channel": Channel.COUNTER.value}))


@post("/people")
async def register(visit: Asked) -> Response[bytes]:
    """Register somebody; who may be in the register already is shown first."""
    form = await visit.form()
    desk = await visit.read(lambda db: staff_desk(db, visit.viewer))
    answers, channel = answers_of_form(visit, form), channel_of_form(visit, form, "channel")
    number = _number(visit, form)
    if answers is None or channel is None or form.errors:
        return await _new(visit, form, 422)
    if made := await visit.read(lambda db: made_before(db, desk, form.request_id)):
        return visit.go(f"/people/{made}?why={Why.COUNSELLING}")
    alike = await visit.read(lambda db: person_queries.likely_duplicates(db, desk, _known(visit, answers, number)))
    if alike and not form.ticked("another"):
        form.wrong(
            "another", visit.render.text(N_("Có hồ sơ giống người này. Anh/chị xem lại trước khi lập hồ sơ mới."))
        )
        return await _new(visit, form, 422, alike)
    agreed = frozenset(purpose for purpose in ASKED if form.ticked(purpose.value))
    return await _enter(visit, form, NewcomerGiven(answers, number, agreed, channel))


async def _enter(visit: Visit, form: Form, given: NewcomerGiven) -> Response[bytes]:
    def enter(db: Writing) -> UUID:
        desk = staff_desk(db, visit.viewer)
        return register_newcomer(db, desk, given, vault=visit.vault, request_id=form.request_id, now=visit.now)

    try:
        seeker_id = await visit.write(enter)
    except Refused as no:
        form.refuse(no)
        return await _new(visit, form, 422)
    said = str(visit.render.text(N_("Đã lập hồ sơ %(name)s."), name=given.answers.name))
    doubts = await visit.read(lambda db: _doubts(db, visit, seeker_id, given.number))
    notice = " ".join([said, *map(visit.render.label, doubts)])
    return visit.go(f"/people/{seeker_id}?why={Why.COUNSELLING}", notice, kind="warn" if doubts else "ok")


def _doubts(db: Reading, visit: Visit, seeker_id: UUID, number: str) -> list[Doubt]:
    """What of the number does not fit: it warns and does not block."""
    kind = NumberKind.CITIZEN_ID
    return person_queries.doubts_of_number(db, seeker_id, kind, number, vault=visit.vault) if number else []


def _number(visit: Visit, form: Form) -> str:
    number = digits_of(form.get("citizen_id"))
    if number and (reason := why_not_number(NumberKind.CITIZEN_ID, number)):
        form.wrong("citizen_id", visit.render.label(reason))
    return number


def _known(visit: Visit, answers: SeekerGiven, number: str) -> Known:
    blind = blind_of(visit.vault, NumberKind.CITIZEN_ID, number) if number else None
    return Known(answers.name, answers.birth_year, answers.phone, blind)


def _why(visit: Visit) -> str:
    asked = visit.query("why")
    return asked if asked in set(Why) else Why.COUNSELLING.value


async def _new(visit: Visit, form: Form, status: int = 200, alike: list[Found] | None = None) -> Response[bytes]:
    return await visit.page(
        "people/new.html", status=status, staff_page=True, form=form, alike=alike or [], **offered(visit)
    )


HANDLERS = [people, new, register]
