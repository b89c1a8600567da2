"""Group talks with their lists and declared heads; cohorts of demobilised soldiers."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

from migrations.widening import widen

revision = "0006"
down_revision = "0005"
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
]
NEW_KINDS = {
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
}


def upgrade() -> None:
    op.create_table(
        "cohorts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("batch", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
        sa.Column("batch_fold", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
        sa.Column("unit", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("unit_fold", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("commune", sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
        sa.Column("commune_fold", sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
        sa.Column("province_code", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=False),
        sa.Column("discharged_on", sa.Date(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("batch <> ''", name=op.f("ck_cohorts_has_batch")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_cohorts_centre_id")),
        sa.ForeignKeyConstraint(["made_by"], ["accounts.id"], name=op.f("fk_cohorts_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohorts")),
        sa.UniqueConstraint(
            "centre_id",
            "batch_fold",
            "unit_fold",
            "commune_fold",
            name=op.f("uq_cohorts_centre_id_batch_fold_unit_fold_commune_fold"),
        ),
    )
    op.create_table(
        "group_talks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("corrects_id", sa.Uuid(), nullable=True),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("holder_id", sa.Uuid(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=160), nullable=False),
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
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("client_key", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("(corrects_id IS NULL) = (because = '')", name=op.f("ck_group_talks_corrected_with_reason")),
        sa.CheckConstraint("title <> ''", name=op.f("ck_group_talks_has_title")),
        sa.CheckConstraint(
            "(corrects_id IS NULL) = (first_id = id)", name=op.f("ck_group_talks_first_corrects_nothing")
        ),
        sa.CheckConstraint("minutes BETWEEN 1 AND 480", name=op.f("ck_group_talks_minutes_possible")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_group_talks_centre_id")),
        sa.ForeignKeyConstraint(
            ["corrects_id", "first_id"],
            ["group_talks.id", "group_talks.first_id"],
            name=op.f("fk_group_talks_corrects_id_first_id"),
        ),
        sa.ForeignKeyConstraint(["first_id"], ["group_talks.id"], name=op.f("fk_group_talks_first_id")),
        sa.ForeignKeyConstraint(["holder_id"], ["accounts.id"], name=op.f("fk_group_talks_holder_id")),
        sa.ForeignKeyConstraint(["made_by"], ["accounts.id"], name=op.f("fk_group_talks_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_talks")),
        sa.UniqueConstraint("corrects_id", name=op.f("uq_group_talks_corrects_id")),
        sa.UniqueConstraint("id", "first_id", name=op.f("uq_group_talks_id_first_id")),
        sa.UniqueConstraint("made_by", "client_key", name=op.f("uq_group_talks_made_by_client_key")),
    )
    with op.batch_alter_table("group_talks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_group_talks_centre_id_on_day"), ["centre_id", "on_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_group_talks_first_id"), ["first_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_group_talks_on_day"), ["on_day"], unique=False)

    op.create_table(
        "attendances",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("talk_id", sa.Uuid(), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column(
            "how",
            sa.Enum(
                "desk",
                "list",
                "check_in",
                "check_in_matched",
                name="attendedby",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("turn > 0", name=op.f("ck_attendances_turn_counted")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_attendances_by_account")),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_attendances_seeker_id")),
        sa.ForeignKeyConstraint(["talk_id"], ["group_talks.id"], name=op.f("fk_attendances_talk_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendances")),
        sa.UniqueConstraint("talk_id", "seeker_id", "turn", name=op.f("uq_attendances_talk_id_seeker_id_turn")),
    )
    with op.batch_alter_table("attendances", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendances_seeker_id"), ["seeker_id"], unique=False)

    op.create_table(
        "check_in_doors",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("talk_id", sa.Uuid(), nullable=False),
        sa.Column("token", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
        sa.Column("opened_by", sa.Uuid(), nullable=False),
        sa.Column("opened_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("closed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("closed_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["closed_by"], ["accounts.id"], name=op.f("fk_check_in_doors_closed_by")),
        sa.ForeignKeyConstraint(["opened_by"], ["accounts.id"], name=op.f("fk_check_in_doors_opened_by")),
        sa.ForeignKeyConstraint(["talk_id"], ["group_talks.id"], name=op.f("fk_check_in_doors_talk_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in_doors")),
        sa.UniqueConstraint("token", name=op.f("uq_check_in_doors_token")),
    )
    with op.batch_alter_table("check_in_doors", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_check_in_doors_talk_id"), ["talk_id"], unique=False)
        batch_op.create_index(
            "uq_check_in_doors_open",
            ["talk_id"],
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )

    op.create_table(
        "cohort_members",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("cohort_id", sa.Uuid(), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("unit", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("commune", sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
        sa.Column("discharged_on", sa.Date(), nullable=False),
        sa.Column(
            "how",
            sa.Enum("list", "found", name="joinedby", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("turn > 0", name=op.f("ck_cohort_members_turn_counted")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_cohort_members_by_account")),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohorts.id"], name=op.f("fk_cohort_members_cohort_id")),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_cohort_members_seeker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohort_members")),
        sa.UniqueConstraint("cohort_id", "seeker_id", "turn", name=op.f("uq_cohort_members_cohort_id_seeker_id_turn")),
    )
    with op.batch_alter_table("cohort_members", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cohort_members_seeker_id"), ["seeker_id"], unique=False)

    op.create_table(
        "declared_heads",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("talk_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "qualifier",
            sa.Enum("exact", "about", "over", name="qualifier", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("place", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("client_key", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("source <> ''", name=op.f("ck_declared_heads_has_source")),
        sa.CheckConstraint("number BETWEEN 1 AND 99999", name=op.f("ck_declared_heads_number_possible")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_declared_heads_by_account")),
        sa.ForeignKeyConstraint(["talk_id"], ["group_talks.id"], name=op.f("fk_declared_heads_talk_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_declared_heads")),
        sa.UniqueConstraint("by_account", "client_key", name=op.f("uq_declared_heads_by_account_client_key")),
    )
    with op.batch_alter_table("declared_heads", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_declared_heads_talk_id"), ["talk_id"], unique=False)

    op.create_table(
        "group_talk_places",
        sa.Column("talk_id", sa.Uuid(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_group_talk_places_named")),
        sa.ForeignKeyConstraint(["talk_id"], ["group_talks.id"], name=op.f("fk_group_talk_places_talk_id")),
        sa.PrimaryKeyConstraint("talk_id", "rank", name=op.f("pk_group_talk_places")),
        sa.UniqueConstraint("talk_id", "name", name=op.f("uq_group_talk_places_talk_id_name")),
    )
    op.create_table(
        "group_talk_topics",
        sa.Column("talk_id", sa.Uuid(), nullable=False),
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
        sa.ForeignKeyConstraint(["talk_id"], ["group_talks.id"], name=op.f("fk_group_talk_topics_talk_id")),
        sa.PrimaryKeyConstraint("talk_id", "topic", name=op.f("pk_group_talk_topics")),
    )
    op.create_table(
        "group_talk_withdrawals",
        sa.Column("talk_id", sa.Uuid(), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_group_talk_withdrawals_by_account")),
        sa.ForeignKeyConstraint(["talk_id"], ["group_talks.id"], name=op.f("fk_group_talk_withdrawals_talk_id")),
        sa.PrimaryKeyConstraint("talk_id", name=op.f("pk_group_talk_withdrawals")),
    )
    op.create_table(
        "walk_ins",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("talk_id", sa.Uuid(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("name_fold", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=False),
        sa.Column("phone", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("birth_year BETWEEN 1900 AND 2100", name=op.f("ck_walk_ins_born")),
        sa.ForeignKeyConstraint(["talk_id"], ["group_talks.id"], name=op.f("fk_walk_ins_talk_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_walk_ins")),
        sa.UniqueConstraint(
            "talk_id", "name_fold", "birth_year", "phone", name=op.f("uq_walk_ins_talk_id_name_fold_birth_year_phone")
        ),
    )
    op.create_table(
        "attendance_removals",
        sa.Column("attendance_id", sa.Uuid(), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendance_id"], ["attendances.id"], name=op.f("fk_attendance_removals_attendance_id")
        ),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_attendance_removals_by_account")),
        sa.PrimaryKeyConstraint("attendance_id", name=op.f("pk_attendance_removals")),
    )
    op.create_table(
        "cohort_leavings",
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_cohort_leavings_by_account")),
        sa.ForeignKeyConstraint(["member_id"], ["cohort_members.id"], name=op.f("fk_cohort_leavings_member_id")),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_cohort_leavings")),
    )
    op.create_table(
        "cohort_steps",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "invited",
                "path",
                "trained",
                "placed",
                name="stepkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column(
            "how",
            sa.Enum(
                "phone",
                "letter",
                "message",
                "commune",
                name="invitedby",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "path",
            sa.Enum(
                "province",
                "elsewhere",
                "overseas",
                "training",
                "none",
                name="path",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("voucher", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
        sa.Column("trade", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("place", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("words", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("(kind = 'invited') = (how IS NOT NULL)", name=op.f("ck_cohort_steps_invited_somehow")),
        sa.CheckConstraint("(kind = 'path') = (path IS NOT NULL)", name=op.f("ck_cohort_steps_path_said")),
        sa.CheckConstraint(
            "kind <> 'placed' OR (place <> '' AND words <> '')", name=op.f("ck_cohort_steps_placed_by_word")
        ),
        sa.CheckConstraint(
            "kind <> 'trained' OR (trade <> '' AND place <> '')", name=op.f("ck_cohort_steps_trained_in_something")
        ),
        sa.CheckConstraint(
            "until IS NULL OR (kind = 'trained' AND until >= on_day)", name=op.f("ck_cohort_steps_ends_after")
        ),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_cohort_steps_by_account")),
        sa.ForeignKeyConstraint(["member_id"], ["cohort_members.id"], name=op.f("fk_cohort_steps_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohort_steps")),
    )
    with op.batch_alter_table("cohort_steps", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cohort_steps_member_id_kind"), ["member_id", "kind"], unique=False)

    op.create_table(
        "declared_heads_withdrawals",
        sa.Column("heads_id", sa.Uuid(), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_declared_heads_withdrawals_by_account")),
        sa.ForeignKeyConstraint(
            ["heads_id"], ["declared_heads.id"], name=op.f("fk_declared_heads_withdrawals_heads_id")
        ),
        sa.PrimaryKeyConstraint("heads_id", name=op.f("pk_declared_heads_withdrawals")),
    )
    op.create_table(
        "walk_in_settlements",
        sa.Column("walk_in_id", sa.Uuid(), nullable=False),
        sa.Column("attendance_id", sa.Uuid(), nullable=True),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "(attendance_id IS NULL) = (because <> '')", name=op.f("ck_walk_in_settlements_somebody_or_why")
        ),
        sa.ForeignKeyConstraint(
            ["attendance_id"], ["attendances.id"], name=op.f("fk_walk_in_settlements_attendance_id")
        ),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_walk_in_settlements_by_account")),
        sa.ForeignKeyConstraint(["walk_in_id"], ["walk_ins.id"], name=op.f("fk_walk_in_settlements_walk_in_id")),
        sa.PrimaryKeyConstraint("walk_in_id", name=op.f("pk_walk_in_settlements")),
    )
    with op.batch_alter_table("walk_in_settlements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_walk_in_settlements_attendance_id"), ["attendance_id"], unique=False)

    op.create_table(
        "cohort_step_withdrawals",
        sa.Column("step_id", sa.Uuid(), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_cohort_step_withdrawals_by_account")),
        sa.ForeignKeyConstraint(["step_id"], ["cohort_steps.id"], name=op.f("fk_cohort_step_withdrawals_step_id")),
        sa.PrimaryKeyConstraint("step_id", name=op.f("pk_cohort_step_withdrawals")),
    )
    widen("journal", "kind", KINDS)


def downgrade() -> None:
    op.drop_table("cohort_step_withdrawals")
    with op.batch_alter_table("walk_in_settlements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_walk_in_settlements_attendance_id"))

    op.drop_table("walk_in_settlements")
    op.drop_table("declared_heads_withdrawals")
    with op.batch_alter_table("cohort_steps", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cohort_steps_member_id_kind"))

    op.drop_table("cohort_steps")
    op.drop_table("cohort_leavings")
    op.drop_table("attendance_removals")
    op.drop_table("walk_ins")
    op.drop_table("group_talk_withdrawals")
    op.drop_table("group_talk_topics")
    op.drop_table("group_talk_places")
    with op.batch_alter_table("declared_heads", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_declared_heads_talk_id"))

    op.drop_table("declared_heads")
    with op.batch_alter_table("cohort_members", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cohort_members_seeker_id"))

    op.drop_table("cohort_members")
    with op.batch_alter_table("check_in_doors", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_check_in_doors_open",
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_check_in_doors_talk_id"))

    op.drop_table("check_in_doors")
    with op.batch_alter_table("attendances", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attendances_seeker_id"))

    op.drop_table("attendances")
    with op.batch_alter_table("group_talks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_group_talks_on_day"))
        batch_op.drop_index(batch_op.f("ix_group_talks_first_id"))
        batch_op.drop_index(batch_op.f("ix_group_talks_centre_id_on_day"))

    op.drop_table("group_talks")
    op.drop_table("cohorts")
    widen("journal", "kind", [word for word in KINDS if word not in NEW_KINDS])
