"""Registering somebody at the counter or on the telephone: the file, the number, the consents, in one transaction."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from exchange.centres.access import StaffDesk
from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.db import Reading, Writing
from exchange.kernel.vault import Vault
from exchange.seekers import actions
from exchange.seekers.actions import SeekerGiven
from exchange.seekers.codes import Channel, NumberKind, Purpose
from exchange.seekers.number_actions import keep_number
from exchange.seekers.questions import ASKED
from exchange.seekers.tables import SeekerId


@dataclass(frozen=True)
class NewcomerGiven:
    """What somebody said: the six answers, the citizen's number if they gave it, the purposes they agreed to."""

    answers: SeekerGiven
    number: str
    agreed: frozenset[Purpose]
    channel: Channel


def made_before(db: Reading, desk: StaffDesk, request_id: UUID | None) -> SeekerId | None:
    """The file that the same form made when it was sent before."""
    _, made = log.sent(db, log.By(desk.account_id, None, request_id), Kind.SEEKER_REGISTERED)
    return SeekerId(made) if made else None


def register_newcomer(
    db: Writing, desk: StaffDesk, given: NewcomerGiven, *, vault: Vault, request_id: UUID | None, now: datetime
) -> SeekerId:
    """A new file kept by the desk's centre; the same form twice is one file.

    Raises Refused for an impossible year of birth or number.
    """
    by, made = log.sent(db, log.By(desk.account_id, None, request_id), Kind.SEEKER_REGISTERED)
    if made:
        return SeekerId(made)
    file = actions.register_seeker(
        db, given.answers, account_id=None, by=by, channel=given.channel, centre_id=desk.centre_id, now=now
    )
    for_them = log.By(desk.account_id, file)
    if given.number:
        keep_number(db, file, NumberKind.CITIZEN_ID, given.number, vault=vault, by=for_them, now=now)
    words = {purpose: purpose in given.agreed for purpose in ASKED}
    actions.record_consents(db, file, words, channel=given.channel, by=for_them, now=now)
    return file
