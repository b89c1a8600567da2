"""The first view of a lobby with 24 booths, as a cheap phone with a data cap pays for it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from exchange.booths import actions
from exchange.booths.codes import Mode
from exchange.employers.tables import Employer
from exchange.fairs.access import host_desk
from exchange.kernel import clock
from exchange.kernel.db import Writing, open_store
from exchange.kernel.text import fold
from exchange.vacancies.codes import WageKind
from exchange.vacancies.tables import Vacancy, VacancyPlace
from tests.cast import Ground, open_ground
from tests.fixtures.browser import Devices
from tests.fixtures.server import Server
from tests.fixtures.weight import weigh

KB = 1024


def fill(db: Writing) -> Ground:
    """The fairground with 22 booths more, three vacancies at each."""
    now = clock.now()
    ground = open_ground(db, opens_at=now - timedelta(hours=1))
    desk = host_desk(db, ground.viewer("Hạnh"), ground.fair_id)
    for number in range(22):
        name = f"Công ty Trách nhiệm hữu hạn Sản xuất Thương mại số {number + 1}"
        employer = Employer(name=name, name_fold=fold(name), centre_id=ground.centres["Trà Vinh"], created_at=now)
        db.add(employer)
        db.flush()
        shown = [_vacancy(db, employer.id, f"Công nhân tổ {number}-{rank}") for rank in range(3)]
        actions.plan_booth(db, desk, employer.id, Mode.ONLINE, shown, now=now)
    return ground


def _vacancy(db: Writing, employer_id: object, title: str) -> object:
    made = clock.now()
    wage = {"wage_kind": WageKind.STATED, "wage_low": 7_000_000, "wage_high": 9_500_000}
    times = {"created_at": made, "submitted_at": made, "published_at": made, "expires_on": date(2035, 1, 1)}
    vacancy = Vacancy(employer_id=employer_id, title=title, openings=12, **wage, **times)
    db.add(vacancy)
    db.flush()
    db.add(VacancyPlace(vacancy_id=vacancy.id, province_code="86"))
    return vacancy.id


@pytest.mark.parametrize("path", ["/", "/vacancies"])
def test_the_first_view_costs_little(
    path: str, sqlite_database: str, serve: Callable[..., Server], devices: Devices
) -> None:
    store = open_store(sqlite_database)
    store.write(fill)
    store.close()
    server = serve(sqlite_database)
    weight = weigh(devices.phone(server.url), path)
    assert weight.total <= 60 * KB
    assert weight.requests <= 8
    assert weight.of("Script") <= 20 * KB
    assert weight.of("Font") == 0
