"""From preparing to closing, and what is refused on the way. Nothing that was written down can be changed."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from exchange.centres.access import lead_desk, staff_desk
from exchange.closings import closed, queries, step_queries
from exchange.closings.codes import Act, ClosingReason
from exchange.closings.hindrances import hindrances
from exchange.closings.tables import KEPT
from exchange.group_talks.codes import Qualifier
from exchange.kernel.clock import local_day
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.plans import actions as plan_actions
from exchange.plans.actions import PlanGiven
from exchange.tallies import declared_actions
from exchange.tallies.access import tally_desk
from exchange.tallies.codes import Part
from exchange.tallies.declared_actions import DeclaredGiven
from exchange.tallies.queries import Chosen
from tests.closings.scene import BASE, MONTH, NEXT, Office, at, direct
from tests.counselling.scene import told

IN_TIME = datetime(2026, 11, 30, 1, tzinfo=UTC)


def declare(office: Office, code: str, value: int, after: int = 0, because: str = "") -> None:
    given = DeclaredGiven(code, value, Qualifier.ABOUT, "Công an tỉnh", "BC 12/BC-CA", because=because, after=after)
    office.store.write(
        lambda db: declared_actions.declare(
            db, staff_desk(db, office.ground.viewer("Phúc")), office.period(), given, client_key=new_id(), now=BASE
        )
    )


def refused(office: Office, act: str, *args: object, **named: object) -> ClosingReason:
    with pytest.raises(Refused) as no:
        getattr(office, act)(*args, **named)
    assert isinstance(no.value.reason, ClosingReason)
    return no.value.reason


def test_a_part_is_prepared_checked_returned_and_approved_and_every_step_stays(office: Office) -> None:
    office.counter.record(now=IN_TIME)
    assert refused(office, "step", "Phúc", Act.PREPARED, now=IN_TIME) is ClosingReason.NOT_OVER
    assert refused(office, "step", "Hạnh", Act.CHECKED) is ClosingReason.NOT_NEXT
    office.step("Phúc", Act.PREPARED, now=at(1))
    with pytest.raises(Conflict):
        office.step("Hạnh", Act.CHECKED, after=0)
    assert refused(office, "step", "Phúc", Act.CHECKED) is ClosingReason.LEAD
    assert refused(office, "step", "Hạnh", Act.RETURNED) is ClosingReason.WITHOUT_WORDS
    office.step("Hạnh", Act.RETURNED, because="Thiếu một lượt", now=at(2))
    office.counter.record("Sơn", told(on_day=local_day(IN_TIME)), now=at(3))
    office.step("Mai", Act.PREPARED, now=at(4))
    office.step("Hạnh", Act.CHECKED, now=at(5))
    assert refused(office, "step", "Mai", Act.APPROVED) is ClosingReason.OWN_WORK
    office.store.write(lambda db: direct(db, office.ground, "Tâm"))
    office.step("Tâm", Act.APPROVED, now=at(6))

    chain = office.store.read(lambda db: step_queries.chains(db, office.centre, office.period().id))[Part.COUNSELLING]

    assert [(one.act, one.figures["visits"]) for one in chain.steps] == [
        (Act.PREPARED, 1), (Act.RETURNED, 1), (Act.PREPARED, 2), (Act.CHECKED, 2), (Act.APPROVED, 2),
    ]  # fmt: skip
    assert [one.because for one in chain.steps if one.because] == ["Thiếu một lượt"]


def test_what_stands_in_the_way_of_closing_is_named(office: Office) -> None:
    office.counter.record(now=IN_TIME)
    assert refused(office, "close") is ClosingReason.UNAPPROVED
    office.approve_all(now=at(1))
    assert refused(office, "close", by="Hạnh") is ClosingReason.DIRECTOR
    office.counter.record("Sơn", now=at(2), given=told(on_day=local_day(IN_TIME)))
    assert refused(office, "close") is ClosingReason.MOVED

    def ask(db: object) -> object:
        report = queries.lines(db, office.period(), office.centre)  # type: ignore[arg-type]
        values = {line.figure.code: line.figure.value for line in report.lines}
        found = hindrances(db, office.centre, office.period(), values, today=local_day(BASE))  # type: ignore[arg-type]
        return [one for one in found.moved if one.code == "visits"], found.unapproved

    moved, unapproved = office.store.read(ask)  # type: ignore[misc]
    assert [(one.before, one.after) for one in moved] == [(1, 2)]
    assert unapproved == ()
    office.step("Mai", Act.APPROVED, now=at(3))
    office.close(now=at(4))
    assert refused(office, "close") is ClosingReason.CLOSED
    assert refused(office, "step", "Phúc", Act.PREPARED, Part.FAIRS) is ClosingReason.CLOSED


def test_a_closed_period_is_read_as_it_was(office: Office) -> None:
    plan = PlanGiven("visits", 2026, 100, "QĐ 01/QĐ-SLĐTBXH")
    office.store.write(
        lambda db: plan_actions.set_plan(
            db, lead_desk(db, office.ground.viewer("Hạnh")), plan, request_id=None, now=BASE
        )
    )
    declare(office, "jobs_created", 15_384)
    office.counter.record(now=IN_TIME)
    office.approve_all()
    opened = office.store.read(lambda db: queries.lines(db, office.period(), office.centre))
    office.close(now=at(1))
    declare(office, "jobs_created", 15_400, 1, "Đếm lại")
    office.counter.record("Sơn", told(on_day=local_day(IN_TIME)), now=at(2))

    report = office.store.read(lambda db: queries.lines(db, office.period(), office.centre))

    assert report.closing
    assert report.closing.by_name == "Mai"
    assert report.lines == opened.lines
    assert opened.closing is None
    lines = {line.figure.code: line for line in report.lines}
    assert lines["jobs_created"].figure.declared[0].document == "BC 12/BC-CA"
    assert (lines["visits"].figure.value, lines["visits"].plan) == (1, 100)

    def behind(name: str) -> tuple[int, list[int]]:
        def ask(db: object) -> tuple[int, list[int]]:
            desk = tally_desk(db, office.ground.viewer(name))  # type: ignore[arg-type]
            ids, many = queries.records(db, desk, office.period(), "visits", Chosen("sex", "female"))  # type: ignore[arg-type]
            parts = queries.parts(db, office.period(), office.centre, "visits", "sex")  # type: ignore[arg-type]
            assert len(ids) == many
            return many, [one.count for one in parts]

        return office.store.read(ask)

    assert behind("Phúc") == (1, [1, 0, 0])
    assert behind("Ngân")[0] == 0  # another centre's desk reads its own open period
    with pytest.raises(NotFound):
        office.store.read(lambda db: closed.page_of(db, closed.figure(db, report.closing.id, "visits"), page=2))


def test_late_facts_are_booked_with_a_reason_and_carried_into_the_next_month(office: Office) -> None:
    office.counter.record(now=IN_TIME)
    gone = office.counter.record("Hoa", now=IN_TIME)
    office.approve_all()
    office.close(now=at(1))
    assert refused(office, "book") is ClosingReason.NOTHING
    assert refused(office, "book", code=NEXT) is ClosingReason.NOT_CLOSED
    for who in ("Sơn", "Tư"):
        office.counter.record(who, told(on_day=local_day(IN_TIME)), now=at(2))
    office.counter.withdraw(gone)
    assert refused(office, "book", " ") is ClosingReason.WITHOUT_WORDS
    later = BASE + timedelta(days=30)
    office.approve_all(NEXT, now=later)
    assert refused(office, "close", NEXT, now=later) is ClosingReason.PREVIOUS

    found = {one.code: one for one in office.book("Sổ tay giao muộn", now=at(3))}

    assert (found["visits"].before, found["visits"].after, len(found["visits"].came), found["visits"].went) == (
        2, 3, 2, (gone,),
    )  # fmt: skip
    office.close(NEXT, now=later)
    for code, value, booked, carried in ((MONTH, 2, 1, None), (NEXT, 0, None, 1)):
        report = office.store.read(lambda db, code=code: queries.lines(db, office.period(code), office.centre))
        line = next(line for line in report.lines if line.figure.code == "visits")
        assert (line.figure.value, line.booked, line.carried) == (value, booked, carried), code


def test_nothing_here_is_written_to_be_changed() -> None:
    from exchange.closings import tables

    models = [one for one in vars(tables).values() if getattr(one, "__module__", "") == tables.__name__]
    assert set(KEPT) == {one.__tablename__ for one in models if hasattr(one, "__tablename__")}
    sources = [file.read_text() for file in Path(tables.__file__).parent.glob("*.py")]
    assert [text for text in sources if re.search(r"^from sqlalchemy import .*\b(update|delete)\b", text, re.M)] == []


@pytest.mark.parametrize("verb", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
def test_the_database_refuses_to_change_what_was_closed(office: Office, verb: str) -> None:
    office.counter.record(now=IN_TIME)
    office.approve_all()
    office.close()

    for table, column in (("closings", "at"), ("closed_figures", "value"), ("closed_records", "ids"),
                          ("closed_parts", "members"), ("report_steps", "because")):  # fmt: skip
        assert table in KEPT
        with pytest.raises(DBAPIError, match="it was closed and is never changed"):
            office.store.write(lambda db, t=table, c=column: db.execute(text(verb.format(t, c, c))))
