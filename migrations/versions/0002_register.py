"""The register of persons."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

from exchange.kernel.finding import index_words
from exchange.kernel.full_text import full_text
from exchange.kernel.text import fold, words
from migrations.widening import widen

revision = "0002"
down_revision = "0001"
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
]
NEW_KINDS = {
    "seeker_number_shown",
    "seeker_group_recorded",
    "seeker_group_ended",
    "seekers_merged",
    "seekers_parted",
    "seeker_file_taken",
}
PURPOSES = ["matching", "employers", "provinces", "messages", "policy"]


def upgrade() -> None:
    op.create_table(
        "seeker_groups",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "soldier",
                "benefit",
                "disabled",
                "poor",
                "near_poor",
                "minority",
                "student",
                "overseas",
                name="group",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ethnicity", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=True),
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
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=True),
        sa.Column("ended_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint("until IS NULL OR until >= since", name=op.f("ck_seeker_groups_ends_after")),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_seeker_groups_seeker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seeker_groups")),
    )
    with op.batch_alter_table("seeker_groups", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seeker_groups_kind_since"), ["kind", "since"], unique=False)
        batch_op.create_index(batch_op.f("ix_seeker_groups_seeker_id"), ["seeker_id"], unique=False)
        batch_op.create_index(
            "uq_seeker_groups_standing",
            ["seeker_id", "kind"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )

    op.create_table(
        "seeker_index",
        sa.Column("n", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("same", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_seeker_index_seeker_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_seeker_index")),
        sa.UniqueConstraint("seeker_id", name=op.f("uq_seeker_index_seeker_id")),
    )
    with op.batch_alter_table("seeker_index", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seeker_index_same_birth_year"), ["same", "birth_year"], unique=False)

    op.create_table(
        "seeker_merges",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gone_id", sa.Uuid(), nullable=False),
        sa.Column("kept_id", sa.Uuid(), nullable=False),
        sa.Column("because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=False),
        sa.Column("undone_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("undone_by", sa.Uuid(), nullable=True),
        sa.Column("undone_because", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.CheckConstraint("gone_id <> kept_id", name=op.f("ck_seeker_merges_two_files")),
        sa.ForeignKeyConstraint(["by_account"], ["accounts.id"], name=op.f("fk_seeker_merges_by_account")),
        sa.ForeignKeyConstraint(["gone_id"], ["seekers.id"], name=op.f("fk_seeker_merges_gone_id")),
        sa.ForeignKeyConstraint(["kept_id"], ["seekers.id"], name=op.f("fk_seeker_merges_kept_id")),
        sa.ForeignKeyConstraint(["undone_by"], ["accounts.id"], name=op.f("fk_seeker_merges_undone_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seeker_merges")),
    )
    with op.batch_alter_table("seeker_merges", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seeker_merges_kept_id"), ["kept_id"], unique=False)
        batch_op.create_index(
            "uq_seeker_merges_standing",
            ["gone_id"],
            unique=True,
            sqlite_where=sa.text("undone_at IS NULL"),
            postgresql_where=sa.text("undone_at IS NULL"),
        )

    op.create_table(
        "seeker_numbers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("citizen_id", "insurance", name="numberkind", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("blind", sa.LargeBinary(), nullable=False),
        sa.Column("tail", sqlmodel.sql.sqltypes.AutoString(length=4), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("by_account", sa.Uuid(), nullable=True),
        sa.Column("replaced_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_seeker_numbers_seeker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seeker_numbers")),
    )
    with op.batch_alter_table("seeker_numbers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seeker_numbers_blind"), ["blind"], unique=False)
        batch_op.create_index(batch_op.f("ix_seeker_numbers_tail"), ["tail"], unique=False)
        batch_op.create_index(
            "uq_seeker_numbers_standing",
            ["seeker_id", "kind"],
            unique=True,
            sqlite_where=sa.text("replaced_at IS NULL"),
            postgresql_where=sa.text("replaced_at IS NULL"),
        )

    op.create_table(
        "seeker_persons",
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["seekers.id"], name=op.f("fk_seeker_persons_person_id")),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_seeker_persons_seeker_id")),
        sa.PrimaryKeyConstraint("seeker_id", name=op.f("pk_seeker_persons")),
    )
    with op.batch_alter_table("seeker_persons", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seeker_persons_person_id"), ["person_id"], unique=False)

    op.create_table(
        "seeker_profiles",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column("full_name", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column(
            "sex",
            sa.Enum("female", "male", "not_stated", name="sex", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("phone", sqlmodel.sql.sqltypes.AutoString(length=16), nullable=True),
        sa.Column("email", sqlmodel.sql.sqltypes.AutoString(length=254), nullable=False),
        sa.Column("province_code", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=False),
        sa.Column("commune", sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
        sa.Column("street", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("home_province", sqlmodel.sql.sqltypes.AutoString(length=2), nullable=True),
        sa.Column("home_commune", sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
        sa.Column("home_street", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column(
            "schooling",
            sa.Enum(
                "none",
                "primary",
                "lower_secondary",
                "upper_secondary",
                name="schooling",
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
        sa.Column("specialty", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column(
            "activity",
            sa.Enum(
                "employed",
                "jobless",
                "studying",
                "retired",
                "housework",
                "unable",
                "other",
                name="activity",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "jobless_for",
            sa.Enum(
                "under_3",
                "from_3_to_12",
                "over_12",
                name="joblessfor",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("last_job", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("left_because", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("work_wanted", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("occupation_code", sqlmodel.sql.sqltypes.AutoString(length=4), nullable=True),
        sa.Column("work_places", sa.JSON(), nullable=False),
        sa.Column("wage_from", sa.BigInteger(), nullable=True),
        sa.Column("ready_on", sa.Date(), nullable=True),
        sa.Column("services", sa.JSON(), nullable=False),
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
        sa.Column("by_account", sa.Uuid(), nullable=True),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("wage_from IS NULL OR wage_from > 0", name=op.f("ck_seeker_profiles_wage_positive")),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_seeker_profiles_seeker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seeker_profiles")),
    )
    with op.batch_alter_table("seeker_profiles", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seeker_profiles_seeker_id_at"), ["seeker_id", "at"], unique=False)

    op.create_table(
        "soldier_services",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("decision", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
        sa.Column("unit", sqlmodel.sql.sqltypes.AutoString(length=120), nullable=False),
        sa.Column("batch", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
        sa.Column("enlisted_on", sa.Date(), nullable=True),
        sa.Column("discharged_on", sa.Date(), nullable=False),
        sa.Column("voucher", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
        sa.Column("voucher_until", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "enlisted_on IS NULL OR discharged_on >= enlisted_on", name=op.f("ck_soldier_services_served")
        ),
        sa.ForeignKeyConstraint(["group_id"], ["seeker_groups.id"], name=op.f("fk_soldier_services_group_id")),
        sa.PrimaryKeyConstraint("group_id", name=op.f("pk_soldier_services")),
    )
    with op.batch_alter_table("soldier_services", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_soldier_services_batch_unit"), ["batch", "unit"], unique=False)

    widen("journal", "kind", KINDS)
    widen("consents", "purpose", PURPOSES)
    for statement in full_text("seeker_search", "seeker_index", op.get_bind().dialect.name):
        op.execute(statement)
    _index_everybody()


def _index_everybody() -> None:
    """People who registered before can be found as well."""
    bind = op.get_bind()
    seekers = sa.table(
        "seekers", *(sa.column(name) for name in ("id", "full_name", "birth_year", "centre_id", "created_at"))
    )
    index = sa.table(
        "seeker_index", *(sa.column(name) for name in ("seeker_id", "name", "same", "birth_year", "words"))
    )
    rows = bind.execute(sa.select(seekers).order_by(seekers.c.created_at, seekers.c.id)).all()
    found = [
        {
            "seeker_id": row.id,
            "name": row.full_name,
            "same": " ".join(sorted(words(fold(row.full_name)))),
            "birth_year": row.birth_year,
            "words": index_words("", [row.full_name], _marks(row)),
        }
        for row in rows
    ]
    if found:
        bind.execute(sa.insert(index), found)


def _marks(row: sa.Row) -> list[str]:
    keeper = str(row.centre_id).replace("-", "") if row.centre_id else "none"
    return [f"@y{row.birth_year}", f"@c{keeper}"]


def downgrade() -> None:
    dialect = op.get_bind().dialect.name
    if dialect == "sqlite":
        op.execute("DROP TABLE seeker_search")
    with op.batch_alter_table("soldier_services", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_soldier_services_batch_unit"))

    op.drop_table("soldier_services")
    with op.batch_alter_table("seeker_profiles", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_seeker_profiles_seeker_id_at"))

    op.drop_table("seeker_profiles")
    with op.batch_alter_table("seeker_persons", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_seeker_persons_person_id"))

    op.drop_table("seeker_persons")
    with op.batch_alter_table("seeker_numbers", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_seeker_numbers_standing",
            sqlite_where=sa.text("replaced_at IS NULL"),
            postgresql_where=sa.text("replaced_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_seeker_numbers_tail"))
        batch_op.drop_index(batch_op.f("ix_seeker_numbers_blind"))

    op.drop_table("seeker_numbers")
    with op.batch_alter_table("seeker_merges", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_seeker_merges_standing",
            sqlite_where=sa.text("undone_at IS NULL"),
            postgresql_where=sa.text("undone_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_seeker_merges_kept_id"))

    op.drop_table("seeker_merges")
    with op.batch_alter_table("seeker_index", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_seeker_index_same_birth_year"))

    op.drop_table("seeker_index")
    with op.batch_alter_table("seeker_groups", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_seeker_groups_standing",
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_seeker_groups_seeker_id"))
        batch_op.drop_index(batch_op.f("ix_seeker_groups_kind_since"))

    op.drop_table("seeker_groups")
    if dialect == "postgresql":
        op.execute("DROP FUNCTION seeker_search_vector")
    widen("consents", "purpose", [word for word in PURPOSES if word != "policy"])
    widen("journal", "kind", [word for word in KINDS if word not in NEW_KINDS])
