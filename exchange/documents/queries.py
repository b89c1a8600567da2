"""What can be asked about scans. Who may ask is for the room that a scan hangs in to say."""

from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select

from exchange.documents.codes import MediaType
from exchange.documents.rules import Scan
from exchange.documents.tables import Document
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound

__all__ = ["DocumentView", "Scan", "document"]
_d = columns(Document)
_ONE = select(_d.id, _d.sha256, _d.name, _d.media_type, _d.size, _d.at).where(_d.id == bindparam("document"))


class DocumentView(msgspec.Struct, frozen=True):
    """A scan, without its bytes."""

    id: UUID
    sha256: str
    name: str
    media_type: MediaType
    size: int
    at: datetime


def document(db: Reading, document_id: UUID) -> DocumentView:
    """One scan. Raises NotFound."""
    row = db.execute(_ONE, {"document": document_id}).first()
    if row is None:
        raise NotFound
    return DocumentView(*row)
