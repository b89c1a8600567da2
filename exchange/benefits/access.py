"""Who may work on a claim: staff of the centre that keeps it and the person's file; and the person, on their own."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, select

from exchange.accounts.queries import Viewer
from exchange.benefits.tables import BenefitClaim, ClaimId
from exchange.journal.log import By
from exchange.kernel.columns import columns
from exchange.kernel.db import Reading
from exchange.kernel.errors import NotFound
from exchange.seekers.access import OwnDesk, own_desk, own_file
from exchange.seekers.codes import Channel
from exchange.seekers.persons import files_of
from exchange.seekers.tables import SeekerId

_c = columns(BenefitClaim)
_WHOSE = select(_c.seeker_id, _c.centre_id).where(_c.id == bindparam("claim"))


@dataclass(frozen=True)
class ClaimSeat:
    """May declare for this claim: `claim_desk` and `own_claim` are the only makers. `seeker_id`: the file kept."""

    account_id: UUID
    seeker_id: SeekerId
    claim_id: ClaimId

    def by(self, request_id: UUID | None = None) -> By:
        """The author of a journal entry."""
        return By(self.account_id, None, request_id)


@dataclass(frozen=True)
class ClaimDesk(ClaimSeat):
    """May do everything with this claim, for the person; `claim_desk` is the only maker."""

    centre_id: UUID
    file: OwnDesk

    def by(self, request_id: UUID | None = None) -> By:
        """The author of a journal entry: who did it, and for whom."""
        return By(self.account_id, self.seeker_id, request_id)


@dataclass(frozen=True)
class OwnClaim(ClaimSeat):
    """A person's own claim; `own_claim` is the only maker."""

    channel: Channel = Channel.ONLINE


def claim_desk(db: Reading, viewer: Viewer | None, claim_id: UUID) -> ClaimDesk:
    """The viewer's desk over a claim of their own centre. Raises NotFound for everybody else."""
    whose = db.execute(_WHOSE, {"claim": claim_id}).first()
    if viewer is None or whose is None:
        raise NotFound
    file = own_desk(db, viewer, whose.seeker_id)
    if whose.centre_id != file.centre_id:
        raise NotFound
    return ClaimDesk(file.account_id, file.seeker_id, ClaimId(claim_id), file.centre_id, file)


def own_claim(db: Reading, viewer: Viewer | None, claim_id: UUID) -> OwnClaim:
    """The viewer's own claim. Raises NotFound for everybody else's."""
    mine = own_file(db, viewer)
    whose = db.execute(_WHOSE, {"claim": claim_id}).first()
    if whose is None or whose.seeker_id not in files_of(db, mine.seeker_id):
        raise NotFound
    return OwnClaim(mine.account_id, mine.seeker_id, ClaimId(claim_id))
