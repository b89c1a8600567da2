"""Rows: what the register keeps of a person beyond the six answers. What counts is never changed, only followed."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, BigInteger, Column, Index, Integer, LargeBinary, Text
from sqlmodel import Field, SQLModel

from exchange.kernel.columns import bare_id, check, code, key, maybe_ref, ref, unique_where
from exchange.kernel.full_text import with_full_text
from exchange.reference.codes import Qualification
from exchange.seekers.codes import Activity, Channel, Group, JoblessFor, NumberKind, Schooling, Sex
from exchange.seekers.tables import SeekerId


class SeekerProfile(SQLModel, table=True):
    """The file (forms 01 and 01a) as it stood after one saving: the newest row is the file, the others its history.

    What `seekers` has as well stands here once more, so that nothing is lost when it changes. Province codes are as of
    `at`. `work_places`: province codes. `services`: values of `Service`.
    """

    __tablename__ = "seeker_profiles"
    __table_args__ = (
        Index(None, "seeker_id", "at"),
        check("wage_positive", "wage_from IS NULL OR wage_from > 0"),
    )

    id: UUID = key()
    seeker_id: SeekerId = ref("seekers.id")
    full_name: str = Field(max_length=120)
    birth_year: int
    birth_date: date | None = None
    sex: Sex = code(Sex)
    phone: str | None = Field(default=None, max_length=16)
    email: str = Field(default="", max_length=254)
    province_code: str = Field(max_length=2)
    commune: str = Field(default="", max_length=80)
    street: str = Field(default="", max_length=200)
    home_province: str | None = Field(default=None, max_length=2)
    home_commune: str = Field(default="", max_length=80)
    home_street: str = Field(default="", max_length=200)
    schooling: Schooling | None = code(Schooling, default=None, nullable=True)
    qualification: Qualification | None = code(Qualification, default=None, nullable=True)
    specialty: str = Field(default="", max_length=120)
    activity: Activity | None = code(Activity, default=None, nullable=True)
    jobless_for: JoblessFor | None = code(JoblessFor, default=None, nullable=True)
    last_job: str = Field(default="", max_length=200)
    left_because: str = Field(default="", max_length=200)
    work_wanted: str = Field(max_length=200)
    occupation_code: str | None = Field(default=None, max_length=4)
    work_places: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    wage_from: int | None = Field(default=None, sa_type=BigInteger)
    ready_on: date | None = None
    services: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    channel: Channel = code(Channel)
    by_account: UUID | None = bare_id()
    at: datetime


class SeekerNumber(SQLModel, table=True):
    """A number by which an office knows the person: sealed, with what is needed to find it again.

    `blind` finds the whole number; `tail`, its last four digits, is shown and found by.
    """

    __tablename__ = "seeker_numbers"
    __table_args__ = (
        unique_where("uq_seeker_numbers_standing", "seeker_id", "kind", where="replaced_at IS NULL"),
        Index(None, "blind"),
        Index(None, "tail"),
    )

    id: UUID = key()
    seeker_id: SeekerId = ref("seekers.id")
    kind: NumberKind = code(NumberKind)
    sealed: bytes = Field(sa_type=LargeBinary)
    blind: bytes = Field(sa_type=LargeBinary)
    tail: str = Field(max_length=4)
    length: int
    at: datetime
    by_account: UUID | None = bare_id()
    replaced_at: datetime | None = None


class SeekerGroup(SQLModel, table=True):
    """A person belongs to a group from a day, perhaps until a day. `ethnicity`: only of a minority, its code."""

    __tablename__ = "seeker_groups"
    __table_args__ = (
        unique_where("uq_seeker_groups_standing", "seeker_id", "kind", where="ended_at IS NULL"),
        Index(None, "kind", "since"),
        check("ends_after", "until IS NULL OR until >= since"),
    )

    id: UUID = key()
    seeker_id: SeekerId = ref("seekers.id", index=True)
    kind: Group = code(Group)
    since: date
    until: date | None = None
    ethnicity: str | None = Field(default=None, max_length=2)
    channel: Channel = code(Channel)
    at: datetime
    by_account: UUID | None = bare_id()
    ended_at: datetime | None = None
    ended_by: UUID | None = bare_id()


class SoldierService(SQLModel, table=True):
    """A demobilised soldier's papers (decree 61/2015, articles 14–16; decree 338/2025, article 28)."""

    __tablename__ = "soldier_services"
    __table_args__ = (
        check("served", "enlisted_on IS NULL OR discharged_on >= enlisted_on"),
        Index(None, "batch", "unit"),
    )

    group_id: UUID = ref("seeker_groups.id", primary_key=True)
    decision: str = Field(default="", max_length=60)
    unit: str = Field(default="", max_length=120)
    batch: str = Field(default="", max_length=20)
    enlisted_on: date | None = None
    discharged_on: date
    voucher: str = Field(default="", max_length=60)
    voucher_until: date | None = None


class SeekerMerge(SQLModel, table=True):
    """Two files were found to be of one person: `gone` is read through `kept` until the merge is undone."""

    __tablename__ = "seeker_merges"
    __table_args__ = (
        unique_where("uq_seeker_merges_standing", "gone_id", where="undone_at IS NULL"),
        check("two_files", "gone_id <> kept_id"),
    )

    id: UUID = key()
    gone_id: SeekerId = ref("seekers.id")
    kept_id: SeekerId = ref("seekers.id", index=True)
    because: str = Field(max_length=300)
    at: datetime
    by_account: UUID = ref("accounts.id")
    undone_at: datetime | None = None
    undone_by: UUID | None = maybe_ref("accounts.id")
    undone_because: str = Field(default="", max_length=300)


class SeekerPerson(SQLModel, table=True):
    """Whose file this is, for files that were merged into another: follows from the standing merges, kept to be joined.

    A file without a row is a person of its own.
    """

    __tablename__ = "seeker_persons"

    seeker_id: SeekerId = ref("seekers.id", primary_key=True)
    person_id: SeekerId = ref("seekers.id", index=True)


class SeekerIndex(SQLModel, table=True):
    """What the search for persons looks in: derived from the file, made again at any time.

    `words`: the words of the name, and the marks "@y1990" (year of birth) and "@c…" (the centre that keeps the file).
    `same`: the words of the name in one order, so that "Lan Trần" finds "Trần Lan" by equality.
    """

    __tablename__ = "seeker_index"
    __table_args__ = (Index(None, "same", "birth_year"),)

    n: int | None = Field(
        default=None, sa_column=Column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    )
    seeker_id: SeekerId = ref("seekers.id", unique=True)
    name: str = Field(max_length=120)
    same: str = Field(max_length=120)
    birth_year: int
    words: str = Field(sa_type=Text)


SEARCH = "seeker_search"  # the full-text index beside the table
with_full_text(SeekerIndex, SEARCH)
