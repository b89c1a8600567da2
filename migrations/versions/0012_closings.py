"""Steps of reports, closed periods with the ids behind each figure, their corrections, and audit samples."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

from migrations.widening import widen

revision = "0012"
down_revision = "0011"
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
]
NEW_KINDS = {
    "report_prepared",
    "report_checked",
    "report_approved",
    "report_returned",
    "period_closed",
    "correction_booked",
    "sample_drawn",
    "sample_recalled",
}
KEPT = (
    "report_steps", "closings", "closed_figures", "closed_records", "closed_parts", "corrections",
    "carried_corrections", "audit_samples", "audit_sample_records", "audit_recalls",
)  # fmt: skip
_SAID = "it was closed and is never changed"
_FUNCTION = f"""CREATE OR REPLACE FUNCTION closed_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{_SAID}'; END $$"""


def upgrade() -> None:
    op.create_table(
        "closings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("period_id", sa.Uuid(), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_closings_by_account")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_closings_centre_id")),
        sa.ForeignKeyConstraint(["period_id"], ["periods.id"], name=op.f("fk_closings_period_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closings")),
        sa.UniqueConstraint("centre_id", "period_id", name=op.f("uq_closings_centre_id_period_id")),
    )
    op.create_index(op.f("ix_closings_period_id"), "closings", ["period_id"], unique=False)
    op.create_table(
        "report_steps",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("period_id", sa.Uuid(), nullable=False),
        sa.Column(
            "part",
            sa.Enum(
                "jobs",
                "counselling",
                "fairs",
                "placements",
                "insurance",
                "training",
                "merit",
                "protection",
                "evils",
                "procedures",
                name="part",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column(
            "act",
            sa.Enum(
                "prepared",
                "checked",
                "approved",
                "returned",
                name="act",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("(act = 'returned') = (because <> '')", name=op.f("ck_report_steps_returned_with_reason")),
        sa.CheckConstraint("turn > 0", name=op.f("ck_report_steps_turn")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_report_steps_by_account")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_report_steps_centre_id")),
        sa.ForeignKeyConstraint(["period_id"], ["periods.id"], name=op.f("fk_report_steps_period_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_steps")),
        sa.UniqueConstraint(
            "centre_id", "period_id", "part", "turn", name=op.f("uq_report_steps_centre_id_period_id_part_turn")
        ),
    )
    op.create_table(
        "closed_figures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("closing_id", sa.Uuid(), nullable=False),
        sa.Column("indicator", sqlmodel.sql.sqltypes.AutoString(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=True),
        sa.Column(
            "qualifier",
            sa.Enum("exact", "about", "over", name="qualifier", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("so_far", sa.BigInteger(), nullable=True),
        sa.Column("plan", sa.BigInteger(), nullable=True),
        sa.Column("planned", sa.Integer(), nullable=False),
        sa.Column("before", sa.BigInteger(), nullable=True),
        sa.Column("inferred", sa.Boolean(), nullable=False),
        sa.Column(
            "origin",
            sa.Enum("counted", "declared", name="origin", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("declared", sa.JSON(), nullable=False),
        sa.Column("many", sa.Integer(), nullable=False),
        sa.CheckConstraint("many >= 0", name=op.f("ck_closed_figures_many")),
        sa.ForeignKeyConstraint(["closing_id"], ["closings.id"], name=op.f("fk_closed_figures_closing_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closed_figures")),
        sa.UniqueConstraint("closing_id", "indicator", name=op.f("uq_closed_figures_closing_id_indicator")),
    )
    op.create_table(
        "corrections",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("closing_id", sa.Uuid(), nullable=False),
        sa.Column("indicator", sqlmodel.sql.sqltypes.AutoString(length=40), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("before", sa.BigInteger(), nullable=True),
        sa.Column("after", sa.BigInteger(), nullable=True),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("came", sa.LargeBinary(), nullable=False),
        sa.Column("went", sa.LargeBinary(), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("because <> ''", name=op.f("ck_corrections_with_reason")),
        sa.CheckConstraint("turn > 0", name=op.f("ck_corrections_turn")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_corrections_by_account")),
        sa.ForeignKeyConstraint(["closing_id"], ["closings.id"], name=op.f("fk_corrections_closing_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrections")),
        sa.UniqueConstraint("closing_id", "indicator", "turn", name=op.f("uq_corrections_closing_id_indicator_turn")),
    )
    op.create_table(
        "audit_samples",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("figure_id", sa.Uuid(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("seed", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("turn > 0 AND (turn > 1) = (because <> '')", name=op.f("ck_audit_samples_turn")),
        sa.CheckConstraint("size > 0", name=op.f("ck_audit_samples_size")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_audit_samples_by_account")),
        sa.ForeignKeyConstraint(["figure_id"], ["closed_figures.id"], name=op.f("fk_audit_samples_figure_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_samples")),
        sa.UniqueConstraint("figure_id", "turn", name=op.f("uq_audit_samples_figure_id_turn")),
    )
    op.create_table(
        "carried_corrections",
        sa.Column("correction_id", sa.Uuid(), nullable=False),
        sa.Column("closing_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["closing_id"], ["closings.id"], name=op.f("fk_carried_corrections_closing_id")),
        sa.ForeignKeyConstraint(
            ["correction_id"], ["corrections.id"], name=op.f("fk_carried_corrections_correction_id")
        ),
        sa.PrimaryKeyConstraint("correction_id", name=op.f("pk_carried_corrections")),
    )
    op.create_index(op.f("ix_carried_corrections_closing_id"), "carried_corrections", ["closing_id"], unique=False)
    op.create_table(
        "closed_parts",
        sa.Column("figure_id", sa.Uuid(), nullable=False),
        sa.Column("breakdown", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
        sa.Column("part", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("label", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("many", sa.Integer(), nullable=False),
        sa.Column("members", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["figure_id"], ["closed_figures.id"], name=op.f("fk_closed_parts_figure_id")),
        sa.PrimaryKeyConstraint("figure_id", "breakdown", "part", name=op.f("pk_closed_parts")),
    )
    op.create_table(
        "closed_records",
        sa.Column("figure_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("ids", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["figure_id"], ["closed_figures.id"], name=op.f("fk_closed_records_figure_id")),
        sa.PrimaryKeyConstraint("figure_id", "number", name=op.f("pk_closed_records")),
    )
    op.create_table(
        "audit_sample_records",
        sa.Column("sample_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["sample_id"], ["audit_samples.id"], name=op.f("fk_audit_sample_records_sample_id")),
        sa.PrimaryKeyConstraint("sample_id", "place", name=op.f("pk_audit_sample_records")),
        sa.UniqueConstraint("sample_id", "record_id", name=op.f("uq_audit_sample_records_sample_id_record_id")),
    )
    op.create_table(
        "audit_recalls",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sample_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column(
            "found",
            sa.Enum(
                "confirmed",
                "not_confirmed",
                "not_reached",
                name="recalled",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("turn > 0", name=op.f("ck_audit_recalls_turn")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_audit_recalls_by_account")),
        sa.ForeignKeyConstraint(
            ["sample_id", "place"],
            ["audit_sample_records.sample_id", "audit_sample_records.place"],
            name=op.f("fk_audit_recalls_sample_id_place"),
        ),
        sa.ForeignKeyConstraint(["sample_id"], ["audit_samples.id"], name=op.f("fk_audit_recalls_sample_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_recalls")),
        sa.UniqueConstraint("sample_id", "place", "turn", name=op.f("uq_audit_recalls_sample_id_place_turn")),
    )
    _keep()
    widen("journal", "kind", KINDS)


def _keep() -> None:
    """What was written stays: the database refuses to change or delete it."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_FUNCTION)
        for table in KEPT:
            trigger = f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table}"
            op.execute(f"{trigger} FOR EACH STATEMENT EXECUTE FUNCTION closed_refuse()")
        return
    for table in KEPT:
        for verb in ("UPDATE", "DELETE"):
            trigger = f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}"
            op.execute(f"{trigger} BEGIN SELECT RAISE(ABORT, '{_SAID}'); END")


def downgrade() -> None:
    op.drop_table("audit_recalls")
    op.drop_table("audit_sample_records")
    op.drop_table("closed_records")
    op.drop_table("closed_parts")
    op.drop_index(op.f("ix_carried_corrections_closing_id"), table_name="carried_corrections")
    op.drop_table("carried_corrections")
    op.drop_table("audit_samples")
    op.drop_table("corrections")
    op.drop_table("closed_figures")
    op.drop_table("report_steps")
    op.drop_index(op.f("ix_closings_period_id"), table_name="closings")
    op.drop_table("closings")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION closed_refuse()")
    widen("journal", "kind", [word for word in KINDS if word not in NEW_KINDS])
