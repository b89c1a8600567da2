"""What an advertisement asks for, in the codes of form 03a: experience, education, qualification, number of people."""

import re
from functools import lru_cache
from typing import Final

from msgspec import Struct

from exchange.kernel.text import fold
from exchange.reference.codes import Qualification
from exchange.vacancies.adverts.codes import Doubt
from exchange.vacancies.codes import Education, Experience

# --- experience -------------------------------------------------------------------------------------------------


class Asked(Struct, frozen=True):
    """Experience asked for."""

    experience: Experience = Experience.NONE
    doubts: tuple[Doubt, ...] = ()


_NO_EXPERIENCE: Final = re.compile(r"khong (?:yeu cau|can|doi hoi)|chua co|chua yeu cau|no experience|moi tot nghiep")
_YEARS: Final = re.compile(
    r"(?P<bound>duoi|tren|hon|toi thieu|it nhat|tu|len den|toi da)?\s*(?<![-\d])(?P<low>\d+(?:[.,]\d+)?)"
    r"(?:\s*(?:-|den)\s*(?P<high>\d+(?:[.,]\d+)?))?\s*(?P<unit>nam|thang|years?|months?)"
)


@lru_cache(maxsize=1024)
def read_experience(text: str) -> Asked:
    """The band of form 03a in which the least experience asked for lies; nothing said is nothing asked."""
    line = fold(text)
    if not line or _NO_EXPERIENCE.search(line):
        return Asked()
    found = _YEARS.search(line)
    if not found:
        return Asked(doubts=(Doubt.EXPERIENCE_UNREADABLE,))
    scale = 12 if found["unit"].startswith(("thang", "month")) else 1
    low, high = sorted(float((found[side] or found["low"]).replace(",", ".")) / scale for side in ("low", "high"))
    return Asked(_band(low, high, found["bound"] or ""))


def _band(low: float, high: float, bound: str) -> Experience:
    """A bound from above ends where the next band begins. Five years are still "2 đến 5"; more than five are not."""
    if bound in {"duoi", "len den", "toi da"}:
        low -= 0.01
    if low < 1:
        return Experience.UNDER_1
    if low < 2:
        return Experience.FROM_1_TO_2
    if low < 5 or (low == 5 and high == 5 and bound not in {"tren", "hon"}):
        return Experience.FROM_2_TO_5
    return Experience.OVER_5


# --- education and qualification --------------------------------------------------------------------------------


class Schooling(Struct, frozen=True):
    """The least an applicant must have of either kind."""

    education: Education = Education.NONE
    qualification: Qualification = Qualification.NONE
    doubts: tuple[Doubt, ...] = ()


_NO_SCHOOLING: Final = re.compile(
    r"khong (?:gioi han|yeu cau|can|doi hoi)(?! (?:ve )?(?:chuyen nganh|nganh|kinh nghiem))|^(?:uu tien|loi the)\b|"
    r"bat ky trinh do|moi trinh do|lao dong pho thong"
)
_QUALIFICATIONS: Final = (  # lowest first: "trung cấp, cao đẳng, đại học" asks for trung cấp
    (Qualification.SHORT_CERTIFICATE, re.compile(r"chung chi (?:nghe )?(?:ngan han|duoi 3 thang)")),
    (Qualification.ELEMENTARY, re.compile(r"\bso cap\b|chung chi nghe")),
    (Qualification.INTERMEDIATE, re.compile(r"\btrung (?:cap|hoc chuyen nghiep)\b|\btc\b|\btccn\b|intermediate")),
    (Qualification.COLLEGE, re.compile(r"\bcao d[ae]ng\b|\bcao dang\b|\bcd\b|college")),
    (Qualification.UNIVERSITY, re.compile(r"\bdai hoc\b|\bcu nhan\b|\bky su\b|\bdh\b|bachelor|university|\bbsc?\b")),
    (Qualification.MASTER, re.compile(r"\bthac s[iy]\b|\bsau dai hoc\b|\bmba\b|master")),
    (Qualification.DOCTOR, re.compile(r"\btien s[iy]\b|\bphd\b|doctor")),
)
_SCHOOLS: Final = (
    (Education.PRIMARY, re.compile(r"\btieu hoc\b|\bcap (?:1|i)\b|\blop 5\b|\b5/12\b")),
    (Education.LOWER_SECONDARY, re.compile(r"\bthcs\b|trung hoc co so|\bcap (?:2|ii)\b|\blop 9\b|\b9/12\b")),
    (
        Education.UPPER_SECONDARY,
        re.compile(
            r"\bthpt\b|\bptth\b|\bpho thong\b|\bcap (?:3|iii)\b|\blop 12\b|\b12/12\b|trung hoc(?! co so| chuyen)|"
            r"high school|\bsinh vien\b"
        ),
    ),
)


@lru_cache(maxsize=2048)
def read_schooling(text: str) -> Schooling:
    """The lowest level named in the text; what is only preferred ("ưu tiên …") is not asked for."""
    line = fold(text)
    if not line or _NO_SCHOOLING.search(line):
        return Schooling()
    qualification = next((code for code, pattern in _QUALIFICATIONS if pattern.search(line)), None)
    education = next((code for code, pattern in _SCHOOLS if pattern.search(line)), None)
    if education and qualification and "giao vien" not in line:  # "THPT, trung cấp hoặc cao đẳng": the school is enough
        return Schooling(education)
    if not education and not qualification:
        return Schooling(doubts=(Doubt.EDUCATION_UNREADABLE,))
    return Schooling(education or Education.NONE, qualification or Qualification.NONE)


# --- number of people -------------------------------------------------------------------------------------------


class Openings(Struct, frozen=True):
    """How many people are wanted; one where nothing is said."""

    count: int = 1
    doubts: tuple[Doubt, ...] = ()


MOST_OPENINGS: Final = 10_000
_COUNT: Final = re.compile(r"(?<!\d)(\d{1,5})(?![\d%])")


@lru_cache(maxsize=1024)
def read_headcount(text: str) -> Openings:
    """The first plausible number in the text."""
    if not fold(text):
        return Openings()
    found = _COUNT.search(fold(text).replace(".", ""))
    if not found or not 0 < int(found[1]) <= MOST_OPENINGS:
        return Openings(doubts=(Doubt.HEADCOUNT_UNREADABLE,))
    return Openings(int(found[1]))
