"""Who is at a fair of the demo already, and who is left to whoever tries it."""

from exchange.demo.cast import address
from exchange.demo.people import PEOPLE, phone_of

# Who sits at the booth of each firm (by the firm's mail); where nobody does, people wait in vain, and staff see it.
SITTING = {
    "may": ("may", "may2"),
    "thuysan": ("thuysan",),
    "giay": ("giay",),
    "xaydung": ("tuvan.travinh",),
    "dua": ("dua",),
    "vuon": ("tuvan.bentre",),
    "dientu": ("dientu",),
    "cokhi": ("cokhi",),
    "khovan": ("khovan",),
    "quancom": (),
    "sieuthi": ("sieuthi2",),
    "baove": ("baove",),
}
_SITTERS = frozenset(address(mail) for mails in SITTING.values() for mail in mails)
_PHONES = {phone_of(number): number for number in range(len(PEOPLE))}


def comes_by_itself(number: int) -> bool:
    """Whether the person at `number` of the list is at the fair already; every fourth is left to who tries the demo."""
    return number % 4 != 3


def plays_itself(reached: str) -> bool:
    """Whether a robot plays whoever has this address or telephone: those who come, and those who sit, by themselves."""
    if reached in _PHONES:
        return comes_by_itself(_PHONES[reached])
    return reached in _SITTERS
