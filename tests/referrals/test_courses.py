"""Whatever happens to a slip, in whatever order: it is in the state that a plain retelling says."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchange.kernel.db import Store, Writing
from exchange.kernel.errors import Refused
from exchange.kernel.ids import new_id
from exchange.referrals import access, actions, facts
from exchange.referrals import answer_actions as answers
from exchange.referrals.codes import Answered, AnswerSource, ReferralState
from exchange.referrals.given import AnswerGiven, PresentationGiven
from tests.cast import open_ground
from tests.referrals.scene import NOW, TODAY, VAULT, Scene, declined, hired, no_show, slip_given

ANSWERS = {Answered.HIRED: hired, Answered.NOT_HIRED: declined, Answered.NO_SHOW: no_show}
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["present", "paper", "link", "revoke", "cancel", "renew"]),
        st.sampled_from(Answered),
        st.integers(0, 4),
    ),
    max_size=12,
)


@dataclass
class Retold:
    """The slip as a plain reader of the acts understands it."""

    presented: bool = False
    answered: Answered | None = None
    cancelled: bool = False

    def may(self, act: str, answer: Answered, day: int) -> bool:
        """Whether the act is possible now."""
        if act == "revoke":
            return self.answered is not None
        if act == "cancel":
            return self.answered is None
        if self.cancelled or (act != "renew" and self.answered):
            return False
        return not (act == "present" and self.presented) and not (
            act in ("paper", "link") and answer is Answered.NO_SHOW and day < 3
        )

    def do(self, act: str, answer: Answered) -> None:
        """The act happened."""
        match act:
            case "present":
                self.presented = True
            case "paper" | "link":
                self.answered = answer
            case "revoke":
                self.answered = None
            case "cancel":
                self.cancelled = True

    def state(self, day: int) -> ReferralState:
        if self.cancelled:
            return ReferralState.CANCELLED
        if self.answered:
            return ReferralState.ANSWERED
        if self.presented:
            return ReferralState.PRESENTED
        return ReferralState.EXPIRED if day > 3 else ReferralState.ISSUED


class UndoneError(Exception):
    """Ends an example: its transaction is undone."""


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_the_state_is_what_a_plain_retelling_says(store: Store, acts: list[tuple[str, Answered, int]]) -> None:
    def play(db: Writing) -> None:
        scene, retold, day = Scene(store, open_ground(db)), Retold(), 0
        own = actions.issue(db, scene.desk(db), slip_given(), vault=VAULT, client_key=new_id(), now=NOW)
        for act, answer, later in acts:
            day += later
            allowed = retold.may(act, answer, day)
            try:
                _act(db, scene, own, act, answer, day)
            except Refused:
                assert not allowed, (act, answer, day, retold)
            else:
                assert allowed, (act, answer, day, retold)
                retold.do(act, answer)
            slip = facts.one(db, own, TODAY + timedelta(days=day))
            assert slip.state is retold.state(day)
            assert (slip.answer.said.answer if slip.answer else None) is retold.answered
        raise UndoneError

    with suppress(UndoneError):
        store.write(play)


def _act(db: Writing, scene: Scene, own: facts.ReferralId, act: str, answer: Answered, day: int) -> None:
    now, desk = NOW + timedelta(days=day), scene.undoing(db, own)
    given: AnswerGiven = ANSWERS[answer]()
    match act:
        case "present":
            told = PresentationGiven(presented_on=TODAY + timedelta(days=day))
            actions.present(db, desk, told, request_id=None, now=now)
        case "paper":
            paper = given.model_copy(update={"source": AnswerSource.STUB})
            answers.record_answer(db, desk, paper, client_key=new_id(), now=now)
        case "link":
            seat = access.answer_seat(db, _secret(db, own))
            answers.answer_by_link(db, seat, given, client_key=new_id(), now=now)
        case "revoke":
            standing = facts.one(db, own, TODAY).answer
            seen = standing.id if standing else None
            answers.revoke_answer(db, desk, seen, "Nhầm", request_id=None, now=now)
        case "cancel":
            actions.cancel(db, desk, "Cấp nhầm", request_id=None, now=now)
        case "renew":
            actions.renew_link(db, desk, vault=VAULT, request_id=None, now=now)


def _secret(db: Writing, own: facts.ReferralId) -> str:
    from exchange.referrals import queries

    return queries.secret(db, own, vault=VAULT)
