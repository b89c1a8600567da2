"""Periods, yearly plans, and figures that other offices declare."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

from migrations.widening import widen

revision = "0011"
down_revision = "0010"
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
    "consultation_recorded",
    "consultation_corrected",
    "consultation_withdrawn",
    "consultation_note_written",
    "referral_issued",
    "referral_presented",
    "referral_answered",
    "referral_answer_revoked",
    "referral_cancelled",
    "referral_link_renewed",
    "referral_followed_up",
    "group_talk_recorded",
    "group_talk_corrected",
    "group_talk_withdrawn",
    "group_talk_list_taken",
    "group_talk_attended",
    "group_talk_left",
    "heads_declared",
    "heads_withdrawn",
    "check_in_opened",
    "check_in_closed",
    "cohort_opened",
    "cohort_list_taken",
    "cohort_joined",
    "cohort_left",
    "cohort_invited",
    "cohort_path_chosen",
    "cohort_trained",
    "cohort_placed",
    "cohort_step_withdrawn",
    "intake_taken",
    "intake_undone",
    "seeker_removed",
    "benefit_withdrawn",
    "appointment_settled",
    "benefit_training",
    "benefit_training_withdrawn",
    "placement_entered",
    "placement_opened",
    "placement_proved",
    "placement_proof_withdrawn",
    "placement_ended",
    "placement_end_withdrawn",
    "placement_cancelled",
    "placements_joined",
    "placements_parted",
    "placement_claimed",
    "placement_disputed",
    "placement_settled",
    "document_opened",
    "period_made",
    "figure_declared",
    "figure_withdrawn",
    "plan_set",
]
NEW_KINDS = {"period_made", "figure_declared", "figure_withdrawn", "plan_set"}


def upgrade() -> None:
    op.create_table(
        "periods",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "month",
                "quarter",
                "half",
                "nine_months",
                "year",
                "other",
                name="periodkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "calendar",
            sa.Enum("administrative", "civil", name="calendar", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("code", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("label", sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
        sa.Column("compares_id", sa.Uuid(), nullable=True),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("kind = 'other' OR compares_id IS NULL", name=op.f("ck_periods_regular_compares_by_itself")),
        sa.CheckConstraint("last_day >= first_day", name=op.f("ck_periods_forwards")),
        sa.CheckConstraint("ordinal BETWEEN 0 AND 12", name=op.f("ck_periods_ordinal")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_periods_by_account")),
        sa.ForeignKeyConstraint(["compares_id"], ["periods.id"], name=op.f("fk_periods_compares_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_periods")),
        sa.UniqueConstraint("code", name=op.f("uq_periods_code")),
    )
    op.create_index(op.f("ix_periods_first_day"), "periods", ["first_day"], unique=False)
    op.create_index(
        "uq_periods_regular",
        "periods",
        ["calendar", "kind", "year", "ordinal"],
        unique=True,
        sqlite_where=sa.text("kind <> 'other'"),
        postgresql_where=sa.text("kind <> 'other'"),
    )
    op.create_table(
        "plan_targets",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("indicator", sqlmodel.sql.sqltypes.AutoString(length=40), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("target", sa.BigInteger(), nullable=True),
        sa.Column("inferred", sa.Boolean(), nullable=False),
        sa.Column("document", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("document <> ''", name=op.f("ck_plan_targets_has_document")),
        sa.CheckConstraint("turn > 0 AND (turn > 1 OR because = '')", name=op.f("ck_plan_targets_turn")),
        sa.CheckConstraint("target IS NULL OR target > 0", name=op.f("ck_plan_targets_target")),
        sa.CheckConstraint("turn > 1 OR target IS NOT NULL", name=op.f("ck_plan_targets_taken_back_later")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_plan_targets_by_account")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_plan_targets_centre_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_targets")),
        sa.UniqueConstraint(
            "centre_id", "year", "indicator", "turn", name=op.f("uq_plan_targets_centre_id_year_indicator_turn")
        ),
    )
    op.create_table(
        "declared_figures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("period_id", sa.Uuid(), nullable=False),
        sa.Column("indicator", sqlmodel.sql.sqltypes.AutoString(length=40), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column(
            "qualifier",
            sa.Enum("exact", "about", "over", name="qualifier", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("percent", sa.Integer(), nullable=True),
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("document", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("client_key", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("source <> '' AND document <> ''", name=op.f("ck_declared_figures_sourced")),
        sa.CheckConstraint("turn > 0 AND (turn > 1 OR because = '')", name=op.f("ck_declared_figures_turn")),
        sa.CheckConstraint("percent IS NULL OR percent >= 0", name=op.f("ck_declared_figures_percent")),
        sa.CheckConstraint("value >= 0", name=op.f("ck_declared_figures_value")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_declared_figures_by_account")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_declared_figures_centre_id")),
        sa.ForeignKeyConstraint(["period_id"], ["periods.id"], name=op.f("fk_declared_figures_period_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_declared_figures")),
        sa.UniqueConstraint("by_account", "client_key", name=op.f("uq_declared_figures_by_account_client_key")),
        sa.UniqueConstraint(
            "centre_id",
            "period_id",
            "indicator",
            "turn",
            name=op.f("uq_declared_figures_centre_id_period_id_indicator_turn"),
        ),
    )
    op.create_index(op.f("ix_declared_figures_period_id"), "declared_figures", ["period_id"], unique=False)
    op.create_table(
        "declared_withdrawals",
        sa.Column("declared_id", sa.Uuid(), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_declared_withdrawals_by_account")),
        sa.ForeignKeyConstraint(
            ["declared_id"], ["declared_figures.id"], name=op.f("fk_declared_withdrawals_declared_id")
        ),
        sa.PrimaryKeyConstraint("declared_id", name=op.f("pk_declared_withdrawals")),
    )
    widen("journal", "kind", KINDS)


def downgrade() -> None:
    op.drop_table("declared_withdrawals")
    op.drop_index(op.f("ix_declared_figures_period_id"), table_name="declared_figures")
    op.drop_table("declared_figures")
    op.drop_table("plan_targets")
    op.drop_index(
        "uq_periods_regular",
        table_name="periods",
        sqlite_where=sa.text("kind <> 'other'"),
        postgresql_where=sa.text("kind <> 'other'"),
    )
    op.drop_index(op.f("ix_periods_first_day"), table_name="periods")
    op.drop_table("periods")
    widen("journal", "kind", [word for word in KINDS if word not in NEW_KINDS])
