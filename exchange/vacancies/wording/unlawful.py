"""Ways of choosing people by what the Labour Code forbids to choose by."""

from typing import Final

from exchange.vacancies.wording.codes import Wording
from exchange.vacancies.wording.patterns import rule

_ONE: Final = r"(?:nam|nu)(?: gioi)?"
_WRITTEN: Final = r"\b(?:nam|nữ)\b"
_ASKED_NEXT: Final = (  # what follows the sex where it is a condition of its own
    r"(?= ?(?:[,;.:(]|$|-|–|tuoi\b|do tuoi|tu \d|duoi \d|tren \d|\d|tot nghiep|suc khoe|cao |ngoai hinh|"
    r"chua|doc than|"
    r"yeu cau|co (?:kinh nghiem|suc khoe|\d)))"
)
SEX: Final = (
    rule(Wording.SEX, rf"\bgioi tinh ?[:\-–]? ?(?:la )?{_ONE}\b", written=_WRITTEN, needs="nam nu"),
    rule(
        Wording.SEX,
        r"\b(?:chi (?:tuyen|nhan|can|lay)|yeu cau(?: la)?|uu tien(?: la)?|tuyen(?: dung)?(?: gap)?|can(?: "
        r"tuyen)?(?: gap)?)"
        rf" ?:? ?(?:\d+ )?(?:(?:cac ban|ban|ung vien|uv|nhan vien|lao dong|gioi tinh|gioi) )?{_ONE}\b",
        written=_WRITTEN,
        unless=r"khach hang (?:nam|nu)",
        needs="nam nu",
    ),
    rule(
        Wording.SEX,
        rf"(?:^|[•*+●·;:.!?✓✔►>|]|\s[-–_]|^[-–]) ?{_ONE}\b{_ASKED_NEXT}",
        written=_WRITTEN,
        unless=r"khach hang|giang vien|dien vien",
        needs="nam nu",
    ),
    rule(Wording.SEX, rf"[(\[_|,–-] ?(?:yeu cau |uu tien )?{_ONE} ?(?=[)\]_|,–-]|$)", written=_WRITTEN, needs="nam nu"),
    rule(
        Wording.SEX,
        r"^\W*(?:tuyen(?: dung)?(?: gap)? )?nu (?!trang|hoang|doanh nhan)(?=[a-z])",
        written=r"\bnữ\b",
        needs="nu",
    ),
    rule(
        Wording.SEX,
        r"^\W*nam (?=nhan vien|ke toan|cong nhan|lao dong|tho |bao ve|phu |lai xe|tai xe|ky thuat|leader|quan ly)",
        written=r"\bnam\b",
        needs="nam",
    ),
    rule(
        Wording.SEX,
        r"\b(?:nhan vien|cong nhan|le tan|phuc vu|ke toan|tap vu|bao ve|tu van)(?: \w+){0,3} (?:nam|nu)$",
        written=r"\b(?:nam|nữ)$",
        needs="nam nu",
    ),
    rule(Wording.SEX, rf"(?:\b(?:ban|ung vien|uv) |^\W*)la {_ONE}\b", written=_WRITTEN, needs="nam nu"),
    rule(
        Wording.SEX,
        rf"\b(?:nhan vien|ke toan|cong nhan|thu ky|tro ly|ban) {_ONE}\b(?= (?:tuoi|tu|duoi|tren|\d|lam|di|co))",
        written=_WRITTEN,
        needs="nam nu",
    ),
)

