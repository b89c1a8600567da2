"""The forty people: registered alone or by a centre, each with a yes or no to every purpose."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from exchange.accounts.actions import account_for_phone
from exchange.demo.cast import manager
from exchange.demo.people import PEOPLE, phone_of
from exchange.demo.shapes import Person
from exchange.journal.log import By
from exchange.kernel.db import Writing
from exchange.seekers import actions
from exchange.seekers.actions import SeekerGiven
from exchange.seekers.codes import Channel, Purpose
from exchange.seekers.questions import ASKED


def register(db: Writing, numbers: Iterable[int], *, since: datetime, until: datetime) -> None:
    """The people at `numbers` of the list, spread evenly from `since` until `until`."""
    those = list(numbers)
    for rank, number in enumerate(those):
        _register(db, number, since + (until - since) * rank / len(those))


def _register(db: Writing, number: int, now: datetime) -> None:
    person, phone = PEOPLE[number], phone_of(number)
    account_id = account_for_phone(db, phone, person.name, now=now)
    staff = manager(db, person.office) if person.office else None
    channel = Channel.COUNTER if staff else Channel.ONLINE
    by = By(staff.account_id if staff else account_id)
    centre_id = staff.centre_id if staff else None
    given = _given(person, phone)
    seeker_id = actions.register_seeker(
        db, given, account_id=account_id, by=by, channel=channel, centre_id=centre_id, now=now
    )
    later = now + timedelta(minutes=2)
    actions.record_consents(db, seeker_id, _agreed(number), channel=channel, by=by, now=later)


def _given(person: Person, phone: str) -> SeekerGiven:
    return SeekerGiven(
        name=person.name,
        phone=phone,
        birth_year=person.born,
        sex=person.sex,
        province=person.province,
        commune=person.commune,
        wish=person.wish,
    )


def _agreed(number: int) -> dict[Purpose, bool]:
    """Everybody agrees to what a ticket needs; not everybody wants messages afterwards."""
    return {purpose: purpose is not Purpose.MESSAGES or number % 3 > 0 for purpose in ASKED}
