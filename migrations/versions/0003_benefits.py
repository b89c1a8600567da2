"""Benefit claims: appraised, decided, suspended, resumed, ended; and the monthly declarations."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

from migrations.widening import widen

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KINDS = [
    "fair_planned",
    "site_joined",
    "fair_changed",
    "fair_opened",
    "fair_closed",
    "announced",
    "programme_changed",
    "seeker_registered_for_fair",
    "seeker_checked_in",
    "booth_planned",
    "booth_staffed",
    "booth_left",
    "queue_joined",
    "queue_left",
    "called",
    "call_accepted",
    "stepped_back",
    "call_missed",
    "call_withdrawn",
    "talk_left_open",
    "message_written",
    "outcome_recorded",
    "outcome_corrected",
    "placement_reversed",
    "help_asked",
    "help_given",
    "signed_in",
    "login_revoked",
    "seeker_registered",
    "seeker_file_opened",
    "seeker_changed",
    "consent_recorded",
    "seeker_number_shown",
    "seeker_group_recorded",
    "seeker_group_ended",
    "seekers_merged",
    "seekers_parted",
    "seeker_file_taken",
    "employer_registered",
    "employer_verified",
    "recruiter_invited",
    "recruiter_joined",
    "vacancy_drafted",
    "vacancy_submitted",
    "vacancy_reviewed",
    "vacancy_closed",
    "vacancies_imported",
    "benefit_claimed",
    "benefit_appraised",
    "benefit_decided",
    "benefit_changed",
    "job_search_declared",
]
NEW_KINDS = {
    "benefit_claimed",
    "benefit_appraised",
    "benefit_decided",
    "benefit_changed",
    "job_search_declared",
}


def upgrade() -> None:
    op.create_table(
        "benefit_claims",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("contract_ended_on", sa.Date(), nullable=False),
        sa.Column(
            "origin",
            sa.Enum(
                "here",
                "other_province",
                "moved_in",
                name="claimorigin",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("other_province", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=True),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "(origin = 'here') = (other_province IS NULL)", name=op.f("ck_benefit_claims_from_elsewhere")
        ),
        sa.CheckConstraint("contract_ended_on <= received_on", name=op.f("ck_benefit_claims_contract_ended")),
        sa.CheckConstraint("number > 0", name=op.f("ck_benefit_claims_numbered")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_benefit_claims_by_account")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_benefit_claims_centre_id")),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_benefit_claims_seeker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit_claims")),
        sa.UniqueConstraint("centre_id", "year", "number", name=op.f("uq_benefit_claims_centre_id_year_number")),
    )
    with op.batch_alter_table("benefit_claims", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_benefit_claims_centre_id_received_on"), ["centre_id", "received_on"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_benefit_claims_seeker_id"), ["seeker_id"], unique=False)

    op.create_table(
        "benefit_events",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "suspended",
                "resumed",
                "ended",
                "moved_out",
                "moved_in",
                "withdrawn",
                name="eventkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column(
            "ground",
            sa.Enum(
                "expired",
                "has_job",
                "military",
                "pension",
                "two_refusals",
                "three_silent_months",
                "abroad",
                "studying",
                "fined",
                "died",
                "education_centre",
                "missing",
                "prison",
                name="endground",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("province", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=True),
        sa.Column("decision", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("withdraws_id", sa.Uuid(), nullable=True),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("(kind = 'ended') = (ground IS NOT NULL)", name=op.f("ck_benefit_events_ground")),
        sa.CheckConstraint(
            "(kind = 'withdrawn') = (withdraws_id IS NOT NULL)", name=op.f("ck_benefit_events_withdraws")
        ),
        sa.CheckConstraint(
            "(kind IN ('moved_out', 'moved_in')) = (province IS NOT NULL)", name=op.f("ck_benefit_events_place")
        ),
        sa.CheckConstraint("kind <> 'withdrawn' OR length(note) > 0", name=op.f("ck_benefit_events_because")),
        sa.CheckConstraint("turn > 0", name=op.f("ck_benefit_events_turn")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_benefit_events_by_account")),
        sa.ForeignKeyConstraint(["claim_id"], ["benefit_claims.id"], name=op.f("fk_benefit_events_claim_id")),
        sa.ForeignKeyConstraint(
            ["withdraws_id", "claim_id"],
            ["benefit_events.id", "benefit_events.claim_id"],
            name=op.f("fk_benefit_events_withdraws_id_claim_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit_events")),
        sa.UniqueConstraint("claim_id", "turn", name=op.f("uq_benefit_events_claim_id_turn")),
        sa.UniqueConstraint("id", "claim_id", name=op.f("uq_benefit_events_id_claim_id")),
        sa.UniqueConstraint("withdraws_id", name=op.f("uq_benefit_events_withdraws_id")),
    )
    with op.batch_alter_table("benefit_events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_benefit_events_on_day"), ["on_day"], unique=False)

    op.create_table(
        "claim_appraisals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column(
            "found",
            sa.Enum("eligible", "not_eligible", name="appraised", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("turn > 0", name=op.f("ck_claim_appraisals_turn")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_claim_appraisals_by_account")),
        sa.ForeignKeyConstraint(["claim_id"], ["benefit_claims.id"], name=op.f("fk_claim_appraisals_claim_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_appraisals")),
        sa.UniqueConstraint("claim_id", "turn", name=op.f("uq_claim_appraisals_claim_id_turn")),
    )
    op.create_table(
        "claim_decisions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column(
            "verdict",
            sa.Enum(
                "granted", "refused", "cancelled", name="verdict", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("number", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=True),
        sa.Column("monthly", sa.BigInteger(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column(
            "refusal",
            sa.Enum(
                "paid_too_short",
                "too_late",
                "left_unlawfully",
                "pension",
                "has_job",
                "other",
                name="refusalground",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("corrects_id", sa.Uuid(), nullable=True),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=True),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("(corrects_id IS NULL) = (because = '')", name=op.f("ck_claim_decisions_because")),
        sa.CheckConstraint(
            "(verdict = 'granted') = (from_on IS NOT NULL) AND (from_on IS NULL) = (to_on IS NULL)",
            name=op.f("ck_claim_decisions_days"),
        ),
        sa.CheckConstraint(
            "(verdict = 'granted') = (monthly IS NOT NULL) AND (monthly IS NULL OR monthly > 0)",
            name=op.f("ck_claim_decisions_monthly"),
        ),
        sa.CheckConstraint(
            "(verdict = 'granted') = (months IS NOT NULL) AND (months IS NULL OR months BETWEEN 3 AND 12)",
            name=op.f("ck_claim_decisions_months"),
        ),
        sa.CheckConstraint("(verdict = 'refused') = (refusal IS NOT NULL)", name=op.f("ck_claim_decisions_refused")),
        sa.CheckConstraint(
            "verdict <> 'cancelled' OR corrects_id IS NOT NULL", name=op.f("ck_claim_decisions_cancelled")
        ),
        sa.CheckConstraint("to_on IS NULL OR to_on > from_on", name=op.f("ck_claim_decisions_lasts")),
        sa.CheckConstraint("turn > 0 AND (turn = 1) = (corrects_id IS NULL)", name=op.f("ck_claim_decisions_turn")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_claim_decisions_by_account")),
        sa.ForeignKeyConstraint(["claim_id"], ["benefit_claims.id"], name=op.f("fk_claim_decisions_claim_id")),
        sa.ForeignKeyConstraint(
            ["corrects_id", "claim_id"],
            ["claim_decisions.id", "claim_decisions.claim_id"],
            name=op.f("fk_claim_decisions_corrects_id_claim_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_decisions")),
        sa.UniqueConstraint("claim_id", "turn", name=op.f("uq_claim_decisions_claim_id_turn")),
        sa.UniqueConstraint("corrects_id", name=op.f("uq_claim_decisions_corrects_id")),
        sa.UniqueConstraint("id", "claim_id", name=op.f("uq_claim_decisions_id_claim_id")),
    )
    with op.batch_alter_table("claim_decisions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_decisions_on_day"), ["on_day"], unique=False)

    op.create_table(
        "job_search_declarations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("due_from", sa.Date(), nullable=False),
        sa.Column("due_to", sa.Date(), nullable=False),
        sa.Column("declared_on", sa.Date(), nullable=False),
        sa.Column(
            "channel",
            sa.Enum(
                "online",
                "counter",
                "phone",
                "imported",
                name="channel",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "none", "has_job", "other", name="declaredstate", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("contacts", sa.Text(), nullable=False),
        sa.Column("about", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("job_from", sa.Date(), nullable=True),
        sa.Column("corrects_id", sa.Uuid(), nullable=True),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("(state = 'has_job') = (job_from IS NOT NULL)", name=op.f("ck_job_search_declarations_job")),
        sa.CheckConstraint(
            "due_to >= due_from AND declared_on >= due_from", name=op.f("ck_job_search_declarations_window")
        ),
        sa.CheckConstraint("month BETWEEN 1 AND 12", name=op.f("ck_job_search_declarations_month")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_job_search_declarations_by_account")),
        sa.ForeignKeyConstraint(["claim_id"], ["benefit_claims.id"], name=op.f("fk_job_search_declarations_claim_id")),
        sa.ForeignKeyConstraint(
            ["corrects_id", "claim_id", "month"],
            ["job_search_declarations.id", "job_search_declarations.claim_id", "job_search_declarations.month"],
            name=op.f("fk_job_search_declarations_corrects_id_claim_id_month"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_search_declarations")),
        sa.UniqueConstraint("corrects_id", name=op.f("uq_job_search_declarations_corrects_id")),
        sa.UniqueConstraint("id", "claim_id", "month", name=op.f("uq_job_search_declarations_id_claim_id_month")),
    )
    with op.batch_alter_table("job_search_declarations", schema=None) as batch_op:
        batch_op.create_index(
            "uq_job_search_declarations_first",
            ["claim_id", "month"],
            unique=True,
            sqlite_where=sa.text("corrects_id IS NULL"),
            postgresql_where=sa.text("corrects_id IS NULL"),
        )

    widen("journal", "kind", KINDS)


def downgrade() -> None:
    with op.batch_alter_table("job_search_declarations", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_job_search_declarations_first",
            sqlite_where=sa.text("corrects_id IS NULL"),
            postgresql_where=sa.text("corrects_id IS NULL"),
        )

    op.drop_table("job_search_declarations")
    with op.batch_alter_table("claim_decisions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_decisions_on_day"))

    op.drop_table("claim_decisions")
    op.drop_table("claim_appraisals")
    with op.batch_alter_table("benefit_events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_benefit_events_on_day"))

    op.drop_table("benefit_events")
    with op.batch_alter_table("benefit_claims", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_benefit_claims_seeker_id"))
        batch_op.drop_index(batch_op.f("ix_benefit_claims_centre_id_received_on"))

    op.drop_table("benefit_claims")
    widen("journal", "kind", [word for word in KINDS if word not in NEW_KINDS])
