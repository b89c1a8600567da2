"""Referral slips: their addresses, answers, revocations, cancellations and follow-ups."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

from migrations.widening import widen

revision = "0005"
down_revision = "0004"
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
]
NEW_KINDS = {
    "referral_issued",
    "referral_presented",
    "referral_answered",
    "referral_answer_revoked",
    "referral_cancelled",
    "referral_link_renewed",
    "referral_followed_up",
}


def upgrade() -> None:
    op.create_table(
        "referrals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("province_code", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column("consultation_id", sa.Uuid(), nullable=True),
        sa.Column("vacancy_id", sa.Uuid(), nullable=True),
        sa.Column("employer_id", sa.Uuid(), nullable=True),
        sa.Column("employer", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("address", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("position", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("issued_by", sa.Uuid(), nullable=False),
        sa.Column("client_key", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("employer <> '' AND position <> ''", name=op.f("ck_referrals_addressed")),
        sa.CheckConstraint(
            "(vacancy_id IS NULL) = (employer_id IS NULL)", name=op.f("ck_referrals_vacancy_has_employer")
        ),
        sa.CheckConstraint("number > 0", name=op.f("ck_referrals_numbered")),
        sa.CheckConstraint("valid_until >= issued_on", name=op.f("ck_referrals_valid_from_issue")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_referrals_centre_id")),
        sa.ForeignKeyConstraint(["consultation_id"], ["consultations.id"], name=op.f("fk_referrals_consultation_id")),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_referrals_employer_id")),
        sa.ForeignKeyConstraint(["issued_by"], ["accounts.id"], name=op.f("fk_referrals_issued_by")),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_referrals_seeker_id")),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name=op.f("fk_referrals_vacancy_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referrals")),
        sa.UniqueConstraint("centre_id", "year", "number", name=op.f("uq_referrals_centre_id_year_number")),
        sa.UniqueConstraint("issued_by", "client_key", name=op.f("uq_referrals_issued_by_client_key")),
    )
    with op.batch_alter_table("referrals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referrals_centre_id_issued_on"), ["centre_id", "issued_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_referrals_consultation_id"), ["consultation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referrals_employer_id"), ["employer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referrals_issued_on"), ["issued_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_referrals_seeker_id"), ["seeker_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referrals_vacancy_id"), ["vacancy_id"], unique=False)

    op.create_table(
        "referral_answers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("referral_id", sa.Uuid(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "hired", "not_hired", "no_show", name="answered", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column(
            "contract",
            sa.Enum(
                "indefinite",
                "from_12_to_36",
                "under_12",
                "probation",
                name="agreedcontract",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "cause",
            sa.Enum(
                "skill",
                "experience",
                "health",
                "filled",
                "terms",
                "declined",
                "other",
                name="nothiredbecause",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("words", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("said_by", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column(
            "source",
            sa.Enum(
                "link",
                "stub",
                "phone",
                "mail",
                name="answersource",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("client_key", sa.Uuid(), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=True),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "(answer = 'hired') = (contract IS NOT NULL)", name=op.f("ck_referral_answers_hired_with_contract")
        ),
        sa.CheckConstraint(
            "(answer = 'hired') = (started_on IS NOT NULL)", name=op.f("ck_referral_answers_hired_with_day")
        ),
        sa.CheckConstraint(
            "(answer = 'not_hired') = (cause IS NOT NULL)", name=op.f("ck_referral_answers_not_hired_with_cause")
        ),
        sa.CheckConstraint(
            "(source = 'link') = (by_account IS NULL)", name=op.f("ck_referral_answers_written_by_whom")
        ),
        sa.CheckConstraint(
            "coalesce(cause, '') <> 'other' OR words <> ''", name=op.f("ck_referral_answers_other_with_words")
        ),
        sa.CheckConstraint("turn > 0", name=op.f("ck_referral_answers_turn_counted")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_referral_answers_by_account")),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_referral_answers_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_answers")),
        sa.UniqueConstraint("id", "referral_id", name=op.f("uq_referral_answers_id_referral_id")),
        sa.UniqueConstraint("referral_id", "client_key", name=op.f("uq_referral_answers_referral_id_client_key")),
        sa.UniqueConstraint("referral_id", "turn", name=op.f("uq_referral_answers_referral_id_turn")),
    )
    op.create_table(
        "referral_cancellations",
        sa.Column("referral_id", sa.Uuid(), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_referral_cancellations_by_account")),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_referral_cancellations_referral_id")),
        sa.PrimaryKeyConstraint("referral_id", name=op.f("pk_referral_cancellations")),
    )
    op.create_table(
        "referral_links",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("referral_id", sa.Uuid(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("turn > 0", name=op.f("ck_referral_links_turn_counted")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_referral_links_by_account")),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_referral_links_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_links")),
        sa.UniqueConstraint("referral_id", "turn", name=op.f("uq_referral_links_referral_id_turn")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_referral_links_secret_hash")),
    )
    op.create_table(
        "referral_presentations",
        sa.Column("referral_id", sa.Uuid(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column(
            "source",
            sa.Enum("employer", "person", name="presentedsource", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("by_account", sa.Uuid(), nullable=True),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "by_account IS NOT NULL OR source = 'employer'", name=op.f("ck_referral_presentations_said_by_whom")
        ),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_referral_presentations_by_account")),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_referral_presentations_referral_id")),
        sa.PrimaryKeyConstraint("referral_id", name=op.f("pk_referral_presentations")),
    )
    op.create_table(
        "referral_answer_revocations",
        sa.Column("answer_id", sa.Uuid(), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["referral_answers.id"], name=op.f("fk_referral_answer_revocations_answer_id")
        ),
        sa.ForeignKeyConstraint(
            ["by_account"], ["accounts.id"], name=op.f("fk_referral_answer_revocations_by_account")
        ),
        sa.PrimaryKeyConstraint("answer_id", name=op.f("pk_referral_answer_revocations")),
    )
    op.create_table(
        "referral_follow_ups",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("referral_id", sa.Uuid(), nullable=False),
        sa.Column("answer_id", sa.Uuid(), nullable=False),
        sa.Column(
            "milestone",
            sa.Enum("month_1", "month_3", name="milestone", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column(
            "found",
            sa.Enum(
                "at_work", "left", "not_reached", name="found", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column(
            "how",
            sa.Enum(
                "phone",
                "employer",
                "counter",
                "message",
                name="askedhow",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("turn > 0", name=op.f("ck_referral_follow_ups_turn_counted")),
        sa.ForeignKeyConstraint(
            ["answer_id", "referral_id"],
            ["referral_answers.id", "referral_answers.referral_id"],
            name=op.f("fk_referral_follow_ups_answer_id_referral_id"),
        ),
        sa.ForeignKeyConstraint(["answer_id"], ["referral_answers.id"], name=op.f("fk_referral_follow_ups_answer_id")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_referral_follow_ups_by_account")),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_referral_follow_ups_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_follow_ups")),
        sa.UniqueConstraint(
            "answer_id", "milestone", "turn", name=op.f("uq_referral_follow_ups_answer_id_milestone_turn")
        ),
    )
    with op.batch_alter_table("referral_follow_ups", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_follow_ups_referral_id"), ["referral_id"], unique=False)
    widen("journal", "kind", KINDS)


def downgrade() -> None:
    with op.batch_alter_table("referral_follow_ups", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_follow_ups_referral_id"))

    op.drop_table("referral_follow_ups")
    op.drop_table("referral_answer_revocations")
    op.drop_table("referral_presentations")
    op.drop_table("referral_links")
    op.drop_table("referral_cancellations")
    op.drop_table("referral_answers")
    with op.batch_alter_table("referrals", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referrals_vacancy_id"))
        batch_op.drop_index(batch_op.f("ix_referrals_seeker_id"))
        batch_op.drop_index(batch_op.f("ix_referrals_issued_on"))
        batch_op.drop_index(batch_op.f("ix_referrals_employer_id"))
        batch_op.drop_index(batch_op.f("ix_referrals_consultation_id"))
        batch_op.drop_index(batch_op.f("ix_referrals_centre_id_issued_on"))

    op.drop_table("referrals")
    widen("journal", "kind", [word for word in KINDS if word not in NEW_KINDS])
