"""What becomes of appointments."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

from migrations.widening import widen

revision = "0008"
down_revision = "0007"
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
]
NEW_KINDS = {"appointment_settled"}


def upgrade() -> None:
    op.create_table(
        "appointment_steps",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("consultation_id", sa.Uuid(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column(
            "settled",
            sa.Enum(
                "moved",
                "done",
                "missed",
                "dropped",
                name="settled",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("to_day", sa.Date(), nullable=True),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("turn > 0", name=op.f("ck_appointment_steps_turn")),
        sa.CheckConstraint("(settled = 'moved') = (to_day IS NOT NULL)", name=op.f("ck_appointment_steps_moved_to")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_appointment_steps_by_account")),
        sa.ForeignKeyConstraint(
            ["consultation_id"], ["consultations.id"], name=op.f("fk_appointment_steps_consultation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment_steps")),
        sa.UniqueConstraint("consultation_id", "turn", name=op.f("uq_appointment_steps_consultation_id_turn")),
    )
    op.create_index("ix_consultations_centre_id_next_on", "consultations", ["centre_id", "next_on"])
    op.create_index("ix_consultations_seeker_id_on_day", "consultations", ["seeker_id", "on_day"])
    op.drop_index("ix_consultations_seeker_id", table_name="consultations")
    widen("journal", "kind", KINDS)


def downgrade() -> None:
    op.create_index("ix_consultations_seeker_id", "consultations", ["seeker_id"])
    op.drop_index("ix_consultations_seeker_id_on_day", table_name="consultations")
    op.drop_index("ix_consultations_centre_id_next_on", table_name="consultations")
    op.drop_table("appointment_steps")
    widen("journal", "kind", [word for word in KINDS if word not in NEW_KINDS])
