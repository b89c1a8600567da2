"""People as they come: each made once, with a number of their own."""

from datetime import date, timedelta
from random import Random
from typing import Final

from exchange.example import names
from exchange.example.places import PLACES, WEIGHTS
from exchange.example.shapes import Person
from exchange.seekers.codes import Channel, Sex

_WISHES: Final = (
    *("Công nhân may", "Công nhân chế biến thủy sản", "Công nhân giày da", "Lao động phổ thông") * 3,
    *("Bán hàng", "Bảo vệ", "Phục vụ bàn", "Công nhân điện tử", "Công nhân kho", "Lái xe tải") * 2,
    *("Kế toán", "Nhân viên văn phòng", "Thợ hàn", "Thợ điện", "Phụ bếp", "Tạp vụ", "Giúp việc nhà", "Thợ xây"),
)
_HAS_PHONE, _HAS_ID = 0.9, 0.93
_CHANNELS: Final = (*(Channel.COUNTER,) * 8, Channel.PHONE, Channel.ONLINE)
_ID_PROVINCE = "084"  # Trà Vinh's in numbers of identity cards


class People:
    """Everybody so far."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self.all: list[Person] = []

    def comes(self, since: date, *, oldest: int = 55, youngest: int = 18) -> Person:
        """Somebody nobody has seen before, for the first time on a day."""
        sex = self._chance.choice((Sex.FEMALE, Sex.FEMALE, Sex.FEMALE, Sex.MALE, Sex.MALE))
        years = self._chance.triangular(youngest, oldest, 27)
        return self._add(sex, since, since - timedelta(days=int(years * 365.25) + 1))

    def soldier(self, since: date, place: int) -> Person:
        """A young man who has served and lives in a place."""
        born = date(1998, 1, 1) + timedelta(days=self._chance.randrange(4 * 365))
        return self._add(Sex.MALE, since, born, place)

    def twice(self, known: Person, since: date) -> Person:
        """A second file of somebody: no number of a paper was asked for, so nobody noticed."""
        again = Person(
            len(self.all), known.name, known.sex, known.born, known.phone, None, known.place, known.commune,
            known.wish, Channel.PHONE, since,
        )  # fmt: skip
        self.all.append(again)
        return again

    def _add(self, sex: Sex, since: date, born: date, place: int | None = None) -> Person:
        chance, number = self._chance, len(self.all)
        at = chance.choices(range(len(PLACES)), WEIGHTS)[0] if place is None else place
        person = Person(
            number,
            names.name(chance, sex),
            sex,
            born,
            _phone(number) if chance.random() < _HAS_PHONE else None,
            _citizen_id(number, sex, born) if chance.random() < _HAS_ID else None,
            at,
            chance.choice(PLACES[at].communes),
            chance.choice(_WISHES),
            chance.choice(_CHANNELS),
            since,
        )
        self.all.append(person)
        return person


def _phone(number: int) -> str:
    """From a block nobody has been given: 0900 010 000 and on."""
    return f"+849000{10_000 + number:05d}"


def _citizen_id(number: int, sex: Sex, born: date) -> str:
    """Twelve digits: province, sex and century, year, and a serial number far beyond those in use."""
    mark = (2 if born.year >= 2000 else 0) + (1 if sex is Sex.FEMALE else 0)
    return f"{_ID_PROVINCE}{mark}{born.year % 100:02d}{900_000 + number:06d}"
