"""Files of advertisements, taken in again and again. The rows are fictitious, their faults are real."""

from datetime import date, timedelta
from io import BytesIO
from uuid import UUID

from sqlalchemy import func, select

from exchange.employers.tables import Employer
from exchange.journal.kinds import Kind
from exchange.journal.tables import Entry
from exchange.kernel.columns import columns
from exchange.kernel.db import Store, Writing
from exchange.vacancies import access, actions, desk_queries
from exchange.vacancies.actions import ReviewGiven
from exchange.vacancies.adverts.codes import Doubt, RowReason
from exchange.vacancies.adverts.reading import rows
from exchange.vacancies.codes import RowNote, RowOutcome, Verdict
from exchange.vacancies.imports import Plan, Published, Report, import_adverts
from exchange.vacancies.search_queries import Results, VacancyQuery, search
from exchange.vacancies.tables import ImportRun, Vacancy, VacancyIndex
from tests.vacancies.make import NOW, TODAY, Market

HEADER = "source,title,company,place_text,salary_text,description,deadline_text"
FILE = f"""{HEADER}
bang-tin,CÔNG NHÂN MAY,CÔNG TY TNHH MAY HOÀNG HÔN,Trà Vinh,7 - 9 triệu,,31/03/2026
bang-tin,Thợ hàn,Cty TNHH May Hoàng Hôn,Bến Tre,thoả thuận,,2026-04-01
bang-tin,Bảo vệ,,Cần Thơ,"6 triệu",,01-01-2026
bang-tin,Nhân viên kho,Công ty CP Kho Sao Mai,Long An,8 triệu,Chỉ tuyển nam dưới 35 tuổi.,
bang-tin,công nhân may,công ty tnhh may hoàng hôn,trà vinh,7 - 9 triệu,,31/03/2026
bang-tin,,Công ty CP Kho Sao Mai,Long An,8 triệu,,
"""


def take(store: Store, text: str = FILE, days: int = 0, shown: list[Published] | None = None) -> Report:
    heard = (lambda _db, made: shown.extend(made)) if shown is not None else None
    plan = Plan("viec-lam.csv", NOW + timedelta(days=days), shown=heard)
    return import_adverts(store.write, rows(BytesIO(text.encode()), "viec-lam.csv"), plan)


def found(store: Store, q: str = "") -> Results:
    return store.read(lambda db: search(db, VacancyQuery(q=q), today=TODAY))


def count(store: Store, what: type[object]) -> int:
    return store.read(lambda db: db.scalar(select(func.count()).select_from(what)) or 0)  # type: ignore[arg-type]


def test_each_row_goes_one_way_and_says_why(store: Store) -> None:
    report = take(store)
    assert report.rows == 6
    assert [report.outcomes[outcome] for outcome in RowOutcome] == [1, 3, 0, 0, 2]
    said = {(line.line, note) for line in report.lines for note in line.notes}
    assert {(2, Doubt.TITLE_UPPER), (4, Doubt.FIRM_MISSING), (4, RowNote.EXPIRED), (5, RowNote.FLAGGED)} <= said
    assert {(6, RowReason.REPEATED), (7, RowReason.NO_TITLE)} <= said


def test_what_is_clean_is_found_at_once_with_its_wage_and_place(store: Store) -> None:
    take(store)
    page = found(store)
    assert {(row.title, row.wage) for row in page.items} == {
        ("Công nhân may", "7 – 9 triệu đồng/tháng"),
        ("Thợ hàn", "Thỏa thuận khi phỏng vấn"),
    }
    assert {row.place for row in page.items} == {"Vĩnh Long"}


def test_spellings_of_one_firm_are_one_employer_and_no_name_is_another(store: Store) -> None:
    take(store)
    assert len({row.employer for row in found(store).items}) == 1
    assert count(store, Employer) == 3


def test_flagged_wording_waits_for_the_centre(store: Store, market: Market) -> None:
    take(store)
    assert found(store, "kho").total == 0
    waiting = store.read(lambda db: desk_queries.waiting(db, market.staff(db)))
    assert [row.title for row in waiting] == ["Nhân viên kho"]
    review(store, market, waiting[0].id)
    assert found(store, "kho").total == 1


def review(store: Store, market: Market, vacancy_id: UUID) -> None:
    def approve(db: Writing) -> None:
        given = ReviewGiven(verdict=Verdict.APPROVED, reason="Doanh nghiệp đã sửa bản in")
        desk = access.review_desk(db, market.staff(db), vacancy_id)
        actions.review(db, desk, given, request_id=None, now=NOW)

    store.write(approve)


def test_again_changes_nothing(store: Store) -> None:
    take(store)
    before = [count(store, what) for what in (Vacancy, Employer, VacancyIndex)], found(store)
    again = take(store, days=1)
    assert (again.outcomes[RowOutcome.UNCHANGED], again.outcomes[RowOutcome.REFUSED]) == (4, 2)
    assert ([count(store, what) for what in (Vacancy, Employer, VacancyIndex)], found(store)) == before


def test_a_changed_advertisement_is_followed(store: Store) -> None:
    take(store)
    report = take(store, FILE.replace("2026-04-01", "2026-05-01").replace("Chỉ tuyển nam dưới 35 tuổi.", "Xếp hàng."))
    assert report.outcomes[RowOutcome.CHANGED] == 2
    assert found(store, "thợ hàn").items[0].expires_on == date(2026, 5, 1)
    assert found(store, "kho").total == 1


def test_what_a_centre_decided_is_kept(store: Store, market: Market) -> None:
    take(store)
    review(store, market, store.read(lambda db: desk_queries.waiting(db, market.staff(db)))[0].id)
    report = take(store, FILE.replace("Chỉ tuyển nam", "Xếp hàng. Chỉ tuyển nam"))
    assert [(line.line, line.notes) for line in report.lines if line.outcome is RowOutcome.UNCHANGED] == [
        (5, (RowNote.KEPT,))
    ]
    assert found(store, "xếp hàng").total == 0


def test_whoever_shows_them_is_told_once(store: Store) -> None:
    told: list[Published] = []
    take(store, shown=told)
    take(store, shown=told)
    assert len(told) == 2


def test_the_run_is_stored_and_journalled(store: Store) -> None:
    report = take(store)
    run = store.read(lambda db: db.execute(select(ImportRun).where(ImportRun.id == report.run_id)).one())
    assert run
    assert (run.taken, run.warned, run.changed, run.unchanged, run.refused) == (1, 3, 0, 0, 2)
    assert [6, "refused", "repeated"] in run.report["lines"]
    kinds = store.read(lambda db: list(db.scalars(select(columns(Entry).kind))))
    assert kinds == [Kind.VACANCIES_IMPORTED]


def test_a_large_file_is_taken_in_batches_and_says_how_far_it_is(store: Store) -> None:
    many = "\n".join(f"bang-tin,Thợ hàn {n},Công ty {n % 7} Sao Mai,Bến Tre,9 triệu,,01/04/2026" for n in range(1203))
    heard: list[int] = []
    plan = Plan("nhieu.csv", NOW, on_progress=heard.append)
    report = import_adverts(store.write, rows(BytesIO(f"{HEADER}\n{many}\n".encode()), "nhieu.csv"), plan)
    assert heard == [500, 1000, 1203]
    assert report.outcomes[RowOutcome.TAKEN] == found(store, "thợ hàn").total == 1203
