"""The twenty working days: what is due when, what the national system acknowledged, what was sent by hand."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from exchange.feeds import duty_queries
from exchange.feeds.codes import Because, Channel, FeedReason, PartnerKind
from exchange.feeds.duty_queries import ResultDuty
from exchange.feeds.telling_actions import TellingGiven, tell_by_hand
from exchange.kernel.db import Store
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.reference.holidays import working_days
from tests.feeds.receiver import Receiver, receiving
from tests.feeds.scene import Office
from tests.feeds.test_news import partner, push
from tests.referrals.scene import Scene, declined, hired

MARCH_2 = datetime(2026, 3, 2, 3, tzinfo=UTC)
MARCH_30 = date(2026, 3, 30)  # the twentieth working day after Monday 2 March


@pytest.fixture
def office(store: Store) -> Office:
    """An office in a month without holidays."""
    return Office(store, now=MARCH_2)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as one:
        yield one


def duties(office: Office) -> list[ResultDuty]:
    calendar = working_days(office.now.date())
    return office.store.read(lambda db: duty_queries.duties(db, office.desk(db), calendar))


def tell(office: Office, one: ResultDuty, day: date | None, how: str = "Công văn 12") -> None:
    calendar, given = working_days(office.now.date()), TellingGiven(seq=one.seq, on_day=day, how=how)
    office.store.write(
        lambda db: tell_by_hand(db, office.desk(db), one.result_id, given, calendar=calendar, now=office.now)
    )


def test_a_result_is_due_twenty_working_days_after_the_employers_notice(office: Office) -> None:
    office.hire(office.publish())
    office.hire(office.publish("Việc cũ"), date(2025, 12, 31))
    office.refresh()

    (due,) = duties(office)

    assert (due.due_on, due.hired, due.channel, due.told) == (MARCH_30, 1, Channel.FAIR, None)
    assert duty_queries.counts([due], MARCH_30) == (1, 0)
    assert duty_queries.counts([due], MARCH_30 + timedelta(days=1)) == (1, 1)


def test_what_the_national_system_acknowledged_is_told_and_a_correction_is_due_anew(
    office: Office, receiver: Receiver
) -> None:
    partner(office, receiver.url, kind=PartnerKind.NATIONAL, wants_results=True)
    first = office.hire(office.publish())
    receiver.answers = [500]
    push(office)
    assert duties(office)[0].due_on == MARCH_30

    office.now += timedelta(hours=1)
    push(office)
    told = duties(office)[0]
    assert (told.due_on, told.told and told.told.on_day) == (None, date(2026, 3, 2))

    office.now += timedelta(days=7)
    office.undo(first)
    office.refresh()
    corrected = duties(office)[0]
    assert (corrected.due_on, corrected.corrected, corrected.gone) == (date(2026, 4, 6), True, Because.REVERSED)
    push(office)
    assert duties(office)[0].due_on is None


def test_another_partner_is_not_the_national_system(office: Office, receiver: Receiver) -> None:
    partner(office, receiver.url, kind=PartnerKind.CENTRE, wants_results=True)
    partner(office, receiver.url, kind=PartnerKind.NATIONAL, wants_results=False, name="Chỉ việc làm")
    office.hire(office.publish())
    push(office)

    assert duties(office)[0].due_on == MARCH_30


def test_what_was_sent_by_hand_is_marked_once_for_the_state_that_was_seen(office: Office) -> None:
    vacancy = office.publish()
    office.hire(vacancy)
    office.refresh()
    seen = duties(office)[0]
    for day, how, reason in (
        (None, "x", FeedReason.DAY_NEEDED), (date(2026, 3, 3), "x", FeedReason.DAY_FUTURE),
        (date(2026, 3, 1), "x", FeedReason.DAY_EARLY), (date(2026, 3, 2), " ", FeedReason.HOW_NEEDED),
        (date(2026, 3, 2), "x" * 301, FeedReason.TOO_LONG),
    ):  # fmt: skip
        with pytest.raises(Refused) as no:
            tell(office, seen, day, how)
        assert no.value.reason is reason

    tell(office, seen, date(2026, 3, 2))
    tell(office, seen, date(2026, 3, 2), "Lần nữa")
    told = duties(office)[0].told
    assert told is not None
    assert (told.how, told.by) == ("Công văn 12", "Hạnh")

    office.hire(vacancy)
    office.refresh()
    assert duties(office)[0].due_on == MARCH_30
    with pytest.raises(Conflict):
        tell(office, seen, date(2026, 3, 2))
    other = Office(office.store, now=MARCH_2)
    with pytest.raises(NotFound):
        tell(other, seen, date(2026, 3, 2))


def test_a_result_that_was_reversed_before_anybody_heard_of_it_is_due_to_nobody(office: Office) -> None:
    made = office.hire(office.publish())
    office.refresh()
    office.undo(made)
    office.refresh()

    assert [one.due_on for one in duties(office)] == [None]


def test_slips_are_results_too_without_the_names_on_them(store: Store) -> None:
    scene = Scene.on(store)
    slips = [scene.issue(one) for one in ("Lan", "Hoa")]
    office = Office(store, now=scene.ground.opens_at)
    office.centre, office.lead = scene.ground.centres["Trà Vinh"], scene.ground.viewer("Hạnh")
    scene.answer(slips[0], hired())
    scene.answer(slips[1], declined())
    office.refresh()
    (due,) = duties(office)
    (line,) = [one for one in office.since(0).changes if one.kind == "result"]

    scene.revoke(slips[0])
    office.refresh()

    assert (due.channel, due.hired, due.employer) == (Channel.REFERRAL, 1, "")
    assert line.body is not None
    assert (line.body["employer"], line.body["vacancy"], line.body["evidence"]) == (None, None, {"1": 1})
    assert not any(word in str(line.body) for word in ("Lan", "Ba Tri", "Bình", "Thợ hàn"))
    assert office.since(line.seq).changes[-1].because is Because.REVERSED
