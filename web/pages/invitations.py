"""Recruiters: asked by a link in an e-mail, joining, leaving."""

import asyncio
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from exchange.accounts import actions as accounts
from exchange.accounts import passwords
from exchange.accounts.actions import SignedIn
from exchange.accounts.queries import Viewer
from exchange.employers import actions, queries
from exchange.employers.access import employer_desk
from exchange.employers.actions import Invited, JoinGiven, NewAccount
from exchange.employers.codes import EmployerReason
from exchange.kernel.db import Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.texts import N_
from web.forms import Form
from web.inviting import send_invitation
from web.pages import employers
from web.pages.accounts import device_of, signed_in
from web.visit import Asked, Visit


@post("/employers/{employer_id:uuid}/recruiters")
async def invite(visit: Asked, employer_id: FromPath[UUID]) -> Response[bytes]:
    """Ask somebody to recruit for the employer."""
    form = await visit.form()

    def ask(db: Writing) -> Invited:
        desk = employer_desk(db, visit.viewer, employer_id)
        return actions.invite_recruiter(db, desk, form.get("email"), request_id=form.request_id, now=visit.now)

    try:
        invited = await visit.write(ask)
    except Refused as no:
        form.refuse(no)
        desk = await visit.read(lambda db: employer_desk(db, visit.viewer, employer_id))
        return await employers.own_page(visit, desk, form, 422)
    await send_invitation(visit, invited)
    said = visit.render.text(N_("Đã gửi lời mời tới %(email)s."), email=invited.email)
    return visit.go(f"/employers/{employer_id}", str(said))


@post("/employers/{employer_id:uuid}/recruiters/{recruiter_id:uuid}/ending")
async def end(visit: Asked, employer_id: FromPath[UUID], recruiter_id: FromPath[UUID]) -> Response[bytes]:
    """Somebody recruits for the employer no longer."""
    await visit.form()

    def write(db: Writing) -> None:
        actions.end_recruiter(db, employer_desk(db, visit.viewer, employer_id), recruiter_id, now=visit.now)

    await visit.write(write)
    visit.house.identities.forget()
    return visit.go(f"/employers/{employer_id}", visit.render.text(N_("Đã ngừng quyền phỏng vấn.")))


@get("/invitations/{token:str}")
async def invitation(visit: Asked, token: FromPath[str]) -> Response[bytes]:
    """What the link opens."""
    return await _invitation(visit, token, Form.of({}))


@post("/invitations/{token:str}")
async def accept(visit: Asked, token: FromPath[str]) -> Response[bytes]:
    """Accept: with the account that is signed in, else with a new one, which is signed in at once."""
    form = await visit.form()
    who: Viewer | NewAccount | None = visit.viewer or await _new_account(form)

    def join(db: Writing, who: Viewer | NewAccount) -> SignedIn:
        account = actions.accept_invitation(db, token, who, now=visit.now)
        return accounts.sign_in(db, account, device_of(visit), now=visit.now)

    try:
        if who is not None:
            login = await visit.write(lambda db: join(db, who))
            visit.house.identities.forget()
            return signed_in(visit, login, "/desks")
    except Refused as no:
        if no.reason is EmployerReason.INVITATION_DEAD:
            raise NotFound from None
        form.refuse(no)
    return await _invitation(visit, token, form, 422)


async def _new_account(form: Form) -> NewAccount | None:
    given = form.read(JoinGiven, password=form.values.get("password", ""))  # blanks belong to a password
    return NewAccount(given.name, await asyncio.to_thread(passwords.hashed, given.password)) if given else None


async def _invitation(visit: Visit, token: str, form: Form, status: int = 200) -> Response[bytes]:
    found = await visit.read(lambda db: queries.invitation(db, token, now=visit.now))
    here = f"/invitations/{token}"
    signed = visit.viewer.name if visit.viewer else ""
    return await visit.page(
        "employers/invitation.html", status=status, form=form, invitation=found, path=here, signed=signed
    )


HANDLERS = [invite, end, invitation, accept]
