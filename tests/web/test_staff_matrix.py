"""Every page of the staff for every role: there, or not found. Whoever is not signed in is asked to sign in."""

import pytest
from sqlalchemy import update

from exchange.centres.codes import Role
from exchange.centres.tables import Staff
from exchange.kernel import clock
from exchange.kernel.columns import columns
from exchange.kernel.db import Store
from exchange.seekers.tables import Seeker
from tests.cast import Ground
from tests.closings.scene import a_sampled_month
from tests.referrals.scene import Scene as Referrals
from tests.tallies.scene import scene_of
from tests.web.conftest import Client

# A page, and who may see it: host lead, host counsellor, joining lead, joining counsellor, recruiter, seeker.
PAGES = {
    "/staff": "L l J j - -",
    "/benefits": "L l J j - -",
    "/benefits/table": "L l J j - -",
    "/counsel": "L l J j - -",
    "/counsel/{hoa}": "L l - - - -",
    "/referrals": "L l J j - -",
    "/referrals/{slip}": "L l - - - -",
    "/referrals/{slip}/print": "L l - - - -",
    "/people/{hoa}/referrals/new": "L l - - - -",
    "/placements": "L l J j - -",
    "/placements/declared": "L l J j - -",
    "/placements/new": "L l J j - -",
    "/group-talks": "L l J j - -",
    "/group-talks/new": "L l J j - -",
    "/cohorts": "L l J j - -",
    "/cohorts/new": "L l J j - -",
    "/work/results": "L l J j - -",
    "/feeds": "L - J - - -",
    "/feeds/partners/new": "L - J - - -",
    "/feeds/sources/new": "L - J - - -",
    "/placements/matrix": "L l J j - -",
    "/reports": "L l J j - -",
    "/reports/2026": "L l J j - -",
    "/tallies": "L l J j - -",
    "/tallies/2026/visits": "L l J j - -",
    "/tallies/2026/visits/records": "L l J j - -",
    "/periods": "L l J j - -",
    "/plans": "L l J j - -",
    "/plans/2026/visits": "L l J j - -",
    "/plans/2026/list": "L - J - - -",
    "/declared/2026": "L l J j - -",
    "/declared/2026/visits": "L l J j - -",
    "/declared/2026/list": "L l J j - -",
    "/closings": "L l J j - -",
    "/closings/{month}": "L l J j - -",
    "/closings/{month}/close": "L l J j - -",
    "/closings/{month}/ledger": "L l J j - -",
    "/closings/{month}/visits/changes": "L l J j - -",
    "/closings/{month}/visits/samples": "L l J j - -",
    "/closings/{month}/visits/samples/{sample}": "L l - - - -",
    "/fairs/new": "L - J - - -",
    "/fairs/{fair}/floor": "L l J j - -",
    "/fairs/{fair}/people": "L l J j - -",
    "/fairs/{fair}/people/new": "L l J j - -",
    "/fairs/{fair}/people/{lan}": "L l - - - -",
    "/fairs/{fair}/booths": "L - J - - -",
    "/fairs/{fair}/booths/{may}": "L - - - - -",
    "/fairs/{fair}/booths/{sea}": "- - J - - -",
    "/fairs/{fair}/edit": "L - - - - -",
    "/fairs/{fair}/clone": "L - - - - -",
    "/fairs/{fair}/opening": "L l - - - -",
    "/fairs/{fair}/closing": "L l - - - -",
    "/tickets/{ticket}/print": "L l - - - -",
}
ROLES = {
    "host lead": "Hạnh",
    "host": "Phúc",
    "joining lead": "Ngân",
    "joining": "Ngân",
    "recruiter": "Dung",
    "seeker": "Lan",
}
NOBODYS = ("/feeds/partners/{none}", "/feeds/sources/{none}",
           "/fairs/{none}/floor", "/fairs/{none}/people", "/fairs/{none}/booths", "/fairs/{none}/edit",
           "/referrals/{none}", "/placements/{none}", "/placements/new?seeker={none}",
           "/placements/{none}/scans/{none}", "/people/{none}/referrals/new",
           "/counsel/{none}", "/consultations/{none}", "/consultations/{none}/edit",
           "/group-talks/{none}", "/group-talks/{none}/edit", "/group-talks/{none}/list", "/cohorts/{none}",
           "/closings/{none}", "/closings/{month}/{none}/changes", "/closings/{month}/ledger/{none}",
           "/closings/{month}/visits/samples/{none}",
           "/cohorts/{none}/not-met", "/cohorts/{none}/members/{none}", "/check-in/{none}",
           "/tallies/2099/visits", "/tallies/2026/none", "/tallies/2026/visits/records?centre={none}",
           "/plans/2026/none", "/plans/1/visits", "/declared/2099", "/declared/2026/none",
           "/fairs/{fair}/people/{none}", "/fairs/{fair}/booths/{none}", "/tickets/{none}/print")  # fmt: skip


@pytest.fixture
def places(store: Store, ground: Ground) -> dict[str, object]:
    """What the addresses speak of."""
    ticket = store.write(lambda db: ground.ticket(db, "Lan", now=clock.now())).ticket_id
    keep = (
        update(Seeker).where(columns(Seeker).id == ground.seekers["Hoa"]).values(centre_id=ground.centres["Trà Vinh"])
    )
    store.write(lambda db: db.execute(keep))
    scene_of(store, ground).with_year(2026)
    booths = {"may": ground.booths["May"], "sea": ground.booths["Thủy sản"]}
    none = "0190a7f0-0000-7000-8000-000000000000"
    people = {"lan": ground.seekers["Lan"], "hoa": ground.seekers["Hoa"], "slip": Referrals(store, ground).issue("Hoa")}
    month, sample = a_sampled_month(store, ground, clock.now())
    report = {"month": month, "sample": sample}
    return {"fair": ground.fair_id, "ticket": ticket, "none": none} | booths | people | report


@pytest.mark.parametrize("role", ROLES)
async def test_a_role_sees_its_pages_and_no_other(
    role: str, store: Store, ground: Ground, client_of: Client, places: dict[str, object]
) -> None:
    if role == "joining lead":
        change = update(Staff).where(columns(Staff).account_id == ground.accounts["Ngân"])
        store.write(lambda db: db.execute(change.values(role=Role.MANAGER)))
    browser, column = client_of(ROLES[role]), list(ROLES).index(role)

    answers = {page: (await browser.get(page.format(**places))).status_code for page in PAGES}

    assert answers == {page: 404 if may.split()[column] == "-" else 200 for page, may in PAGES.items()}


async def test_a_stranger_is_asked_to_sign_in_and_comes_back(client_of: Client, places: dict[str, object]) -> None:
    for page in PAGES:
        address = page.format(**places)
        answer = await client_of().get(address)
        assert (answer.status_code, answer.headers["location"]) == (303, f"/sign-in/password?next={address}"), address


async def test_what_does_not_exist_is_not_found(client_of: Client, places: dict[str, object]) -> None:
    browser = client_of("Hạnh")

    assert {(await browser.get(page.format(**places))).status_code for page in NOBODYS} == {404}
