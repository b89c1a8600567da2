"""Two at once: numbers stay apart and without a gap, an employer answers once."""

from concurrent.futures import ThreadPoolExecutor

from exchange.kernel.errors import Refused
from exchange.referrals.codes import Answered
from exchange.referrals.given import AnswerGiven
from tests.referrals.scene import Scene, declined, hired


def test_slips_issued_at_once_get_numbers_without_a_gap(scene: Scene) -> None:
    with ThreadPoolExecutor(4) as pool:
        slips = list(pool.map(lambda who: scene.issue(who), ["Lan", "Sơn", "Hoa", "Tư"]))

    assert {scene.slip(own).label for own in slips} == {f"86-2026-{n:06d}" for n in range(1, 5)}


def test_two_answers_at_once_are_one_answer(scene: Scene) -> None:
    own = scene.issue()

    def answer(given: AnswerGiven) -> bool:
        try:
            scene.answer(own, given)
        except Refused:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(answer, [hired(), declined()]))

    standing = scene.slip(own).answer
    assert sorted(done) == [False, True]
    assert standing is not None
    assert standing.said.answer is (Answered.HIRED if done[0] else Answered.NOT_HIRED)
