"""Rows: scans that were taken. The bytes lie elsewhere, under their digest."""

from datetime import datetime
from typing import NewType
from uuid import UUID

from sqlmodel import Field, SQLModel

from exchange.documents.codes import MediaType
from exchange.kernel.columns import check, code, key, ref

DocumentId = NewType("DocumentId", UUID)


class Document(SQLModel, table=True):
    """One scan as one person brought it. The same bytes brought twice are two rows and lie in the store once."""

    __tablename__ = "documents"
    __table_args__ = (check("sized", "size > 0"), check("digest", "length(sha256) = 64"))

    id: DocumentId = key()
    sha256: str = Field(max_length=64, index=True)
    name: str = Field(max_length=160)
    media_type: MediaType = code(MediaType)
    size: int
    by_account: UUID = ref("accounts.id")
    at: datetime
