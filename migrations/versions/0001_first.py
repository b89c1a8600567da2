"""The first schema."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

from exchange.journal.tables import append_only_statements
from exchange.kernel.full_text import full_text

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("email", sqlmodel.sql.sqltypes.AutoString(length=254), nullable=True),
        sa.Column("phone", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=True),
        sa.Column("password_hash", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=True),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("disabled_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.CheckConstraint("email IS NOT NULL OR phone IS NOT NULL", name=op.f("ck_accounts_reachable")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("email", name=op.f("uq_accounts_email")),
        sa.UniqueConstraint("phone", name=op.f("uq_accounts_phone")),
    )
    op.create_table(
        "centres",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("short_name", sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
        sa.Column("province_code", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=False),
        sa.Column("province_name", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
        sa.Column("hotline", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
        sa.Column("address", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("email", sqlmodel.sql.sqltypes.AutoString(length=254), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_centres")),
    )
    op.create_table(
        "failed_passwords",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sqlmodel.sql.sqltypes.AutoString(length=254), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_failed_passwords")),
    )
    with op.batch_alter_table("failed_passwords", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_failed_passwords_email_at"), ["email", "at"], unique=False)

    op.create_table(
        "import_runs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("file_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("warned", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_runs")),
    )
    op.create_table(
        "industries",
        sa.Column("code", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("code", "valid_from", name=op.f("pk_industries")),
    )
    op.create_table(
        "occupations",
        sa.Column("code", sqlmodel.sql.sqltypes.AutoString(length=4), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.CheckConstraint("level = length(code)", name=op.f("ck_occupations_level_is_length_of_code")),
        sa.PrimaryKeyConstraint("code", "valid_from", name=op.f("pk_occupations")),
    )
    op.create_table(
        "one_time_codes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("phone", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("expires_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("used_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_time_codes")),
    )
    with op.batch_alter_table("one_time_codes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_one_time_codes_phone_made_at"), ["phone", "made_at"], unique=False)

    op.create_table(
        "province_editions",
        sa.Column("code", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("city", "province", name="provincekind", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.CheckConstraint("length(code) = 2", name=op.f("ck_province_editions_code_is_two_digits")),
        sa.PrimaryKeyConstraint("code", "valid_from", name=op.f("pk_province_editions")),
    )
    op.create_table(
        "province_mergers",
        sa.Column("old_code", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=False),
        sa.Column("merged_on", sa.Date(), nullable=False),
        sa.Column("new_code", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=False),
        sa.PrimaryKeyConstraint("old_code", "merged_on", name=op.f("pk_province_mergers")),
    )
    with op.batch_alter_table("province_mergers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_province_mergers_new_code"), ["new_code"], unique=False)

    op.create_table(
        "streams",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_streams")),
    )
    op.create_table(
        "employers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=True),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("name_fold", sqlmodel.sql.sqltypes.AutoString(length=220), nullable=False),
        sa.Column("firm_key", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=True),
        sa.Column("tax_code", sqlmodel.sql.sqltypes.AutoString(length=14), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "state_firm",
                "private_firm",
                "foreign_firm",
                "state_body",
                "household",
                "cooperative",
                "person",
                "not_stated",
                name="employerkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("industry_code", sqlmodel.sql.sqltypes.AutoString(length=5), nullable=True),
        sa.Column(
            "size_band",
            sa.Enum(
                "under_10",
                "from_10",
                "from_51",
                "from_101",
                "from_201",
                "from_501",
                "from_1001",
                "from_3001",
                "over_10000",
                name="sizeband",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("province_code", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=True),
        sa.Column("address", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("contact_name", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("phone", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
        sa.Column("email", sqlmodel.sql.sqltypes.AutoString(length=254), nullable=False),
        sa.Column("about", sqlmodel.sql.sqltypes.AutoString(length=2000), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_employers_centre_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employers")),
    )
    with op.batch_alter_table("employers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_employers_centre_id"), ["centre_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_employers_name_fold"), ["name_fold"], unique=False)
        batch_op.create_index(
            "uq_employers_firm_key",
            ["firm_key"],
            unique=True,
            sqlite_where=sa.text("tax_code IS NULL AND firm_key IS NOT NULL"),
            postgresql_where=sa.text("tax_code IS NULL AND firm_key IS NOT NULL"),
        )
        batch_op.create_index(
            "uq_employers_tax_code",
            ["tax_code"],
            unique=True,
            sqlite_where=sa.text("tax_code IS NOT NULL"),
            postgresql_where=sa.text("tax_code IS NOT NULL"),
        )

    op.create_table(
        "fairs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "periodic",
                "ad_hoc",
                "online",
                "mobile",
                "festival",
                "thematic",
                name="fairkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("summary", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("registers_from", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("opens_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("closes_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("results_until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("tickets_allowed", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("cloned_from", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "registers_from <= opens_at AND opens_at < closes_at AND closes_at <= results_until",
            name=op.f("ck_fairs_times"),
        ),
        sa.CheckConstraint("tickets_allowed BETWEEN 1 AND 20", name=op.f("ck_fairs_tickets")),
        sa.ForeignKeyConstraint(["cloned_from"], ["fairs.id"], name=op.f("fk_fairs_cloned_from")),
        sa.ForeignKeyConstraint(["host_id"], ["centres.id"], name=op.f("fk_fairs_host_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fairs")),
    )
    with op.batch_alter_table("fairs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fairs_host_id"), ["host_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_fairs_opens_at"), ["opens_at"], unique=False)

    op.create_table(
        "journal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stream_id", sa.Uuid(), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
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
                "employer_registered",
                "employer_verified",
                "recruiter_invited",
                "recruiter_joined",
                "vacancy_drafted",
                "vacancy_submitted",
                "vacancy_reviewed",
                "vacancy_closed",
                "vacancies_imported",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("on_behalf_of", sa.Uuid(), nullable=True),
        sa.Column("request_id", sa.Uuid(), nullable=True),
        sa.Column("booth_id", sa.Uuid(), nullable=True),
        sa.Column("seeker_id", sa.Uuid(), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.CheckConstraint("(stream_id IS NULL) = (seq IS NULL)", name=op.f("ck_journal_numbered")),
        sa.ForeignKeyConstraint(["stream_id"], ["streams.id"], name=op.f("fk_journal_stream_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
        sa.UniqueConstraint("actor_id", "request_id", name=op.f("uq_journal_actor_id_request_id")),
        sa.UniqueConstraint("stream_id", "seq", name=op.f("uq_journal_stream_id_seq")),
    )
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_journal_seeker_id"), ["seeker_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_journal_subject_id"), ["subject_id"], unique=False)

    op.create_table(
        "logins",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("device", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("made_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("expires_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("revoked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_logins_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logins")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_logins_token_hash")),
    )
    with op.batch_alter_table("logins", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_logins_account_id"), ["account_id"], unique=False)

    op.create_table(
        "seekers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("centre_id", sa.Uuid(), nullable=True),
        sa.Column("full_name", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("name_fold", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("phone", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=False),
        sa.Column(
            "sex",
            sa.Enum("female", "male", "not_stated", name="sex", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("province_code", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=False),
        sa.Column("commune", sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
        sa.Column("work_wanted", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("qualification", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=True),
        sa.Column(
            "channel",
            sa.Enum(
                "online",
                "counter",
                "phone",
                "imported",
                name="channel",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint("birth_year BETWEEN 1900 AND 2100", name=op.f("ck_seekers_born")),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_seekers_account_id")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_seekers_centre_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seekers")),
        sa.UniqueConstraint("account_id", name=op.f("uq_seekers_account_id")),
    )
    with op.batch_alter_table("seekers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seekers_centre_id"), ["centre_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_seekers_name_fold"), ["name_fold"], unique=False)
        batch_op.create_index(batch_op.f("ix_seekers_phone"), ["phone"], unique=False)

    op.create_table(
        "staff",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "counsellor", "manager", "director", name="role", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("since", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("ended_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_staff_account_id")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_staff_centre_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
    )
    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_staff_centre_id"), ["centre_id"], unique=False)
        batch_op.create_index(
            "uq_staff_present",
            ["account_id"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )

    op.create_table(
        "announcements",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("fair_id", sa.Uuid(), nullable=False),
        sa.Column(
            "audience",
            sa.Enum(
                "everyone",
                "seekers",
                "recruiters",
                "staff",
                name="audience",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=True),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["fair_id"], ["fairs.id"], name=op.f("fk_announcements_fair_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcements")),
    )
    with op.batch_alter_table("announcements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_announcements_fair_id"), ["fair_id"], unique=False)

    op.create_table(
        "consents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum(
                "matching",
                "employers",
                "provinces",
                "messages",
                name="purpose",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("text_version", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
        sa.Column(
            "channel",
            sa.Enum(
                "online",
                "counter",
                "phone",
                "imported",
                name="channel",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_consents_seeker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_consents_seeker_id_purpose_at"), ["seeker_id", "purpose", "at"], unique=False
        )

    op.create_table(
        "employer_checks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("employer_id", sa.Uuid(), nullable=False),
        sa.Column(
            "verdict",
            sa.Enum("verified", "rejected", name="verification", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("document", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_employer_checks_by_account")),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_employer_checks_employer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employer_checks")),
    )
    with op.batch_alter_table("employer_checks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_employer_checks_employer_id"), ["employer_id"], unique=False)

    op.create_table(
        "fair_closings",
        sa.Column("fair_id", sa.Uuid(), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=True),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["fair_id"], ["fairs.id"], name=op.f("fk_fair_closings_fair_id")),
        sa.PrimaryKeyConstraint("fair_id", name=op.f("pk_fair_closings")),
    )
    op.create_table(
        "fair_openings",
        sa.Column("fair_id", sa.Uuid(), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=True),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["fair_id"], ["fairs.id"], name=op.f("fk_fair_openings_fair_id")),
        sa.PrimaryKeyConstraint("fair_id", name=op.f("pk_fair_openings")),
    )
    op.create_table(
        "fair_sites",
        sa.Column("fair_id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column(
            "role",
            sa.Enum("host", "joining", name="siterole", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("joined_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_fair_sites_centre_id")),
        sa.ForeignKeyConstraint(["fair_id"], ["fairs.id"], name=op.f("fk_fair_sites_fair_id")),
        sa.PrimaryKeyConstraint("fair_id", "centre_id", name=op.f("pk_fair_sites")),
    )
    with op.batch_alter_table("fair_sites", schema=None) as batch_op:
        batch_op.create_index(
            "uq_fair_sites_host",
            ["fair_id"],
            unique=True,
            sqlite_where=sa.text("role = 'host'"),
            postgresql_where=sa.text("role = 'host'"),
        )

    op.create_table(
        "help_calls",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("fair_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("words", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("asked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("answered_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_help_calls_account_id")),
        sa.ForeignKeyConstraint(["fair_id"], ["fairs.id"], name=op.f("fk_help_calls_fair_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_calls")),
        sa.UniqueConstraint("id", "fair_id", name=op.f("uq_help_calls_id_fair_id")),
    )
    with op.batch_alter_table("help_calls", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_help_calls_fair_id"), ["fair_id"], unique=False)
        batch_op.create_index(
            "uq_help_calls_open",
            ["fair_id", "account_id"],
            unique=True,
            sqlite_where=sa.text("answered_at IS NULL"),
            postgresql_where=sa.text("answered_at IS NULL"),
        )

    op.create_table(
        "invitations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("employer_id", sa.Uuid(), nullable=False),
        sa.Column("email", sqlmodel.sql.sqltypes.AutoString(length=254), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("expires_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("accepted_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("accepted_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_invitations_employer_id")),
        sa.ForeignKeyConstraint(["made_by"], ["accounts.id"], name=op.f("fk_invitations_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitations_token_hash")),
    )
    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitations_employer_id"), ["employer_id"], unique=False)
        batch_op.create_index(
            "uq_invitations_open",
            ["employer_id", "email"],
            unique=True,
            sqlite_where=sa.text("accepted_at IS NULL"),
            postgresql_where=sa.text("accepted_at IS NULL"),
        )

    op.create_table(
        "programme_items",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("fair_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("withdrawn_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["fair_id"], ["fairs.id"], name=op.f("fk_programme_items_fair_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_items")),
    )
    with op.batch_alter_table("programme_items", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_programme_items_fair_id"), ["fair_id"], unique=False)

    op.create_table(
        "recruiters",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("employer_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
        sa.Column("since", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("ended_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_recruiters_account_id")),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_recruiters_employer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recruiters")),
    )
    with op.batch_alter_table("recruiters", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recruiters_employer_id"), ["employer_id"], unique=False)
        batch_op.create_index(
            "uq_recruiters_present",
            ["account_id"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )

    op.create_table(
        "vacancies",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("employer_id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=True),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("description", sqlmodel.sql.sqltypes.AutoString(length=8000), nullable=False),
        sa.Column("requirements", sqlmodel.sql.sqltypes.AutoString(length=4000), nullable=False),
        sa.Column("occupation_code", sqlmodel.sql.sqltypes.AutoString(length=4), nullable=True),
        sa.Column(
            "position",
            sa.Enum(
                "staff", "manager", "leader", name="position", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("openings", sa.Integer(), nullable=False),
        sa.Column(
            "wage_kind",
            sa.Enum(
                "stated",
                "negotiable",
                "not_stated",
                name="wagekind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("wage_low", sa.BigInteger(), nullable=True),
        sa.Column("wage_high", sa.BigInteger(), nullable=True),
        sa.Column(
            "wage_per",
            sa.Enum(
                "hour", "day", "month", "year", name="wageper", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column(
            "currency",
            sa.Enum("VND", "USD", name="currency", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column(
            "education",
            sa.Enum(
                "none",
                "primary",
                "lower_secondary",
                "upper_secondary",
                name="education",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "qualification",
            sa.Enum(
                "none",
                "skilled_no_certificate",
                "short_certificate",
                "elementary",
                "intermediate",
                "college",
                "university",
                "master",
                "doctor",
                name="qualification",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "experience",
            sa.Enum(
                "none",
                "under_1",
                "from_1_to_2",
                "from_2_to_5",
                "over_5",
                name="experience",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "contract",
            sa.Enum(
                "indefinite",
                "under_12",
                "from_12_to_36",
                "not_stated",
                name="contract",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "work_form",
            sa.Enum(
                "full_time",
                "part_time",
                "seasonal",
                name="workform",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("shifts", sa.Boolean(), nullable=False),
        sa.Column("overseas", sa.Boolean(), nullable=False),
        sa.Column("benefits", sa.JSON(), nullable=False),
        sa.Column("priorities", sa.JSON(), nullable=False),
        sa.Column("contact_name", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("contact_phone", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=False),
        sa.Column("contact_email", sqlmodel.sql.sqltypes.AutoString(length=254), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=True),
        sa.Column("source_key", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=True),
        sa.Column("source_print", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=True),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("submitted_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("published_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("closed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "wage_kind <> 'stated' OR coalesce(wage_low, wage_high) IS NOT NULL", name=op.f("ck_vacancies_wage_stated")
        ),
        sa.CheckConstraint("openings > 0", name=op.f("ck_vacancies_openings_counted")),
        sa.CheckConstraint("published_at IS NULL OR expires_on IS NOT NULL", name=op.f("ck_vacancies_published_until")),
        sa.CheckConstraint(
            "wage_low IS NULL OR wage_high IS NULL OR wage_low <= wage_high", name=op.f("ck_vacancies_wage_order")
        ),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_vacancies_centre_id")),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_vacancies_employer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vacancies")),
        sa.UniqueConstraint("source", "source_key", name=op.f("uq_vacancies_source_source_key")),
    )
    with op.batch_alter_table("vacancies", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_vacancies_centre_id"), ["centre_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_vacancies_employer_id_created_at"), ["employer_id", "created_at"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_vacancies_occupation_code"), ["occupation_code"], unique=False)
        batch_op.create_index(
            "ix_vacancies_open",
            ["published_at"],
            unique=False,
            sqlite_where=sa.text("published_at IS NOT NULL AND closed_at IS NULL"),
            postgresql_where=sa.text("published_at IS NOT NULL AND closed_at IS NULL"),
        )

    op.create_table(
        "booths",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("fair_id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("employer_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "mode",
            sa.Enum("direct", "online", "delegated", name="mode", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("last_ticket", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_booths_centre_id")),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_booths_employer_id")),
        sa.ForeignKeyConstraint(
            ["fair_id", "centre_id"],
            ["fair_sites.fair_id", "fair_sites.centre_id"],
            name=op.f("fk_booths_fair_id_centre_id"),
        ),
        sa.ForeignKeyConstraint(["fair_id"], ["fairs.id"], name=op.f("fk_booths_fair_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booths")),
        sa.UniqueConstraint("fair_id", "employer_id", name=op.f("uq_booths_fair_id_employer_id")),
        sa.UniqueConstraint("fair_id", "number", name=op.f("uq_booths_fair_id_number")),
        sa.UniqueConstraint("id", "fair_id", name=op.f("uq_booths_id_fair_id")),
    )
    with op.batch_alter_table("booths", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_booths_employer_id"), ["employer_id"], unique=False)

    op.create_table(
        "fair_seekers",
        sa.Column("fair_id", sa.Uuid(), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column(
            "channel",
            sa.Enum(
                "online",
                "counter",
                "phone",
                "imported",
                name="channel",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("registered_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("checked_in_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_fair_seekers_centre_id")),
        sa.ForeignKeyConstraint(
            ["fair_id", "centre_id"],
            ["fair_sites.fair_id", "fair_sites.centre_id"],
            name=op.f("fk_fair_seekers_fair_id_centre_id"),
        ),
        sa.ForeignKeyConstraint(["fair_id"], ["fairs.id"], name=op.f("fk_fair_seekers_fair_id")),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_fair_seekers_seeker_id")),
        sa.PrimaryKeyConstraint("fair_id", "seeker_id", name=op.f("pk_fair_seekers")),
    )
    with op.batch_alter_table("fair_seekers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fair_seekers_fair_id_centre_id"), ["fair_id", "centre_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_fair_seekers_seeker_id"), ["seeker_id"], unique=False)

    op.create_table(
        "vacancy_index",
        sa.Column("n", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("vacancy_id", sa.Uuid(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("pay_month", sa.BigInteger(), nullable=False),
        sa.Column("qualification_rank", sa.Integer(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("title_fold", sqlmodel.sql.sqltypes.AutoString(length=400), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name=op.f("fk_vacancy_index_vacancy_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_vacancy_index")),
        sa.UniqueConstraint("vacancy_id", name=op.f("uq_vacancy_index_vacancy_id")),
    )
    with op.batch_alter_table("vacancy_index", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_vacancy_index_expires_on_n"), ["expires_on", "n"], unique=False)

    op.create_table(
        "vacancy_places",
        sa.Column("vacancy_id", sa.Uuid(), nullable=False),
        sa.Column("province_code", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("address", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name=op.f("fk_vacancy_places_vacancy_id")),
        sa.PrimaryKeyConstraint("vacancy_id", "province_code", name=op.f("pk_vacancy_places")),
    )
    with op.batch_alter_table("vacancy_places", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_vacancy_places_province_code_vacancy_id"), ["province_code", "vacancy_id"], unique=False
        )

    op.create_table(
        "vacancy_reviews",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("vacancy_id", sa.Uuid(), nullable=False),
        sa.Column(
            "verdict",
            sa.Enum("approved", "returned", name="verdict", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_vacancy_reviews_by_account")),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name=op.f("fk_vacancy_reviews_vacancy_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vacancy_reviews")),
    )
    with op.batch_alter_table("vacancy_reviews", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_vacancy_reviews_vacancy_id"), ["vacancy_id"], unique=False)

    op.create_table(
        "booth_vacancies",
        sa.Column("booth_id", sa.Uuid(), nullable=False),
        sa.Column("vacancy_id", sa.Uuid(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["booth_id"], ["booths.id"], name=op.f("fk_booth_vacancies_booth_id")),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name=op.f("fk_booth_vacancies_vacancy_id")),
        sa.PrimaryKeyConstraint("booth_id", "vacancy_id", name=op.f("pk_booth_vacancies")),
    )
    op.create_table(
        "shifts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("booth_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("started_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("seen_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("ended_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_shifts_account_id")),
        sa.ForeignKeyConstraint(["booth_id"], ["booths.id"], name=op.f("fk_shifts_booth_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shifts")),
    )
    with op.batch_alter_table("shifts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_shifts_booth_id_started_at"), ["booth_id", "started_at"], unique=False)
        batch_op.create_index(
            "uq_shifts_open",
            ["booth_id", "account_id"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )

    op.create_table(
        "tickets",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("booth_id", sa.Uuid(), nullable=False),
        sa.Column("fair_id", sa.Uuid(), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("short_code", sqlmodel.sql.sqltypes.AutoString(length=8), nullable=False),
        sa.Column(
            "channel",
            sa.Enum(
                "online",
                "counter",
                "phone",
                "imported",
                name="channel",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("joined_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("taken_by", sa.Uuid(), nullable=True),
        sa.Column("missed", sa.Integer(), nullable=False),
        sa.Column("closed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column(
            "ended_as",
            sa.Enum(
                "interviewed", "left", "missed", name="ticketend", native_enum=False, create_constraint=True, length=32
            ),
            nullable=True,
        ),
        sa.CheckConstraint("(closed_at IS NULL) = (ended_as IS NULL)", name=op.f("ck_tickets_closed")),
        sa.ForeignKeyConstraint(
            ["booth_id", "fair_id"], ["booths.id", "booths.fair_id"], name=op.f("fk_tickets_booth_id_fair_id")
        ),
        sa.ForeignKeyConstraint(["booth_id"], ["booths.id"], name=op.f("fk_tickets_booth_id")),
        sa.ForeignKeyConstraint(["fair_id"], ["fairs.id"], name=op.f("fk_tickets_fair_id")),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_tickets_seeker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tickets")),
        sa.UniqueConstraint("booth_id", "number", name=op.f("uq_tickets_booth_id_number")),
        sa.UniqueConstraint(
            "id", "booth_id", "fair_id", "seeker_id", name=op.f("uq_tickets_id_booth_id_fair_id_seeker_id")
        ),
        sa.UniqueConstraint("short_code", name=op.f("uq_tickets_short_code")),
    )
    with op.batch_alter_table("tickets", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tickets_booth_id_place"), ["booth_id", "place"], unique=False)
        batch_op.create_index(batch_op.f("ix_tickets_fair_id"), ["fair_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tickets_seeker_id_joined_at"), ["seeker_id", "joined_at"], unique=False)
        batch_op.create_index(
            "uq_tickets_open",
            ["booth_id", "seeker_id"],
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )

    op.create_table(
        "calls",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("ticket_id", sa.Uuid(), nullable=False),
        sa.Column("booth_id", sa.Uuid(), nullable=False),
        sa.Column("fair_id", sa.Uuid(), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column("called_by", sa.Uuid(), nullable=False),
        sa.Column("called_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("answer_by", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("chosen_because", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("answered_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column(
            "answer",
            sa.Enum(
                "accepted",
                "stepped_back",
                "missed",
                "withdrawn",
                name="callanswer",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("closed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "answer IS NULL OR answer = 'accepted' OR closed_at IS NOT NULL", name=op.f("ck_calls_declined_is_closed")
        ),
        sa.CheckConstraint("(answered_at IS NULL) = (answer IS NULL)", name=op.f("ck_calls_answered")),
        sa.ForeignKeyConstraint(["booth_id"], ["booths.id"], name=op.f("fk_calls_booth_id")),
        sa.ForeignKeyConstraint(["called_by"], ["accounts.id"], name=op.f("fk_calls_called_by")),
        sa.ForeignKeyConstraint(["fair_id"], ["fairs.id"], name=op.f("fk_calls_fair_id")),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_calls_seeker_id")),
        sa.ForeignKeyConstraint(
            ["ticket_id", "booth_id", "fair_id", "seeker_id"],
            ["tickets.id", "tickets.booth_id", "tickets.fair_id", "tickets.seeker_id"],
            name=op.f("fk_calls_ticket_id_booth_id_fair_id_seeker_id"),
        ),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name=op.f("fk_calls_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
        sa.UniqueConstraint(
            "id", "booth_id", "fair_id", "seeker_id", name=op.f("uq_calls_id_booth_id_fair_id_seeker_id")
        ),
    )
    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calls_booth_id_called_at"), ["booth_id", "called_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_calls_fair_id"), ["fair_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_calls_ticket_id"), ["ticket_id"], unique=False)
        batch_op.create_index(
            "ix_calls_unanswered",
            ["answer_by"],
            unique=False,
            sqlite_where=sa.text("answered_at IS NULL"),
            postgresql_where=sa.text("answered_at IS NULL"),
        )
        batch_op.create_index(
            "uq_calls_open_caller",
            ["called_by"],
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.create_index(
            "uq_calls_open_seeker",
            ["seeker_id"],
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.create_index(
            "uq_calls_open_ticket",
            ["ticket_id"],
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )

    op.create_table(
        "interviews",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("booth_id", sa.Uuid(), nullable=False),
        sa.Column("fair_id", sa.Uuid(), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column("interviewer", sa.Uuid(), nullable=False),
        sa.Column("started_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("ended_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["booth_id"], ["booths.id"], name=op.f("fk_interviews_booth_id")),
        sa.ForeignKeyConstraint(
            ["call_id", "booth_id", "fair_id", "seeker_id"],
            ["calls.id", "calls.booth_id", "calls.fair_id", "calls.seeker_id"],
            name=op.f("fk_interviews_call_id_booth_id_fair_id_seeker_id"),
        ),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_interviews_call_id")),
        sa.ForeignKeyConstraint(["fair_id"], ["fairs.id"], name=op.f("fk_interviews_fair_id")),
        sa.ForeignKeyConstraint(["interviewer"], ["accounts.id"], name=op.f("fk_interviews_interviewer")),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_interviews_seeker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interviews")),
        sa.UniqueConstraint("call_id", name=op.f("uq_interviews_call_id")),
    )
    with op.batch_alter_table("interviews", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_interviews_booth_id_started_at"), ["booth_id", "started_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_interviews_fair_id"), ["fair_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_interviews_seeker_id"), ["seeker_id"], unique=False)

    op.create_table(
        "messages",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column(
            "speaker",
            sa.Enum("seeker", "booth", name="speaker", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("length(text) > 0", name=op.f("ck_messages_said")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_messages_by_account")),
        sa.ForeignKeyConstraint(["interview_id"], ["interviews.id"], name=op.f("fk_messages_interview_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_messages")),
    )
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_messages_interview_id_at"), ["interview_id", "at"], unique=False)

    op.create_table(
        "outcomes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column(
            "code",
            sa.Enum(
                "hired",
                "preselected",
                "second_interview",
                "not_this_time",
                "referred",
                name="outcomecode",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("vacancy_id", sa.Uuid(), nullable=True),
        sa.Column("again_on", sa.Date(), nullable=True),
        sa.Column(
            "not_reason",
            sa.Enum(
                "experience",
                "qualification",
                "wage",
                "hours",
                "distance",
                "declined",
                "other",
                name="notreason",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "referred_to",
            sa.Enum(
                "training",
                "overseas",
                "other_booth",
                name="referredto",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("code <> 'hired' OR vacancy_id IS NOT NULL", name=op.f("ck_outcomes_hired_for")),
        sa.CheckConstraint("code <> 'not_this_time' OR not_reason IS NOT NULL", name=op.f("ck_outcomes_explained")),
        sa.CheckConstraint("code <> 'referred' OR referred_to IS NOT NULL", name=op.f("ck_outcomes_sent_on")),
        sa.CheckConstraint("code <> 'second_interview' OR again_on IS NOT NULL", name=op.f("ck_outcomes_dated")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_outcomes_by_account")),
        sa.ForeignKeyConstraint(["interview_id"], ["interviews.id"], name=op.f("fk_outcomes_interview_id")),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name=op.f("fk_outcomes_vacancy_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcomes")),
        sa.UniqueConstraint("interview_id", name=op.f("uq_outcomes_interview_id")),
    )
    with op.batch_alter_table("outcomes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outcomes_vacancy_id"), ["vacancy_id"], unique=False)

    op.create_table(
        "outcome_corrections",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("outcome_id", sa.Uuid(), nullable=False),
        sa.Column(
            "code",
            sa.Enum(
                "hired",
                "preselected",
                "second_interview",
                "not_this_time",
                "referred",
                name="outcomecode",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("vacancy_id", sa.Uuid(), nullable=True),
        sa.Column("again_on", sa.Date(), nullable=True),
        sa.Column(
            "not_reason",
            sa.Enum(
                "experience",
                "qualification",
                "wage",
                "hours",
                "distance",
                "declined",
                "other",
                name="notreason",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "referred_to",
            sa.Enum(
                "training",
                "overseas",
                "other_booth",
                name="referredto",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("code <> 'hired' OR vacancy_id IS NOT NULL", name=op.f("ck_outcome_corrections_hired_for")),
        sa.CheckConstraint(
            "code <> 'not_this_time' OR not_reason IS NOT NULL", name=op.f("ck_outcome_corrections_explained")
        ),
        sa.CheckConstraint(
            "code <> 'referred' OR referred_to IS NOT NULL", name=op.f("ck_outcome_corrections_sent_on")
        ),
        sa.CheckConstraint(
            "code <> 'second_interview' OR again_on IS NOT NULL", name=op.f("ck_outcome_corrections_dated")
        ),
        sa.CheckConstraint("length(because) > 0", name=op.f("ck_outcome_corrections_because")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_outcome_corrections_by_account")),
        sa.ForeignKeyConstraint(["outcome_id"], ["outcomes.id"], name=op.f("fk_outcome_corrections_outcome_id")),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name=op.f("fk_outcome_corrections_vacancy_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome_corrections")),
    )
    with op.batch_alter_table("outcome_corrections", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outcome_corrections_outcome_id_at"), ["outcome_id", "at"], unique=False)

    op.create_table(
        "placements",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column("employer_id", sa.Uuid(), nullable=False),
        sa.Column("vacancy_id", sa.Uuid(), nullable=False),
        sa.Column("outcome_id", sa.Uuid(), nullable=True),
        sa.Column("fair_id", sa.Uuid(), nullable=True),
        sa.Column("residence", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=False),
        sa.Column("referring_id", sa.Uuid(), nullable=True),
        sa.Column("host_id", sa.Uuid(), nullable=True),
        sa.Column("workplace", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=True),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("made_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.CheckConstraint("turn > 0", name=op.f("ck_placements_turn_counted")),
        sa.ForeignKeyConstraint(["employer_id"], ["employers.id"], name=op.f("fk_placements_employer_id")),
        sa.ForeignKeyConstraint(["fair_id"], ["fairs.id"], name=op.f("fk_placements_fair_id")),
        sa.ForeignKeyConstraint(["host_id"], ["centres.id"], name=op.f("fk_placements_host_id")),
        sa.ForeignKeyConstraint(["made_by"], ["accounts.id"], name=op.f("fk_placements_made_by")),
        sa.ForeignKeyConstraint(["outcome_id"], ["outcomes.id"], name=op.f("fk_placements_outcome_id")),
        sa.ForeignKeyConstraint(["referring_id"], ["centres.id"], name=op.f("fk_placements_referring_id")),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_placements_seeker_id")),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancies.id"], name=op.f("fk_placements_vacancy_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placements")),
        sa.UniqueConstraint(
            "fair_id", "seeker_id", "employer_id", "turn", name=op.f("uq_placements_fair_id_seeker_id_employer_id_turn")
        ),
    )
    with op.batch_alter_table("placements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_placements_agreed_on"), ["agreed_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_placements_employer_id"), ["employer_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_placements_fair_id_referring_id"), ["fair_id", "referring_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_placements_outcome_id"), ["outcome_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_placements_seeker_id"), ["seeker_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_placements_vacancy_id"), ["vacancy_id"], unique=False)

    op.create_table(
        "placement_evidence",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("placement_id", sa.Uuid(), nullable=False),
        sa.Column(
            "level",
            sa.Enum("0", "1", "2", "3", name="evidencelevel", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column(
            "source",
            sa.Enum("fair_outcome", name="evidencesource", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_placement_evidence_by_account")),
        sa.ForeignKeyConstraint(["placement_id"], ["placements.id"], name=op.f("fk_placement_evidence_placement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement_evidence")),
    )
    with op.batch_alter_table("placement_evidence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_placement_evidence_placement_id"), ["placement_id"], unique=False)

    op.create_table(
        "placement_reversals",
        sa.Column("placement_id", sa.Uuid(), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_placement_reversals_by_account")),
        sa.ForeignKeyConstraint(["placement_id"], ["placements.id"], name=op.f("fk_placement_reversals_placement_id")),
        sa.PrimaryKeyConstraint("placement_id", name=op.f("pk_placement_reversals")),
    )

    dialect = op.get_bind().dialect.name
    for statement in (*append_only_statements(dialect), *full_text("vacancy_search", "vacancy_index", dialect)):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("placement_reversals")
    with op.batch_alter_table("placement_evidence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_placement_evidence_placement_id"))

    op.drop_table("placement_evidence")
    with op.batch_alter_table("placements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_placements_vacancy_id"))
        batch_op.drop_index(batch_op.f("ix_placements_seeker_id"))
        batch_op.drop_index(batch_op.f("ix_placements_outcome_id"))
        batch_op.drop_index(batch_op.f("ix_placements_fair_id_referring_id"))
        batch_op.drop_index(batch_op.f("ix_placements_employer_id"))
        batch_op.drop_index(batch_op.f("ix_placements_agreed_on"))

    op.drop_table("placements")
    with op.batch_alter_table("outcome_corrections", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outcome_corrections_outcome_id_at"))

    op.drop_table("outcome_corrections")
    with op.batch_alter_table("outcomes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outcomes_vacancy_id"))

    op.drop_table("outcomes")
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_messages_interview_id_at"))

    op.drop_table("messages")
    with op.batch_alter_table("interviews", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_interviews_seeker_id"))
        batch_op.drop_index(batch_op.f("ix_interviews_fair_id"))
        batch_op.drop_index(batch_op.f("ix_interviews_booth_id_started_at"))

    op.drop_table("interviews")
    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_calls_open_ticket",
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.drop_index(
            "uq_calls_open_seeker",
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.drop_index(
            "uq_calls_open_caller",
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.drop_index(
            "ix_calls_unanswered",
            sqlite_where=sa.text("answered_at IS NULL"),
            postgresql_where=sa.text("answered_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_calls_ticket_id"))
        batch_op.drop_index(batch_op.f("ix_calls_fair_id"))
        batch_op.drop_index(batch_op.f("ix_calls_booth_id_called_at"))

    op.drop_table("calls")
    with op.batch_alter_table("tickets", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_tickets_open", sqlite_where=sa.text("closed_at IS NULL"), postgresql_where=sa.text("closed_at IS NULL")
        )
        batch_op.drop_index(batch_op.f("ix_tickets_seeker_id_joined_at"))
        batch_op.drop_index(batch_op.f("ix_tickets_fair_id"))
        batch_op.drop_index(batch_op.f("ix_tickets_booth_id_place"))

    op.drop_table("tickets")
    with op.batch_alter_table("shifts", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_shifts_open", sqlite_where=sa.text("ended_at IS NULL"), postgresql_where=sa.text("ended_at IS NULL")
        )
        batch_op.drop_index(batch_op.f("ix_shifts_booth_id_started_at"))

    op.drop_table("shifts")
    op.drop_table("booth_vacancies")
    with op.batch_alter_table("vacancy_reviews", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_vacancy_reviews_vacancy_id"))

    op.drop_table("vacancy_reviews")
    with op.batch_alter_table("vacancy_places", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_vacancy_places_province_code_vacancy_id"))

    op.drop_table("vacancy_places")
    with op.batch_alter_table("vacancy_index", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_vacancy_index_expires_on_n"))

    op.drop_table("vacancy_index")
    with op.batch_alter_table("fair_seekers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_fair_seekers_seeker_id"))
        batch_op.drop_index(batch_op.f("ix_fair_seekers_fair_id_centre_id"))

    op.drop_table("fair_seekers")
    with op.batch_alter_table("booths", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_booths_employer_id"))

    op.drop_table("booths")
    with op.batch_alter_table("vacancies", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_vacancies_open",
            sqlite_where=sa.text("published_at IS NOT NULL AND closed_at IS NULL"),
            postgresql_where=sa.text("published_at IS NOT NULL AND closed_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_vacancies_occupation_code"))
        batch_op.drop_index(batch_op.f("ix_vacancies_employer_id_created_at"))
        batch_op.drop_index(batch_op.f("ix_vacancies_centre_id"))

    op.drop_table("vacancies")
    with op.batch_alter_table("recruiters", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_recruiters_present",
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_recruiters_employer_id"))

    op.drop_table("recruiters")
    with op.batch_alter_table("programme_items", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_programme_items_fair_id"))

    op.drop_table("programme_items")
    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_invitations_open",
            sqlite_where=sa.text("accepted_at IS NULL"),
            postgresql_where=sa.text("accepted_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_invitations_employer_id"))

    op.drop_table("invitations")
    with op.batch_alter_table("help_calls", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_help_calls_open",
            sqlite_where=sa.text("answered_at IS NULL"),
            postgresql_where=sa.text("answered_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_help_calls_fair_id"))

    op.drop_table("help_calls")
    with op.batch_alter_table("fair_sites", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_fair_sites_host", sqlite_where=sa.text("role = 'host'"), postgresql_where=sa.text("role = 'host'")
        )

    op.drop_table("fair_sites")
    op.drop_table("fair_openings")
    op.drop_table("fair_closings")
    with op.batch_alter_table("employer_checks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_employer_checks_employer_id"))

    op.drop_table("employer_checks")
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consents_seeker_id_purpose_at"))

    op.drop_table("consents")
    with op.batch_alter_table("announcements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_announcements_fair_id"))

    op.drop_table("announcements")
    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_staff_present", sqlite_where=sa.text("ended_at IS NULL"), postgresql_where=sa.text("ended_at IS NULL")
        )
        batch_op.drop_index(batch_op.f("ix_staff_centre_id"))

    op.drop_table("staff")
    with op.batch_alter_table("seekers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_seekers_phone"))
        batch_op.drop_index(batch_op.f("ix_seekers_name_fold"))
        batch_op.drop_index(batch_op.f("ix_seekers_centre_id"))

    op.drop_table("seekers")
    with op.batch_alter_table("logins", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_logins_account_id"))

    op.drop_table("logins")
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_journal_subject_id"))
        batch_op.drop_index(batch_op.f("ix_journal_seeker_id"))

    op.drop_table("journal")
    with op.batch_alter_table("fairs", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_fairs_opens_at"))
        batch_op.drop_index(batch_op.f("ix_fairs_host_id"))

    op.drop_table("fairs")
    with op.batch_alter_table("employers", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_employers_tax_code",
            sqlite_where=sa.text("tax_code IS NOT NULL"),
            postgresql_where=sa.text("tax_code IS NOT NULL"),
        )
        batch_op.drop_index(
            "uq_employers_firm_key",
            sqlite_where=sa.text("tax_code IS NULL AND firm_key IS NOT NULL"),
            postgresql_where=sa.text("tax_code IS NULL AND firm_key IS NOT NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_employers_name_fold"))
        batch_op.drop_index(batch_op.f("ix_employers_centre_id"))

    op.drop_table("employers")
    op.drop_table("streams")
    with op.batch_alter_table("province_mergers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_province_mergers_new_code"))

    op.drop_table("province_mergers")
    op.drop_table("province_editions")
    with op.batch_alter_table("one_time_codes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_one_time_codes_phone_made_at"))

    op.drop_table("one_time_codes")
    op.drop_table("occupations")
    op.drop_table("industries")
    op.drop_table("import_runs")
    with op.batch_alter_table("failed_passwords", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_failed_passwords_email_at"))

    op.drop_table("failed_passwords")
    op.drop_table("centres")
    op.drop_table("accounts")
