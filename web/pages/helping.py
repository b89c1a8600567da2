"""Helping a person who telephones or stands at the counter: who is it, and what do they need."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.booths import help_actions, help_queries, queries
from exchange.booths.help_actions import Told
from exchange.booths.queries import BoothHead
from exchange.centres import queries as centres
from exchange.fairs import access, actions
from exchange.fairs import queries as fairs
from exchange.fairs.access import FairDesk
from exchange.fairs.codes import FairPhase
from exchange.journal import log
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.text import squeeze
from exchange.kernel.texts import N_
from exchange.seekers import queries as seekers
from exchange.seekers.codes import Channel
from exchange.seekers.questions import ASKED, NEEDED
from web.forms import Form
from web.newcomers import CHANNELS, answers_of_form, channel_of_form, offered
from web.visit import Asked, Visit


@get("/fairs/{fair_id:uuid}/people")
async def people(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """Find somebody: `q` is a ticket code, a telephone number or a name."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/fairs/{fair_id}/people")
    typed = squeeze(visit.query("q"))[:120]

    def ask(db: Reading) -> dict[str, Any]:
        desk = access.fair_desk(db, visit.viewer, fair_id)
        return around(db, visit, desk) | {"found": help_queries.find_people(db, desk, typed)}

    return await visit.page("floor/people.html", staff_page=True, typed=typed, **await visit.read(ask))


@get("/fairs/{fair_id:uuid}/people/new")
async def script(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """The six questions on one page, each with the sentence to say."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/fairs/{fair_id}/people/new")
    typed = squeeze(visit.query("q"))[:120]
    number = any(ch.isdigit() for ch in typed)
    return await _script(visit, fair_id, Form.of({"phone" if number else "name": typed}))


@post("/fairs/{fair_id:uuid}/people")
async def register(visit: Asked, fair_id: FromPath[UUID]) -> Response[bytes]:
    """Register somebody as they answer."""
    form = await visit.form()
    await visit.read(lambda db: access.fair_desk(db, visit.viewer, fair_id))
    answers, channel = answers_of_form(visit, form), channel_of_form(visit, form, "channel")
    if answers is None or channel is None:
        return await _script(visit, fair_id, form, 422)
    told = Told(answers, frozenset(purpose for purpose in ASKED if form.ticked(purpose.value)), channel)

    def enter(db: Writing) -> UUID:
        desk = access.fair_desk(db, visit.viewer, fair_id)
        return help_actions.register_person(db, desk, told, request_id=form.request_id, now=visit.now)

    try:
        seeker_id = await visit.write(enter)
    except Refused as no:
        form.refuse(no)
        return await _script(visit, fair_id, form, 422)
    return visit.go(card_path(fair_id, seeker_id), visit.render.text(N_("Đã đăng ký và ghi tên cả hai người.")))


@get("/fairs/{fair_id:uuid}/people/{seeker_id:uuid}")
async def person(visit: Asked, fair_id: FromPath[UUID], seeker_id: FromPath[UUID]) -> Response[bytes]:
    """A person's card. Opening it is written down."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next={card_path(fair_id, seeker_id)}")
    return await card(visit, fair_id, seeker_id)


@post("/fairs/{fair_id:uuid}/people/{seeker_id:uuid}/entry")
async def entry(visit: Asked, fair_id: FromPath[UUID], seeker_id: FromPath[UUID]) -> Response[bytes]:
    """Somebody who has a file registers for this fair, or has come to the counter."""
    form = await visit.form()
    there = form.get("channel") == Channel.COUNTER

    def enter(db: Writing) -> None:
        desk = access.fair_desk(db, visit.viewer, fair_id)
        who = access.person_desk(db, desk, seeker_id)
        if who.site is None:
            channel = Channel.COUNTER if there else Channel.PHONE
            help_actions.enter_fair(db, desk, who, channel, now=visit.now)
        elif there:
            actions.check_in(db, fair_id, seeker_id, by=who.by(), now=visit.now)

    try:
        await visit.write(enter)
    except Refused as no:
        form.refuse(no)
        return await card(visit, fair_id, seeker_id, form, 422)
    return visit.go(card_path(fair_id, seeker_id), visit.render.text(N_("Đã ghi.")))


@post("/fairs/{fair_id:uuid}/people/{seeker_id:uuid}/consents")
async def consents(visit: Asked, fair_id: FromPath[UUID], seeker_id: FromPath[UUID]) -> Response[bytes]:
    """Write down what the person says to each purpose."""
    form = await visit.form()
    channel = channel_of_form(visit, form, "consent_channel")
    if channel is None:
        return await card(visit, fair_id, seeker_id, form, 422)

    def record(db: Writing) -> None:
        who = access.person_desk(db, access.fair_desk(db, visit.viewer, fair_id), seeker_id)
        for purpose in ASKED:
            given = form.ticked(purpose.value)
            help_actions.record_word(db, who, purpose, channel, given=given, now=visit.now)

    await visit.write(record)
    return visit.go(card_path(fair_id, seeker_id), visit.render.text(N_("Đã ghi lại lời người này nói.")))


def card_path(fair_id: UUID, seeker_id: UUID) -> str:
    """The address of a person's card."""
    return f"/fairs/{fair_id}/people/{seeker_id}"


async def card(
    visit: Visit, fair_id: UUID, seeker_id: UUID, form: Form | None = None, status: int = 200
) -> Response[bytes]:
    """The card, and the entry in the journal that says it was read."""
    values = await visit.write(lambda db: _card(db, visit, fair_id, seeker_id))
    kinds = [(channel.value, visit.render.label(channel)) for channel in CHANNELS]
    return await visit.page(
        "floor/person.html", status=status, staff_page=True, form=form, channels=kinds, needed=NEEDED, **values
    )


def _card(db: Writing, visit: Visit, fair_id: UUID, seeker_id: UUID) -> dict[str, Any]:
    desk = access.fair_desk(db, visit.viewer, fair_id)
    who = access.person_desk(db, desk, seeker_id)
    help_actions.open_file(db, who, now=visit.now)
    values = around(db, visit, desk)
    live = values["fair"].phase is FairPhase.LIVE
    return values | {
        "file": seekers.seeker_file(db, seeker_id),
        "here": help_queries.attendance(db, who),
        "gave": seekers.gave(db, seeker_id),
        "purposes": list(ASKED),
        "helped": help_queries.helped(db, fair_id, seeker_id, now=visit.now),
        "booths": [(booth.id, _choice(booth)) for booth in queries.heads(db, fair_id)] if live else [],
    }


def _choice(booth: BoothHead) -> str:
    return f"{booth.number}. {booth.employer} ({booth.province})"


def around(db: Reading, visit: Visit, desk: FairDesk) -> dict[str, Any]:
    """What stands on each of these pages."""
    seq = log.last_seq(db, desk.fair_id)  # before everything else: at worst a region is drawn once too often
    fair = fairs.fair(db, desk.fair_id, now=visit.now)
    return {"seq": seq, "fair": fair, "desk": desk, "centre": centres.centre(db, desk.centre_id)}


async def _script(visit: Visit, fair_id: UUID, form: Form, status: int = 200) -> Response[bytes]:
    values = await visit.read(lambda db: around(db, visit, access.fair_desk(db, visit.viewer, fair_id)))
    return await visit.page(
        "floor/script.html",
        status=status,
        staff_page=True,
        form=form,
        **offered(visit),
        **values,
    )


HANDLERS = [people, script, register, person, entry, consents]