_OTHERS: Final = (  # whose age it may be instead
    r"hoc sinh|tre em|thieu nhi|thieu nien|hoc vien|\bbe\b|cac be|\blop|khach hang|doi tuong|benh nhan|"
    r"nguoi dung|con em"
)
_JOIN: Final = r" ?(?:-|–|—|~|den|toi) ?"
_BANDS: Final = (  # what must stand in the text, and the pattern
    (
        "tuoi",
        r"\b(?:do tuoi|tuoi doi|tuoi)\W{0,4}(?:tu|trong khoang|yeu cau)?\W{0,4}[1-6]\d(?: ?tuoi| ?t)?"
        rf"{_JOIN}[1-6]\d(?: ?tuoi| ?t)?\b",
    ),
    ("t", rf"\b(?:tu )?(?:1[5-9]|[2-6]\d)(?: ?tuoi| ?t)?{_JOIN}(?:den )?[2-6]\d ?(?:tuoi|t)\b"),
    ("t", r"(?:\b(?:duoi|khong qua|ko qua|toi da|max|den het)|[<≤]=?) ?(?:1[89]|[2-6]\d) ?(?:tuoi|t)\b"),
    ("tuoi", r"\b(?:do tuoi|tuoi)\W{0,4}(?:duoi|khong qua|toi da|<=?|≤) ?[2-6]\d\b"),
    ("tuoi", r"(?:\b(?:tu|tren|toi thieu|it nhat|du)|[>≥]=?) ?(?:du )?(?:19|[2-6]\d) ?tuoi\b"),
    ("tuoi", r"\b(?:do tuoi|tuoi)\W{0,4}(?:tu|tren) ?(?:19|[2-6]\d)(?!\d)"),
    ("tuoi", r"\b(?:19|[2-6]\d) ?tuoi tro (?:len|xuong)\b"),
    (
        "sinh",
        r"\bsinh (?:nam |tu )+(?:tu )?(?:(?:19|20)\d\d|[5-9]\d|[89]x)\b"
        r"(?: ?(?:-|–|den|,|tro) ?(?:(?:19|20)\d\d|[5-9]\d|len|lai|ve|di))*",
    ),
    ("tuoi", r"\btuoi\b…{0,14}?(?:19|20)\d\d ?(?:-|–|den|tro) ?(?:(?:19|20)\d\d|len|lai|ve|xuong)"),
    ("tuoi", r"\btuoi\W{0,3}(?:tu )?[89]x\b"),
)
AGE: Final = tuple(
    rule(Wording.AGE, band, needs=needs, written=r"tuổi|tuoi|\dt\b|sinh|<|≤|>|≥", not_after=_OTHERS, negatable=False)
    for needs, band in _BANDS
)

FAMILY: Final = (
    rule(
        Wording.MARRIAGE,
        r"\b(?:doc than|chua (?:lap|co) gia dinh|chua ket hon|chua co chong|(?:chua|khong) vuong ban gia dinh|"
        r"on dinh gia dinh|"
        r"gia dinh on dinh|"
        r"da (?:lap gia dinh|co gia dinh|ket hon)|tinh trang hon nhan\W{0,3}(?:doc than|da|chua))\b",
        unless=r"khach|thong tin",
        negatable=False,
        needs="doc dinh hon chong vuong",
    ),
    rule(
        Wording.MATERNITY,
        r"\b(?:khong|chua|ko) (?:mang thai|co thai|co bau|sinh con|nuoi con nho|co con(?: nho)?|ban con(?: nho)?|"
        r"vuong (?:ban )?con nho)\b|\b(?:da sinh du con|con da lon)\b",
        negatable=False,
        needs="thai bau con",
    ),
    rule(
        Wording.MATERNITY,
        r"\b(?:khong|ko|k) (?:nhan|tuyen|lay)\b[^.;,!?]{0,30}"
        r"\b(?:mang thai|co thai|mang bau|co bau|ba bau|(?:nuoi|co) con nho)\b",
        negatable=False,
        needs="thai bau con",
    ),
)

_TIDY: Final = r"(?:chin chu|chinh chu|gon gang|lich su|sach se|chuyen nghiep|khong)"
LOOKS: Final = (
    rule(
        Wording.LOOKS,
        rf"\bngoai hinh(?! ?{_TIDY})\W{{0,3}}(?:\w+ ){{0,2}}?(?:ua nhin|uu nhin|tuong doi|phu hop|kha|sang|dep|"
        rf"tot|de nhin|can doi|chuan|xinh|"
        r"thanh lich|thu hut|on|duoc)\b",
        written=r"nhìn|khá\b|sáng|đẹp|tốt|đối|chuẩn|xinh|lịch|hút|ổn|được|hợp",
        unless=r"san pham|o to|thiet ke",
        needs="hinh",
    ),
    rule(Wording.LOOKS, rf"\b(?:co|yeu cau|uu tien)(?: ung vien)?(?: co)? ngoai hinh\b(?! ?{_TIDY})", needs="hinh"),
    rule(
        Wording.LOOKS,
        r"\b(?:ua nhin|khuon mat (?:sang|xinh|dep|de nhin)|xinh (?:xan|gai|dep)|hinh thuc (?:ua nhin|kha|dep|"
        r"de nhin))\b",
        unless=r"khach|san pham|lam dep|giup|sach se",
        needs="nhin mat xinh hinh",
    ),
    rule(
        Wording.LOOKS,
        r"\b(?:chieu cao|cao|ngoai hinh|nam|nu)\b…{0,16}\b1 ?m ?[4-8]\d?\b|\bcan nang\b…{0,12}\d\d ?kg",
        unless=r"ke hang|hang hoa|san pham|thung|boc xep|cua \d",
        needs="1m 1 kg",
    ),
    rule(
        Wording.LOOKS,
        r"\bkhong (?:co )?(?:xam(?: hinh| tro| minh)?|hinh xam|sam tro)\b",
        written=r"xăm",
        negatable=False,
        needs="xam tro",
    ),
)

