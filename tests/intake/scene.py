"""Files as centres send them, and what Hạnh does with them."""

import io
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update

from exchange.benefits import report_queries
from exchange.centres.access import lead_desk
from exchange.counselling.rules import Days
from exchange.intake import access, actions, line_queries, queries
from exchange.intake.codes import Choice, Register, Verdict
from exchange.intake.line_queries import LineView, sentences
from exchange.intake.plan import Plan, proposed
from exchange.intake.queries import Counts, IntakeView
from exchange.intake.running import run
from exchange.intake.staging import stage
from exchange.kernel import clock
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from exchange.kernel.ids import new_id
from exchange.kernel.vault import Vault
from exchange.seekers.person_queries import find_people, person_query
from exchange.seekers.tables import Seeker
from exchange.visits.queries import Table, table
from tests.cast import Ground
from tests.fixtures.databases import IDENTITY_KEY

VAULT = Vault(IDENTITY_KEY)
PEOPLE = "Họ và tên;Ngày sinh;Giới tính;Số CCCD;Điện thoại;Địa chỉ"
VISITS = "Họ và tên;Năm sinh;Số CCCD;Ngày tư vấn;Nội dung"
CLAIMS = (
    "Họ và tên;Năm sinh;Số CCCD;Số hồ sơ;Ngày nộp hồ sơ;Ngày nghỉ việc;Số QĐ;Ngày QĐ;Số tháng hưởng;Mức hưởng;Từ ngày"
)
VALUES = {"wish": "Chưa nêu", "topics": "domestic", "client_kind": "job_seeker", "way": "counter"}
_s = columns(Seeker)


def csv(*lines: str, encoding: str = "utf-8-sig") -> bytes:
    return "\n".join(lines).encode(encoding)


class Scene:
    """The ground, and a lead who takes registers in."""

    def __init__(self, store: Store, ground: Ground) -> None:
        self.store, self.ground = store, ground
        self.today = local_day(clock.now())

    def send(self, register: Register, data: bytes, name: str = "so.csv", *, by: str = "Hạnh", key: Any = None) -> UUID:
        staged = stage(io.BytesIO(data), name, VAULT)
        used = key or new_id()
        return self.store.write(
            lambda db: actions.send(
                db, lead_desk(db, self.ground.viewer(by)), register, staged, request_id=used, now=clock.now()
            )
        )

    def plan(self, own: UUID, **other: Any) -> Plan:
        """What the columns propose, with usual values."""
        view = self.view(own)
        sealed = self.store.read(lambda db: line_queries.samples(db, self.desk(db, own), vault=VAULT))
        found = proposed(view.register, view.headings, sealed)
        return Plan(found.columns, VALUES, found.day_order, **other)

    def look(self, own: UUID, plan: Plan | None = None, **other: Any) -> Counts:
        """Say the columns and have the rows looked through."""
        said = plan or self.plan(own, **other)
        self.store.write(lambda db: actions.say_columns(db, self.desk(db, own), said))
        run(self.store, own, VAULT)
        return self.counts(own)

    def take(self, own: UUID) -> Counts:
        self.store.write(lambda db: actions.start(db, self.desk(db, own), now=clock.now()))
        run(self.store, own, VAULT)
        return self.counts(own)

    def undo(self, own: UUID, because: str = "Nhầm tệp", by: str = "Hạnh") -> Counts:
        self.store.write(lambda db: actions.undo(db, self.desk(db, own, by), because, now=clock.now()))
        run(self.store, own, VAULT)
        return self.counts(own)

    def whole(self, register: Register, *lines: str, **other: Any) -> UUID:
        """From the file to what is in."""
        own = self.send(register, csv(*lines))
        self.look(own, **other)
        self.take(own)
        return own

    def desk(self, db: Any, own: UUID, by: str = "Hạnh") -> access.IntakeDesk:
        return access.intake_desk(db, self.ground.viewer(by), own)

    def view(self, own: UUID) -> IntakeView:
        return self.store.read(lambda db: queries.intake(db, self.desk(db, own)))

    def counts(self, own: UUID) -> Counts:
        view = self.view(own)
        return self.store.read(lambda db: queries.counts(db, view))

    def lines(self, own: UUID, verdict: Verdict = Verdict.REFUSED) -> list[LineView]:
        return self.store.read(lambda db: line_queries.lines(db, self.desk(db, own), verdict, vault=VAULT, page=1))

    def told(self, own: UUID, verdict: Verdict = Verdict.REFUSED) -> list[tuple[int, str]]:
        """Rows with a verdict, and what is said of them."""
        return [(line.line, sentences(line.said)) for line in self.lines(own, verdict)]

    def choose(self, own: UUID, **lines: Choice) -> None:
        choices = {int(line[1:]): choice for line, choice in lines.items()}
        self.store.write(lambda db: actions.choose(db, self.desk(db, own), choices))

    def figures(self) -> tuple[Table, Any]:
        """What is counted of the last two years: visits, and claims."""
        first, centre = self.today - timedelta(days=730), self.ground.centres["Trà Vinh"]
        return self.store.read(
            lambda db: (table(db, Days(first, self.today)), report_queries.counted(db, centre, first, self.today))
        )

    def people(self) -> int:
        return self.store.read(lambda db: db.scalar(select(func.count()).select_from(Seeker))) or 0

    def found(self, words: str) -> list[Any]:
        """Who is found at the counter of Trà Vinh."""
        return self.store.read(
            lambda db: find_people(db, lead_desk(db, self.ground.viewer("Hạnh")), person_query(words), vault=VAULT)
        )

    def keep(self, who: str, centre: str) -> None:
        """Somebody's file is kept by a centre."""
        change = update(Seeker).where(_s.id == self.ground.seekers[who])
        self.store.write(lambda db: db.execute(change.values(centre_id=self.ground.centres[centre])))

    def day(self, back: int = 0) -> str:
        """A day before today as registers write it."""
        return f"{self.today - timedelta(days=back):%d/%m/%Y}"
