"""A placement comes from a fair, a slip, a declaration or staff; two sources of one placement are counted once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from exchange.kernel.db import Store
from exchange.kernel.errors import Conflict, NotFound, Refused
from exchange.placements import declared_queries
from exchange.placements.codes import EvidenceLevel, EvidenceSource, PlacementReason
from exchange.placements.counting import rows
from exchange.placements.person_queries import placed_on
from exchange.referrals.codes import Found, Milestone
from tests.cast import open_ground
from tests.placements.register import FIRM, START, TODAY, Register, proof

DAY = timedelta(days=1)


@pytest.fixture
def play(store: Store) -> Callable[[Callable[[Register], None]], None]:
    """Run a scene on a fresh register."""
    return lambda scene: store.write(lambda db: scene(Register(db, open_ground(db))))


Play = Callable[[Callable[[Register], None]], None]


def counted(register: Register, **other: Any) -> list[Any]:
    days = {"first": START - 400 * DAY, "last": TODAY + 100 * DAY}
    return list(register.db.execute(rows(as_of=False), days | other).all())


def test_an_answered_slip_makes_a_placement_and_a_revoked_answer_reverses_it(play: Play) -> None:
    def scene(register: Register) -> None:
        slip = register.hire_by_slip()
        [made] = counted(register)
        assert (made.level, made.on_day, made.origin) == (1, START, "referral")
        assert made.centre == made.referring == register.ground.centres["Trà Vinh"]
        register.revoke_slip(slip)
        assert counted(register) == []

    play(scene)


def test_asking_after_a_slip_is_evidence_and_the_newest_word_holds(play: Play) -> None:
    def scene(register: Register) -> None:
        slip = register.hire_by_slip()
        for found, level in ((Found.NOT_REACHED, 1), (Found.AT_WORK, 3), (Found.LEFT, 1), (Found.AT_WORK, 3)):
            register.follow(slip, Milestone.MONTH_1, found, TODAY)
            assert counted(register)[0].level == level, found

    play(scene)


def test_three_sources_of_one_placement_are_counted_once_with_all_their_evidence(play: Play) -> None:
    def scene(register: Register) -> None:
        claim = register.take_over(about=FIRM)
        [said] = counted(register)
        assert (said.level, said.centre, said.origin) == (0, None, "declaration")
        register.hire_by_slip(started_on=START + 5 * DAY)
        register.enter(started_on=START - 2 * DAY, employer_name="CƠ SỞ CƠ KHÍ BA TRI")
        [joined] = counted(register)
        assert (joined.record, joined.level) == (claim, 1)
        assert joined.centre == register.ground.centres["Trà Vinh"]
        assert placed_on(register.db, [joined.person])[joined.person]

    play(scene)


def test_another_start_another_employer_or_another_person_is_another_placement(play: Play) -> None:
    def scene(register: Register) -> None:
        register.enter()
        register.enter(started_on=START + 8 * DAY)
        register.enter(employer_name="Cơ sở Mộc An Bình")
        register.enter("Sơn")
        assert len(counted(register)) == 4

    play(scene)


def test_when_the_kept_one_is_reversed_what_was_joined_goes_on(play: Play) -> None:
    def scene(register: Register) -> None:
        slip = register.hire_by_slip()
        second, _third = register.enter(), register.enter(started_on=START + DAY)
        register.revoke_slip(slip)
        assert [row.record for row in counted(register)] == [second]
        register.reverse(second)
        assert len(counted(register)) == 1

    play(scene)


def test_merged_files_join_their_placements_and_parted_ones_part_them(play: Play) -> None:
    def scene(register: Register) -> None:
        register.enter("Lan")
        register.enter("Hoa")
        register.merge("Hoa", "Lan")
        assert len(counted(register)) == 1
        register.part_files("Hoa", "Lan")
        assert len(counted(register)) == 2

    play(scene)


def test_staff_join_what_is_only_likely_never_two_persons_and_part_it_again(play: Play) -> None:
    def scene(register: Register) -> None:
        one, other = register.enter(), register.enter(started_on=START + 20 * DAY)
        stranger = register.enter("Sơn")
        with pytest.raises(Refused) as no:
            register.join(one, stranger)
        assert no.value.reason is PlacementReason.TWO_PERSONS
        for because, why in ((" ", PlacementReason.WITHOUT_WORDS), ("a" * 301, PlacementReason.TOO_LONG)):
            with pytest.raises(Refused) as wrong:
                register.join(one, other, because=because)
            assert wrong.value.reason is why
        assert register.join(one, other) == one
        assert len(counted(register)) == 2
        with pytest.raises(Conflict):
            register.join(one, other)

    play(scene)


def test_a_declaration_waits_until_it_is_taken_over_once(play: Play) -> None:
    def scene(register: Register) -> None:
        register.declare("Sơn", about="")
        own = register.take_over("Lan")
        left = declared_queries.waiting(register.db, register.ground.centres["Trà Vinh"])
        assert [one.about for one in left] == [""]
        assert own in {row.record for row in counted(register)}
        assert declared_queries.waiting(register.db, register.ground.centres["Bến Tre"]) == []

    play(scene)


WRONG: list[tuple[dict[str, Any], dict[str, Any], PlacementReason]] = [
    ({"employer_name": ""}, {}, PlacementReason.EMPLOYER_NEEDED),
    ({"job_title": " "}, {}, PlacementReason.JOB_NEEDED),
    ({"workplace": None}, {}, PlacementReason.WORKPLACE_NEEDED),
    ({"workplace": "84"}, {}, PlacementReason.PROVINCE),
    ({"started_on": START.replace(year=2004)}, {}, PlacementReason.BEFORE_BIRTH),
    ({"started_on": TODAY + 91 * DAY}, {}, PlacementReason.START_FAR),
    ({}, {"on_day": TODAY + DAY}, PlacementReason.FUTURE),
    ({}, {"level": EvidenceLevel.STARTED}, PlacementReason.PROOF_NEEDED),
    ({}, {"level": EvidenceLevel.STARTED, "source": EvidenceSource.PERSON}, PlacementReason.SOURCE_WEAK),
    ({}, {"level": EvidenceLevel.RETAINED}, PlacementReason.CHECK_NEEDED),
    ({}, {"level": EvidenceLevel.RETAINED, "milestone": "month_3", "on_day": TODAY}, PlacementReason.CHECK_EARLY),
]


@pytest.mark.parametrize(("told", "step", "reason"), WRONG)
def test_what_cannot_be_is_not_entered(
    play: Play, told: dict[str, Any], step: dict[str, Any], reason: PlacementReason
) -> None:
    def scene(register: Register) -> None:
        with pytest.raises(Refused) as no:
            register.enter(step=proof(**step), **told)
        assert no.value.reason is reason
        assert counted(register) == []

    play(scene)


def test_staff_of_centres_that_are_not_concerned_see_nothing(play: Play) -> None:
    def scene(register: Register) -> None:
        other: UUID = register.enter(workplace="92", brought=False)
        register.desk(other, "Ngân")  # Bến Tre is of the province where the person lives
        for centre in ("Bến Tre",):
            move(register, centre, "01")
        with pytest.raises(NotFound):
            register.desk(other, "Ngân")
        move(register, "Bến Tre", "92")
        register.desk(other, "Ngân")  # and now of the province of work

    play(scene)


def move(register: Register, centre: str, code: str) -> None:
    from sqlalchemy import update

    from exchange.centres.tables import Centre

    table: Any = Centre.__table__  # type: ignore[attr-defined]
    change = update(table).where(table.c.id == register.ground.centres[centre])
    register.db.execute(change.values(province_code=code))
