"""Which step is next and whose it is; samples that can be drawn again; ids that come out as they went in."""

import pytest

from exchange.centres.codes import Role
from exchange.closings import packing, rules
from exchange.closings.codes import Act, ClosingReason
from exchange.closings.rules import Moved, Stand
from exchange.kernel.ids import new_id

ME, OTHER = new_id(), new_id()
NOT_NEXT = ClosingReason.NOT_NEXT


@pytest.mark.parametrize(
    ("last", "act", "role", "expected"),
    [
        (None, Act.PREPARED, Role.COUNSELLOR, None),
        (None, Act.CHECKED, Role.DIRECTOR, NOT_NEXT),
        (Act.PREPARED, Act.PREPARED, Role.COUNSELLOR, NOT_NEXT),
        (Act.PREPARED, Act.APPROVED, Role.DIRECTOR, NOT_NEXT),
        (Act.PREPARED, Act.CHECKED, Role.COUNSELLOR, ClosingReason.LEAD),
        (Act.PREPARED, Act.CHECKED, Role.MANAGER, None),
        (Act.PREPARED, Act.RETURNED, Role.COUNSELLOR, ClosingReason.LEAD),
        (Act.CHECKED, Act.APPROVED, Role.MANAGER, ClosingReason.DIRECTOR),
        (Act.CHECKED, Act.APPROVED, Role.DIRECTOR, None),
        (Act.CHECKED, Act.RETURNED, Role.MANAGER, None),
        (Act.APPROVED, Act.RETURNED, Role.MANAGER, ClosingReason.DIRECTOR),
        (Act.APPROVED, Act.RETURNED, Role.DIRECTOR, None),
        (Act.APPROVED, Act.APPROVED, Role.DIRECTOR, ClosingReason.UNCHANGED),
        (Act.RETURNED, Act.PREPARED, Role.COUNSELLOR, None),
        (Act.RETURNED, Act.CHECKED, Role.DIRECTOR, NOT_NEXT),
    ],
)
def test_a_part_goes_from_hand_to_hand(last: Act | None, act: Act, role: Role, expected: ClosingReason | None) -> None:
    assert rules.why_no_step(Stand(last, OTHER), act, ME, role) is expected


def test_whoever_prepared_does_not_approve_and_what_moved_is_approved_again() -> None:
    assert rules.why_no_step(Stand(Act.CHECKED, ME), Act.APPROVED, ME, Role.DIRECTOR) is ClosingReason.OWN_WORK
    assert rules.why_no_step(Stand(Act.APPROVED, OTHER, moved=True), Act.APPROVED, ME, Role.DIRECTOR) is None


def test_what_moved_is_named_with_both_figures() -> None:
    assert rules.moved({"visits": 3, "persons": 2}, {"visits": 4, "persons": 2, "houses": None}) == [
        Moved("visits", 3, 4)
    ]


@pytest.mark.parametrize(("many", "size"), [(0, 0), (1, 1), (19, 19), (20, 20), (400, 20), (401, 21), (46_500, 2_325)])
def test_a_sample_is_five_percent_and_at_least_twenty(many: int, size: int) -> None:
    assert rules.sample_size(many) == size


def test_the_same_seed_draws_the_same_records_whatever_their_order() -> None:
    ids = [new_id() for _ in range(100)]

    drawn = rules.drawn(ids, "a seed", 20)

    assert rules.drawn(ids[::-1], "a seed", 20) == drawn
    assert set(rules.drawn(ids, "another", 20)) != set(drawn)
    assert len(set(drawn)) == 20
    assert set(drawn) <= set(ids)


@pytest.mark.parametrize(("confirmed", "wrong", "rate"), [(0, 0, None), (20, 0, "0,00%"), (2, 1, "33,33%")])
def test_the_error_rate_is_of_those_who_answered(confirmed: int, wrong: int, rate: str | None) -> None:
    found = rules.error_rate(confirmed, wrong)

    assert (found and found.text) == rate


@pytest.mark.parametrize("many", [0, 1, 7, 8, 999, 1000, 1001, 2500])
def test_ids_and_places_come_out_as_they_went_in(many: int) -> None:
    ids = [new_id() for _ in range(many)]
    chosen = list(range(0, many, 3))

    kept = [data for _, data in packing.chunks([one.bytes for one in ids])]

    assert [one for data in kept for one in packing.unpacked(data)] == ids
    assert all(len(data) <= 16_000 for data in kept)
    assert packing.places(packing.places_kept(chosen, many)) == chosen
