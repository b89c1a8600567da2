"""The online fair of the half-year: Trà Vinh with Bến Tre, Bình Dương and Cần Thơ, played through like any other."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from exchange.accounts.actions import account_for_phone
from exchange.centres.codes import Role
from exchange.demo import founding, hosting, publishing, story
from exchange.demo.cast import HOST, as_viewer, manager
from exchange.demo.firms import FIRMS
from exchange.demo.offices import OFFICES
from exchange.demo.play import Visitor
from exchange.demo.roles import SITTING
from exchange.demo.shapes import Clerk, Firm, Job, Office
from exchange.demo.story import Guest
from exchange.example import names
from exchange.example.visits import COUNSELLORS
from exchange.journal.log import By
from exchange.kernel.clock import local_day
from exchange.kernel.db import Writing
from exchange.seekers import actions as seekers
from exchange.seekers.actions import SeekerGiven
from exchange.seekers.codes import Channel, Sex
from exchange.seekers.questions import ASKED

OPENED: Final = datetime(2019, 12, 2, 1, tzinfo=UTC)
OPENS: Final = datetime(2021, 4, 22, 0, 30, tzinfo=UTC)  # half past seven of a Thursday in Viet Nam
_VISITORS: Final = {"travinh": 24, "bentre": 9, "binhduong": 8, "cantho": 7}
_SEATS: Final = {firm.name: SITTING[firm.mail] or (firm.mail,) for firm in FIRMS}  # everybody came
_CODES: Final = {office.key: office.code for office in OFFICES}
_WISHES: Final = ("Công nhân may", "Công nhân điện tử", "Lái xe tải", "Bán hàng", "Bảo vệ", "Công nhân kho", "Phụ bếp")
# The provinces that took the four over in 2025, in which the demo's vacancies lie; Vĩnh Long's code by the firm's own.
_BEFORE: Final = {"79": "74", "92": "92"}


def found(db: Writing, password_hash: str) -> None:
    """The four centres with their staff, and the twelve employers."""
    founding.found(db, password_hash, offices=tuple(_offices()), firms=_firms(), at=OPENED)


def counsellor_mail(number: int) -> str:
    """The address of a counsellor at the host centre, without the domain."""
    return f"tuvan{number + 1}.{HOST.key}"


def hold(db: Writing) -> UUID:
    """Plan the fair, publish the vacancies, register people of four provinces, and play the day."""
    publishing.publish_all(db, _firms(), since=OPENS - timedelta(days=20), today=local_day(OPENS))
    fair_id = hosting.plan(db, OPENS, now=OPENS - timedelta(days=12))
    story.past_day(db, fair_id, list(_guests(db)), OPENS, _SEATS)
    return fair_id


def _offices() -> Iterator[Office]:
    chance = Random("counsellors")  # noqa: S311 - a story, not a secret
    more = tuple(
        Clerk(names.name(chance, chance.choice((Sex.FEMALE, Sex.MALE))), counsellor_mail(number), Role.COUNSELLOR)
        for number in range(COUNSELLORS)
    )
    for office in OFFICES:
        yield replace(office, clerks=office.clerks + more) if office.host else office


def _firms() -> tuple[Firm, ...]:
    return tuple(_as_of_2021(firm) for firm in FIRMS)


def _as_of_2021(firm: Firm) -> Firm:
    own = _CODES[firm.office]
    return replace(firm, place=_then(firm.place, own), jobs=tuple(_job(job, own) for job in firm.jobs))


def _job(job: Job, own: str) -> Job:
    return replace(job, places=tuple(_then(place, own) for place in job.places))


def _then(place: tuple[str, str], own: str) -> tuple[str, str]:
    code, address = place
    southern = own if own in (_CODES["travinh"], _CODES["bentre"]) else _CODES["travinh"]
    return _BEFORE.get(code, southern), address


def _guests(db: Writing) -> Iterator[Guest]:
    chance = Random("guests")  # noqa: S311
    number = 0
    for office, count in _VISITORS.items():
        for _ in range(count):
            when = OPENS - timedelta(hours=chance.randint(14, 130))
            yield _guest(db, office, number, chance, when)
            number += 1


def _guest(db: Writing, office: str, number: int, chance: Random, when: datetime) -> Guest:
    """Somebody who registers at a centre's counter for the fair, with a file and a login."""
    sex, wish = chance.choice((Sex.FEMALE, Sex.MALE)), chance.choice(_WISHES)
    name, phone = names.name(chance, sex), f"+84900009{number:03d}"
    account_id = account_for_phone(db, phone, name, now=when)
    staff = manager(db, office)
    by = By(staff.account_id)
    born = OPENS.year - chance.randint(19, 45)
    given = SeekerGiven(name=name, phone=phone, birth_year=born, sex=sex, province=_CODES[office], wish=wish)
    file = seekers.register_seeker(
        db, given, account_id=account_id, by=by, channel=Channel.COUNTER, centre_id=staff.centre_id, now=when
    )
    agreed = dict.fromkeys(ASKED, True)
    seekers.record_consents(db, file, agreed, channel=Channel.COUNTER, by=by, now=when + timedelta(minutes=2))
    return Guest(Visitor(as_viewer(account_id), file, (), Channel.COUNTER), wish)
