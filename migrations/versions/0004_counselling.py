"""Consultations, their notes, corrections and withdrawals."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

from migrations.widening import widen

revision = "0004"
down_revision = "0003"
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
]
NEW_KINDS = {
    "consultation_recorded",
    "consultation_corrected",
    "consultation_withdrawn",
    "consultation_note_written",
}


def upgrade() -> None:
    op.create_table(
        "consultations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("corrects_id", sa.Uuid(), nullable=True),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("counsellor_id", sa.Uuid(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column(
            "client_kind",
            sa.Enum(
                "job_seeker",
                "benefit",
                "soldier",
                "student",
                "overseas",
                name="clientkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "way",
            sa.Enum(
                "counter", "phone", "online", "mobile", name="way", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("province_code", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=False),
        sa.Column("commune", sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column(
            "result",
            sa.Enum(
                "nothing",
                "referral",
                "fair",
                "training",
                "overseas",
                "appointment",
                name="result",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("client_key", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "(corrects_id IS NULL) = (because = '')", name=op.f("ck_consultations_corrected_with_reason")
        ),
        sa.CheckConstraint(
            "result <> 'appointment' OR next_on IS NOT NULL", name=op.f("ck_consultations_appointment_has_day")
        ),
        sa.CheckConstraint(
            "(corrects_id IS NULL) = (first_id = id)", name=op.f("ck_consultations_first_corrects_nothing")
        ),
        sa.CheckConstraint("minutes BETWEEN 1 AND 480", name=op.f("ck_consultations_minutes_possible")),
        sa.CheckConstraint("next_on IS NULL OR next_on > on_day", name=op.f("ck_consultations_next_later")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_consultations_centre_id")),
        sa.ForeignKeyConstraint(
            ["corrects_id", "first_id"],
            ["consultations.id", "consultations.first_id"],
            name=op.f("fk_consultations_corrects_id_first_id"),
        ),
        sa.ForeignKeyConstraint(["counsellor_id"], ["accounts.id"], name=op.f("fk_consultations_counsellor_id")),
        sa.ForeignKeyConstraint(["first_id"], ["consultations.id"], name=op.f("fk_consultations_first_id")),
        sa.ForeignKeyConstraint(["made_by"], ["accounts.id"], name=op.f("fk_consultations_made_by")),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_consultations_seeker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultations")),
        sa.UniqueConstraint("corrects_id", name=op.f("uq_consultations_corrects_id")),
        sa.UniqueConstraint("id", "first_id", name=op.f("uq_consultations_id_first_id")),
        sa.UniqueConstraint("made_by", "client_key", name=op.f("uq_consultations_made_by_client_key")),
    )
    with op.batch_alter_table("consultations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consultations_centre_id_on_day"), ["centre_id", "on_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_consultations_counsellor_id"), ["counsellor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_consultations_first_id"), ["first_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_consultations_on_day"), ["on_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_consultations_seeker_id"), ["seeker_id"], unique=False)

    op.create_table(
        "consultation_notes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("consultation_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("words", sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
        sa.Column(
            "privacy",
            sa.Enum("centre", "leads", name="privacy", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("words <> ''", name=op.f("ck_consultation_notes_has_words")),
        sa.CheckConstraint("version > 0", name=op.f("ck_consultation_notes_version_counted")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_consultation_notes_by_account")),
        sa.ForeignKeyConstraint(
            ["consultation_id"], ["consultations.id"], name=op.f("fk_consultation_notes_consultation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation_notes")),
        sa.UniqueConstraint("consultation_id", "version", name=op.f("uq_consultation_notes_consultation_id_version")),
    )
    op.create_table(
        "consultation_topics",
        sa.Column("consultation_id", sa.Uuid(), nullable=False),
        sa.Column(
            "topic",
            sa.Enum(
                "domestic",
                "overseas",
                "training",
                "law",
                "insurance",
                "other",
                name="topic",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["consultation_id"], ["consultations.id"], name=op.f("fk_consultation_topics_consultation_id")
        ),
        sa.PrimaryKeyConstraint("consultation_id", "topic", name=op.f("pk_consultation_topics")),
    )
    op.create_table(
        "consultation_withdrawals",
        sa.Column("consultation_id", sa.Uuid(), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_consultation_withdrawals_by_account")),
        sa.ForeignKeyConstraint(
            ["consultation_id"], ["consultations.id"], name=op.f("fk_consultation_withdrawals_consultation_id")
        ),
        sa.PrimaryKeyConstraint("consultation_id", name=op.f("pk_consultation_withdrawals")),
    )
    widen("journal", "kind", KINDS)


def downgrade() -> None:
    op.drop_table("consultation_withdrawals")
    op.drop_table("consultation_topics")
    op.drop_table("consultation_notes")
    with op.batch_alter_table("consultations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consultations_seeker_id"))
        batch_op.drop_index(batch_op.f("ix_consultations_on_day"))
        batch_op.drop_index(batch_op.f("ix_consultations_first_id"))
        batch_op.drop_index(batch_op.f("ix_consultations_counsellor_id"))
        batch_op.drop_index(batch_op.f("ix_consultations_centre_id_on_day"))

    op.drop_table("consultations")
    widen("journal", "kind", [word for word in KINDS if word not in NEW_KINDS])
