"""Signing in and out."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select, update

from exchange.accounts import rules
from exchange.accounts.codes import SignInReason
from exchange.accounts.queries import Viewer
from exchange.accounts.tables import Account, AccountId, FailedPassword, Login, LoginId, OneTimeCode
from exchange.accounts.tokens import token_hash
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.kernel.errors import NotFound, Refused
from exchange.kernel.ids import new_token


@dataclass(frozen=True)
class SignedIn:
    """A fresh login; `token` goes into the cookie and nowhere else."""

    token: str
    login_id: LoginId
    account_id: AccountId
    expires_at: datetime


def open_account(
    db: Writing,
    name: str,
    *,
    now: datetime,
    email: str | None = None,
    phone: str | None = None,
    password_hash: str = "",
) -> AccountId:
    """A new account. Raises Refused when the address is taken."""
    email = email.strip().lower() if email else None
    if email and db.scalar(select(columns(Account).id).where(columns(Account).email == email)):
        raise Refused(SignInReason.EMAIL_TAKEN, "email")
    account = Account(name=name, email=email, phone=phone, password_hash=password_hash or None, created_at=now)
    db.add(account)
    db.flush()
    return account.id


def sign_in(db: Writing, account_id: UUID, device: str, *, now: datetime, by_phone: bool = False) -> SignedIn:
    """Always a new token: a cookie planted before the sign-in is worth nothing after it.

    Who signs in by telephone stays signed in for longer: a ticket must still open on the phone next month.
    """
    account_id = AccountId(account_id)
    lasts = rules.SEEKER_LOGIN_LASTS if by_phone else rules.LOGIN_LASTS
    token = new_token()
    login = Login(
        account_id=account_id,
        token_hash=token_hash(token),
        device=device[:120],
        made_at=now,
        expires_at=now + lasts,
    )
    db.add(login)
    log.record(db, Kind.SIGNED_IN, log.About(login.id), by=log.By(account_id), at=now)
    return SignedIn(token, login.id, account_id, login.expires_at)


def wait_left(db: Writing, email: str, *, now: datetime) -> timedelta | None:
    """How long this address has to wait because it failed too often; ask before the password is checked."""
    at, key = columns(FailedPassword).at, columns(FailedPassword).email
    count, last = db.execute(
        select(func.count(), func.max(at)).where(key == email.lower(), at > now - rules.FAILURES_COUNTED)
    ).one()
    until = rules.wait_until(count, last)
    return until - now if until and now < until else None


def note_failure(db: Writing, email: str, *, now: datetime) -> None:
    """Remember a wrong password."""
    db.add(FailedPassword(email=email.lower()[:254], at=now))


def sign_out(db: Writing, viewer: Viewer, login_id: UUID, *, now: datetime) -> None:
    """End one of the viewer's own logins. Raises NotFound for anybody else's."""
    own = columns(Login).account_id == viewer.account_id, columns(Login).id == login_id
    done = db.execute(update(Login).where(*own, columns(Login).revoked_at.is_(None)).values(revoked_at=now))
    if not done.rowcount:  # type: ignore[attr-defined]
        raise NotFound
    log.record(db, Kind.LOGIN_REVOKED, log.About(login_id), by=log.By(viewer.account_id), at=now)


def make_code(db: Writing, phone: str, *, secret: str, now: datetime) -> str:
    """A six-digit code for a telephone (E.164), to be sent by the caller after the commit.

    Raises Refused when one was made less than a minute ago.
    """
    made = db.scalar(select(func.max(columns(OneTimeCode).made_at)).where(columns(OneTimeCode).phone == phone))
    if made and now - made < rules.CODE_PAUSE:
        raise Refused(SignInReason.CODE_TOO_OFTEN)
    digits = f"{secrets.randbelow(1_000_000):06d}"
    hashed = rules.code_hash(digits, phone, secret)
    db.add(OneTimeCode(phone=phone, code_hash=hashed, made_at=now, expires_at=now + rules.CODE_LASTS))
    return digits


def use_code(db: Writing, phone: str, digits: str, *, secret: str, now: datetime) -> bool:
    """Whether `digits` is the newest code of this telephone. A right code is spent; a wrong try is counted.

    Returns rather than raises, because the counted try must be committed.
    """
    newest = db.scalar(
        select(OneTimeCode)
        .where(columns(OneTimeCode).phone == phone)
        .order_by(columns(OneTimeCode).made_at.desc(), columns(OneTimeCode).id.desc())
        .limit(1)
        .with_for_update()
    )
    if newest is None or newest.used_at or newest.expires_at <= now or newest.tries >= rules.CODE_TRIES:
        return False
    newest.tries += 1
    right = secrets.compare_digest(newest.code_hash, rules.code_hash(digits.strip(), phone, secret))
    if right:
        newest.used_at = now
    return right


def account_for_phone(db: Writing, phone: str, name: str, *, now: datetime) -> AccountId:
    """The account of a proven telephone number, opened when there is none."""
    found: UUID | None = db.scalar(select(columns(Account).id).where(columns(Account).phone == phone))
    return AccountId(found) if found else open_account(db, name, phone=phone, now=now)
