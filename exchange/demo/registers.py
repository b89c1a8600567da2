"""A register that the host centre has just sent: looked through, and left for a visitor to take in."""

import io
from datetime import datetime, timedelta
from uuid import UUID

from exchange.demo.cast import HOST, LEADERS, director, viewer
from exchange.intake import actions, parts
from exchange.intake.access import intake_desk
from exchange.intake.codes import Register
from exchange.intake.plan import USUAL, Plan, proposed
from exchange.intake.staging import opened, stage
from exchange.kernel.clock import local_day
from exchange.kernel.db import Writing
from exchange.kernel.vault import Vault

_HEAD = "TT;Họ và tên;Năm sinh;Giới tính;Số CCCD;Điện thoại;Địa chỉ;Ngày tư vấn;Nội dung tư vấn;Ghi chú"
_PLACE = "Ấp Chợ, xã Trà Cú, tỉnh Trà Vinh"
# What stands in a row, and how many days before today the visit was.
_ROWS = (
    ("Thạch Thị Sa Ly", "1992;Nữ;086192000811;0900 000 611", 12, "Việc làm trong nước;Muốn làm gần nhà"),
    ("Kim Văn Sóc", "1985;Nam;086085000423;0900 000 612", 12, "BHTN;"),
    ("Thạch Thị Sa Rây", "1998;Nữ;;", 11, "Việc làm trong nước;Đã phỏng vấn tháng trước"),
    ("Trần Minh Đăng", "1990;Nam;;", 11, "Học nghề lái xe;"),
    ("Sơn Thị Mỹ Duyên", "2000;Nữ;08630012;0900 000 613", 10, "Việc làm ngoài nước;"),
    ("Lê Văn Tám", "1979;Nam;086079000377;0900 000 61", 10, "Hỏi thủ tục chốt sổ bảo hiểm;"),
    ("Thạch Thị Sa Ly", "1992;Nữ;086192000811;0900 000 611", 5, "Việc làm trong nước;Hẹn nộp hồ sơ"),
    ("Nguyễn Thị Hồng Gấm", "1995;Nữ;086195000290;0900 000 615", -3, "Chính sách, pháp luật lao động;"),
    ("", "1988;Nam;;", 4, "Việc làm trong nước;"),
    ("Kiên Sa Thia", "2003;Nam;086203000166;0900 000 616", 4, "Việc làm trong nước, học nghề;"),
)


def send(db: Writing, vault: Vault, *, now: datetime) -> UUID:
    """A register of consultations, its columns named and its rows looked through."""
    lines = [_line(number, row, now) for number, row in enumerate(_ROWS, start=1)]
    staged = stage(io.BytesIO("\n".join([_HEAD, *lines]).encode()), "so-tu-van-tra-cu.csv", vault)
    own = actions.send(db, director(db), Register.CONSULTATIONS, staged, request_id=None, now=now)
    rows = [row.cells for row in opened(staged.parts[0], vault)]
    plan = Plan(proposed(Register.CONSULTATIONS, staged.headings, rows).columns, dict(USUAL))
    actions.say_columns(db, intake_desk(db, viewer(db, LEADERS[HOST.key]), own), plan)
    todo = parts.job(db, own, now=now)
    if todo is not None:
        parts.do(db, todo, parts.prepared(todo, vault), vault=vault, now=now)
    return own


def _line(number: int, row: tuple[str, str, int, str], now: datetime) -> str:
    name, person, back, said = row
    return f"{number};{name};{person};{_PLACE};{local_day(now) - timedelta(days=back):%d/%m/%Y};{said}"
