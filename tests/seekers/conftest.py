"""The fairground, and the desks from which files are kept."""

from collections.abc import Callable
from uuid import UUID

import pytest

from exchange.kernel.db import Reading, Store, Writing
from exchange.kernel.vault import Vault
from exchange.seekers import access, actions
from exchange.seekers.access import OwnDesk
from exchange.seekers.actions import SeekerGiven
from exchange.seekers.codes import Channel, Purpose, Sex
from tests.cast import EIGHT_O_CLOCK as NOW
from tests.cast import Ground, open_ground
from tests.fixtures.databases import IDENTITY_KEY

Desk = Callable[..., OwnDesk]


@pytest.fixture
def ground(store: Store) -> Ground:
    return store.write(open_ground)


@pytest.fixture(scope="session")
def vault() -> Vault:
    return Vault(IDENTITY_KEY)


@pytest.fixture
def desk_of(ground: Ground) -> Desk:
    """`desk_of(db, "Lan")` is Phúc's desk over Lan's file; `by=` names somebody else."""

    def desk(db: Reading, whose: str | UUID, by: str = "Phúc") -> OwnDesk:
        file = ground.seekers[whose] if isinstance(whose, str) else whose
        return access.own_desk(db, ground.viewer(by), file)

    return desk


@pytest.fixture
def newcomer(ground: Ground) -> Callable[..., UUID]:
    """Somebody registered at the counter of Trà Vinh (or of another centre)."""

    def register(db: Writing, name: str, centre: str = "Trà Vinh", **more: object) -> UUID:
        answers = {"name": name, "birth_year": 1990, "sex": Sex.FEMALE, "province": "86", "wish": "May"} | more
        by = access.OwnFile(ground.accounts["Phúc"], ground.seekers["Lan"]).by()  # type: ignore[arg-type]
        given = SeekerGiven.model_validate(answers)
        kept = ground.centres[centre]
        return actions.register_seeker(
            db, given, account_id=None, by=by, channel=Channel.COUNTER, centre_id=kept, now=NOW
        )

    return register


@pytest.fixture
def agree(ground: Ground) -> Callable[..., None]:
    """Somebody says yes (or no) to a purpose."""

    def say(db: Writing, whose: str | UUID, purpose: Purpose, *, given: bool = True) -> None:
        file = ground.seekers[whose] if isinstance(whose, str) else whose
        by = access.OwnFile(ground.accounts["Phúc"], ground.seekers["Lan"]).by()  # type: ignore[arg-type]
        actions.record_consents(db, file, {purpose: given}, channel=Channel.COUNTER, by=by, now=NOW)

    return say
