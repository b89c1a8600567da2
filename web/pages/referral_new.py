"""Issuing a slip: choose a vacancy of the register, or write the employer by hand; then its days, and the number."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.kernel.clock import local_day
from exchange.kernel.codes import Reason
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.text import squeeze
from exchange.kernel.texts import N_
from exchange.referrals import actions, offers, queries
from exchange.referrals.codes import ReferralReason, ReferralState
from exchange.referrals.facts import Slip
from exchange.referrals.given import ReferralGiven
from exchange.seekers import queries as seekers
from exchange.seekers.access import own_desk
from exchange.seekers.codes import Why
from exchange.seekers.file_actions import open_file
from exchange.vacancies.queries import VacancyView
from exchange.vacancies.search_queries import Results, VacancyQuery, search
from web.consulting import key_of, uuid_of
from web.dates import boxes
from web.forms import Form
from web.referring import NAMES, read_referral
from web.visit import Asked, Visit

_MOST = 8  # vacancies offered at once
# What is let go of after a refusal, so that the same form can be sent once more as the sentence says.
_AGAIN: dict[Reason, dict[str, str]] = {
    ReferralReason.NOT_THAT_CONSULTATION: {"consultation": ""},
    ReferralReason.KEY_USED: {"client_key": ""},
}
_ISSUED = N_("Đã cấp giấy số %(slip)s. Anh/chị in ra và đưa cho người lao động.")


@get("/people/{seeker_id:uuid}/referrals/new")
async def new(visit: Asked, seeker_id: FromPath[UUID]) -> Response[bytes]:
    """Where to? `q`: words of a vacancy; `vacancy`: the one chosen; `hand`: an employer who is not in the register."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/people/{seeker_id}/referrals/new")

    def look(db: Writing) -> None:
        open_file(db, own_desk(db, visit.viewer, seeker_id), Why.COUNSELLING, now=visit.now)

    await visit.write(look)
    asked = {name: visit.query(name) for name in ("vacancy", "consultation", "hand")}
    usual = queries.usual_validity(local_day(visit.now))
    return await _new(visit, seeker_id, Form.of(asked | boxes({"valid_until": usual})))


@post("/people/{seeker_id:uuid}/referrals")
async def issue(visit: Asked, seeker_id: FromPath[UUID]) -> Response[bytes]:
    """Issue it; a form that is sent twice is one slip."""
    form = await visit.form()
    given = read_referral(form)
    today = local_day(visit.now)

    def write(db: Writing, given: ReferralGiven) -> tuple[UUID, str]:
        desk = own_desk(db, visit.viewer, seeker_id)
        key = key_of(form)
        own = actions.issue(db, desk, given, vault=visit.vault, client_key=key, now=visit.now)
        return own, queries.label(db, own, today=today)

    try:
        if given is not None:
            own, slip = await visit.write(lambda db: write(db, given))
            return visit.go(f"/referrals/{own}", str(visit.render.text(_ISSUED, slip=slip)))
    except Refused as no:
        form.refuse(no, names=NAMES)
        form.values |= _AGAIN.get(no.reason, {})
    return await _new(visit, seeker_id, form, 422)


async def _new(visit: Visit, seeker_id: UUID, form: Form, status: int = 200) -> Response[bytes]:
    values = await visit.read(lambda db: _values(db, visit, seeker_id, form), scan=True)
    return await visit.page("referrals/new.html", status=status, staff_page=True, form=form, **values)


def _values(db: Reading, visit: Visit, seeker_id: UUID, form: Form) -> dict[str, Any]:
    desk, today = own_desk(db, visit.viewer, seeker_id), local_day(visit.now)
    file = seekers.seeker_file(db, desk.seeker_id)
    chosen = _chosen(db, visit, form)
    by_hand = bool(form.get("hand")) and not form.get("vacancy")
    typed = squeeze(visit.query("q", file.wish))[:120]
    slips = queries.slips_of(db, desk, today=today)
    return {
        "file": file,
        "typed": typed,
        "chosen": chosen,
        "by_hand": by_hand,
        "found": None if chosen or by_hand else _search(db, visit, typed),
        "slips": slips,
        "waiting": next((one for one in slips if chosen and one.vacancy_id == chosen.id and _waits(one)), None),
        "kept": f"&consultation={form.get('consultation')}" if uuid_of(form.get("consultation")) else "",
    }


def _waits(one: Slip) -> bool:
    """A page from the browser's memory is soon sent once more: whoever does so sees the slip that is still in use."""
    return one.state in (ReferralState.ISSUED, ReferralState.PRESENTED)


def _chosen(db: Reading, visit: Visit, form: Form) -> VacancyView | None:
    """The vacancy that was chosen, if it still takes people; else why not, said at its field."""
    vacancy_id = uuid_of(form.get("vacancy"))
    try:
        return offers.offered(db, vacancy_id, now=visit.now) if vacancy_id else None
    except Refused as no:
        form.refuse(no)
        return None


def _search(db: Reading, visit: Visit, typed: str) -> Results:
    """The first vacancies for these words that still have openings."""
    found = search(db, VacancyQuery(q=typed), today=local_day(visit.now))
    return Results(found.total, [row for row in found.items if row.openings_left > 0][:_MOST], 1, 1)


HANDLERS = [new, issue]
