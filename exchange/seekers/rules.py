"""What is asked of a seeker, and in which words consent was given."""

from datetime import date

from exchange.seekers.codes import Purpose, SeekerReason

CONSENT_VERSION = "2026-11"  # of the sentences in `Purpose`; a new wording is a new version
NEEDED = frozenset({Purpose.MATCHING, Purpose.EMPLOYERS})  # without these nobody can be called to a booth
YOUNGEST = 15  # labour code 2019, article 3: a worker is at least 15


def why_not_born(year: int, today: date) -> SeekerReason | None:
    """Whether a person born in `year` may register for work."""
    return None if 1920 <= year <= today.year - YOUNGEST else SeekerReason.BIRTH_YEAR


def why_not_consent(given: frozenset[Purpose]) -> SeekerReason | None:
    """Whether the consents suffice to take a ticket."""
    return None if given >= NEEDED else SeekerReason.CONSENT_NEEDED
