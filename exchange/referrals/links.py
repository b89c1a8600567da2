"""The secret in the address on a slip: made again whenever the slip is printed, and kept nowhere.

The database knows a digest of it. Whoever steals the database cannot answer for an employer; a slip that was lost is
printed again with the same address; a slip in wrong hands gets another.
"""

import base64
from datetime import datetime
from uuid import UUID

from exchange.accounts.tokens import token_hash
from exchange.kernel.db import Writing
from exchange.kernel.ids import new_id
from exchange.kernel.vault import Vault
from exchange.referrals.tables import ReferralId, ReferralLink


def secret_of(vault: Vault, link_id: UUID) -> str:
    """The secret of a link: 128 bits that only the operator's key makes, as 22 letters, digits, - and _."""
    return base64.urlsafe_b64encode(vault.blind(str(link_id), "referral link")).decode().rstrip("=")


def digest(secret: str) -> bytes:
    """What is kept of a secret."""
    return token_hash(secret)


def add_link(db: Writing, vault: Vault, referral_id: ReferralId, turn: int, by_account: UUID, *, now: datetime) -> None:
    """A slip gets an address; those before it open nothing any more."""
    own = new_id()
    hashed = digest(secret_of(vault, own))
    db.add(ReferralLink(id=own, referral_id=referral_id, turn=turn, secret_hash=hashed, by_account=by_account, at=now))
    db.flush()
