"""From a file of advertisements to what each one says, with its doubts, or to the reason why it is not taken."""

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from msgspec import Struct

from exchange.kernel.text import fold, squeeze, squeeze_lines, words
from exchange.reference import occupations
from exchange.reference.codes import Qualification
from exchange.vacancies.adverts.codes import Doubt, FileReason, RowReason
from exchange.vacancies.adverts.dates import Deadline, day_seen, read_deadline
from exchange.vacancies.adverts.demands import (
    Asked,
    Openings,
    Schooling,
    read_experience,
    read_headcount,
    read_schooling,
)
from exchange.vacancies.adverts.firms import Firm, read_firm
from exchange.vacancies.adverts.places import Places, read_places
from exchange.vacancies.adverts.salary import Wage, read_wage
from exchange.vacancies.adverts.sheets import MOST_ROWS, FileRefused, cells_of
from exchange.vacancies.adverts.titles import Title, read_title
from exchange.vacancies.codes import Education, Experience

LONGEST_DESCRIPTION: Final = 8000
LONGEST_REQUIREMENTS: Final = 4000


class Advert(Struct, frozen=True):
    """A row as it was written. `line` counts from 1 with the header, as people see it in the file."""

    line: int
    title: str = ""
    company: str = ""
    place: str = ""
    salary: str = ""
    experience: str = ""
    education: str = ""
    headcount: str = ""
    industry: str = ""
    description: str = ""
    requirements: str = ""
    deadline: str = ""
    source: str = ""


class RefusedRow(Struct, frozen=True):
    """A row that is not taken, and why."""

    line: int
    reason: RowReason


class ReadAdvert(Struct, frozen=True):
    """What an advertisement says. `key` is the same for the same advertisement read again."""

    line: int
    key: str
    source: str
    title: str
    firm: Firm
    places: Places
    wage: Wage
    experience: Experience
    education: Education
    qualification: Qualification
    openings: int
    occupation: str | None
    industry: str
    description: str
    requirements: str
    deadline: date | None
    seen_on: date
    doubts: tuple[Doubt, ...]


_HEADERS: Final = {
    "title": "title, job title, job, position, tiêu đề, tên công việc, tên vị trí, vị trí, vị trí tuyển dụng, "
    "chức danh, tên việc làm, công việc, vị trí việc làm",
    "company": "company, company name, employer, công ty, tên công ty, doanh nghiệp, tên doanh nghiệp, nhà tuyển dụng, "
    "đơn vị, tên đơn vị, đơn vị tuyển dụng",
    "place": "place, location, workplace, address, địa điểm, nơi làm việc, địa điểm làm việc, tỉnh, "
    "tỉnh thành, khu vực",
    "salary": "salary, wage, pay, lương, mức lương, thu nhập",
    "experience": "experience, kinh nghiệm, yêu cầu kinh nghiệm, số năm kinh nghiệm",
    "education": "education, degree, qualification, trình độ, học vấn, trình độ học vấn, bằng cấp, trình độ chuyên môn",
    "headcount": "headcount, openings, quantity, vacancies, số lượng, số lượng tuyển, chỉ tiêu, số lượng cần tuyển",
    "industry": "industry, category, field, ngành, ngành nghề, lĩnh vực",
    "description": "description, job description, mô tả, mô tả công việc, nội dung công việc",
    "requirements": "requirements, requirement, yêu cầu, yêu cầu công việc, yêu cầu ứng viên, quyền lợi và yêu cầu",
    "deadline": "deadline, expires, expiry, due date, hạn nộp, hạn nộp hồ sơ, ngày hết hạn, hạn tuyển",
    "source": "source, nguồn",
}
_FIELDS: Final = {words(fold(name)): field for field, names in _HEADERS.items() for name in names.split(", ")}


def rows(file: BinaryIO | Path, name: str) -> Iterator[Advert | RefusedRow]:
    """The advertisements of a file, one at a time. Raises FileRefused where there is nothing to begin with."""
    lines = cells_of(file, name)
    fields = _fields(next(lines, None))
    for line, cells in enumerate(lines, start=2):
        if line > MOST_ROWS + 1:
            raise FileRefused(FileReason.TOO_MANY_ROWS)
        yield _advert(line, fields, cells)


