"""Claims for unemployment benefit: received, and decided."""

from typing import Any

from sqlalchemy import FromClause, Select, func, select

from exchange.benefits import standings
from exchange.benefits.codes import ClaimOrigin
from exchange.seekers.persons import merged_files
from exchange.tallies.codes import DateRule, ProvinceRule, RecordKind
from exchange.tallies.sources.source import FIRST, LAST, Ask, Source, here


def standing(ask: Ask) -> FromClause:
    """The claims that stand, as `benefits.standings` names what they say."""
    return (standings.told(as_of=True) if ask.as_of else standings.kept()).subquery("standing_claims")


def _claims(day: str, ask: Ask, *more: str) -> Select[Any]:
    """Whose `day` is in the period; what moved in was received and decided elsewhere."""
    claim, files = standing(ask).c, merged_files(as_of=ask.as_of).alias("files_of_claims")
    told = select(
        *(claim.claim_id.label("record"), func.coalesce(files.c.person_id, claim.seeker_id).label("person")),
        *(claim.centre_id.label("centre"), claim[day].label("on_day"), claim.origin),
        *(claim[name] for name in more),
    )
    rules = [claim.origin != ClaimOrigin.MOVED_IN, claim[day].between(FIRST, LAST), *here(claim.centre_id, ask)]
    return told.outerjoin(files, files.c.seeker_id == claim.seeker_id).where(*rules)


def _received(ask: Ask) -> Select[Any]:
    return _claims("received_on", ask)


def _decided(ask: Ask) -> Select[Any]:
    """On the day of the first decision; `verdict` as corrected: the newest word that does not cancel."""
    return _claims("decided_on", ask, "verdict")


RECEIVED = Source("claims_received", RecordKind.CLAIM, DateRule.RECEIPT, ProvinceRule.CENTRE, _received)
DECIDED = Source("claims_decided", RecordKind.CLAIM, DateRule.DECISION, ProvinceRule.CENTRE, _decided)
