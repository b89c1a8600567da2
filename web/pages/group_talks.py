"""Group talks: those of a period, a new one, and one of them with its list and its numbers."""

from datetime import date
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.centres.access import staff_desk
from exchange.counselling import desk_queries
from exchange.counselling.given import Days
from exchange.group_talks import access as group_access
from exchange.group_talks import actions as group_actions
from exchange.group_talks import attendance_lists, attendance_queries, check_in_actions
from exchange.group_talks import queries as group_queries
from exchange.group_talks.given import GroupTalkGiven
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.text import squeeze
from exchange.kernel.texts import N_
from exchange.seekers.person_queries import find_people, person_query
from exchange.visits import heads_queries
from exchange.visits import queries as visit_queries
from exchange.visits.queries import Which
from web import consulting, grouping
from web.forms import MISSING, Form
from web.visit import Asked, Visit

_BACKWARDS = N_("Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.")


@get("/group-talks")
async def talks(visit: Asked) -> Response[bytes]:
    """The talks of a period; `from` and `to` both belong to it. Without them, this year until today."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/group-talks")
    today = local_day(visit.now)
    form = Form.of({"from": visit.query("from", f"{today:%Y}-01-01"), "to": visit.query("to", today.isoformat())})
    days = _period(form)

    def ask(db: Reading) -> dict[str, Any]:
        desk = staff_desk(db, visit.viewer)
        if days is None:
            return {"rows": [], "persons": 0, "only": None, "declared": None}
        rows = group_queries.talks(db, desk, days)
        only = visit_queries.only_by_talk(db, days, Which(desk.centre_id))
        return {
            "rows": rows,
            "only": only,
            "persons": group_queries.persons_at_talks(db, desk, days),
            "declared": heads_queries.declared_sum(db, days, Which(desk.centre_id)),
        }

    values = await visit.read(ask, scan=True)
    status = 200 if days else 422
    return await visit.page("groups/list.html", status=status, staff_page=True, form=form, days=days, **values)


@get("/group-talks/new")
async def new(visit: Asked) -> Response[bytes]:
    """The form of a talk of today."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/group-talks/new")
    return await _new(visit)


@post("/group-talks")
async def record(visit: Asked) -> Response[bytes]:
    """Write a talk down; a saving that is sent twice is one."""
    form = await visit.form()
    await visit.read(lambda db: staff_desk(db, visit.viewer))
    given = grouping.read_talk(form)

    def keep(db: Writing, given: GroupTalkGiven) -> UUID:
        key = consulting.key_of(form)
        return group_actions.record_talk(db, staff_desk(db, visit.viewer), given, client_key=key, now=visit.now)

    try:
        if given is not None:
            own = await visit.write(lambda db: keep(db, given))
            said = visit.render.text(N_("Đã lưu buổi tư vấn. Anh/chị thêm danh sách người dự hoặc số người khai."))
            return visit.go(f"/group-talks/{own}", str(said))
    except Refused as no:
        form.refuse(no)
    return await _new(visit, form, 422)


@get("/group-talks/{talk_id:uuid}")
async def talk(visit: Asked, talk_id: FromPath[UUID]) -> Response[bytes]:
    """A talk: what was told, who was there, what was declared; `q` looks for somebody who was there too."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/group-talks/{talk_id}")
    return await talk_page(visit, talk_id)


async def talk_page(visit: Visit, talk_id: UUID, form: Form | None = None, status: int = 200) -> Response[bytes]:
    """The page of a talk, with what was refused on it."""
    typed = squeeze(visit.query("q"))[:120]
    values = await visit.read(lambda db: _values(db, visit, talk_id, typed))
    offered: dict[str, Any] = {"qualifiers": grouping.qualifiers(visit)}
    return await visit.page(
        "groups/talk.html", status=status, staff_page=True, form=form, typed=typed, **offered, **values
    )


def _values(db: Reading, visit: Visit, talk_id: UUID, typed: str) -> dict[str, Any]:
    desk = group_access.talk_desk(db, visit.viewer, talk_id)
    whole = group_queries.talk(db, desk)
    here = attendance_queries.attendants(db, desk)
    today = whole.told.facts.on_day == local_day(visit.now)
    found = find_people(db, desk.staff, person_query(typed), vault=visit.vault) if typed else []
    return {
        "desk": desk,
        "whole": whole,
        "here": here,
        "listed": {one.seeker_id for one in here},
        "removed": attendance_queries.removed(db, desk),
        "waiting": attendance_queries.waiting(db, desk, attendance_lists.looking(desk)),
        "found": found,
        "door": today and check_in_actions.open_token(db, talk_id) is not None,
        "today": today,
    }


async def _new(visit: Visit, form: Form | None = None, status: int = 200) -> Response[bytes]:
    today = local_day(visit.now)

    def ask(db: Reading) -> dict[str, Any]:
        desk = staff_desk(db, visit.viewer)
        place = desk_queries.province_of(db, desk.centre_id, today)
        shown = form or grouping.usual_talk(today, desk.account_id, place)
        return {"form": shown, "offered": grouping.talk_options(db, visit, shown, desk.centre_id)}

    return await visit.page("groups/new.html", status=status, staff_page=True, **await visit.read(ask))


def _period(form: Form) -> Days | None:
    first, last = form.day("from"), form.day("to")
    for name, found in (("from", first), ("to", last)):
        if found is None:
            form.wrong(name, MISSING)
    if first and last and last < first:
        form.wrong("to", _BACKWARDS)
    return None if form.errors else Days(first or date.min, last or date.max)


HANDLERS = [talks, new, record, talk]
