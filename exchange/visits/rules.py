"""What a visit is."""

from datetime import date
from typing import NamedTuple
from uuid import UUID


class VisitKey(NamedTuple):
    """A visit (lượt): one person at one centre on one local day, however often and about however much they spoke.

    Also whoever is on the list of a group talk came; a consultation and a talk on one day are one visit. Heads that
    were only declared are nobody's visit (`heads_queries`). A person is whoever stands behind all their files. The
    kind of client is that of what was written down first that day, so that the kinds add up to the whole; the topics
    are those of all that was spoken, so they may add up to more.
    `queries` counts this in the database; nothing else says what a visit is.
    """

    person_id: UUID
    centre_id: UUID
    on_day: date
