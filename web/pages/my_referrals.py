"""A person's own slips: how they stand, and on paper once more; and the work that is written down of them."""

from typing import Any
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath

from exchange.centres import queries as centres
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading
from exchange.placements.one_queries import entries_of
from exchange.referrals import queries
from exchange.referrals.access import own_referral
from exchange.seekers.access import own_file
from web.pages.referrals import paper_page
from web.visit import Asked, Visit


@get("/me/referrals")
async def mine(visit: Asked) -> Response[bytes]:
    """My slips, the newest first."""
    if visit.viewer is None:
        return visit.go("/sign-in?next=/me/referrals")
    today = local_day(visit.now)

    def ask(db: Reading) -> dict[str, Any]:
        file = own_file(db, visit.viewer)
        return {"slips": queries.own_slips(db, file, today=today), "placements": entries_of(db, file.seeker_id)}

    return await visit.page("referrals/mine.html", **await visit.read(ask))


@get("/me/referrals/{referral_id:uuid}")
async def slip(visit: Asked, referral_id: FromPath[UUID]) -> Response[bytes]:
    """One of them."""
    if visit.viewer is None:
        return visit.go(f"/sign-in?next=/me/referrals/{referral_id}")
    return await visit.page("referrals/own.html", **await visit.read(lambda db: _values(db, visit, referral_id)))


def _values(db: Reading, visit: Visit, referral_id: UUID) -> dict[str, Any]:
    own = own_referral(db, visit.viewer, referral_id)
    it = queries.slip(db, own, today=local_day(visit.now))
    return {"one": it, "centre": centres.centre(db, it.centre_id)}


@get("/me/referrals/{referral_id:uuid}/print")
async def paper(visit: Asked, referral_id: FromPath[UUID]) -> Response[bytes]:
    """The slip as the centre prints it."""
    if visit.viewer is None:
        return visit.go(f"/sign-in?next=/me/referrals/{referral_id}/print")

    def ask(db: Reading) -> queries.Paper:
        own = own_referral(db, visit.viewer, referral_id)
        return queries.paper(db, own, vault=visit.vault, today=local_day(visit.now))

    return await paper_page(visit, await visit.read(ask), f"/me/referrals/{referral_id}")


HANDLERS = [mine, slip, paper]
