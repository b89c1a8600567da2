"""What waits for somebody: one's own duties, the centre's, and for whoever leads it how much waits for whom."""

from typing import Any
from uuid import UUID

from litestar import Response, get

from exchange.centres import queries as centres
from exchange.centres.access import StaffDesk, lead_desk, staff_desk
from exchange.feeds import duty_queries
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading
from exchange.reference.holidays import working_days
from exchange.worklists import queries
from exchange.worklists.codes import DutyKind, When
from exchange.worklists.queries import Which
from web.consulting import uuid_of
from web.visit import Asked, Visit

PAGE = 40
# Where a duty is done; everything else about a person is a link further.
PLACES = {
    DutyKind.APPOINTMENT: "/consultations/%s#appointment",
    DutyKind.RESULT: "/referrals/%s",
    DutyKind.FOLLOW_UP: "/referrals/%s",
    DutyKind.PLACEMENT_CHECK: "/placements/%s?act=proof#act",
    DutyKind.APPRAISAL: "/benefits/%s",
    DutyKind.DECISION: "/benefits/%s",
    DutyKind.DECLARATION: "/benefits/%s",
}


@get("/work")
async def worklist(visit: Asked) -> Response[bytes]:
    """Duties: `whose` (mine, centre, or an account), `when`, `kind`, `page`."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/work")
    return await visit.page("worklists/list.html", staff_page=True, **await visit.read(lambda db: _list(db, visit)))


@get("/work/room")
async def room(visit: Asked) -> Response[bytes]:
    """How much waits for whom, for a lead of the centre."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/work/room")

    def ask(db: Reading) -> dict[str, Any]:
        desk, today = lead_desk(db, visit.viewer), local_day(visit.now)
        loads = queries.room(db, desk, working_days(today), today=today)
        return {"loads": loads, "centre": centres.centre(db, desk.centre_id), "today": today, "pressing": list(When)}

    return await visit.page("worklists/room.html", staff_page=True, **await visit.read(ask))


def _list(db: Reading, visit: Visit) -> dict[str, Any]:
    desk, today = staff_desk(db, visit.viewer), local_day(visit.now)
    which, whose = _which(visit, desk)
    found = queries.worklist(db, desk, which, working_days(today), today=today)
    typed = visit.query("page")
    number = max(1, int(typed)) if typed.isdecimal() and len(typed) < 6 else 1
    shown = found.shown[(number - 1) * PAGE : number * PAGE]
    return {
        "desk": desk,
        "whose": whose,
        "owner": next((duty.owner for duty in found.shown if whose not in ("mine", "centre")), ""),
        "which": which,
        "list": found,
        "shown": shown,
        "number": number,
        "pages": -(-len(found.shown) // PAGE),
        "here": _address(whose, which.pressing, which.kind),
        "pressing": [(one, visit.render.label(one), found.counts[one]) for one in When],
        "kinds": [(one, visit.render.label(one), count) for one, count in found.kinds.items() if count],
        "places": PLACES,
        "address": _address,
        "today": today,
        "results_due": duty_queries.counts(duty_queries.duties(db, desk, working_days(today)), today),
    }


def _which(visit: Visit, desk: StaffDesk) -> tuple[Which, str]:
    """What is asked for; words that mean nothing ask for all."""
    asked = visit.query("whose", "mine")
    account = uuid_of(asked)
    whose = str(account) if account else "centre" if asked == "centre" else "mine"
    owner: UUID | None = account or (None if whose == "centre" else desk.account_id)
    when, kind = visit.query("when"), visit.query("kind")
    return Which(
        owner, DutyKind(kind) if kind in set(DutyKind) else None, When(when) if when in set(When) else None
    ), whose


def _address(whose: str, when: When | None, kind: DutyKind | None) -> str:
    """The address of a list, without the number of its page."""
    parts = [f"whose={whose}", f"when={when.value}" if when else "", f"kind={kind.value}" if kind else ""]
    return "/work?" + "&".join(part for part in parts if part)


HANDLERS = [worklist, room]
