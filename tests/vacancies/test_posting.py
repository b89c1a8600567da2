"""What search engines are told."""

from exchange.kernel.db import Store
from exchange.vacancies import queries
from exchange.vacancies.codes import Currency, WageKind, WagePer
from exchange.vacancies.given import WageGiven, WorkGiven
from exchange.vacancies.posting import posting
from tests.vacancies.make import NOW, Market, publish

HERE = "https://viec-lam.vn/vacancies/1"


def test_a_posting_says_what_the_page_says(store: Store, market: Market) -> None:
    made = store.write(lambda db: publish(db, market))
    said = posting(store.read(lambda db: queries.vacancy(db, made, now=NOW)), HERE)
    assert said["title"] == "Công nhân may"
    assert said["hiringOrganization"]["name"] == "Công ty May Sông Tiền"
    assert said["datePosted"] == "2026-03-02"
    assert said["validThrough"] == "2026-04-01T23:59:59+07:00"
    assert said["jobLocation"][0]["address"]["addressRegion"] == "Vĩnh Long"
    assert said["baseSalary"] == {
        "@type": "MonetaryAmount",
        "currency": "VND",
        "value": {"@type": "QuantitativeValue", "minValue": 7_500_000, "maxValue": 10_000_000, "unitText": "MONTH"},
    }
    assert (said["totalJobOpenings"], said["employmentType"], said["url"]) == (2, "FULL_TIME", HERE)


def test_an_open_end_stays_open_and_no_wage_is_no_salary(store: Store, market: Market) -> None:
    hourly = WageGiven(wage_kind=WageKind.STATED, wage_low=8, wage_per=WagePer.HOUR, currency=Currency.USD)
    made = store.write(lambda db: publish(db, market, wage=hourly))
    said = posting(store.read(lambda db: queries.vacancy(db, made, now=NOW)), HERE)
    assert said["baseSalary"]["value"] == {"@type": "QuantitativeValue", "minValue": 8, "unitText": "HOUR"}
    talked = store.write(lambda db: publish(db, market, wage=WageGiven(wage_kind=WageKind.NEGOTIABLE)))
    assert "baseSalary" not in posting(store.read(lambda db: queries.vacancy(db, talked, now=NOW)), HERE)


def test_marks_in_a_text_stay_text(store: Store, market: Market) -> None:
    work = WorkGiven(
        title="Thợ", occupation_code="8153", description="Lương < 10 triệu & thưởng <script>alert(1)</script>"
    )
    made = store.write(lambda db: publish(db, market, work=work))
    said = posting(store.read(lambda db: queries.vacancy(db, made, now=NOW)), HERE, named=False)
    assert said["description"].startswith("<p>Lương &lt; 10 triệu &amp; thưởng &lt;script&gt;")
    assert said["hiringOrganization"]["name"] == "confidential"
