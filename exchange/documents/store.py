"""Where the bytes of scans lie: a folder, or any store that speaks S3. Content-addressed: never changed, only added.

Nothing here runs inside a transaction: bytes are put before their row is written, so that a row never lacks its bytes.
Bytes without a row do no harm; `exchange documents tidy` takes them away.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, from_url

from exchange.documents.codes import DocumentReason
from exchange.kernel.errors import Refused

_PATIENCE: Any = {"timeout": "30s", "connect_timeout": "5s"}
_ONCE_MORE: Any = {"max_retries": 2, "retry_timeout": timedelta(seconds=20)}


def digest_of(content: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal: their name in the store."""
    return sha256(content).hexdigest()


class DocumentStore:
    """The store at `place`: a folder, or an address (`s3://bucket/prefix`) whose keys come from `AWS_…` variables."""

    def __init__(self, place: str) -> None:
        self._place = place

    def put(self, content: bytes) -> str:
        """Keep the bytes; their digest. Raises Refused where the store does not take them."""
        digest = digest_of(content)
        try:
            obstore.put(self._open(), _path(digest), content)
        except (BaseError, OSError) as fault:
            raise Refused(DocumentReason.NOT_KEPT, "scan") from fault
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes. Raises Refused where they are gone, changed, or the store does not answer."""
        try:
            content = bytes(obstore.get(self._open(), _path(digest)).bytes())
        except (BaseError, OSError) as fault:
            raise Refused(DocumentReason.LOST) from fault
        if digest_of(content) != digest:
            raise Refused(DocumentReason.LOST)
        return content

    def kept(self) -> Iterator[tuple[str, int, datetime]]:
        """Digest, size and time of everything that lies there."""
        for batch in obstore.list(self._open()):
            for one in batch:
                yield str(one["path"]).rsplit("/", 1)[-1], int(one["size"]), one["last_modified"]

    def remove(self, digest: str) -> None:
        """Take bytes away that no row names."""
        obstore.delete(self._open(), _path(digest))

    def _open(self) -> Any:
        if "://" in self._place:
            return from_url(self._place, client_options=_PATIENCE, retry_config=_ONCE_MORE)
        Path(self._place).mkdir(parents=True, exist_ok=True)
        return LocalStore(Path(self._place).resolve())


def _path(digest: str) -> str:
    """Two letters of the digest as a folder, so that no folder grows too large."""
    return f"{digest[:2]}/{digest}"
