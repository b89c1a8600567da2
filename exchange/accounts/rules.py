"""How long a login lasts and how wrong passwords are slowed."""

import hmac
from datetime import datetime, timedelta

LOGIN_LASTS = timedelta(days=14)
SEEKER_LOGIN_LASTS = timedelta(days=60)
CODE_LASTS = timedelta(minutes=10)
CODE_TRIES = 5
CODE_PAUSE = timedelta(seconds=60)
FAILURES_COUNTED = timedelta(minutes=15)
FREE_FAILURES = 4
LONGEST_WAIT = timedelta(minutes=15)
SHORTEST_PASSWORD = 10


def wait_until(failures: int, last: datetime | None) -> datetime | None:
    """When the next try is allowed after `failures` in the window: free at first, then doubling from 2 s."""
    if last is None or failures < FREE_FAILURES:
        return None
    return last + min(timedelta(seconds=2 ** (failures - FREE_FAILURES + 1)), LONGEST_WAIT)


def code_hash(code: str, phone: str, secret: str) -> bytes:
    """What is stored of a six-digit code: keyed, because six digits can be guessed from a plain hash."""
    return hmac.digest(secret.encode(), f"{phone}:{code}".encode(), "sha256")
