"""What is entered in each part of the vacancy form (form 03a). Pure: what is wrong is told field by field."""

from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from exchange.employers.rules import is_email
from exchange.kernel.errors import Refused
from exchange.kernel.text import PhoneError, phone, squeeze, squeeze_lines
from exchange.reference import occupations, provinces
from exchange.reference.codes import Qualification
from exchange.vacancies import rules
from exchange.vacancies.codes import (
    Benefit,
    Contract,
    Currency,
    Education,
    Experience,
    Part,
    Position,
    Priority,
    VacancyReason,
    WageKind,
    WagePer,
    WorkForm,
)


class Given(BaseModel):
    """One part. Every field has a default, so that what can be read is judged although another field cannot."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)
    part: ClassVar[Part]

    def faults(self, today: date) -> Iterator[Refused]:
        """What is wrong, field by field, all of it."""
        raise NotImplementedError

    def row(self) -> dict[str, Any]:
        """The columns of the part, once nothing is wrong."""
        raise NotImplementedError

    def kept(self, today: date) -> dict[str, Any]:
        """What goes into the vacancy's columns. Raises Refused for the first field that is wrong."""
        for no in self.faults(today):
            raise no
        return self.row()


class WorkGiven(Given):
    """The work itself; the occupation is one of level 4 of the official list."""

    part = Part.WORK
    title: str = Field(default="", max_length=200)
    openings: int = 1
    occupation_code: str = Field(default="", max_length=4)
    position: Position = Position.STAFF
    description: str = Field(default="", max_length=8000)

    def faults(self, today: date) -> Iterator[Refused]:
        """Title, openings, occupation, description."""
        if len(squeeze(self.title)) < 3:
            yield Refused(VacancyReason.TITLE_MISSING, "title")
        if reason := rules.why_not_openings(self.openings):
            yield Refused(reason, "openings")
        if len(self.occupation_code) != 4 or occupations.get(self.occupation_code) is None:
            yield Refused(VacancyReason.OCCUPATION_UNKNOWN, "occupation_code")
        if len(squeeze_lines(self.description)) < rules.SHORTEST_DESCRIPTION:
            yield Refused(VacancyReason.DESCRIPTION_SHORT, "description")

    def row(self) -> dict[str, Any]:
        """Title, openings, occupation, position, description."""
        said = {"title": squeeze(self.title), "description": squeeze_lines(self.description)}
        return self.model_dump() | said


class WageGiven(Given):
    """The wage in whole đồng or dollars."""

    part = Part.WAGE
    wage_kind: WageKind = WageKind.NOT_STATED
    wage_low: int | None = None
    wage_high: int | None = None
    wage_per: WagePer = WagePer.MONTH
    currency: Currency = Currency.VND

    def faults(self, today: date) -> Iterator[Refused]:
        """Which kind, and whether the amounts can be meant."""
        wage = rules.Wage(self.wage_kind, self.wage_low, self.wage_high, self.wage_per, self.currency)
        if self.wage_kind is WageKind.NOT_STATED:
            yield Refused(VacancyReason.WAGE_MISSING, "wage_kind")
        if reason := rules.why_not_wage(wage):
            yield Refused(reason, "wage_high" if reason is VacancyReason.WAGE_ORDER else "wage_low")

    def row(self) -> dict[str, Any]:
        """The five columns of a wage; amounts left over from another choice are dropped."""
        if self.wage_kind is WageKind.STATED:
            return self.model_dump()
        return {"wage_kind": self.wage_kind, "wage_low": None, "wage_high": None}


class NeedsGiven(Given):
    """What is asked of the person."""

    part = Part.NEEDS
    education: Education | None = None
    qualification: Qualification | None = None
    experience: Experience | None = None
    requirements: str = Field(default="", max_length=4000)

    def faults(self, today: date) -> Iterator[Refused]:
        """Each level is named."""
        for field in ("education", "qualification", "experience"):
            if getattr(self, field) is None:
                yield Refused(VacancyReason.NEEDS_MISSING, field)

    def row(self) -> dict[str, Any]:
        """Three levels and the rest in words."""
        return self.model_dump() | {"requirements": squeeze_lines(self.requirements)}