def _fields(header: list[str] | None) -> list[str | None]:
    """Which field each column holds; a column named twice or unknown is passed over."""
    if header is None:
        raise FileRefused(FileReason.EMPTY)
    fields: list[str | None] = []
    for cell in header:
        name = words(fold(cell.replace("_", " ")))
        field = _FIELDS.get(name) or _FIELDS.get(name[:-1] if name[-1:] == ("text",) else name)
        fields.append(None if field in fields else field)
    if "title" not in fields:
        raise FileRefused(FileReason.NO_TITLE_COLUMN)
    return fields


def _advert(line: int, fields: list[str | None], cells: list[str] | None) -> Advert | RefusedRow:
    if cells is None or any(cell.strip() for cell in cells[len(fields) :]):
        return RefusedRow(line, RowReason.BROKEN)
    named = {field: cell for field, cell in zip(fields, cells, strict=False) if field}
    return Advert(line, **named)


class _Texts(Struct, frozen=True):
    """The long texts, cut where they are too long for us."""

    description: str
    requirements: str
    doubts: tuple[Doubt, ...] = ()


class _Parts(NamedTuple):
    """What each reader made of its column; all of them have doubts."""

    title: Title
    firm: Firm
    places: Places
    wage: Wage
    asked: Asked
    schooling: Schooling
    openings: Openings
    deadline: Deadline
    texts: _Texts


def read_advert(raw: Advert, today: date) -> ReadAdvert | RefusedRow:
    """What the row says; provinces as of `today`, deadlines counted from the day its source was read off."""
    title = read_title(raw.title)
    if not any(c.isalpha() for c in title.text):
        return RefusedRow(raw.line, RowReason.NO_TITLE)
    seen_on = day_seen(raw.source, today)
    parts = _Parts(
        title,
        read_firm(raw.company),
        read_places(raw.place, today),
        read_wage(raw.salary),
        read_experience(raw.experience),
        read_schooling(raw.education),
        read_headcount(raw.headcount),
        read_deadline(raw.deadline, seen_on),
        _texts(raw),
    )
    return _put_together(raw, parts, seen_on)


def _put_together(raw: Advert, parts: _Parts, seen_on: date) -> ReadAdvert:
    occupation = occupations.guess(raw.title)
    return ReadAdvert(
        line=raw.line,
        key=advert_key(raw),
        source=squeeze(raw.source)[:60],
        title=parts.title.text,
        firm=parts.firm,
        places=parts.places,
        wage=parts.wage,
        experience=parts.asked.experience,
        education=parts.schooling.education,
        qualification=parts.schooling.qualification,
        openings=parts.openings.count,
        occupation=occupation.code if occupation else None,
        industry=squeeze(raw.industry),
        description=parts.texts.description,
        requirements=parts.texts.requirements,
        deadline=parts.deadline.day,
        seen_on=seen_on,
        doubts=tuple(doubt for part in parts for doubt in part.doubts),
    )


def advert_key(raw: Advert) -> str:
    """Equal for one advertisement of one source, whatever its case and Unicode form; 32 characters.

    Pay and experience are part of it: boards that hide the firm offer many a "nhân viên bán hàng" in one city.
    """
    parts = (raw.source, raw.title, raw.company, raw.place, raw.salary, raw.experience)
    return hashlib.sha256("\x1f".join(squeeze(part).casefold() for part in parts).encode()).hexdigest()[:32]


def _texts(raw: Advert) -> _Texts:
    description, requirements = squeeze_lines(raw.description), squeeze_lines(raw.requirements)
    cut = len(description) > LONGEST_DESCRIPTION or len(requirements) > LONGEST_REQUIREMENTS
    doubts = (Doubt.TEXT_CUT,) if cut else ()
    return _Texts(description[:LONGEST_DESCRIPTION], requirements[:LONGEST_REQUIREMENTS], doubts)


__all__ = ["Advert", "FileRefused", "ReadAdvert", "RefusedRow", "advert_key", "read_advert", "rows"]
