"""Taking in a register of fifty thousand rows, as a program of its own: rows a second, and the most memory it needed.

python -m tests.load.intake URL people|consultations ROWS
"""

import io
import json
import random
import resource
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl

import exchange.tables  # noqa: F401 - foreign keys name tables of other slices
from exchange.accounts import actions as accounts
from exchange.accounts.queries import Viewer
from exchange.centres.access import lead_desk
from exchange.centres.actions import CentreGiven, employ, open_centre
from exchange.centres.codes import Role
from exchange.intake import access, actions, line_queries, queries
from exchange.intake.codes import Register
from exchange.intake.plan import Plan, proposed
from exchange.intake.running import run
from exchange.intake.staging import stage
from exchange.kernel.clock import now
from exchange.kernel.db import Store, open_store
from exchange.kernel.ids import new_id
from exchange.kernel.vault import Vault
from tests.fixtures.databases import IDENTITY_KEY
from tests.load.register import FAMILY, GIVEN, MIDDLE

_HEAD = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Điện thoại", "Địa chỉ"]
_VALUES = {"wish": "Chưa nêu", "client_kind": "job_seeker", "way": "counter"}


def book(register: Register, rows: int) -> bytes:
    """A workbook of fictitious people, each with a number of their own; every fifth visit is somebody's second."""
    chance = random.Random(1938)
    made = openpyxl.Workbook(write_only=True)
    sheet = made.create_sheet()
    visits = register is Register.CONSULTATIONS
    sheet.append([*_HEAD, "Ngày tư vấn", "Nội dung", "Ghi chú"] if visits else _HEAD)
    people = [_person(chance, number) for number in range(rows * 4 // 5 if visits else rows)]
    for number in range(rows):
        visit = [date(2025, 1, 2) + timedelta(days=number % 600), "Việc làm trong nước, BHTN", "Muốn làm gần nhà"]
        sheet.append([number + 1, *people[number % len(people)], *(visit if visits else [])])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _person(chance: random.Random, number: int) -> list[Any]:
    name = " ".join(word.capitalize() for word in map(chance.choice, (FAMILY, MIDDLE, GIVEN)))
    born = date(1970, 1, 1) + timedelta(days=chance.randrange(12_000))
    sex = chance.choice(("Nam", "Nữ"))
    paper = f"086{int(sex == 'Nữ')}{born:%y}{number:06d}"
    return [name, born, sex, paper, f"09{number:08d}", f"Ấp {number % 9}, xã Đại An, tỉnh Trà Vinh"]


def measure(store: Store, register: Register, file: Path) -> dict[str, float]:
    """Seconds of each step, of the processor in all, and MiB at most."""
    vault, data = Vault(IDENTITY_KEY), file.read_bytes()
    viewer = store.write(lambda db: Viewer(*_lead(db), "Người Thử"))
    times: dict[str, float] = {}

    def timed(step: str, act: Callable[[], Any]) -> Any:
        start = time.perf_counter()
        done = act()
        times[step] = time.perf_counter() - start
        return done

    staged = timed("read", lambda: stage(io.BytesIO(data), "so.xlsx", vault))
    send = lambda db: actions.send(db, lead_desk(db, viewer), register, staged, request_id=new_id(), now=now())  # noqa: E731
    own = store.write(send)
    sample = store.read(lambda db: line_queries.samples(db, access.intake_desk(db, viewer, own), vault=vault))
    plan = Plan(proposed(register, staged.headings, sample).columns, _VALUES)
    store.write(lambda db: actions.say_columns(db, access.intake_desk(db, viewer, own), plan))
    own_memory: list[float] = []
    timed("preview", lambda: run(store, own, vault, lambda _part: own_memory.append(_own_memory())))
    store.write(lambda db: actions.start(db, access.intake_desk(db, viewer, own), now=now()))
    timed("take", lambda: run(store, own, vault, lambda _part: own_memory.append(_own_memory())))
    counts = store.read(lambda db: queries.counts(db, queries.intake(db, access.intake_desk(db, viewer, own))))
    store.write(lambda db: actions.undo(db, access.intake_desk(db, viewer, own), "Thử", now=now()))
    timed("undo", lambda: run(store, own, vault))
    used = resource.getrusage(resource.RUSAGE_SELF)
    memory = {"memory": used.ru_maxrss / 1024, "own": max(own_memory)}
    return times | memory | {"taken": counts.taken, "cpu": used.ru_utime + used.ru_stime}


def _own_memory() -> float:
    """MiB that are the process's own now: without the pages of the database file that SQLite maps."""
    told = Path("/proc/self/status").read_text()
    return int(next(line for line in told.splitlines() if line.startswith("RssAnon")).split()[1]) / 1024


def _lead(db: Any) -> tuple[Any, Any]:
    given = CentreGiven(name="Trung tâm Thử", short_name="TT Thử", province_code="86", province_name="Vĩnh Long")
    centre = open_centre(db, given, now=now())
    account = accounts.open_account(db, "Người Thử", email=f"{new_id().hex}@vi-du.vn", now=now())
    employ(db, centre, account, Role.DIRECTOR, now=now())
    return account, accounts.sign_in(db, account, "thử", now=now()).login_id


def main(act: str, file: Path, register: Register, last: str) -> None:
    """Write a workbook, or take one in and print the figures."""
    if act == "write":
        file.write_bytes(book(register, int(last)))
        return
    handles = open_store(last)
    print(json.dumps(measure(handles, register, file)))
    handles.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Register(sys.argv[3]), sys.argv[4])
