"""One claim: its course, and the form of the act that comes next."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.benefits import actions, course_queries, queries, search_queries
from exchange.benefits.access import ClaimDesk, claim_desk
from exchange.benefits.codes import Appraised, ClaimState, DeclaredState, DueState, EndGround, RefusalGround, Verdict
from exchange.benefits.queries import Standing
from exchange.centres import queries as centres
from exchange.kernel.clock import local_day
from exchange.kernel.codes import Code
from exchange.kernel.db import Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.reference import provinces
from exchange.reference.holidays import working_days
from exchange.seekers.codes import Channel
from web.benefit_acts import ACTS, Act
from web.dates import boxes
from web.declaring import told
from web.forms import Form
from web.render import number
from web.visit import Asked, Visit

_S = ClaimState
_CHANGE, _LATER = ("suspension", "move", "end", "correction"), ("withdrawal",)
# What may be done with a claim as it stands; the first is offered.
_OFFERED: dict[ClaimState, tuple[str, ...]] = {
    _S.RECEIVED: ("appraisal",),
    _S.APPRAISED: ("decision", "appraisal"),
    _S.REFUSED: ("correction",),
    _S.CANCELLED: ("correction",),
    _S.GRANTED: ("declaration", "move", "end", "correction"),
    _S.RUNNING: ("declaration", *_CHANGE),
    _S.SUSPENDED: ("resumption", "declaration", "move", "end"),
    _S.RAN_OUT: ("end", "declaration"),
    _S.ENDED: (),
    _S.MOVED_OUT: (),
    _S.WITHDRAWN: (),
}
_CHANNELS = (Channel.COUNTER, Channel.PHONE)


@get("/benefits/{claim_id:uuid}")
async def claim(visit: Asked, claim_id: FromPath[UUID]) -> Response[bytes]:
    """A claim with its whole course; `act`: which form stands beside it."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/benefits/{claim_id}")
    return await _page(visit, claim_id, visit.query("act"))


@post("/benefits/{claim_id:uuid}/{name:str}")
async def act(visit: Asked, claim_id: FromPath[UUID], name: FromPath[str]) -> Response[bytes]:
    """Do one act."""
    if name not in ACTS:
        raise NotFound
    form, wanted = await visit.form(), ACTS[name]
    await visit.read(lambda db: claim_desk(db, visit.viewer, claim_id))
    change = wanted.read(form)
    if change is None or form.errors:
        return await _page(visit, claim_id, name, form, 422)
    calendar = working_days(local_day(visit.now))

    def write(db: Writing) -> None:
        change(db, claim_desk(db, visit.viewer, claim_id), calendar, request_id=form.request_id, now=visit.now)

    try:
        await visit.write(write)
    except Refused as no:
        form.refuse(no)
        return await _page(visit, claim_id, name, form, 422)
    return visit.go(f"/benefits/{claim_id}", visit.render.text(wanted.done))


async def _page(
    visit: Visit, claim_id: UUID, name: str, form: Form | None = None, status: int = 200
) -> Response[bytes]:
    """The page, and the entry in the journal that says it was read."""
    values = await visit.write(lambda db: _values(db, visit, claim_id, name))
    form = form or Form.of(values.pop("filled"))
    values.pop("filled", None)
    return await visit.page("benefits/claim.html", status=status, staff_page=True, form=form, **_words(visit), **values)


def _values(db: Writing, visit: Visit, claim_id: UUID, name: str) -> dict[str, Any]:
    desk, today = claim_desk(db, visit.viewer, claim_id), local_day(visit.now)
    calendar = working_days(today)
    actions.open_file(db, desk.file, now=visit.now)
    standing = queries.claim(db, desk, calendar, today=today)
    steps = course_queries.course(db, desk)
    standing_steps = {step.kind for step in steps if not step.gone}
    offered = _offered(standing, standing_steps)
    chosen = name if name in ACTS else next(iter(offered), "")
    filled = boxes({"on_day": today, "declared_on": today, "from_on": queries.proposed_from(standing.claim, calendar)})
    return {
        "centre": centres.centre(db, desk.centre_id),
        "it": standing,
        "steps": steps,
        "act": ACTS.get(chosen),
        "others": [ACTS[other] for other in offered if other != chosen],
        "months": [due.month for due in standing.dues if due.state in (DueState.DUE, DueState.LATE)],
        "declared": [due.month for due in standing.dues if due.state is DueState.DECLARED],
        "filled": filled | _filled(db, visit, desk, standing, ACTS.get(chosen)),
    }


def _offered(standing: Standing, steps: set[str]) -> list[str]:
    """Acts in the order in which they are likely; a declaration first only while one can be made."""
    offered = list(_OFFERED[standing.state])
    states = {due.state for due in standing.dues}
    if "declaration" in offered and not states & {DueState.DUE, DueState.LATE}:
        offered.remove("declaration")
    if DueState.DECLARED in states and standing.state not in (_S.ENDED, _S.MOVED_OUT):
        offered.append("redeclaration")
    said = standing.claim.course.decision
    if said and said.verdict is Verdict.GRANTED and standing.state is not _S.WITHDRAWN:
        offered += ["training", "untraining"] if "supported" in steps else ["training"]
    return [*offered, *(_LATER if "happened" in steps else ())]


def _filled(db: Writing, visit: Visit, desk: ClaimDesk, standing: Standing, act: Act | None) -> dict[str, Any]:
    said = standing.claim.course.decision
    if act is None or said is None:
        return {}
    if act.name == "correction" and said.verdict is Verdict.GRANTED:
        plain = {"verdict": said.verdict.value, "months": said.months, "monthly": number(said.monthly)}
        return plain | boxes({"from_on": said.from_on})
    if act.name != "declaration" or said.from_on is None:
        return {}
    done = search_queries.contacts(db, desk.seeker_id, search_queries.since(db, desk.claim_id, said.from_on))
    month = next((due.month for due in standing.dues if due.state is DueState.DUE), None)
    late = standing.late[0].month if standing.late else ""
    return {"month": month or late, "contacts": told(visit, done), "channel": Channel.COUNTER.value}


def _words(visit: Visit) -> dict[str, Any]:
    """The given answers of all forms."""

    def options(codes: Any) -> list[tuple[str, str]]:
        return [(one.value, visit.render.label(one)) for one in codes]

    def of(*kinds: type[Code]) -> list[list[tuple[str, str]]]:
        return [options(kind) for kind in kinds]

    found, refusals, grounds, states = of(Appraised, RefusalGround, EndGround, DeclaredState)
    return {
        "found": found,
        "refusals": refusals,
        "grounds": grounds,
        "states": states,
        "verdicts": options((Verdict.GRANTED, Verdict.REFUSED)),
        "corrections": options(Verdict),
        "channels": options(_CHANNELS),
        "provinces": [(one.code, one.short_name) for one in provinces.as_of(local_day(visit.now))],
    }


HANDLERS = [claim, act]
