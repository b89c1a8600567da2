"""Exchange with the national system and other centres."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

from migrations.widening import widen

revision = "0014"
down_revision = "0013"
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
    "feed_partner_added",
    "feed_partner_ended",
    "feed_delivery_retried",
    "feed_source_added",
    "feed_source_keyed",
    "feed_source_ended",
    "feed_conflict_settled",
    "result_told",
]
NEW_KINDS = {
    "feed_partner_added",
    "feed_partner_ended",
    "feed_delivery_retried",
    "feed_source_added",
    "feed_source_keyed",
    "feed_source_ended",
    "feed_conflict_settled",
    "result_told",
}


def upgrade() -> None:
    op.create_table(
        "feed_sources",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("address", sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
        sa.Column("foreign_centre", sa.Uuid(), nullable=False),
        sa.Column("feed_key", sa.LargeBinary(), nullable=True),
        sa.Column("secret", sa.LargeBinary(), nullable=True),
        sa.Column("reached", sa.Integer(), nullable=True),
        sa.Column("snapshot", sa.Integer(), nullable=True),
        sa.Column("snapshot_after", sa.Integer(), nullable=False),
        sa.Column("begun_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("pulled_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("next_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("said", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("ended_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name=op.f("ck_feed_sources_ended")),
        sa.CheckConstraint("reached IS NULL OR snapshot IS NULL", name=op.f("ck_feed_sources_snapshot_or_reached")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_feed_sources_centre_id")),
        sa.ForeignKeyConstraint(["ended_by"], ["accounts.id"], name=op.f("fk_feed_sources_ended_by")),
        sa.ForeignKeyConstraint(["made_by"], ["accounts.id"], name=op.f("fk_feed_sources_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed_sources")),
    )
    op.create_index("ix_feed_sources_centre_id", "feed_sources", ["centre_id"])
    op.create_index(
        "uq_feed_sources_read",
        "feed_sources",
        ["centre_id", "address", "foreign_centre"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )

    op.create_table(
        "feeds",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["centres.id"], name=op.f("fk_feeds_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feeds")),
    )
    op.create_table(
        "feed_changes",
        sa.Column("feed_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("vacancy", "result", name="feedkind", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column(
            "change",
            sa.Enum("put", "removed", name="change", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column(
            "because",
            sa.Enum(
                "closed",
                "expired",
                "withdrawn",
                "reversed",
                name="because",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("body", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("digest", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
        sa.CheckConstraint("(change = 'put') = (digest <> '')", name=op.f("ck_feed_changes_put_with_digest")),
        sa.CheckConstraint("(change = 'removed') = (because IS NOT NULL)", name=op.f("ck_feed_changes_removed_why")),
        sa.CheckConstraint("seq > 0", name=op.f("ck_feed_changes_counted")),
        sa.ForeignKeyConstraint(["feed_id"], ["feeds.id"], name=op.f("fk_feed_changes_feed_id")),
        sa.PrimaryKeyConstraint("feed_id", "seq", name=op.f("pk_feed_changes")),
    )
    op.create_index(
        "ix_feed_changes_feed_id_kind_subject_id_seq", "feed_changes", ["feed_id", "kind", "subject_id", "seq"]
    )

    op.create_table(
        "feed_conflicts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("foreign_id", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
        sa.Column(
            "fault",
            sa.Enum(
                "unreadable",
                "kind_unknown",
                "id_wrong",
                "body_wrong",
                "province_unknown",
                "wage_order",
                "likely_own",
                name="recordfault",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("field", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("told", sqlmodel.sql.sqltypes.AutoString(length=2000), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["feed_sources.id"], name=op.f("fk_feed_conflicts_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed_conflicts")),
        sa.UniqueConstraint(
            "source_id", "seq", "foreign_id", "fault", name=op.f("uq_feed_conflicts_source_id_seq_foreign_id_fault")
        ),
    )
    op.create_index("ix_feed_conflicts_source_id_at", "feed_conflicts", ["source_id", "at"])

    op.create_table(
        "feed_partners",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "national", "centre", "other", name="partnerkind", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("wants_vacancies", sa.Boolean(), nullable=False),
        sa.Column("wants_results", sa.Boolean(), nullable=False),
        sa.Column("address", sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=True),
        sa.Column("key_hash", sa.LargeBinary(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("ended_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.CheckConstraint("(address = '') = (secret IS NULL)", name=op.f("ck_feed_partners_told_with_secret")),
        sa.CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name=op.f("ck_feed_partners_ended")),
        sa.CheckConstraint("wants_vacancies OR wants_results", name=op.f("ck_feed_partners_wants_something")),
        sa.ForeignKeyConstraint(["centre_id"], ["feeds.id"], name=op.f("fk_feed_partners_centre_id")),
        sa.ForeignKeyConstraint(["ended_by"], ["accounts.id"], name=op.f("fk_feed_partners_ended_by")),
        sa.ForeignKeyConstraint(["made_by"], ["accounts.id"], name=op.f("fk_feed_partners_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed_partners")),
        sa.UniqueConstraint("key_hash", name=op.f("uq_feed_partners_key_hash")),
    )
    op.create_index("ix_feed_partners_centre_id", "feed_partners", ["centre_id"])

    op.create_table(
        "result_tellings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("result_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("how", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("how <> ''", name=op.f("ck_result_tellings_how_said")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_result_tellings_by_account")),
        sa.ForeignKeyConstraint(["centre_id"], ["feeds.id"], name=op.f("fk_result_tellings_centre_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_result_tellings")),
        sa.UniqueConstraint("centre_id", "result_id", "seq", name=op.f("uq_result_tellings_centre_id_result_id_seq")),
    )
    op.create_table(
        "feed_conflict_settlements",
        sa.Column("conflict_id", sa.Uuid(), nullable=False),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=True),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("by_account IS NULL OR note <> ''", name=op.f("ck_feed_conflict_settlements_note_said")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_feed_conflict_settlements_by_account")),
        sa.ForeignKeyConstraint(
            ["conflict_id"], ["feed_conflicts.id"], name=op.f("fk_feed_conflict_settlements_conflict_id")
        ),
        sa.PrimaryKeyConstraint("conflict_id", name=op.f("pk_feed_conflict_settlements")),
    )
    op.create_table(
        "feed_deliveries",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("made_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("begun_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("next_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("acked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("given_up_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("said", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.CheckConstraint("acked_at IS NULL OR given_up_at IS NULL", name=op.f("ck_feed_deliveries_one_end")),
        sa.CheckConstraint("last_seq > since", name=op.f("ck_feed_deliveries_forwards")),
        sa.ForeignKeyConstraint(["partner_id"], ["feed_partners.id"], name=op.f("fk_feed_deliveries_partner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed_deliveries")),
        sa.UniqueConstraint("partner_id", "since", name=op.f("uq_feed_deliveries_partner_id_since")),
    )
    op.create_index(
        "uq_feed_deliveries_open",
        "feed_deliveries",
        ["partner_id"],
        unique=True,
        sqlite_where=sa.text("acked_at IS NULL"),
        postgresql_where=sa.text("acked_at IS NULL"),
    )

    op.create_table(
        "foreign_records",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("vacancy", "result", name="feedkind", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("foreign_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("first_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("seen_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("removed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("employer_id", sa.Uuid(), nullable=True),
        sa.Column("vacancy_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "(body IS NULL) = (removed_at IS NOT NULL)", name=op.f("ck_foreign_records_body_while_there")
        ),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_foreign_records_employer_id")),
        sa.ForeignKeyConstraint(["source_id"], ["feed_sources.id"], name=op.f("fk_foreign_records_source_id")),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name=op.f("fk_foreign_records_vacancy_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_foreign_records")),
        sa.UniqueConstraint(
            "source_id", "kind", "foreign_id", name=op.f("uq_foreign_records_source_id_kind_foreign_id")
        ),
    )
    widen("journal", "kind", KINDS)


def downgrade() -> None:
    op.drop_table("foreign_records")
    op.drop_index("uq_feed_deliveries_open", table_name="feed_deliveries")

    op.drop_table("feed_deliveries")
    op.drop_table("feed_conflict_settlements")
    op.drop_table("result_tellings")
    op.drop_index("ix_feed_partners_centre_id", table_name="feed_partners")

    op.drop_table("feed_partners")
    op.drop_index("ix_feed_conflicts_source_id_at", table_name="feed_conflicts")

    op.drop_table("feed_conflicts")
    op.drop_index("ix_feed_changes_feed_id_kind_subject_id_seq", table_name="feed_changes")

    op.drop_table("feed_changes")
    op.drop_table("feeds")
    op.drop_index("uq_feed_sources_read", table_name="feed_sources")
    op.drop_index("ix_feed_sources_centre_id", table_name="feed_sources")

    op.drop_table("feed_sources")
    widen("journal", "kind", [word for word in KINDS if word not in NEW_KINDS])
