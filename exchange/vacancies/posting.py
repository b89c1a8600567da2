"""A vacancy as search engines read it: schema.org JobPosting, for the JSON-LD of its page."""

from datetime import datetime, time
from typing import Any, Final
from uuid import UUID

from exchange.kernel.clock import VIETNAM
from exchange.reference.codes import Qualification
from exchange.vacancies.codes import Experience, WageKind, WagePer, WorkForm
from exchange.vacancies.queries import VacancyView

_FORMS: Final = {WorkForm.FULL_TIME: "FULL_TIME", WorkForm.PART_TIME: "PART_TIME", WorkForm.SEASONAL: "TEMPORARY"}
_UNITS: Final = {WagePer.HOUR: "HOUR", WagePer.DAY: "DAY", WagePer.MONTH: "MONTH", WagePer.YEAR: "YEAR"}
# The least months of each answer; "under one year" asks for some, so one month.
_MONTHS: Final = {
    Experience.NONE: 0,
    Experience.UNDER_1: 1,
    Experience.FROM_1_TO_2: 12,
    Experience.FROM_2_TO_5: 24,
    Experience.OVER_5: 60,
}
_CREDENTIALS: Final = {
    Qualification.SHORT_CERTIFICATE: "professional certificate",
    Qualification.ELEMENTARY: "professional certificate",
    Qualification.INTERMEDIATE: "professional certificate",
    Qualification.COLLEGE: "associate degree",
    Qualification.UNIVERSITY: "bachelor degree",
    Qualification.MASTER: "postgraduate degree",
    Qualification.DOCTOR: "postgraduate degree",
}


def posting(vacancy: VacancyView, address: str, *, named: bool = True) -> dict[str, Any]:
    """The JobPosting. `address`: of its page, whole; `named`: whether the employer's name is known."""
    employer = {"@type": "Organization", "name": vacancy.employer if named else "confidential"}
    stated = {name: value for name, value in _optional(vacancy).items() if value is not None}
    return stated | {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": vacancy.title,
        "description": _paragraphs(vacancy),
        "identifier": _identifier(vacancy.id, employer["name"]),
        "url": address,
        "hiringOrganization": employer,
        "employmentType": _FORMS[vacancy.work_form],
        "totalJobOpenings": vacancy.openings_left,
        "validThrough": datetime.combine(vacancy.expires_on, time(23, 59, 59), VIETNAM).isoformat(),
        "directApply": False,
    }


def _optional(vacancy: VacancyView) -> dict[str, Any]:
    """What is left out where nothing is said."""
    return {
        "datePosted": vacancy.published_at.astimezone(VIETNAM).date().isoformat() if vacancy.published_at else None,
        "baseSalary": _salary(vacancy),
        "jobLocation": [_place(name) for name in vacancy.places] or None,
        "occupationalCategory": _occupation(vacancy),
        "experienceRequirements": _experience(vacancy.experience),
        "educationRequirements": _education(vacancy.qualification),
        "jobBenefits": ", ".join(benefit.label for benefit in vacancy.benefits) or None,
        "qualifications": vacancy.requirements or None,
    }


def _identifier(vacancy_id: UUID, employer: str) -> dict[str, str]:
    return {"@type": "PropertyValue", "name": employer, "value": str(vacancy_id)}


def _paragraphs(vacancy: VacancyView) -> str:
    """HTML, as readers of JobPosting expect; our texts are plain, so all marks of theirs are escaped."""
    words = "\n".join(part for part in (vacancy.description, vacancy.requirements) if part) or vacancy.title
    safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"<p>{line}</p>" for line in safe.split("\n") if line.strip())


def _salary(vacancy: VacancyView) -> dict[str, Any] | None:
    """As it was stated: an open end stays open."""
    wage = vacancy.stated
    if wage.kind is not WageKind.STATED:
        return None
    bounds = {"value": wage.low} if wage.low == wage.high else {"minValue": wage.low, "maxValue": wage.high}
    stated = {name: amount for name, amount in bounds.items() if amount is not None}
    value = {"@type": "QuantitativeValue", **stated, "unitText": _UNITS[wage.per]}
    return {"@type": "MonetaryAmount", "currency": wage.currency.value, "value": value}


def _place(province: str) -> dict[str, Any]:
    address = {"@type": "PostalAddress", "addressRegion": province, "addressCountry": "VN"}
    return {"@type": "Place", "address": address}


def _occupation(vacancy: VacancyView) -> str | None:
    return f"{vacancy.occupation_code} {vacancy.occupation}" if vacancy.occupation else None


def _experience(asked: Experience | None) -> dict[str, Any] | None:
    if asked is None:
        return None
    return {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": _MONTHS[asked]}


def _education(asked: Qualification | None) -> dict[str, str] | None:
    level = _CREDENTIALS.get(asked) if asked else None
    return {"@type": "EducationalOccupationalCredential", "credentialCategory": level} if level else None
