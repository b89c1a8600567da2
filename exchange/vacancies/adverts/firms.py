"""Firms under several spellings: one key for one firm, and a name fit to be read."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from msgspec import Struct

from exchange.kernel.text import fold, nfc, squeeze, words
from exchange.reference import districts, provinces
from exchange.vacancies.adverts.codes import Doubt


class Firm(Struct, frozen=True):
    """Who advertises. No key: hidden or not named, and never to be put together with another."""

    name: str
    key: str | None
    doubts: tuple[Doubt, ...] = ()


_HIDDEN: Final = {
    "bao mat",
    "confidential",
    "an danh",
    "cong ty bao mat",
    "khong hien thi",
    "n a",
}
_BADGES: Final = re.compile(r"\n.*", re.DOTALL)  # boards put "Pro Company" on a line of its own
_BRACKETED: Final = re.compile(r"[(\[{][^)\]}]*[)\]}]?")
_BRANCH: Final = re.compile(
    r"^\s*(?:chi nhanh|cn|van phong dai dien|vpdd)\b.*?[\s-](?=(?:tong )?cong ty\b|ngan hang\b|doanh nghiep\b)"
    r"|[-–|,]\s*(?:chi nhanh|cn|vpdd|van phong dai dien)\b.*$|\bchi nhanh\b.*$"
)
_BRAND: Final = re.compile(r"\s+[-–|]\s*[\w.&]+\s*$")  # "… - SKBANK": the same firm's short name
_WRITTEN_OUT: Final = {
    "tm": "thuong mai", "dv": "dich vu", "sx": "san xuat", "xnk": "xuat nhap khau", "xd": "xay dung", "vn": "viet nam",
    "vietnam": "viet nam", "tmdv": "thuong mai dich vu", "dvtm": "dich vu thuong mai", "sxtm": "san xuat thuong mai",
    "tmsx": "thuong mai san xuat", "dtxd": "dau tu xay dung", "tvxd": "tu van xay dung", "cn": "cong nghe",
    "hcm": "ho chi minh", "tphcm": "ho chi minh", "kcn": "khu cong nghiep", "khcn": "khoa hoc cong nghe",
    "tmcp": "thuong mai co phan", "bds": "bat dong san", "vlxd": "vat lieu xay dung", "sxkd": "san xuat kinh doanh",
}  # fmt: skip
_LEGAL: Final = re.compile(
    r"\b(?:cong ty|cty|trach nhiem huu han|tnhh|co phan|ctcp|ctkt|cp|mot thanh vien|1 thanh vien|mtv|"
    r"hai thanh vien(?: tro len)?|2 thanh vien(?: tro len)?|doanh nghiep tu nhan|dntn|ho kinh doanh|hkd|"
    r"hop tac xa|htx|lien doanh|co ltd|company limited|joint stock company|joint stock|jsc|ltd|limited|company|"
    r"corporation|corp|inc|llc|va|and|cac)\b"
)
_COMMON: Final = re.compile(
    r"\b(?:thuong mai|dich vu|san xuat|xuat nhap khau|xay dung|dau tu|phat trien|cong nghe|viet nam|quoc te|tap doan|"
    r"tu van|giai phap|ky thuat|thiet bi|group|ngan hang|tong)\b"
)


@lru_cache(maxsize=8192)
def firm_key(name: str) -> str | None:
    """Equal for spellings of one firm; None where the name is hidden or missing.

    Legal form, branch, brackets, abbreviations, case and Unicode form do not count. Accents do not either, except in
    names of one or two words of their own: Thành Hà is not Thanh Hà.
    """
    line = squeeze(_BADGES.sub("", name.strip()))
    plain = fold(line)
    if not words(plain) or " ".join(words(plain)) in _HIDDEN or plain.endswith("'s client"):
        return None
    bare = _BRAND.sub("", _BRANCH.sub(" ", _BRACKETED.sub(_place_or_nothing, plain)))
    core = _core(bare) or _core(plain) or " ".join(words(plain))
    own = words(_COMMON.sub(" ", core))
    if len(own) > 2:
        return core
    sounds = {fold(word): heard(word) for word in reversed(words(line.lower()))}
    return " ".join(sounds.get(word, word) if word in own else word for word in core.split())


def _place_or_nothing(bracketed: re.Match[str]) -> str:
    """Brackets mostly repeat the name; "(Hà Nội)" and "(Biên Hòa)" tell two firms of one group apart."""
    inside = bracketed[0].strip("()[]{} ")
    return f" {inside} " if districts.province_of(inside) or provinces.by_name().get(words(inside)) else " "


def _core(plain: str) -> str:
    spelt = " ".join(_WRITTEN_OUT.get(word, word) for word in words(plain.replace("'", "").replace(".", " ")))
    return " ".join(_LEGAL.sub(" ", spelt.replace("ngan hang thuong mai co phan", "ngan hang")).split())


_TONES: Final = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


def heard(word: str) -> str:
    """A lower-case word with its tone as a digit behind it, so that hòa and hoà are one: hoa1."""
    marks = unicodedata.normalize("NFD", word)
    return nfc("".join(c for c in marks if c not in _TONES)) + "".join(_TONES.get(c, "") for c in marks)


# --- a name fit to be read --------------------------------------------------------------------------------------

_SYLLABLE: Final = re.compile(
    r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
_KEPT: Final = {
    "TNHH",
    "MTV",
    "CP",
    "TM",
    "DV",
    "XNK",
    "TMCP",
    "JSC",
    "SX",
    "XD",
    "CTCP",
    "HTX",
    "VN",
    "TMDV",
    "BĐS",
    "KCN",
}
_CUSTOMARY: Final = (  # second words that are not names
    "Công ty", "Cổ phần", "Tổng công ty", "Tập đoàn", "Ngân hàng", "Chi nhánh", "Thương mại", "Dịch vụ",
    "Sản xuất", "Xây dựng", "Đầu tư", "Phát triển", "Công nghệ", "Xuất nhập khẩu", "Trách nhiệm hữu hạn",
    "Một thành viên", "Quốc tế", "Giáo dục", "Thực phẩm", "Dược phẩm", "Mỹ phẩm", "Du lịch", "Truyền thông",
    "Giải pháp", "Tư vấn", "Thiết bị", "Kỹ thuật", "Văn phòng", "Nhà hàng", "Khách sạn", "Bệnh viện",
    "Trường học", "Nhà máy", "Bất động sản", "Bảo hiểm", "Nội thất", "Thời trang", "Vận tải", "Hợp tác xã",
    "Doanh nghiệp", "Tư nhân", "Hộ kinh doanh", "Đào tạo", "Việt Nam",
)  # fmt: skip
_CUSTOM: Final = re.compile(rf"\b(?:{'|'.join(_CUSTOMARY)})\b", re.IGNORECASE)
_AS_WRITTEN: Final = {known.lower(): known for known in _CUSTOMARY}


@lru_cache(maxsize=8192)
def tidy_name(name: str) -> str:
    """The name on one line, without a board's badge, in mixed case where all of it was shouted."""
    line = squeeze(_BADGES.sub("", name.strip())).strip(" -–,;|")
    line = line[:1].upper() + line[1:]
    if shouted(line):
        line = " ".join(_calm(word) for word in line.split(" "))
    tidy = _CUSTOM.sub(lambda known: _AS_WRITTEN[known[0].lower()], line)
    return re.sub(r"(?<=\s)(?:Và|VÀ)(?=\s)", "và", tidy[:1].upper() + tidy[1:])[:200]


def shouted(line: str) -> bool:
    """Whether practically all of a line is in capitals."""
    letters = [c for c in line if c.isalpha()]
    return len(letters) > 4 and sum(c.isupper() for c in letters) >= 0.85 * len(letters)


def _calm(word: str) -> str:
    """A shouted word in mixed case; abbreviations and brands that are no Vietnamese syllable stay."""
    return re.sub(r"\w+", lambda part: part[0] if stays(part[0]) else part[0].capitalize(), word)


def stays(word: str) -> bool:
    """Whether a shouted word is an abbreviation or a brand that is written in capitals anyway."""
    if word in _KEPT or any(c.isdigit() for c in word):
        return True
    plain = fold(word)
    voiceless = not any(c in "aeiouy" for c in plain)
    return word.isascii() and (voiceless or (len(word) <= 3 and not _SYLLABLE.fullmatch(plain)))


def read_firm(name: str) -> Firm:
    """The firm of an advertisement; hidden and missing names are said to be so."""
    tidy, key = tidy_name(name), firm_key(name)
    if not tidy:
        return Firm("", None, (Doubt.FIRM_MISSING,))
    return Firm(tidy, key, () if key else (Doubt.FIRM_CONFIDENTIAL,))
