"""Why a number changed, record by record; samples that stand; two who do the same at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from exchange.centres.access import staff_desk
from exchange.closings import causes, changes, closed, rules, sample_actions, sample_queries
from exchange.closings.changes import Changes, Moments
from exchange.closings.closed import closing_of
from exchange.closings.codes import Cause, ClosingReason, Recalled
from exchange.closings.sample_actions import DrawGiven, RecallGiven
from exchange.counselling.codes import ClientKind
from exchange.kernel.clock import local_day
from exchange.kernel.db import Reading
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.kernel.ids import new_id
from exchange.tallies.codes import RecordKind
from tests.closings.scene import BASE, Office, at
from tests.closings.test_actions import IN_TIME, declare, refused
from tests.counselling.scene import merge, told

DAY = local_day(IN_TIME)


def changed(office: Office, code: str, one: datetime, other: datetime) -> tuple[Changes, list[list[tuple[Any, ...]]]]:
    def ask(db: Reading) -> tuple[Changes, list[list[tuple[Any, ...]]]]:
        found = changes.changes(db, office.period(), office.centre, code, Moments.of(one, other))
        ids = [*found.came, *found.went]
        why = changes.reasons(db, found, ids)
        return found, [[(said.cause, said.by_name, said.because) for said in why.get(own, ())] for own in ids]

    return office.store.read(ask)


def test_what_came_and_went_between_two_moments_says_who_and_why(office: Office) -> None:
    counter = office.counter
    before = IN_TIME - timedelta(hours=2)
    lan, hoa = counter.record("Lan", now=IN_TIME - timedelta(hours=1)), counter.record("Hoa", now=IN_TIME)
    counter.record("Tư", now=IN_TIME)
    counter.withdraw(hoa, "Ghi hai lần")
    late = counter.record("Sơn", told(on_day=DAY), now=at(5), by="Hạnh")
    counter.correct(lan, told(on_day=DAY, client_kind=ClientKind.BENEFIT), "Đang hưởng trợ cấp")

    found, why = changed(office, "visits_job_seekers", at(9), at(4))
    assert (found.before, found.after, found.came, found.went, found.stayed) == (1, 2, (late,), (), 1)
    assert why == [[(Cause.WRITTEN, "Hạnh", "")]]
    found, why = changed(office, "visits_benefit", before, at(9))
    assert found.came == (lan,)
    assert [said[2] for said in why[0]] == ["", "Đang hưởng trợ cấp"]
    office.store.write(lambda db: merge(db, office.ground, "Tư", "Sơn", now=at(10)))
    found, why = changed(office, "persons", at(9), at(11))
    assert (found.before, found.after) == (3, 2)
    assert why == [[(Cause.MERGED, "Hạnh", "Cùng một người")]]


def test_a_declared_figure_tells_its_turns(office: Office) -> None:
    declare(office, "jobs_created", 15_384)
    declare(office, "jobs_created", 15_400, 1, "Đếm lại")

    found, _ = changed(office, "jobs_created", IN_TIME, at(1))

    assert (found.before, found.after) == (None, 15_400)
    assert [(one.value, one.because, one.by_name) for one in found.said] == [
        (15_384, "", "Phúc"), (15_400, "Đếm lại", "Phúc"),
    ]  # fmt: skip


def test_every_kind_of_record_can_be_asked_for_its_causes(office: Office) -> None:
    def ask(db: Reading) -> list[dict[Any, Any]]:
        kinds = [kind for kind in RecordKind if kind is not RecordKind.EMPLOYER]  # employers are asked by their booths
        return [causes.causes(db, kind, [new_id()], IN_TIME, BASE) for kind in kinds]

    assert [one for one in office.store.read(ask) if one] == []
    opened = office.store.read(
        lambda db: causes.causes(db, RecordKind.FAIR, [office.ground.fair_id], datetime(2020, 1, 1, tzinfo=UTC), BASE)
    )
    assert opened == {}  # it was never opened by anybody


def draw(office: Office, after: int = 0, because: str = "", by: str = "Phúc", code: str = "visits") -> Any:
    given = DrawGiven(code, after, because)
    return office.store.write(
        lambda db: sample_actions.draw_sample(
            db, staff_desk(db, office.ground.viewer(by)), office.period(), given, request_id=new_id(), now=at(9)
        )
    )


def recalled(office: Office, sample: Any, found: Recalled, after: int = 0, place: int = 1, by: str = "Phúc") -> None:
    given = RecallGiven(place, found, "Gọi điện", after)
    office.store.write(
        lambda db: sample_actions.recall(
            db, staff_desk(db, office.ground.viewer(by)), sample, given, request_id=new_id(), now=at(10)
        )
    )


def test_a_sample_is_drawn_from_the_closed_list_and_never_again_in_silence(office: Office) -> None:
    for who in ("Lan", "Sơn", "Hoa"):
        office.counter.record(who, now=IN_TIME)
    with pytest.raises(Refused, match=ClosingReason.NOT_CLOSED):
        draw(office)
    office.approve_all()
    office.close(now=at(1))
    with pytest.raises(Refused, match=ClosingReason.EMPTY):
        draw(office, code="referrals")
    with pytest.raises(Refused, match=ClosingReason.NOT_CLOSED):
        draw(office, by="Ngân")
    sample = draw(office)
    with pytest.raises(Conflict):
        draw(office)
    with pytest.raises(Refused, match=ClosingReason.WITHOUT_WORDS):
        draw(office, 1)
    draw(office, 1, "Kiểm tra lại")
    recalled(office, sample, Recalled.NOT_REACHED)
    with pytest.raises(Conflict):
        recalled(office, sample, Recalled.CONFIRMED)
    recalled(office, sample, Recalled.NOT_CONFIRMED, 1)
    recalled(office, sample, Recalled.CONFIRMED, place=2)
    for who, place in (("Ngân", 1), ("Phúc", 4)):
        with pytest.raises(NotFound):
            recalled(office, sample, Recalled.CONFIRMED, place=place, by=who)

    def ask(db: Reading) -> tuple[Any, ...]:
        closing = closing_of(db, office.centre, office.period().id)
        assert closing
        kept = closed.figure(db, closing.id, "visits")
        first, second = sample_queries.samples(db, kept.id)
        drawn = sample_queries.drawn(db, first.id)
        assert [one.record_id for one in drawn] == rules.drawn(closed.ids_of(db, kept), first.seed, first.size)
        assert (second.turn, second.because) == (2, "Kiểm tra lại")
        return sample_queries.errors(drawn), [one.turns for one in drawn]

    errors, turns = office.store.read(ask)
    assert (errors.size, errors.asked, errors.not_confirmed, errors.not_reached) == (3, 2, 1, 0)
    assert errors.rate.text == "50,00%"
    assert turns == [2, 1, 0]


def test_two_who_close_or_book_at_once_do_it_once(office: Office) -> None:
    office.counter.record(now=IN_TIME)
    office.approve_all()

    def told_once(act: Any, reason: ClosingReason) -> list[Any]:
        def attempt(_: int) -> Any:
            try:
                return act()
            except Refused as no:
                return no.reason

        with ThreadPoolExecutor(2) as pool:
            found = list(pool.map(attempt, range(2)))
        assert [one is reason for one in found].count(True) == 1
        return found

    told_once(lambda: office.close(now=at(1)), ClosingReason.CLOSED)
    office.counter.record("Sơn", told(on_day=DAY), now=at(2))
    told_once(lambda: office.book(now=at(3)), ClosingReason.NOTHING)
    assert refused(office, "book", now=at(4)) is ClosingReason.NOTHING