ORIGIN: Final = (
    rule(
        Wording.REGION,
        r"\b(?:khong|ko|k) (?:nhan|tuyen|lay) (?:(?:nguoi|lao dong|ung vien) )?(?:que|ho khau|nguoi|mien|cac "
        r"tinh|dan|thanh hoa|"
        r"nghe an|ha tinh|thai binh|nam dinh|hai phong|quang ngai|phu yen)\b",
        unless=r"khuyet tat|kinh nghiem|dan toc|tien an|tien su",
        negatable=False,
        needs="que khau nguoi mien tinh dan hoa an binh dinh phong ngai yen",
    ),
    rule(
        Wording.REGION,
        r"\b(?:co|yeu cau|uu tien)(?: ung vien| nguoi)?(?: co)? ho khau(?: tai| o| thuong tru)?\b",
        unless=r"ban sao|so ho khau|cong chung|giay to",
        needs="khau",
    ),
    rule(
        Wording.REGION,
        r"\b(?:chi (?:tuyen|nhan)|uu tien|yeu cau)(?: ung vien| cac ban)?(?: la)? (?:nguoi|que(?: o| tai)?|"
        r"dan) (?:mien|bac|nam|"
        r"trung|ha noi|sai gon|dia phuong|goc|tinh|quang|thanh hoa|nghe an)\b",
        needs="nguoi que dan",
    ),
    rule(
        Wording.REGION,
        r"\b(?:noi )?giong (?:noi )?(?:nguoi )?(?:mien )?(?:bac|nam|trung)\b|"
        r"\b(?:khong|ko) (?:noi )?(?:giong|tieng) (?:noi )?(?:dia phuong|vung mien)\b",
        written=r"giọng|tiếng",
        negatable=False,
        needs="giong tieng",
    ),
    rule(
        Wording.RELIGION,
        r"\b(?:khong (?:theo )?(?:ton giao|dao giao)|khong theo dao|ton giao\W{0,3}khong|uu tien dang vien|la "
        r"dang vien)\b",
        written=r"tôn giáo|đạo|đảng",
        negatable=False,
        needs="giao dao dang",
    ),
    rule(
        Wording.ETHNICITY,
        r"\bdan toc\W{0,3}(?:la )?kinh\b|\bchi (?:tuyen|nhan) (?:nguoi )?(?:dan toc )?kinh\b|"
        r"\b(?:khong|ko) (?:nhan|tuyen|lay) (?:nguoi )?(?:dan toc|khmer|hmong|ede|nguoi hoa)\b",
        written=r"kinh|dân|khmer|hmong|ê|hoa",
        negatable=False,
        needs="kinh toc khmer hmong ede hoa",
    ),
)

HEALTH: Final = (
    rule(
        Wording.HEALTH,
        r"\b(?:khong|ko|k)(?: (?:bi|nhiem|mac|co|nhan|tuyen|cac|benh|nguoi))* (?:hiv|viem gan|benh truyen "
        r"nhiem|truyen nhiem|di tat|"
        r"khuyet tat|di dang|man tinh|ngoai da|noi ngong|noi lap|ngong|lap)\b",
        written=r"hiv|viêm|nhiễm|tật|dị|ngọng|lắp|mãn|mạn|ngoài",
        negatable=False,
        needs="hiv gan nhiem tat dang tinh da lap ngong",
    ),
    rule(
        Wording.HEALTH,
        r"\bxet nghiem (?:mau )?(?:hiv|viem gan)\b",
        unless=r"ky thuat vien|phong xet nghiem|benh nhan",
        needs="hiv gan",
    ),
)
