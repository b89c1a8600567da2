"""The search index: one row for each vacancy that can be applied for, and what each database searches it by."""

from datetime import date
from uuid import UUID

from sqlalchemy import BigInteger, Column, Index, Integer, Text
from sqlmodel import Field, SQLModel

from exchange.kernel.columns import ref
from exchange.kernel.full_text import with_full_text


class VacancyIndex(SQLModel, table=True):
    """What search looks in: derived from a vacancy, rebuilt at any time, present only while it is published.

    `n` numbers publications, so the newest are found from its end. `words` are folded words, each once. Beside the
    plain ones stand "=may" (a word of the title), "@p86" (province, as of now) and "@o75" (occupation, each level),
    which no typed word can equal: where a word stands and what is filtered by is asked in the same look-up.
    `pay_month`: the highest monthly wage in đồng, 0 when none is stated.
    """

    __tablename__ = "vacancy_index"
    __table_args__ = (Index(None, "expires_on", "n"),)

    n: int | None = Field(
        default=None, sa_column=Column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    )
    vacancy_id: UUID = ref("vacancies.id", unique=True)
    expires_on: date
    pay_month: int = Field(default=0, sa_type=BigInteger)
    qualification_rank: int = 0
    title: str = Field(max_length=200)
    title_fold: str = Field(max_length=400)
    words: str = Field(sa_type=Text)


SEARCH = "vacancy_search"  # the full-text index beside the table
with_full_text(VacancyIndex, SEARCH)
