"""Every page of the demo, on a phone and on a desk: nothing scrolls sideways, one heading, no console error, no CSP
violation, no other host (the devices fail a test that sees one); where it is mostly seen axe finds nothing."""

import shutil
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text, update

from exchange.accounts import actions as accounts
from exchange.demo import registers
from exchange.demo.start import prepare
from exchange.fairs import queries as fairs
from exchange.kernel import clock
from exchange.kernel.clock import local_day
from exchange.kernel.columns import columns
from exchange.kernel.db import Store, Writing, open_store
from exchange.kernel.settings import Settings
from exchange.kernel.vault import Vault
from exchange.periods.queries import of_day
from exchange.referrals import queries as referral_queries
from exchange.vacancies import index
from exchange.vacancies.tables import Vacancy
from tests.feeds.exchanging import exchanging
from tests.fixtures.browser import DESK, PHONE, Devices
from tests.fixtures.databases import IDENTITY_KEY
from tests.fixtures.pages import no_sideways_scroll, no_violations, one_heading
from tests.fixtures.server import Server

STRANGER = [
    "/",
    "/fairs",
    "/vacancies",
    "/vacancies?q=cong nhan&province=86",
    f"/vacancies?q={'a' * 100}",  # a title of one long word
    "/vacancies?q=khongconghenao",
    "/sign-in",
]
STRANGER += ["/sign-in/password", "/help", "/help/privacy", "/help/access", "/help/cookies", "/register/name", "/demo"]
STRANGER += ["/employers/new", "/fairs/{fair}", "/fairs/{past}", "/fairs/{fair}/tally", "/booths/{booth}", "/nowhere"]
STRANGER += ["/r/{secret}", "/r/{answered}"]
STRANGER += ["/vacancies/{vacancy}", "/sign-in/code?phone=%2B84900000104&next=/me", "/employers/{employer}"]
SEEKER = ["/me", "/me/file", "/me/file/identity", "/me/file/wish", "/me/course", "/me/benefits", "/me/referrals"]
SEEKER += ["/tickets/{ticket}", "/interviews/{talk}", "/logins", "/booths/{booth}"]
RECRUITER = ["/desks", "/desks/{booth}", "/desks/{booth}/results", "/employers/{employer}"]
STAFF = ["/staff", "/reviews", "/employers", "/fairs/new", "/fairs/{fair}/floor", "/fairs/{fair}/people"]
STAFF += ["/fairs/{fair}/people?person=nguyen", "/fairs/{fair}/booths", "/fairs/{fair}/edit", "/fairs/{fair}/clone"]
STAFF += ["/fairs/{fair}/tally", "/fairs/{past}/tally"]
STAFF += ["/people", "/people?q=nguyen", "/people/new", "/people/{person}", "/people/{person}/groups/new"]
STAFF += [f"/people/{{person}}/{page}" for page in ("parts/identity", "parts/wish", "merge", "course")]
STAFF += [
    "/work",
    "/work?whose=centre",
    "/work/room",
    "/counsel",
    "/counsel?q=nguyen",
    "/counsel/{person}",
    "/benefits",
    "/benefits/table",
]
STAFF += ["/benefits/new?seeker={person}"]
STAFF += ["/referrals", "/referrals?list=follow", "/referrals?list=all", "/referrals?q=khongconghenao"]
STAFF += ["/referrals/{slip}", "/referrals/{slip}/print", "/people/{person}/referrals/new"]
STAFF += ["/people/{person}/referrals/new?hand=yes", "/people/{person}/referrals/new?vacancy={vacancy}"]
STAFF += ["/group-talks", "/group-talks/new", "/group-talks/{group_talk}", "/group-talks/{group_talk}/edit"]
STAFF += ["/group-talks/{group_talk}/list", "/cohorts", "/cohorts/new", "/cohorts/{cohort}", "/cohorts/{cohort}/list"]
STAFF += ["/cohorts/{cohort}/not-met", "/cohorts/{cohort}/members/{member}"]
STAFF += ["/placements", "/placements?state=reversed", "/placements/declared", "/placements/new"]
STAFF += ["/placements/matrix?period={period}&level=1"]
STAFF += ["/placements/{placement}", "/placements/{placement}?act=proof", "/placements/{placement}?act=opinion"]
STAFF += ["/placements/new?seeker={person}"]
STAFF += ["/closings"]
STAFF += ["/intake", "/intake/{intake}/columns", *(f"/intake/{{intake}}?show={one}" for one in ("refused", "likely"))]
STAFF += ["/reports", "/reports/{period}"]
STAFF += ["/feeds", "/feeds/partners/new", "/feeds/partners/{partner}", "/feeds/sources/new", "/feeds/sources/{source}"]
STAFF += ["/work/results"]
STAFF += [
    "/tallies",
    "/tallies?period={period}&centres=all&names=now",
    "/tallies/{year}/visits",
    "/tallies/{year}/interviews?centres=all",
]
STAFF += ["/tallies/{year}/visits/records", "/periods", "/plans", "/plans/{year}/visits", "/plans/{year}/list"]
STAFF += ["/declared/{year}", "/declared/{year}/tet_gifts", "/declared/{year}/list"]
# Where a page is mostly seen: there axe looks at it, which takes longer than all the rest.
_HOME = {"": PHONE, "seeker": PHONE, "recruiter": DESK, "staff": DESK}
EXPECTED_FAULT = {"/nowhere": "404"}


