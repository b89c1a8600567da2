"""What is stored of a login's token."""

import hashlib


def token_hash(token: str) -> bytes:
    """The token itself has 256 bits, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).digest()
