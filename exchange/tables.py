"""All table modules, imported for their effect on the metadata (migrations, create_all)."""

from sqlmodel import SQLModel

import exchange.accounts.tables
import exchange.benefits.standing_tables
import exchange.benefits.tables
import exchange.booths.tables
import exchange.booths.talk_tables
import exchange.centres.tables
import exchange.closings.tables
import exchange.cohorts.tables
import exchange.counselling.appointment_tables
import exchange.counselling.tables
import exchange.documents.tables
import exchange.employers.tables
import exchange.fairs.tables
import exchange.feeds.source_tables
import exchange.feeds.tables
import exchange.group_talks.tables
import exchange.intake.tables
import exchange.journal.tables
import exchange.periods.tables
import exchange.placements.claim_tables
import exchange.placements.tables
import exchange.plans.tables
import exchange.reference.tables
import exchange.referrals.tables
import exchange.reports.tables
import exchange.seekers.file_tables
import exchange.seekers.meeting_tables
import exchange.seekers.tables
import exchange.tallies.declared_tables
import exchange.vacancies.tables  # noqa: F401

metadata = SQLModel.metadata
