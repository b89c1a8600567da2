"""Asking people for money or papers, and the other things cheats write."""

from typing import Final

from exchange.vacancies.wording.codes import Wording
from exchange.vacancies.wording.patterns import rule

_BUSINESS: Final = (  # the money of customers, suppliers and books, not of those who look for work
    r"khach|hop dong|can ho|bat dong san|chu dau tu|du an|mua ban|hach toan|ke toan|theo doi|cong no|tour|doi chieu|"
    r"ngan hang|dai ly|doi tac|nha cung cap|thanh toan|hoa don|chi phi|san pham|giao dich|khoan nhoi|be "
    r"tong|dau thau|"
    r"ho so thau|phieu coc|giu xe|tam ung|chung khoan|bien nhan"
)
PAYMENT: Final = (
    rule(
        Wording.PAYMENT,
        r"\b(?:dat coc|tien coc|dong coc|nop coc|coc truoc|ky quy|tien the chan|the chan)\b",
        written=r"cọc|quỹ|chân",
        unless=_BUSINESS,
        needs="coc quy chan",
    ),
    rule(
        Wording.PAYMENT,
        r"(?<!chi\s)\b(?:phi|le phi) (?:ho so|xin viec|giu cho|gioi thieu viec lam|the nhan vien|dong phuc|"
        r"phong van|tuyen dung|"
        r"nhan viec|ung tuyen)\b",
        written=r"phí",
        unless=_BUSINESS,
        needs="phi",
    ),
    rule(
        Wording.PAYMENT,
        r"\b(?:nop|dong|thu|mat) (?:truoc )?(?:tien|phi|le phi|\d+ ?k|\d{3})\b…{0,30}\b(?:ho so|dong phuc|"
        r"nhan viec|phong van|"
        r"xin viec|vao lam|ung vien|nguoi lao dong|dao tao)\b",
        written=r"nộp|đóng|thu |mất",
        unless=_BUSINESS + r"|hoc phi|bhxh|bao hiem",
        needs="nop dong thu mat",
    ),
    rule(
        Wording.PAYMENT,
        r"\b(?:tru|giu|giam)(?: lai)? (?:\w+ ){0,3}luong\b…{0,30}\bcoc\b",
        written=r"cọc",
        unless=_BUSINESS,
        needs="coc",
    ),
    rule(Wording.PAYMENT, r"\bmua (?:bo )?ho so\b", unless=r"thau|du an", needs="mua"),
)
TRANSFER: Final = (
    rule(
        Wording.TRANSFER,
        r"\b(?:chuyen khoan|chuyen tien|ung tien|nap tien|dong tien) truoc\b|"
        r"\bnap (?:tien|von)\b…{0,20}(?:nhiem vu|hoan tien|hoa hong|don hang)",
        unless=r"khach|nha cung cap|ke toan|hach toan",
        needs="truoc nap",
    ),
    rule(
        Wording.TRANSFER,
        r"\b(?:cung cap|gui|doc) (?:ma )?otp\b|\b(?:cho thue|cho muon|thue|muon) (?:the|tai khoan) (?:ngan "
        r"hang|atm)\b|"
        r"\bmo (?:the|tai khoan) ngan hang (?:ho|giup)\b",
        unless=r"khach hang",
        needs="otp atm hang",
    ),
)
PAPERS: Final = (
    rule(
        Wording.PAPERS,
        r"(?<!con\s)\b(?:giu|nop|the chap|cam|thu)(?: lai)? (?:bang(?: cap| tot nghiep)?|cccd|cmnd|can cuoc|"
        r"giay to|chung chi) "
        r"(?:goc|ban goc|ban chinh)\b",
        unless=r"khach|khoan vay|tai san|tin dung",
        needs="goc chinh",
    ),
    rule(
        Wording.PAPERS,
        r"\b(?:giu|the chap) (?:ban )?(?:goc|chinh) (?:bang|cccd|cmnd|can cuoc)\b|\bgiu (?:cccd|cmnd|can "
        r"cuoc)\b|\bthe chap bang\b",
        unless=r"khach|khoan vay|tai san|tin dung",
        needs="goc chinh cccd cmnd cuoc chap",
    ),
)
LURES: Final = (
    rule(
        Wording.EASY_MONEY,
        r"\bviec (?:nhe|nhan)( nhang)?\W{1,5}(?:luong|thu nhap)(?: cao)?\b|\bkiem tien (?:tai nha|online|de "
        r"dang|nhanh|moi ngay)|"
        r"\b(?:ngoi nha|o nha) (?:cung |van )?(?:kiem|co thu nhap)|\bkhong can lam gi\b|\bxau (?:vong|hat)\b|"
        r"\bgap (?:bao|phong) (?:li xi|bi)\b|\b(?:like|xem|tim) (?:video|bai|tiktok) (?:nhan|kiem) tien",
        unless=r"noi dung|kich ban|khoa hoc|\bday\b",
        needs="viec kiem nha gi xau gap tien",
    ),
    rule(
        Wording.EASY_MONEY,
        r"\bchi can (?:co )?(?:dien thoai|smartphone) (?:la|co|thong minh)\b",
        unless=r"khach|ung dung",
        needs="thoai smartphone",
    ),
    rule(
        Wording.MESSENGER,
        r"\b(?:lien he|ib|inbox|nhan tin|ket ban|add|tham gia|vao nhom|qua)\b…{0,12}telegram\b|\btelegram\W{0,3}@|"
        r"\b(?:lam|nhan) nhiem vu (?:online|tren app|tang like)\b|\b(?:chot|giat|ghim) don ao\b",
        needs="telegram nhiem don",
    ),
    rule(
        Wording.MESSENGER,
        r"\b(?:ctv|cong tac vien) (?:ban hang )?(?:online|tai nha|chot don|xu ly don|don hang|san (?:tmdt|"
        r"shopee)|shopee|lazada|"
        r"tiki|nhap lieu|like|danh may)\b",
        unless=r"quan ly|dao tao|tuyen dung (?:va|ctv)",
        needs="ctv cong",
    ),
    rule(
        Wording.ABROAD,
        r"(?:\b(?:lam (?:viec )?(?:tai|o|ben)(?: \w+){0,3}|(?:casino|song bai)(?: \w+){0,2}|di|sang|qua|"
        r"dia diem\W{0,3})|\() ?(?:campuchia|cambodia|mien dien|myanmar)\b|"
        r"\b(?:tam giac vang|bavet|sihanouk\w*|poipet|myawaddy)\b",
        unless=r"van chuyen|booking|du lich|tour|cua hang tai|xuat khau|thi truong|van tai",
        needs="campuchia cambodia dien myanmar giac bavet sihanouk poipet myawaddy",
    ),
    rule(
        Wording.PYRAMID,
        r"\bda cap\b|\bkinh doanh theo mang\b|\bmoi them nguoi\b|\btuyen tuyen duoi\b",
        written=r"cấp|mạng|mời|tuyến",
        unless=r"quan ly nha nuoc|phap luat|chong|giam sat|kiem tra",
        needs="cap mang them tuyen",
    ),
)
