"""Who is signed in: the login behind the cookie, and what the head of the page says of them."""

import time
from uuid import UUID

import msgspec

from exchange.accounts import queries as accounts
from exchange.accounts.queries import Viewer
from exchange.accounts.tokens import token_hash
from exchange.centres import queries as centres
from exchange.centres.queries import StaffOf
from exchange.employers import queries as employers
from exchange.employers.queries import RecruiterOf
from exchange.kernel import clock
from exchange.kernel.db import Reading
from exchange.seekers import queries as seekers
from web.work import Work

_KEPT = 5.0  # seconds a login is believed without asking again; a sign-out here forgets it at once


class Identity(msgspec.Struct, frozen=True):
    """A signed-in person. What they may do is decided by each slice's `access`, not by this."""

    viewer: Viewer
    staff: StaffOf | None = None
    recruiter: RecruiterOf | None = None
    seeker_id: UUID | None = None


class Identities:
    """Logins by cookie, remembered for a moment."""

    def __init__(self, work: Work, *, secure: bool) -> None:
        self.cookie = "__Host-login" if secure else "login"
        self._work = work
        self._kept: dict[str, tuple[float, Identity | None]] = {}

    async def of(self, token: str) -> Identity | None:
        """Who holds this token; None for an unknown, expired or revoked one."""
        kept = self._kept.get(token)
        if kept and time.monotonic() < kept[0]:
            return kept[1]
        found = await self._work.read(lambda db: _identity(db, token))
        if len(self._kept) > 20_000:
            self._kept.clear()
        self._kept[token] = (time.monotonic() + _KEPT, found)
        return found

    def forget(self) -> None:
        """Ask the database again for everybody: after a sign-out, a sign-in or a change of membership."""
        self._kept.clear()


def _identity(db: Reading, token: str) -> Identity | None:
    viewer = accounts.viewer_of(db, token_hash(token), now=clock.now())
    if viewer is None:
        return None
    return Identity(
        viewer,
        centres.staff_of(db, viewer.account_id),
        employers.recruiter_of(db, viewer.account_id),
        seekers.seeker_of_account(db, viewer.account_id),
    )
