"""The placement register: other sources than fairs, the ladder of evidence, joins, claims between centres, scans."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

from migrations.widening import widen

revision = "0010"
down_revision = "0009"
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
]
NEW_KINDS = {
    "placement_disputed",
    "document_opened",
    "placement_claimed",
    "placements_parted",
    "placements_joined",
    "placement_proved",
    "placement_cancelled",
    "placement_opened",
    "placement_end_withdrawn",
    "placement_proof_withdrawn",
    "placement_settled",
    "placement_ended",
    "placement_entered",
}


SAID = (
    (
        "placements",
        "ck_placements_employed",
        "employer_id IS NOT NULL OR employer_name <> '' OR origin = 'declaration'",
    ),
    ("placements", "ck_placements_of_fair", "(origin = 'fair') = (fair_id IS NOT NULL)"),
    ("placements", "ck_placements_of_referral", "(origin = 'referral') = (answer_id IS NOT NULL)"),
    ("placements", "ck_placements_of_declaration", "(origin = 'declaration') = (declaration_id IS NOT NULL)"),
    ("placements", "ck_placements_origin", "origin IN ('fair', 'referral', 'declaration', 'direct')"),
    ("placement_evidence", "ck_placement_evidence_checked", "(level = '3') = (milestone IS NOT NULL)"),
    ("placement_evidence", "ck_placement_evidence_check", "milestone IN ('month_1', 'month_3')"),
    ("placement_evidence", "ck_placement_evidence_proved", "level <> '2' OR number <> '' OR document_id IS NOT NULL"),
    (
        "placement_evidence",
        "ck_placement_evidence_written_by_whom",
        "by_account IS NOT NULL OR source = 'referral_answer'",
    ),
)
REFERENCES = (
    ("placements", "answer_id", "referral_answers"),
    ("placements", "declaration_id", "job_search_declarations"),
    ("placements", "recorded_id", "centres"),
    ("placement_evidence", "document_id", "documents"),
    ("placement_evidence", "follow_up_id", "referral_follow_ups"),
)
SOURCES = ["fair_outcome", "referral_answer", "declaration", "follow_up", "person", "employer", "contract", "insurance"]
OLD_PLACEMENTS = (
    "id, seeker_id, employer_id, vacancy_id, outcome_id, fair_id, residence, referring_id, host_id, workplace, turn"
)
OLD_PLACEMENTS += ", agreed_on, made_at, made_by"
OLD_EVIDENCE = "id, placement_id, level, source, on_day, by_account, at"


def upgrade() -> None:
    _documents()
    if op.get_bind().dialect.name == "postgresql":
        _change()
    else:
        _make_again()
    _new_tables()
    _fill()
    widen("journal", "kind", KINDS)


def downgrade() -> None:
    raise NotImplementedError("What other sources than fairs said would be lost: go back to a copy of the database.")


def _fill() -> None:
    """Placements of fairs, the only ones so far: claimed by who brought the person and who hosted, and counted."""
    op.execute(
        "INSERT INTO placement_standings (placement_id, seeker_id, centre_id, on_day, level, residence, workplace,"
        " host_id, referring_id, overseas, origin, employer_id, vacancy_id)"
        " SELECT p.id, p.seeker_id, p.referring_id, p.agreed_on,"
        " coalesce((SELECT CAST(max(e.level) AS INTEGER) FROM placement_evidence e WHERE e.placement_id = p.id), 0),"
        " p.residence, p.workplace, p.host_id, p.referring_id, p.overseas, p.origin, p.employer_id, p.vacancy_id"
        " FROM placements p WHERE NOT EXISTS (SELECT 1 FROM placement_reversals r WHERE r.placement_id = p.id)"
    )
    make = "gen_random_uuid()" if op.get_bind().dialect.name == "postgresql" else "lower(hex(randomblob(16)))"
    for column, role, unless in (
        ("referring_id", "referred", ""),
        ("host_id", "host", " AND (referring_id IS NULL OR referring_id <> host_id)"),
    ):
        op.execute(
            "INSERT INTO placement_claims (id, placement_id, centre_id, role, because, at)"  # noqa: S608 - words of ours
            f" SELECT {make}, id, {column}, '{role}', '', made_at FROM placements"
            f" WHERE {column} IS NOT NULL{unless}"
        )


def _change() -> None:
    """PostgreSQL changes tables where they are."""
    for column in ("employer_name", "job_title"):
        op.add_column("placements", sa.Column(column, sa.String(200), nullable=False, server_default=""))
        op.alter_column("placements", column, server_default=None)
    op.add_column("placements", sa.Column("origin", sa.String(32), nullable=False, server_default="fair"))
    op.alter_column("placements", "origin", server_default=None)
    op.add_column("placements", sa.Column("overseas", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.alter_column("placements", "overseas", server_default=None)
    for column in ("answer_id", "declaration_id", "recorded_id"):
        op.add_column("placements", sa.Column(column, sa.Uuid(), nullable=True))
    op.add_column("placements", sa.Column("started_on", sa.Date(), nullable=True))
    for column in ("employer_id", "vacancy_id", "made_by"):
        op.alter_column("placements", column, nullable=True)
    op.create_unique_constraint("uq_placements_answer_id", "placements", ["answer_id"])
    op.create_unique_constraint("uq_placements_declaration_id", "placements", ["declaration_id"])
    op.create_index("ix_placements_started_on", "placements", ["started_on"])
    op.execute("UPDATE placements SET overseas = v.overseas FROM vacancies v WHERE v.id = placements.vacancy_id")
    op.execute("UPDATE placements SET recorded_id = host_id")
    op.add_column("placement_evidence", sa.Column("milestone", sa.String(32), nullable=True))
    op.add_column("placement_evidence", sa.Column("started_on", sa.Date(), nullable=True))
    op.add_column("placement_evidence", sa.Column("number", sa.String(60), nullable=False, server_default=""))
    op.add_column("placement_evidence", sa.Column("note", sa.String(300), nullable=False, server_default=""))
    for column in ("number", "note"):
        op.alter_column("placement_evidence", column, server_default=None)
    for column in ("document_id", "follow_up_id"):
        op.add_column("placement_evidence", sa.Column(column, sa.Uuid(), nullable=True))
    op.alter_column("placement_evidence", "by_account", nullable=True)
    op.create_unique_constraint("uq_placement_evidence_follow_up_id", "placement_evidence", ["follow_up_id"])
    op.create_index("ix_placement_evidence_started_on", "placement_evidence", ["started_on"])
    widen("placement_evidence", "source", SOURCES, named="evidencesource")
    for table, column, target in REFERENCES:
        op.create_foreign_key(f"fk_{table}_{column}", table, target, [column], ["id"])
    for table, name, rule in SAID:
        op.create_check_constraint(op.f(name), table, rule)


def _make_again() -> None:
    """SQLite cannot: the tables are made again and take their name."""
    _next_placements()
    op.execute(
        f"INSERT INTO placements_next ({OLD_PLACEMENTS}, employer_name, job_title, origin, recorded_id, overseas)"  # noqa: S608
        f" SELECT {OLD_PLACEMENTS}, '', '', 'fair', host_id,"
        " coalesce((SELECT v.overseas FROM vacancies v WHERE v.id = vacancy_id), 0) FROM placements"
    )
    _next_evidence()
    op.execute(
        f"INSERT INTO placement_evidence_next ({OLD_EVIDENCE}, number, note)"  # noqa: S608
        f" SELECT {OLD_EVIDENCE}, '', '' FROM placement_evidence"
    )
    for table in ("placement_evidence", "placements"):
        op.drop_table(table)
    for table in ("placements", "placement_evidence"):
        bind = op.get_bind()
        bind.exec_driver_sql("PRAGMA legacy_alter_table = ON")
        bind.exec_driver_sql(f"ALTER TABLE {table}_next RENAME TO {table}")
        bind.exec_driver_sql("PRAGMA legacy_alter_table = OFF")

    op.create_index("ix_placements_agreed_on", "placements", ["agreed_on"])
    op.create_index("ix_placements_employer_id", "placements", ["employer_id"])
    op.create_index("ix_placements_fair_id_referring_id", "placements", ["fair_id", "referring_id"])
    op.create_index("ix_placements_outcome_id", "placements", ["outcome_id"])
    op.create_index("ix_placements_seeker_id", "placements", ["seeker_id"])
    op.create_index("ix_placements_started_on", "placements", ["started_on"])
    op.create_index("ix_placements_vacancy_id", "placements", ["vacancy_id"])
    op.create_index("ix_placement_evidence_placement_id", "placement_evidence", ["placement_id"])
    op.create_index("ix_placement_evidence_started_on", "placement_evidence", ["started_on"])


def _next_placements() -> None:
    op.create_table(
        "placements_next",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column("employer_id", sa.Uuid(), nullable=True),
        sa.Column("employer_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("job_title", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("vacancy_id", sa.Uuid(), nullable=True),
        sa.Column("origin", sa.String(length=32), nullable=False),
        sa.Column("outcome_id", sa.Uuid(), nullable=True),
        sa.Column("fair_id", sa.Uuid(), nullable=True),
        sa.Column("answer_id", sa.Uuid(), nullable=True),
        sa.Column("declaration_id", sa.Uuid(), nullable=True),
        sa.Column("residence", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=False),
        sa.Column("referring_id", sa.Uuid(), nullable=True),
        sa.Column("host_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_id", sa.Uuid(), nullable=True),
        sa.Column("workplace", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=True),
        sa.Column("overseas", sa.Boolean(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("made_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "origin IN ('fair', 'referral', 'declaration', 'direct')", name=op.f("ck_placements_origin")
        ),
        sa.CheckConstraint(
            "(origin = 'declaration') = (declaration_id IS NOT NULL)", name=op.f("ck_placements_of_declaration")
        ),
        sa.CheckConstraint("(origin = 'fair') = (fair_id IS NOT NULL)", name=op.f("ck_placements_of_fair")),
        sa.CheckConstraint("(origin = 'referral') = (answer_id IS NOT NULL)", name=op.f("ck_placements_of_referral")),
        sa.CheckConstraint(
            "employer_id IS NOT NULL OR employer_name <> '' OR origin = 'declaration'",
            name=op.f("ck_placements_employed"),
        ),
        sa.CheckConstraint("turn > 0", name=op.f("ck_placements_turn_counted")),
        sa.ForeignKeyConstraint(["answer_id"], ["referral_answers.id"], name=op.f("fk_placements_answer_id")),
        sa.ForeignKeyConstraint(
            ["declaration_id"], ["job_search_declarations.id"], name=op.f("fk_placements_declaration_id")
        ),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_placements_employer_id")),
        sa.ForeignKeyConstraint(["fair_id"], ["fairs.id"], name=op.f("fk_placements_fair_id")),
        sa.ForeignKeyConstraint(["host_id"], ["centres.id"], name=op.f("fk_placements_host_id")),
        sa.ForeignKeyConstraint(["made_by"], ["accounts.id"], name=op.f("fk_placements_made_by")),
        sa.ForeignKeyConstraint(["outcome_id"], ["outcomes.id"], name=op.f("fk_placements_outcome_id")),
        sa.ForeignKeyConstraint(["recorded_id"], ["centres.id"], name=op.f("fk_placements_recorded_id")),
        sa.ForeignKeyConstraint(["referring_id"], ["centres.id"], name=op.f("fk_placements_referring_id")),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_placements_seeker_id")),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name=op.f("fk_placements_vacancy_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placements")),
        sa.UniqueConstraint("answer_id", name=op.f("uq_placements_answer_id")),
        sa.UniqueConstraint("declaration_id", name=op.f("uq_placements_declaration_id")),
        sa.UniqueConstraint(
            "fair_id", "seeker_id", "employer_id", "turn", name=op.f("uq_placements_fair_id_seeker_id_employer_id_turn")
        ),
    )


def _next_evidence() -> None:
    op.create_table(
        "placement_evidence_next",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("placement_id", sa.Uuid(), nullable=False),
        sa.Column("level", sa.String(length=32), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("milestone", sa.String(length=32), nullable=True),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("number", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("follow_up_id", sa.Uuid(), nullable=True),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=True),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("level IN ('0', '1', '2', '3')", name=op.f("ck_placement_evidence_evidencelevel")),
        sa.CheckConstraint(
            "source IN (" + ", ".join(f"'{word}'" for word in SOURCES) + ")",
            name=op.f("ck_placement_evidence_evidencesource"),
        ),
        sa.CheckConstraint("milestone IN ('month_1', 'month_3')", name=op.f("ck_placement_evidence_check")),
        sa.CheckConstraint("(level = '3') = (milestone IS NOT NULL)", name=op.f("ck_placement_evidence_checked")),
        sa.CheckConstraint(
            "by_account IS NOT NULL OR source = 'referral_answer'", name=op.f("ck_placement_evidence_written_by_whom")
        ),
        sa.CheckConstraint(
            "level <> '2' OR number <> '' OR document_id IS NOT NULL", name=op.f("ck_placement_evidence_proved")
        ),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_placement_evidence_by_account")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_placement_evidence_document_id")),
        sa.ForeignKeyConstraint(
            ["follow_up_id"], ["referral_follow_ups.id"], name=op.f("fk_placement_evidence_follow_up_id")
        ),
        sa.ForeignKeyConstraint(["placement_id"], ["placements.id"], name=op.f("fk_placement_evidence_placement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement_evidence")),
        sa.UniqueConstraint("follow_up_id", name=op.f("uq_placement_evidence_follow_up_id")),
    )


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(length=160), nullable=False),
        sa.Column(
            "media_type",
            sa.Enum(
                "application/pdf",
                "image/jpeg",
                "image/png",
                name="mediatype",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_documents_digest")),
        sa.CheckConstraint("size > 0", name=op.f("ck_documents_sized")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_documents_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_index("ix_documents_sha256", "documents", ["sha256"])


def _new_tables() -> None:
    op.create_table(
        "placement_evidence_withdrawals",
        sa.Column("evidence_id", sa.Uuid(), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by_account"], ["accounts.id"], name=op.f("fk_placement_evidence_withdrawals_by_account")
        ),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["placement_evidence.id"], name=op.f("fk_placement_evidence_withdrawals_evidence_id")
        ),
        sa.PrimaryKeyConstraint("evidence_id", name=op.f("pk_placement_evidence_withdrawals")),
    )

    op.create_table(
        "placement_ends",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("placement_id", sa.Uuid(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column(
            "reason",
            sa.Enum(
                "expired",
                "resigned",
                "dismissed",
                "probation",
                "another_job",
                "found_left",
                "other",
                name="endreason",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("follow_up_id", sa.Uuid(), nullable=True),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("reason <> 'other' OR note <> ''", name=op.f("ck_placement_ends_other_with_words")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_placement_ends_by_account")),
        sa.ForeignKeyConstraint(["placement_id"], ["placements.id"], name=op.f("fk_placement_ends_placement_id")),
        sa.ForeignKeyConstraint(
            ["follow_up_id"], ["referral_follow_ups.id"], name=op.f("fk_placement_ends_follow_up_id")
        ),
        sa.UniqueConstraint("follow_up_id", name=op.f("uq_placement_ends_follow_up_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement_ends")),
    )
    op.create_index("ix_placement_ends_placement_id", "placement_ends", ["placement_id"])
    op.create_table(
        "placement_end_withdrawals",
        sa.Column("end_id", sa.Uuid(), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_placement_end_withdrawals_by_account")),
        sa.ForeignKeyConstraint(["end_id"], ["placement_ends.id"], name=op.f("fk_placement_end_withdrawals_end_id")),
        sa.PrimaryKeyConstraint("end_id", name=op.f("pk_placement_end_withdrawals")),
    )

    op.create_table(
        "placement_joins",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone_id", sa.Uuid(), nullable=False),
        sa.Column("kept_id", sa.Uuid(), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=True),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("undone_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("undone_by", sa.Uuid(), nullable=True),
        sa.Column("undone_because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.CheckConstraint("gone_id <> kept_id", name=op.f("ck_placement_joins_two_placements")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_placement_joins_by_account")),
        sa.ForeignKeyConstraint(["gone_id"], ["placements.id"], name=op.f("fk_placement_joins_gone_id")),
        sa.ForeignKeyConstraint(["kept_id"], ["placements.id"], name=op.f("fk_placement_joins_kept_id")),
        sa.ForeignKeyConstraint(["undone_by"], ["accounts.id"], name=op.f("fk_placement_joins_undone_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement_joins")),
    )
    op.create_index("ix_placement_joins_gone_id", "placement_joins", ["gone_id"])
    op.create_index("ix_placement_joins_kept_id", "placement_joins", ["kept_id"])
    op.create_index(
        "uq_placement_joins_standing",
        "placement_joins",
        ["gone_id"],
        unique=True,
        sqlite_where=sa.text("undone_at IS NULL"),
        postgresql_where=sa.text("undone_at IS NULL"),
    )
    op.create_table(
        "placement_claims",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("placement_id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "referred",
                "host",
                "residence",
                "workplace",
                name="claimrole",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=True),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_placement_claims_by_account")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_placement_claims_centre_id")),
        sa.ForeignKeyConstraint(["placement_id"], ["placements.id"], name=op.f("fk_placement_claims_placement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement_claims")),
        sa.UniqueConstraint("placement_id", "centre_id", name=op.f("uq_placement_claims_placement_id_centre_id")),
    )
    op.create_index("ix_placement_claims_centre_id", "placement_claims", ["centre_id"])
    op.create_table(
        "placement_opinions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("placement_id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("for_id", sa.Uuid(), nullable=False),
        sa.Column("words", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_placement_opinions_by_account")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_placement_opinions_centre_id")),
        sa.ForeignKeyConstraint(["for_id"], ["centres.id"], name=op.f("fk_placement_opinions_for_id")),
        sa.ForeignKeyConstraint(["placement_id"], ["placements.id"], name=op.f("fk_placement_opinions_placement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement_opinions")),
    )
    op.create_index("ix_placement_opinions_placement_id", "placement_opinions", ["placement_id"])
    op.create_table(
        "placement_settlements",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("placement_id", sa.Uuid(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("turn > 0", name=op.f("ck_placement_settlements_turn_counted")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_placement_settlements_by_account")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_placement_settlements_centre_id")),
        sa.ForeignKeyConstraint(
            ["placement_id"], ["placements.id"], name=op.f("fk_placement_settlements_placement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement_settlements")),
        sa.UniqueConstraint("placement_id", "turn", name=op.f("uq_placement_settlements_placement_id_turn")),
    )

    op.create_table(
        "placement_standings",
        sa.Column("placement_id", sa.Uuid(), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=True),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("residence", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=False),
        sa.Column("workplace", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=True),
        sa.Column("host_id", sa.Uuid(), nullable=True),
        sa.Column("referring_id", sa.Uuid(), nullable=True),
        sa.Column("overseas", sa.Boolean(), nullable=False),
        sa.Column(
            "origin",
            sa.Enum(
                "fair",
                "referral",
                "declaration",
                "direct",
                name="origin",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("employer_id", sa.Uuid(), nullable=True),
        sa.Column("vacancy_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_placement_standings_centre_id")),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_placement_standings_employer_id")),
        sa.ForeignKeyConstraint(["host_id"], ["centres.id"], name=op.f("fk_placement_standings_host_id")),
        sa.ForeignKeyConstraint(["placement_id"], ["placements.id"], name=op.f("fk_placement_standings_placement_id")),
        sa.ForeignKeyConstraint(["referring_id"], ["centres.id"], name=op.f("fk_placement_standings_referring_id")),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_placement_standings_seeker_id")),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name=op.f("fk_placement_standings_vacancy_id")),
        sa.PrimaryKeyConstraint("placement_id", name=op.f("pk_placement_standings")),
    )
    op.create_index("ix_placement_standings_centre_id_on_day", "placement_standings", ["centre_id", "on_day"])
    op.create_index("ix_placement_standings_on_day", "placement_standings", ["on_day"])
    op.create_index("ix_placement_standings_seeker_id", "placement_standings", ["seeker_id"])
