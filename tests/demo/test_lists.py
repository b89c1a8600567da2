"""The demo's lists are right by the rules that everybody's entries must pass."""

import pytest

from exchange.demo.firms import FIRMS
from exchange.demo.founding import FOUNDED
from exchange.demo.jobs import pending
from exchange.demo.offices import OFFICES
from exchange.demo.people import PEOPLE, phone_of
from exchange.demo.roles import SITTING, plays_itself
from exchange.demo.shapes import Job
from exchange.demo.talks import TALKS, WELCOME
from exchange.employers.rules import TaxCode, tax_code
from exchange.kernel.clock import local_day
from exchange.kernel.text import nfc, phone
from exchange.reference import occupations, provinces
from exchange.vacancies.wording import findings

JOBS = [job for firm in FIRMS for job in firm.jobs]


def texts(job: Job) -> dict[str, str]:
    return {"title": job.title, "description": job.description, "requirements": job.requirements}


def test_it_is_a_fair_of_the_year_2021s_shape() -> None:
    assert [office.code for office in OFFICES] == ["84", "83", "74", "92"]
    assert [office.key for office in OFFICES if office.host] == ["travinh"]
    for office in OFFICES:
        then = provinces.get(office.code, local_day(FOUNDED))
        assert then is not None
        assert then.name == office.province
        assert len(office.clerks) == 3
    assert (len(FIRMS), len(JOBS), len(PEOPLE)) == (12, 60, 40)
    assert {firm.office for firm in FIRMS} == {office.key for office in OFFICES}


def test_every_tax_code_has_a_right_check_digit_and_no_provinces_beginning() -> None:
    assert [tax_code(firm.tax_code) for firm in FIRMS] == [TaxCode(firm.tax_code) for firm in FIRMS]
    assert len({firm.tax_code for firm in FIRMS}) == 12
    assert {firm.tax_code[:2] for firm in FIRMS} == {"98"}


def test_people_and_firms_are_told_apart() -> None:
    assert len({person.name for person in PEOPLE}) == 40
    assert len({phone(phone_of(number)) for number in range(40)}) == 40
    mails = [clerk.mail for office in OFFICES for clerk in office.clerks] + [firm.mail for firm in FIRMS]
    assert len(set(mails)) == len(mails)
    assert len({nfc(firm.name) for firm in FIRMS}) == 12


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.title)
def test_a_vacancy_says_nothing_a_centre_would_have_to_stop(job: Job) -> None:
    assert findings(texts(job)) == ()
    found = occupations.get(job.occupation)
    assert found is not None
    assert found.level == 4
    assert {provinces.successor(code, local_day(FOUNDED)) for code, _ in job.places} <= {"79", "86", "92"}


def test_the_one_that_waits_with_flagged_wording_is_flagged_and_the_other_is_not() -> None:
    assert findings(texts(pending.WAITING)) == ()
    assert {finding.field for finding in findings(texts(pending.FLAGGED))} == {"requirements"}


def test_recruiters_ask_nothing_they_may_not_ask() -> None:
    assert findings({str(number): " ".join(talk) for number, talk in enumerate((WELCOME, *TALKS))}) == ()


def test_some_of_everybody_are_left_to_whoever_tries_it() -> None:
    assert sum(not plays_itself(phone_of(number)) for number in range(40)) == 10
    assert set(SITTING) == {firm.mail for firm in FIRMS}
    assert [firm for firm, sitting in SITTING.items() if not sitting] == ["quancom"]
