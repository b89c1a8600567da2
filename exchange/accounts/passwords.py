"""Passwords (argon2id). Slow on purpose: call it outside transactions and off the event loop."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)  # OWASP's smaller argon2id setting


@cache
def _nobody() -> str:
    """A hash that nothing fits, made when it is first needed: 27 ms that a start need not wait for."""
    return _hasher.hash("no account has this password")


def hashed(password: str) -> str:
    """The hash to store."""
    return _hasher.hash(password)


def fits(stored: str | None, given: str) -> bool:
    """Whether `given` is the password. Takes as long for an address without an account."""
    try:
        return _hasher.verify(stored or _nobody(), given) and stored is not None
    except (VerificationError, InvalidHashError):
        return False
