"""Every address of the application, by the module that answers it."""

from typing import Any

from web.api import fair_tallies as fair_tallies_json
from web.api import fairs as fairs_json
from web.api import feeds as feeds_json
from web.api import health
from web.api import tallies as tallies_json
from web.api import vacancies as vacancies_json
from web.pages import (
    accounts,
    appointments,
    attendance,
    benefit_claims,
    benefit_tables,
    benefits,
    booth_planning,
    booths,
    check_in,
    closing_ledger,
    closing_samples,
    closings,
    cohort_members,
    cohorts,
    consultations,
    counsel,
    courses,
    declared_figures,
    declared_lists,
    demo,
    desks,
    drafts,
    employers,
    fair_sites,
    fair_tallies,
    fairs,
    feed_sources,
    feeds,
    floor,
    group_talk_acts,
    group_talks,
    help,
    helped_tickets,
    helping,
    intake,
    intake_runs,
    invitations,
    live,
    my_benefits,
    my_referrals,
    own_file,
    people,
    periods,
    person,
    person_acts,
    placement,
    placement_matrix,
    placement_new,
    placements,
    plan_lists,
    planning,
    plans,
    referral_acts,
    referral_answers,
    referral_new,
    referrals,
    report_writing,
    reports,
    results,
    results_due,
    reviews,
    seekers,
    shifts,
    staff,
    talks,
    tallies,
    tally_figures,
    tickets,
    vacancies,
    worklists,
)

_EVERYBODY: tuple[Any, ...] = (fairs, booths, vacancies, help, live)
_SEEKERS: tuple[Any, ...] = (seekers, own_file, courses, my_benefits, my_referrals, tickets, talks, accounts)
_EMPLOYERS: tuple[Any, ...] = (desks, shifts, results, employers, invitations, drafts, referral_answers)
_STAFF: tuple[Any, ...] = (
    staff, worklists, people, person, person_acts, counsel, consultations, appointments,
    referrals, referral_new, referral_acts, placements, placement_new, placement, placement_matrix,
    group_talks, group_talk_acts, attendance, check_in, cohorts, cohort_members,
    benefits, benefit_claims, benefit_tables, intake, intake_runs, feeds, feed_sources, results_due,
    reviews, fair_tallies, floor,
    closings, closing_ledger, closing_samples, reports, report_writing,
    planning, fair_sites, booth_planning, helping, helped_tickets,
    tallies, tally_figures, plans, plan_lists, periods, declared_figures, declared_lists,
)  # fmt: skip
_PAGES = (*_EVERYBODY, *_SEEKERS, *_EMPLOYERS, *_STAFF)
_JSON: tuple[Any, ...] = (health, fairs_json, vacancies_json, fair_tallies_json, tallies_json, feeds_json)


def pages(*, demonstrating: bool) -> list[Any]:
    """All page handlers; those of the demo exist in demo mode only."""
    modules = (*_PAGES, demo) if demonstrating else _PAGES
    return [handler for module in modules for handler in module.HANDLERS]


def json() -> list[Any]:
    """All JSON handlers."""
    return [handler for module in _JSON for handler in module.HANDLERS]