class PlacesGiven(Given):
    """Where the work is: provinces of today in the employer's order, each with the rest of the address."""

    part = Part.PLACES
    places: tuple[tuple[str, str], ...] = ()
    overseas: bool = False

    def faults(self, today: date) -> Iterator[Refused]:
        """At least one place, and provinces there are."""
        if not self.places and not self.overseas:
            yield Refused(VacancyReason.PLACE_MISSING, "province_1")
        for number, (code, _) in enumerate(self.places, start=1):
            if provinces.get(code, today) is None:
                yield Refused(VacancyReason.PLACE_UNKNOWN, f"province_{number}")

    def row(self) -> dict[str, Any]:
        """Only whether it is abroad; the places are rows of their own."""
        return {"overseas": self.overseas}

    def rows(self) -> Iterator[dict[str, Any]]:
        """The places, each province once."""
        once = {code: squeeze(address)[:200] for code, address in reversed(self.places)}
        order = list(dict.fromkeys(code for code, _ in self.places))
        for rank, code in enumerate(order):
            yield {"province_code": code, "rank": rank, "address": once[code]}


class TermsGiven(Given):
    """Contract, form of work, benefits, and whom the employer wishes to favour."""

    part = Part.TERMS
    contract: Contract = Contract.NOT_STATED
    work_form: WorkForm = WorkForm.FULL_TIME
    shifts: bool = False
    benefits: tuple[Benefit, ...] = ()
    priorities: tuple[Priority, ...] = ()

    def faults(self, today: date) -> Iterator[Refused]:
        """A contract is chosen."""
        if self.contract is Contract.NOT_STATED:
            yield Refused(VacancyReason.CONTRACT_MISSING, "contract")

    def row(self) -> dict[str, Any]:
        """The columns; each benefit and group once, in the order of the form."""
        row = {"contract": self.contract, "work_form": self.work_form, "shifts": self.shifts}
        benefits = [benefit.value for benefit in Benefit if benefit in self.benefits]
        return row | {"benefits": benefits, "priorities": [p.value for p in Priority if p in self.priorities]}


class ContactGiven(Given):
    """Whom the centre asks, and until when. The public is not shown the contact."""

    part = Part.CONTACT
    contact_name: str = Field(default="", max_length=120)
    contact_phone: str = Field(default="", max_length=30)
    contact_email: str = Field(default="", max_length=254)
    expires_on: date | None = None

    def faults(self, today: date) -> Iterator[Refused]:
        """Who, how to reach them, and until when."""
        if not squeeze(self.contact_name):
            yield Refused(VacancyReason.CONTACT_MISSING, "contact_name")
        if not self.contact_phone and not self.contact_email:
            yield Refused(VacancyReason.CONTACT_UNREACHABLE, "contact_phone")
        if self._phone() is None:
            yield Refused(VacancyReason.PHONE_WRONG, "contact_phone")
        if self.contact_email and not is_email(self.contact_email):
            yield Refused(VacancyReason.EMAIL_WRONG, "contact_email")
        if self.expires_on is None:
            yield Refused(VacancyReason.EXPIRY_MISSING, "expires_on")
        elif reason := rules.why_not_expiry(self.expires_on, today):
            yield Refused(reason, "expires_on")

    def row(self) -> dict[str, Any]:
        """The columns; the telephone as E.164."""
        reached = {"contact_phone": self._phone(), "contact_email": self.contact_email.lower()}
        return reached | {"contact_name": squeeze(self.contact_name), "expires_on": self.expires_on}

    def _phone(self) -> str | None:
        """The number, "" for none, None for what is no number."""
        try:
            return phone(self.contact_phone) if self.contact_phone else ""
        except PhoneError:
            return None


def openings_faults(openings: int, expires_on: date | None, today: date) -> Iterator[Refused]:
    """What is wrong with the two things of a published vacancy that may be changed."""
    if reason := rules.why_not_openings(openings):
        yield Refused(reason, "openings")
    if expires_on is None:
        yield Refused(VacancyReason.EXPIRY_MISSING, "expires_on")
    elif reason := rules.why_not_expiry(expires_on, today):
        yield Refused(reason, "expires_on")