class Demo:
    """A demo database, the tokens of its people and the ids their pages are about."""

    def __init__(self, store: Store) -> None:
        self.ids: dict[str, Any] = {}
        self.tokens: dict[str, str] = {}
        store.write(self._fill)

    def _fill(self, db: Writing) -> None:
        now = clock.now()
        started = prepare(db, "nobody signs in with it", now=now)
        self.ids["fair"] = started.fair_id
        periods = of_day(db, local_day(now))
        self.ids["period"], self.ids["year"] = periods[-1].code, periods[0].year
        self.ids["intake"] = registers.send(db, Vault(IDENTITY_KEY), now=now)
        self.ids["past"] = next(one.id for one in fairs.fairs(db, now=now) if one.phase == "closed")
        talk = self._one(
            db,
            "SELECT i.id AS talk, i.booth_id AS booth, c.ticket_id AS ticket, b.employer_id AS employer,"
            " i.interviewer AS recruiter, s.account_id AS seeker, v.vacancy_id AS vacancy FROM interviews i"
            " JOIN calls c ON c.id = i.call_id JOIN booths b ON b.id = i.booth_id JOIN seekers s ON s.id = i.seeker_id"
            " JOIN recruiters r ON r.account_id = i.interviewer JOIN booth_vacancies v ON v.booth_id = b.id"
            " WHERE i.ended_at IS NULL ORDER BY i.started_at LIMIT 1",
        )
        host = self._one(
            db,
            "SELECT s.account_id AS staff, s.centre_id AS centre FROM staff s JOIN fairs f ON f.host_id = s.centre_id"
            " WHERE s.role = 'manager'",
        )
        kept = self._one(
            db, "SELECT id AS person FROM seekers WHERE province_code = '86' AND centre_id IS NULL LIMIT 1"
        )
        slip = self._one(db, "SELECT id AS slip FROM referrals WHERE number = 6")
        soldiers = self._one(
            db,
            "SELECT t.id AS group_talk, m.cohort_id AS cohort, m.id AS member FROM group_talks t, cohort_members m",
        )
        for name, value in (talk | host | kept | slip | soldiers).items():
            self.ids[name] = _uuid(value)
        self.ids["placement"] = _uuid(self._one(db, "SELECT id FROM placements WHERE origin = 'referral'")["id"])
        answered = self._one(db, "SELECT referral_id AS slip FROM referral_answers LIMIT 1")
        for name, own in (("secret", self.ids["slip"]), ("answered", _uuid(answered["slip"]))):
            self.ids[name] = referral_queries.secret(db, own, vault=Settings().vault())
        vacancy = self.ids["vacancy"]
        db.execute(update(Vacancy).where(columns(Vacancy).id == vacancy).values(title="A" * 200))
        index.refresh(db, vacancy)
        self.ids |= exchanging(db, self.ids["staff"], now=now)
        for who in ("seeker", "recruiter", "staff"):
            self.tokens[who] = accounts.sign_in(db, self.ids[who], "thử", now=now).token

    def _one(self, db: Writing, sql: str) -> dict[str, Any]:
        return dict(db.execute(text(sql)).mappings().first() or {})

    def address(self, path: str) -> str:
        """A path with its ids filled in."""
        return path.format(**self.ids)


def _uuid(value: Any) -> Any:
    return value if isinstance(value, UUID) else UUID(str(value))


@pytest.fixture(scope="module")
def demo(migrated_sqlite: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Demo]:
    """The demo on SQLite, made once for the module."""

    url = f"sqlite:///{shutil.copy(migrated_sqlite, tmp_path_factory.mktemp('demo') / 'demo.sqlite3')}"
    store = open_store(url)
    made = Demo(store)
    store.close()
    return url, made


@pytest.mark.parametrize("shape", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize(
    ("who", "paths"),
    [("", STRANGER), ("seeker", SEEKER), ("recruiter", RECRUITER), ("staff", STAFF)],
    ids=["stranger", "seeker", "recruiter", "staff"],
)
def test_every_page_is_fit_for_everybody(
    who: str,
    paths: list[str],
    shape: dict[str, Any],
    demo: tuple[str, Demo],
    serve: Callable[..., Server],
    devices: Devices,
) -> None:
    url, made = demo
    server = serve(url, EXCHANGE_DEMO="true")
    context = devices.open(server.url, shape)
    devices.allow("404")
    if who:
        context.add_cookies([{"name": "login", "value": made.tokens[who], "url": server.url}])
    page = context.new_page()
    titles: dict[str, str] = {}
    for path in paths:
        answer = page.goto(made.address(path))
        assert answer is not None
        assert answer.status == int(EXPECTED_FAULT.get(path, 200)), path
        one_heading(page)
        no_sideways_scroll(page)
        if shape is _HOME[who]:
            no_violations(page)
        titles[path] = page.title()
    assert len(set(titles.values())) >= len(titles) * 0.7, titles  # pages are told apart by their titles
