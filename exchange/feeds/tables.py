"""Rows: a centre's feed, who reads it, what was sent to them, and what was told by hand.

A change is never updated or deleted: whoever was away finds it where it was.
"""

from datetime import date, datetime
from typing import Any, NewType
from uuid import UUID

from sqlalchemy import JSON, Column, Index, LargeBinary, UniqueConstraint, Uuid
from sqlmodel import Field, SQLModel

from exchange.feeds.codes import LONGEST_ADDRESS, LONGEST_NAME, LONGEST_NOTE, Because, Change, FeedKind, PartnerKind
from exchange.kernel.columns import check, code, key, maybe_ref, ref, unique_where

PartnerId = NewType("PartnerId", UUID)
DeliveryId = NewType("DeliveryId", UUID)


class Feed(SQLModel, table=True):
    """The numbered changes of one centre, with the centre's id. Whoever writes changes holds this row."""

    __tablename__ = "feeds"

    id: UUID = ref("centres.id", primary_key=True)
    last_seq: int = 0


class FeedChange(SQLModel, table=True):
    """One change of what a centre publishes: there from now on as `body` says, or no longer, and why.

    `subject_id`: the vacancy, or the id that is made for a result. `digest`: of the body, to tell whether it changed.
    """

    __tablename__ = "feed_changes"
    __table_args__ = (
        Index(None, "feed_id", "kind", "subject_id", "seq"),
        check("counted", "seq > 0"),
        check("put_with_digest", "(change = 'put') = (digest <> '')"),
        check("removed_why", "(change = 'removed') = (because IS NOT NULL)"),
    )

    feed_id: UUID = ref("feeds.id", primary_key=True)
    seq: int = Field(primary_key=True)
    at: datetime
    kind: FeedKind = code(FeedKind)
    subject_id: UUID = Field(sa_type=Uuid)
    change: Change = code(Change)
    because: Because | None = code(Because, default=None, nullable=True)
    body: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
    digest: str = Field(default="", max_length=64)


class FeedPartner(SQLModel, table=True):
    """Somebody outside who reads a centre's feed with a key, and is told of news where there is an address.

    Of the key only a digest is kept; the secret that signs the news is sealed, for it has to be used.
    """

    __tablename__ = "feed_partners"
    __table_args__ = (
        Index(None, "centre_id"),
        check("wants_something", "wants_vacancies OR wants_results"),
        check("told_with_secret", "(address = '') = (secret IS NULL)"),
        check("ended", "(ended_at IS NULL) = (ended_by IS NULL)"),
    )

    id: PartnerId = key()
    centre_id: UUID = ref("feeds.id")
    name: str = Field(max_length=LONGEST_NAME)
    kind: PartnerKind = code(PartnerKind)
    wants_vacancies: bool = True
    wants_results: bool = False
    address: str = Field(default="", max_length=LONGEST_ADDRESS)
    secret: bytes | None = Field(default=None, sa_type=LargeBinary)
    key_hash: bytes = Field(unique=True)
    made_by: UUID = ref("accounts.id")
    at: datetime
    ended_by: UUID | None = maybe_ref("accounts.id")
    ended_at: datetime | None = None


class FeedDelivery(SQLModel, table=True):
    """Some changes on their way to a partner: those after `since` up to `last_seq` that it wants, in one message.

    The next is made when this one was acknowledged, so that all arrive in order; a repeated message has the same id.
    `next_at`: when it is tried (again); whoever tries it moves this on first. `tries`, `begun_at`: since it was made,
    or retried by hand.
    """

    __tablename__ = "feed_deliveries"
    __table_args__ = (
        UniqueConstraint("partner_id", "since"),
        unique_where("uq_feed_deliveries_open", "partner_id", where="acked_at IS NULL"),
        check("forwards", "last_seq > since"),
        check("one_end", "acked_at IS NULL OR given_up_at IS NULL"),
    )

    id: DeliveryId = key()
    partner_id: PartnerId = ref("feed_partners.id")
    since: int
    last_seq: int
    made_at: datetime
    begun_at: datetime
    next_at: datetime
    tries: int = 0
    acked_at: datetime | None = None
    given_up_at: datetime | None = None
    said: str = Field(default="", max_length=LONGEST_NOTE)


class ResultTelling(SQLModel, table=True):
    """A result was told to the national system by hand: which state of it (`seq`), on which day, how, by whom."""

    __tablename__ = "result_tellings"
    __table_args__ = (UniqueConstraint("centre_id", "result_id", "seq"), check("how_said", "how <> ''"))

    id: UUID = key()
    centre_id: UUID = ref("feeds.id")
    result_id: UUID = Field(sa_type=Uuid)
    seq: int
    on_day: date
    how: str = Field(max_length=LONGEST_NOTE)
    by_account: UUID = ref("accounts.id")
    at: datetime
