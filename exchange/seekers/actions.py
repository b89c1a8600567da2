"""Registering persons and recording their consents."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select

from exchange.journal import log
from exchange.journal.kinds import Kind
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Writing
from exchange.kernel.errors import Refused
from exchange.kernel.given import Tidy
from exchange.kernel.text import fold
from exchange.seekers import index, rules
from exchange.seekers.codes import Channel, Purpose, Sex
from exchange.seekers.tables import Consent, Seeker, SeekerId


class SeekerGiven(BaseModel):
    """The six answers. `phone` in E.164 form; None for a person without one, registered by staff."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    name: Annotated[str, Field(min_length=2, max_length=120), Tidy]
    phone: str | None = Field(default=None, pattern=r"^\+\d{8,15}$")
    birth_year: int = Field(ge=1900, le=2100)
    sex: Sex
    province: str = Field(pattern=r"^\d\d$")
    commune: Annotated[str, Field(default="", max_length=80), Tidy] = ""
    wish: Annotated[str, Field(min_length=2, max_length=200), Tidy]


def register_seeker(
    db: Writing,
    given: SeekerGiven,
    *,
    account_id: UUID | None,
    by: log.By,
    channel: Channel,
    centre_id: UUID | None,
    now: datetime,
) -> SeekerId:
    """A new file, or the one this account has already. Raises Refused for an impossible year of birth."""
    if reason := rules.why_not_born(given.birth_year, local_day(now)):
        raise Refused(reason, "birth_year")
    own = columns(Seeker)
    if account_id and (held := db.scalar(select(own.id).where(own.account_id == account_id))):
        return SeekerId(held)
    if made := log.result_of(db, by):
        return SeekerId(made)
    seeker = _new_file(given, account_id, centre_id, channel, by, now)
    db.add(seeker)
    index.refresh(db, seeker.id)
    log.record(db, Kind.SEEKER_REGISTERED, log.About(seeker.id, seeker_id=seeker.id), by=by, at=now)
    return seeker.id


def _new_file(
    given: SeekerGiven, account_id: UUID | None, centre_id: UUID | None, channel: Channel, by: log.By, now: datetime
) -> Seeker:
    return Seeker(
        account_id=account_id,
        centre_id=centre_id,
        full_name=given.name,
        name_fold=fold(given.name),
        phone=given.phone,
        birth_year=given.birth_year,
        sex=given.sex,
        province_code=given.province,
        commune=given.commune,
        work_wanted=given.wish,
        channel=channel,
        created_at=now,
        created_by=by.account_id,
    )


def record_consents(
    db: Writing,
    seeker_id: UUID,
    answers: dict[Purpose, bool],
    *,
    channel: Channel,
    by: log.By,
    now: datetime,
) -> None:
    """Write down yes and no for each purpose; nothing earlier changes."""
    for purpose, given in answers.items():
        db.add(
            Consent(
                seeker_id=SeekerId(seeker_id),
                purpose=purpose,
                given=given,
                text_version=rules.CONSENT_VERSION,
                channel=channel,
                recorded_by=by.account_id,
                at=now,
            )
        )
    about = log.About(seeker_id, seeker_id=seeker_id, facts={p.value: given for p, given in answers.items()})
    log.record(db, Kind.CONSENT_RECORDED, about, by=log.By(by.account_id, by.on_behalf_of), at=now)
