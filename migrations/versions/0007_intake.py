"""Registers taken in from spreadsheets, and claims that are taken back with them."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

from migrations.widening import widen

revision = "0007"
down_revision = "0006"
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
]
NEW_KINDS = {"intake_taken", "intake_undone", "seeker_removed", "benefit_withdrawn"}


def upgrade() -> None:
    op.create_table(
        "intakes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "people",
                "consultations",
                "claims",
                name="register",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("file_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("sheet", sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
        sa.Column("digest", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
        sa.Column("headings", sa.JSON(), nullable=False),
        sa.Column("heading_key", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=True),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=True),
        sa.Column(
            "work",
            sa.Enum("checking", "taking", "undoing", name="work", native_enum=False, create_constraint=True, length=32),
            nullable=True,
        ),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("checked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("started_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("started_by", sa.Uuid(), nullable=True),
        sa.Column("finished_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("undo_because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("undo_by", sa.Uuid(), nullable=True),
        sa.Column("undo_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("undone_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "(undo_at IS NULL) = (undo_by IS NULL) AND (undo_at IS NULL) = (undo_because = '')",
            name=op.f("ck_intakes_undone"),
        ),
        sa.CheckConstraint("(started_at IS NULL) = (started_by IS NULL)", name=op.f("ck_intakes_started")),
        sa.CheckConstraint("finished_at IS NULL OR started_at IS NOT NULL", name=op.f("ck_intakes_finished")),
        sa.CheckConstraint("rows > 0 AND parts > 0 AND part BETWEEN 0 AND parts", name=op.f("ck_intakes_rows_counted")),
        sa.CheckConstraint("undone_at IS NULL OR undo_at IS NOT NULL", name=op.f("ck_intakes_taken_back")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_intakes_by_account")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_intakes_centre_id")),
        sa.ForeignKeyConstraint(["started_by"], ["accounts.id"], name=op.f("fk_intakes_started_by")),
        sa.ForeignKeyConstraint(["undo_by"], ["accounts.id"], name=op.f("fk_intakes_undo_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intakes")),
        sa.UniqueConstraint("by_account", "request_id", name=op.f("uq_intakes_by_account_request_id")),
    )
    with op.batch_alter_table("intakes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_intakes_centre_id_at"), ["centre_id", "at"], unique=False)

    op.create_table(
        "intake_lines",
        sa.Column("intake_id", sa.Uuid(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column(
            "verdict",
            sa.Enum(
                "new",
                "doubted",
                "likely",
                "known",
                "refused",
                name="verdict",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=True),
        sa.Column("id_key", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=True),
        sa.Column("name_key", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=True),
        sa.Column("mark", sqlmodel.sql.sqltypes.AutoString(length=40), nullable=False),
        sa.Column("opens", sa.Boolean(), nullable=False),
        sa.Column(
            "choice",
            sa.Enum("skip", "link", "create", name="choice", native_enum=False, create_constraint=True, length=32),
            nullable=True,
        ),
        sa.ForeignKeyConstraint(["intake_id"], ["intakes.id"], name=op.f("fk_intake_lines_intake_id")),
        sa.PrimaryKeyConstraint("intake_id", "line", name=op.f("pk_intake_lines")),
    )
    with op.batch_alter_table("intake_lines", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_intake_lines_intake_id_id_key"), ["intake_id", "id_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_intake_lines_intake_id_mark"), ["intake_id", "mark"], unique=False)
        batch_op.create_index(batch_op.f("ix_intake_lines_intake_id_name_key"), ["intake_id", "name_key"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_intake_lines_intake_id_verdict_line"), ["intake_id", "verdict", "line"], unique=False
        )

    op.create_table(
        "intake_parts",
        sa.Column("intake_id", sa.Uuid(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["intake_id"], ["intakes.id"], name=op.f("fk_intake_parts_intake_id")),
        sa.PrimaryKeyConstraint("intake_id", "part", name=op.f("pk_intake_parts")),
    )
    op.create_table(
        "intake_takings",
        sa.Column("intake_id", sa.Uuid(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column("made_file", sa.Boolean(), nullable=False),
        sa.Column("fact_id", sa.Uuid(), nullable=True),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column(
            "gone",
            sa.Enum(
                "withdrawn",
                "removed",
                "emptied",
                "file_kept",
                "kept",
                name="gone",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("gone_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.CheckConstraint("(gone IS NULL) = (gone_at IS NULL)", name=op.f("ck_intake_takings_gone_when")),
        sa.ForeignKeyConstraint(["intake_id"], ["intakes.id"], name=op.f("fk_intake_takings_intake_id")),
        sa.PrimaryKeyConstraint("intake_id", "line", name=op.f("pk_intake_takings")),
        sa.UniqueConstraint("fact_id", name=op.f("uq_intake_takings_fact_id")),
    )
    with op.batch_alter_table("intake_takings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_intake_takings_seeker_id"), ["seeker_id"], unique=False)

    op.create_table(
        "claim_withdrawals",
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_claim_withdrawals_by_account")),
        sa.ForeignKeyConstraint(["claim_id"], ["benefit_claims.id"], name=op.f("fk_claim_withdrawals_claim_id")),
        sa.PrimaryKeyConstraint("claim_id", name=op.f("pk_claim_withdrawals")),
    )
    widen("journal", "kind", KINDS)


def downgrade() -> None:
    op.drop_table("claim_withdrawals")
    with op.batch_alter_table("intake_takings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_intake_takings_seeker_id"))

    op.drop_table("intake_takings")
    op.drop_table("intake_parts")
    with op.batch_alter_table("intake_lines", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_intake_lines_intake_id_verdict_line"))
        batch_op.drop_index(batch_op.f("ix_intake_lines_intake_id_name_key"))
        batch_op.drop_index(batch_op.f("ix_intake_lines_intake_id_mark"))
        batch_op.drop_index(batch_op.f("ix_intake_lines_intake_id_id_key"))

    op.drop_table("intake_lines")
    with op.batch_alter_table("intakes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_intakes_centre_id_at"))

    op.drop_table("intakes")
    widen("journal", "kind", [word for word in KINDS if word not in NEW_KINDS])
