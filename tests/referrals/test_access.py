"""Who sees which field of a slip: role by centre, deny by default."""

from contextlib import suppress

import msgspec
import pytest

from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.referrals import access, queries
from tests.counselling.scene import employ
from tests.referrals.scene import TODAY, Scene, hired

# What stands on the paper, and what was answered: all that the holder of the address sees.
PAPER = {"label", "name", "birth_year", "employer", "position", "issued_on", "valid_until", "presented_on", "answer"}
# What only the person and the centre see, and what only the centre sees.
OWN = PAPER | {"id", "centre_id", "address", "sex", "phone", "person_id", "state", "presented_source", "issuer"}
OWN |= {"issued_by", "vacancy_id", "consultation_id", "cancelled_at", "cancelled_because"}
CENTRE = OWN | {"answers", "followed"}
# Who, what they see, and whether they may undo.
MATRIX = {
    "Phúc": (CENTRE, True),  # issued it
    "Hạnh": (CENTRE, True),  # leads the centre
    "Khánh": (CENTRE, False),  # counsels there
    "Ngân": (set(), False),  # counsels at another centre
    "Dung": (set(), False),  # recruits
    "Lan": (OWN, False),  # is sent
    "Sơn": (set(), False),  # somebody else
    "": (set(), False),  # a stranger
}


def fields(view: msgspec.Struct | None) -> set[str]:
    return set(view.__struct_fields__) if view else set()


def seen(db: Reading, scene: Scene, who: str, own: object) -> set[str]:
    """The names of all fields that somebody gets to see, by every door there is."""
    viewer, found = scene.ground.viewer(who) if who else None, set[str]()
    with suppress(NotFound):
        desk = access.referral_desk(db, viewer, own)  # type: ignore[arg-type]
        whole = queries.whole(db, desk, today=TODAY)
        found |= fields(whole) - {"slip"} | fields(whole.slip)
    with suppress(NotFound):
        found |= fields(queries.slip(db, access.own_referral(db, viewer, own), today=TODAY))  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize("who", MATRIX)
def test_a_slip_is_seen_and_undone_by_whom_it_concerns(who: str, scene: Scene) -> None:
    employ(scene, "Khánh", "Trà Vinh")
    own = scene.issue()
    viewer = scene.ground.viewer(who) if who else None

    def may_undo(db: Reading) -> bool:
        try:
            return access.undoing_desk(db, viewer, own).may_undo
        except NotFound:
            return False

    shown = scene.store.read(lambda db: seen(db, scene, who, own))

    assert (shown, scene.store.read(may_undo)) == MATRIX[who]


@pytest.mark.parametrize("answered", [False, True])
def test_an_employer_sees_what_the_paper_says_and_no_more(answered: bool, scene: Scene) -> None:
    own = scene.issue()
    if answered:
        scene.answer(own, hired())
    secret = scene.secret(own)

    shown = scene.store.read(lambda db: queries.asked_slip(db, access.answer_seat(db, secret), today=TODAY))

    assert fields(shown) == PAPER
    assert "+84" not in str(msgspec.to_builtins(shown))
    assert (shown.answer is not None) == answered


def test_a_slip_of_another_centre_is_not_among_a_persons(scene: Scene) -> None:
    scene.issue(by="Ngân")
    own = scene.issue()

    found = scene.store.write(lambda db: queries.slips_of(db, scene.desk(db), today=TODAY))

    assert [one.id for one in found] == [own]
