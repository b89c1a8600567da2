"""Support of vocational training, beside claims."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

from migrations.widening import widen

revision = "0009"
down_revision = "0008"
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
]
NEW_KINDS = {"benefit_training", "benefit_training_withdrawn"}


def upgrade() -> None:
    op.create_table(
        "training_supports",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("number", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("trade", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("school", sqlmodel.sql.sqltypes.AutoString(length=160), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("monthly", sa.BigInteger(), nullable=True),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("months BETWEEN 1 AND 6", name=op.f("ck_training_supports_months")),
        sa.CheckConstraint("monthly IS NULL OR monthly > 0", name=op.f("ck_training_supports_monthly")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_training_supports_by_account")),
        sa.ForeignKeyConstraint(["claim_id"], ["benefit_claims.id"], name=op.f("fk_training_supports_claim_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_supports")),
        sa.UniqueConstraint("claim_id", "number", name=op.f("uq_training_supports_claim_id_number")),
    )
    op.create_index("ix_training_supports_on_day", "training_supports", ["on_day"])
    op.create_table(
        "training_withdrawals",
        sa.Column("support_id", sa.Uuid(), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_training_withdrawals_by_account")),
        sa.ForeignKeyConstraint(
            ["support_id"], ["training_supports.id"], name=op.f("fk_training_withdrawals_support_id")
        ),
        sa.PrimaryKeyConstraint("support_id", name=op.f("pk_training_withdrawals")),
    )
    widen("journal", "kind", KINDS)


def downgrade() -> None:
    op.drop_table("training_withdrawals")
    op.drop_index("ix_training_supports_on_day", table_name="training_supports")
    op.drop_table("training_supports")
    widen("journal", "kind", [word for word in KINDS if word not in NEW_KINDS])
