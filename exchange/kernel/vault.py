"""Keeping numbers that identify a person: sealed, found again without being opened, shown masked.

AES-256-GCM under one of the operator's keys; the blind index is an HMAC under a key of its own, so that a stolen
database neither shows the numbers nor lets all of them be tried out.
"""

import base64
import hmac
import os
from functools import cached_property

_NONCE = 12  # bytes, random for each sealing
_BLIND = 16  # bytes of the digest kept: enough never to meet, too few to be worth more


class Unreadable(Exception):  # noqa: N818
    """A sealed number that none of the keys opens: a key was lost, or the row was changed by hand."""


class Vault:
    """Seals and opens with the operator's keys: the first seals, all open, so that keys can be changed."""

    def __init__(self, keys: str) -> None:
        self._keys = [base64.b64decode(key.strip(), validate=True) for key in keys.split(",") if key.strip()]
        if not self._keys or any(len(key) != 32 for key in self._keys):
            raise ValueError("a key is 32 bytes in base64")

    def seal(self, number: str, about: str) -> bytes:
        """`number` encrypted; `about` (whose, and which number) must be said again to open it."""
        return self.seal_bytes(number.encode(), about)

    def seal_bytes(self, data: bytes, about: str) -> bytes:
        """The same for anything that holds such numbers: the rows of a file that waits to be taken in."""
        nonce = os.urandom(_NONCE)
        sealed: bytes = self._ciphers[0].encrypt(nonce, data, about.encode())
        return nonce + sealed

    def open(self, sealed: bytes, about: str) -> str:
        """The number. Raises Unreadable."""
        return self.open_bytes(sealed, about).decode()

    def open_bytes(self, sealed: bytes, about: str) -> bytes:
        """What `seal_bytes` was given. Raises Unreadable."""
        from cryptography.exceptions import InvalidTag

        for cipher in self._ciphers:
            try:
                found: bytes = cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], about.encode())
                return found
            except InvalidTag:
                continue
        raise Unreadable

    def blind(self, number: str, what: str) -> bytes:
        """The key under which a number is found again: the same for the same number, telling nothing of it.

        Made with the last key of the list, which therefore stays when others are added in front of it.
        """
        key = hmac.digest(self._keys[-1], b"blind index", "sha256")
        return hmac.digest(key, f"{what}:{number}".encode(), "sha256")[:_BLIND]

    @cached_property
    def _ciphers(self) -> list["AESGCM"]:  # type: ignore[name-defined]  # noqa: F821 - imported only when it is needed
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # 40 ms: not at start-up

        return [AESGCM(key) for key in self._keys]


def masked(length: int, tail: str) -> str:
    """A number as everybody at the counter may see it: "•••• •••• 1234"."""
    return "•" * max(0, length - len(tail)) + tail
