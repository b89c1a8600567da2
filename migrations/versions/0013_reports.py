"""What centres write of their reports: templates, paragraphs, heads and feet of papers."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

from migrations.widening import widen

revision = "0013"
down_revision = "0012"
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
    "report_prepared",
    "report_checked",
    "report_approved",
    "report_returned",
    "period_closed",
    "correction_booked",
    "sample_drawn",
    "sample_recalled",
    "report_template_kept",
    "report_paragraph_written",
    "report_paper_written",
]
NEW_KINDS = {"report_template_kept", "report_paragraph_written", "report_paper_written"}


def upgrade() -> None:
    op.create_table(
        "report_templates",
        *_begun(),
        sa.Column("text", sa.Text(), nullable=False),
        _text("file_name", 200),
        *_ended("report_templates"),
        sa.UniqueConstraint("centre_id", "version", name=op.f("uq_report_templates_centre_id_version")),
    )
    op.create_table(
        "report_paragraphs",
        *_begun(),
        _text("period", 40),
        sa.Column(
            "key",
            sa.Enum(
                "ahead", "behind", "next", name="paragraphkey", native_enum=False, length=32, create_constraint=True
            ),
            nullable=False,
        ),
        sa.Column("text", sa.Text(), nullable=False),
        *_ended("report_paragraphs"),
        sa.UniqueConstraint(
            "centre_id", "period", "key", "version", name=op.f("uq_report_paragraphs_centre_id_period_key_version")
        ),
    )
    op.create_table(
        "report_papers",
        *_begun(),
        _text("period", 40),
        sa.Column("number", sa.Integer(), nullable=True),
        _text("symbol", 40),
        sa.Column("day", sa.Date(), nullable=False),
        _text("subject", 300),
        *(_text(name, 200) for name in ("agency_above", "agency", "place", "authority", "title", "signed_by")),
        *(_text(name, 2_000) for name in ("dear", "bases", "recipients")),
        *_ended("report_papers"),
        sa.CheckConstraint("number IS NULL OR number > 0", name=op.f("ck_report_papers_number")),
        sa.UniqueConstraint("centre_id", "period", "version", name=op.f("uq_report_papers_centre_id_period_version")),
    )
    widen("journal", "kind", KINDS)


def downgrade() -> None:
    for table in ("report_papers", "report_paragraphs", "report_templates"):
        op.drop_table(table)
    widen("journal", "kind", [word for word in KINDS if word not in NEW_KINDS])


def _begun() -> tuple[sa.Column, ...]:
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    )


def _text(name: str, longest: int) -> sa.Column:
    return sa.Column(name, sqlmodel.sql.sqltypes.AutoString(length=longest), nullable=False)


def _ended(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("version > 0", name=op.f(f"ck_{table}_version")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f(f"fk_{table}_centre_id")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f(f"fk_{table}_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
