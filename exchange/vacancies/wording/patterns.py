"""How a rule is written. Patterns look at folded text (no accents, đ as d).

They look at one line at a time. A space stands for any white space, … for anything up to the end of the sentence.
"""

import re
from functools import cache
from typing import Final, NamedTuple

from exchange.vacancies.wording.codes import Wording


class Rule(NamedTuple):
    """One way of saying it.

    `written`: how the words must be written where accents were typed, because "năm" folds to "nam".
    `unless`: what in the same sentence shows that something else is meant ("khách hàng đặt cọc").
    `not_after`: what must not stand shortly before it ("học viên … 16 - 25 tuổi").
    `negatable`: "không …" before it takes it back. `needs`: one of these stands in every text that can match.
    """

    code: Wording
    pattern: str
    written: str = ""
    unless: str = ""
    not_after: str = ""
    negatable: bool = True
    needs: tuple[str, ...] = ()


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern with its spaces and dots of omission written out; made when first used, no start waits for it."""
    return re.compile(pattern.replace(" ?", r"\s*").replace(" ", r"\s+").replace("…", r"[^.;!?]"))


def rule(
    code: Wording,
    pattern: str,
    *,
    needs: str,
    written: str = "",
    unless: str = "",
    not_after: str = "",
    negatable: bool = True,
) -> Rule:
    """A rule from its patterns; `needs` are single words or parts of words, apart by spaces."""
    behind = rf"(?:{not_after})…{{0,45}}$" if not_after else ""
    return Rule(code, pattern, written, unless, behind, negatable, tuple(needs.split()))


PAIR: Final = r"\b(?:nam ?(?:[/,&+|–-]|va|hoac|hay|lan)? ?nu|nu ?(?:[/,&+|–-]|va|hoac|hay|lan)? ?nam)\b"
_NAMES: Final = (  # names with "nam" in them, and goods for men and women
    r"\b(?:viet|dong|tay|mien|phia|phuong|ha|quang|ham thuan|hoang|thanh|hai|trung|van|dai|minh|quoc|gia|"
    r"nhat|hung|kim|"
    r"thien|ngoc|bao|duc|son|thai|tan|bac|huong|an|co|phu) ?[-–&/,]? ?(?:va )?nam\b(?! (?:sinh|tu \d|\d|"
    r"tuoi|tot nghiep))",
    r"\bnam (?:dinh|tu liem|bo|trung bo|tay nguyen|my|phi|a|au|viet|long|hai|giang|sai gon|ha noi|can tho|"
    r"da nang|dong ha|"
    r"khanh hoa|binh duong|truong tien|truc|dan|sach|ky|cat|phong|phat|duong|anh|thanh|hoa|chau|trung|bac|"
    r"quoc|cuong|thai|"
    r"son|kinh|khang|thang|tram|o|du|cham|nghe an|thang long|truong|loc|huong)\b",
    r"\b(?:bac|trung) ?[-–,/&]? ?(?:trung )?[-–,/&]? ?nam\b",
    r"\bphu nu\b|\b(?:cho|cua|phuc vu|khach|khach hang) (?:nam|nu)\b|\b(?:thoi trang|giay|quan ao|do|ao|"
    r"dong ho|my pham|vest|so mi|vi|phu kien) "
    r"(?:nam|nu)\b",
)
_NOT_ASKED: Final = r"(?:gioi tinh|do tuoi|tuoi tac|tuoi|ngoai hinh|bang cap|kinh nghiem|chieu cao|ho khau)"
# What is lawful and would look like a finding; taken out before anything is looked for.
LAWFUL: Final = (
    r"\b(?:khong|ko|k) (?:phan biet|ky thi)…*",
    rf"\b(?:khong|ko|k) (?:gioi han|yeu cau|quan trong|can|doi hoi) (?:ve )?{_NOT_ASKED}(?: ?(?:,|/|va|"
    rf"hay) ?{_NOT_ASKED})*",
    PAIR,
    *_NAMES,
    r"(?<!khong\s)(?<!ko\s)(?<!\bk\s)\b(?:khuyen khich|uu tien|ho tro|cho|nhan|danh cho) "
    r"…{0,25}(?:nguoi khuyet tat|nguoi dan toc thieu so|"
    r"phu nu mang thai|con nho|bo doi xuat ngu)",
)
