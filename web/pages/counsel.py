"""The counselling desk: find the person, write the consultation down, go on to the next."""

from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath

from exchange.benefits.queries import has_open_claim
from exchange.centres.access import staff_desk
from exchange.counselling import actions, desk_queries, queries
from exchange.counselling.codes import ClientKind
from exchange.counselling.desk_queries import Usual
from exchange.counselling.given import ConsultationGiven
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.text import squeeze
from exchange.kernel.texts import N_
from exchange.referrals import queries as referrals
from exchange.seekers import queries as seekers
from exchange.seekers.access import OwnDesk, own_desk
from exchange.seekers.codes import Why
from exchange.seekers.person_queries import MOST, find_own_people, person_query
from web import consulting
from web.forms import Form
from web.visit import Asked, Visit

_ANOTHERS = N_("Lượt này do đồng nghiệp nhập trên máy này; người đó đăng nhập lại để gửi.")
_SAVED = N_("Đã lưu: %(name)s, ngày %(day)s.")


@get("/counsel")
async def desk(visit: Asked) -> Response[bytes]:
    """Find somebody by name, telephone or number; the only one who is found is opened at once."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/counsel")
    typed = squeeze(visit.query("q"))[:120]

    def ask(db: Reading) -> dict[str, Any]:
        staff = staff_desk(db, visit.viewer)
        day = desk_queries.my_day(db, staff.account_id, local_day(visit.now))
        found = find_own_people(db, staff, person_query(typed), vault=visit.vault)
        slips = referrals.referred(db, [one.consultation_id for one in day.latest])
        return {"found": found, "most": MOST, "day": day, "referred": slips, "account": staff.account_id}

    values = await visit.read(ask)
    if len(values["found"]) == 1:
        return visit.go(f"/counsel/{values['found'][0].id}")
    return await visit.page("counsel/desk.html", staff_page=True, typed=typed, **values)


@get("/counsel/{seeker_id:uuid}")
async def person(visit: Asked, seeker_id: FromPath[UUID]) -> Response[bytes]:
    """A person, what was spoken before, and the form. Opening it is written down."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/counsel/{seeker_id}")
    return await _person(visit, seeker_id)


@post("/counsel/{seeker_id:uuid}")
async def save(visit: Asked, seeker_id: FromPath[UUID]) -> Response[bytes]:
    """Write the consultation down; a saving that is sent twice is one."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/counsel/{seeker_id}")
    form = await visit.form()
    given, note = consulting.read(form), consulting.read_note(form)
    if form.get("account") not in ("", str(visit.viewer.account_id)):
        form.wrong("form", visit.render.text(_ANOTHERS))

    def keep(db: Writing, given: ConsultationGiven) -> str:
        own = own_desk(db, visit.viewer, seeker_id)
        key = consulting.key_of(form)
        actions.record_consultation(db, own, given, note, client_key=key, now=visit.now)
        return seekers.seeker_file(db, own.seeker_id).name

    try:
        if given is not None and not form.errors:
            name = await visit.write(lambda db: keep(db, given))
            day = given.on_day.strftime("%d/%m/%Y")
            return visit.go("/counsel", str(visit.render.text(_SAVED)) % {"name": name, "day": day})
    except Refused as no:
        form.refuse(no)
    return await _person(visit, seeker_id, form, 422)


async def _person(visit: Visit, seeker_id: UUID, form: Form | None = None, status: int = 200) -> Response[bytes]:
    values = await visit.write(lambda db: _opened(db, visit, seeker_id))
    usual = values.pop("usual")
    shown = form or consulting.usual_form(usual, local_day(visit.now))
    offered = consulting.options(visit, shown)
    return await visit.page(
        "counsel/person.html", status=status, staff_page=True, form=shown, offered=offered, **values
    )


def _opened(db: Writing, visit: Visit, seeker_id: UUID) -> dict[str, Any]:
    own = own_desk(db, visit.viewer, seeker_id)
    opened = log.About(own.seeker_id, seeker_id=own.seeker_id, facts={"why": Why.COUNSELLING.value})
    log.record(db, Kind.SEEKER_FILE_OPENED, opened, by=log.By(own.account_id), at=visit.now)
    return {
        "file": seekers.seeker_file(db, own.seeker_id),
        "account": own.account_id,
        "earlier": queries.consultations_of(db, own),
        "usual": _usual(db, own, local_day(visit.now)),
    }


def _usual(db: Reading, own: OwnDesk, today: date) -> Usual:
    """What the form begins with: who has a claim comes because of it, whatever groups they belong to."""
    usual = desk_queries.usual(db, own, today)
    if has_open_claim(db, own, today=today):
        return msgspec.structs.replace(usual, client_kind=ClientKind.BENEFIT)
    return usual


HANDLERS = [desk, person, save]
