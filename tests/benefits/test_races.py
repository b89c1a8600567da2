"""Two at once: one act is done, numbers stay apart."""

from concurrent.futures import ThreadPoolExecutor

from exchange.benefits.codes import EndGround, EventKind
from exchange.benefits.tables import BenefitClaim, BenefitEvent
from exchange.kernel.errors import Refused
from tests.benefits.scene import Scene


def test_two_who_end_one_benefit_at_once_end_it_once(scene: Scene) -> None:
    claim = scene.granted()

    def end(who: str) -> bool:
        try:
            scene.happen(claim, EventKind.ENDED, who, ground=EndGround.HAS_JOB)
        except Refused:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(end, ["Phúc", "Hạnh"]))

    assert sorted(done) == [False, True]
    assert scene.rows(BenefitEvent) == 1


def test_two_claims_at_once_get_two_numbers(scene: Scene) -> None:
    with ThreadPoolExecutor(2) as pool:
        claims = list(pool.map(scene.receive, ["Lan", "Sơn"], ["Phúc", "Hạnh"]))

    assert {scene.claim(claim).number for claim in claims} == {1, 2}
    assert scene.rows(BenefitClaim) == 2
