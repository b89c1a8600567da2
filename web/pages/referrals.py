"""The slips of a centre: what waits, finding one, one with its whole course, and on paper."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import segno
from litestar import Response, get
from litestar.params import FromPath

from exchange.centres.access import staff_desk
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading, Writing
from exchange.kernel.text import squeeze
from exchange.kernel.texts import N_
from exchange.referrals import duty_queries, queries
from exchange.referrals.access import ReferralDesk, referral_desk
from exchange.referrals.codes import Answered
from exchange.referrals.duty_queries import PAGE, Listed
from exchange.seekers.codes import Why
from web.dates import boxes
from web.forms import Form
from web.referring import act_options, answer_options
from web.visit import Asked, Visit

_MOST = 100  # rows of a worklist on a page
LISTS = {
    Listed.DUE: N_("đến hạn lấy kết quả"),
    Listed.FOLLOW: N_("cần hỏi thăm sau khi đi làm"),
    Listed.OPEN: N_("chưa có kết quả"),
    Listed.ALL: N_("tất cả giấy đã cấp"),
}
_TITLES = {
    Listed.DUE: N_("Giấy đến hạn lấy kết quả"),
    Listed.FOLLOW: N_("Người cần hỏi thăm sau khi đi làm"),
    Listed.OPEN: N_("Giấy chưa có kết quả"),
    Listed.ALL: N_("Tất cả giấy đã cấp"),
}


@get("/referrals")
async def listed(visit: Asked) -> Response[bytes]:
    """What waits (`list`: which of it; `mine`: of those I issued), or the slips that `q` means."""
    if visit.viewer is None:
        return visit.go("/sign-in/password?next=/referrals")
    typed = squeeze(visit.query("q"))[:120]
    values = await visit.read(lambda db: _lists(db, visit, typed), scan=True)
    return await visit.page("referrals/list.html", staff_page=True, typed=typed, **values)


def _lists(db: Reading, visit: Visit, typed: str) -> dict[str, Any]:
    desk, today = staff_desk(db, visit.viewer), local_day(visit.now)
    number = int(asked) if (asked := visit.query("page")).isdecimal() and len(asked) < 6 else 1
    due = duty_queries.results_due(db, desk, today)
    follow = duty_queries.follow_ups_due(db, desk, today)
    waiting = duty_queries.slips_at(db, desk, today, only_open=True, page=number)
    every = duty_queries.slips_at(db, desk, today, typed=typed, page=number)
    counts = {Listed.DUE: len(due), Listed.FOLLOW: len(follow), Listed.OPEN: waiting.total, Listed.ALL: every.total}
    chosen = _chosen(visit, counts)
    mine = visit.query("mine") == "yes"
    shown = waiting if chosen is Listed.OPEN and not typed else every
    rows = [row for row in (due if chosen is Listed.DUE else follow) if row.mine or not mine]
    return {
        "counts": [(name.value, visit.render.text(words), counts[name]) for name, words in LISTS.items()],
        "chosen": chosen.value,
        "title": visit.render.text(_TITLES[chosen]),
        "mine": mine,
        "due": rows[:_MOST],
        "more": max(0, len(rows) - _MOST),
        "slips": shown.slips,
        "total": shown.total,
        "number": max(1, number),
        "pages": max(1, -(-shown.total // PAGE)),
    }


def _chosen(visit: Visit, counts: Mapping[Listed, int]) -> Listed:
    """The list that was asked for, else the first with something on it."""
    asked = visit.query("list")
    return Listed(asked) if asked in set(Listed) else next((one for one in LISTS if counts[one]), Listed.OPEN)


@get("/referrals/{referral_id:uuid}")
async def slip(visit: Asked, referral_id: FromPath[UUID]) -> Response[bytes]:
    """One slip with all that happened to it. Opening it is written down."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/referrals/{referral_id}")
    return await slip_page(visit, referral_id)


async def slip_page(visit: Visit, referral_id: UUID, form: Form | None = None, status: int = 200) -> Response[bytes]:
    """The page of a slip; `form`: the one that was refused."""
    today = local_day(visit.now)
    usual = boxes({"presented_on": today, "on_day": today})
    shown = form or Form.of({})
    shown.values = usual | shown.values
    values = await visit.write(lambda db: _opened(db, visit, referral_id))
    return await visit.page(
        "referrals/slip.html",
        status=status,
        staff_page=True,
        form=shown,
        offered=answer_options(visit) | act_options(visit),
        **values,
    )


def _opened(db: Writing, visit: Visit, referral_id: UUID) -> dict[str, Any]:
    desk = referral_desk(db, visit.viewer, referral_id)
    _journal(db, visit, desk)
    whole = queries.whole(db, desk, today=local_day(visit.now))
    said = whole.slip.answer.said.answer if whole.slip.answer else None
    secret = queries.secret(db, referral_id, vault=visit.vault)
    return {
        "desk": desk,
        "whole": whole,
        "one": whole.slip,
        "waits": said is None and whole.slip.cancelled_at is None,
        "hired": said is Answered.HIRED,
        "address": address_of(visit, secret),
    }


def _journal(db: Writing, visit: Visit, desk: ReferralDesk) -> None:
    opened = log.About(desk.seeker_id, seeker_id=desk.seeker_id, facts={"why": Why.COUNSELLING.value})
    log.record(db, Kind.SEEKER_FILE_OPENED, opened, by=log.By(desk.account_id), at=visit.now)


@get("/referrals/{referral_id:uuid}/print")
async def paper(visit: Asked, referral_id: FromPath[UUID]) -> Response[bytes]:
    """The slip with its stub, to be printed on A5."""
    if visit.viewer is None:
        return visit.go(f"/sign-in/password?next=/referrals/{referral_id}/print")

    def look(db: Writing) -> queries.Paper:
        desk = referral_desk(db, visit.viewer, referral_id)
        _journal(db, visit, desk)
        return queries.paper(db, desk, vault=visit.vault, today=local_day(visit.now))

    return await paper_page(visit, await visit.write(look), f"/referrals/{referral_id}", staff_page=True)


async def paper_page(visit: Visit, paper: queries.Paper, back: str, *, staff_page: bool = False) -> Response[bytes]:
    """The printed slip; the QR code is its address."""
    address = address_of(visit, paper.secret)
    drawn = segno.make(address, error="m").svg_inline(scale=3, omitsize=True, border=2) if address else ""
    return await visit.page(
        "referrals/paper.html", staff_page=staff_page, paper=paper, one=paper.slip, back=back, address=address, qr=drawn
    )


def address_of(visit: Visit, secret: str) -> str:
    """The whole address under which an employer answers; nothing where there is no secret."""
    return f"{visit.settings.public_url}/r/{secret}" if secret else ""


HANDLERS = [listed, slip, paper]
