"""Taking a scan: looked at, scanned and kept before any transaction; then its row, inside one."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.documents import rules
from exchange.documents.codes import DocumentReason
from exchange.documents.rules import Scan
from exchange.documents.scanning import why_not_clean
from exchange.documents.store import DocumentStore
from exchange.documents.tables import Document, DocumentId
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading, Writing
from exchange.kernel.errors import Refused

_KNOWN = select(columns(Document).sha256).where(columns(Document).sha256.in_(bindparam("digests", expanding=True)))
_AT_ONCE = 500


def take(store: DocumentStore, scanner: str, name: str, content: bytes) -> Scan:
    """Look at bytes, have them scanned and keep them; outside of any transaction. Raises Refused at field `scan`."""
    reason = rules.why_not(content) or why_not_clean(scanner, content)
    kind = rules.media_type(content)
    if reason or kind is None:
        raise Refused(reason or DocumentReason.WRONG_TYPE, "scan")
    return Scan(rules.plain_name(name, kind), kind, content, store.put(content))


def write(db: Writing, scan: Scan, by_account: UUID, *, now: datetime) -> DocumentId:
    """The row of a scan whose bytes are kept."""
    about: dict[str, Any] = {"name": scan.name, "media_type": scan.media_type, "size": len(scan.content)}
    row = Document(sha256=scan.sha256, by_account=by_account, at=now, **about)
    db.add(row)
    db.flush()
    return row.id


def known(db: Reading, digests: list[str]) -> set[str]:
    """Which of these have a row."""
    return set(db.scalars(_KNOWN, {"digests": digests})) if digests else set()


def orphans(store: DocumentStore, ask: Callable[[list[str]], set[str]], *, before: datetime) -> list[tuple[str, int]]:
    """Digest and size of bytes older than `before` that no row names: kept for a form that was then refused."""
    old = [(digest, size) for digest, size, at in store.kept() if at < before]
    named: set[str] = set()
    for start in range(0, len(old), _AT_ONCE):
        named |= ask([digest for digest, _ in old[start : start + _AT_ONCE]])
    return [one for one in old if one[0] not in named]
