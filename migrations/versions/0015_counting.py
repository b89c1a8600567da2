"""Counting a period: tellings that count no more, and indexes that carry what is counted (PostgreSQL)."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

COUNTED = ["seeker_id", "client_kind", "id", "first_id"]
BY_CENTRE, BY_DAY = "ix_consultations_centre_id_on_day", "ix_consultations_on_day"
# An index is read alone where its pages are known to be visible to all: look at new rows after 1 % and not after 20 %.
FRESH = "autovacuum_vacuum_insert_scale_factor"

STRUCK = """
INSERT INTO struck_tellings (telling_id, centre_id, on_day, at)
SELECT c.id, c.centre_id, c.on_day, coalesce(later.at, w.at) FROM consultations c
LEFT JOIN consultations later ON later.corrects_id = c.id
LEFT JOIN consultation_withdrawals w ON w.consultation_id = c.first_id
WHERE later.at IS NOT NULL OR w.at IS NOT NULL
"""


def upgrade() -> None:
    op.create_table(
        "struck_tellings",
        sa.Column("telling_id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_struck_tellings_centre_id")),
        sa.ForeignKeyConstraint(["telling_id"], ["consultations.id"], name=op.f("fk_struck_tellings_telling_id")),
        sa.PrimaryKeyConstraint("telling_id", name=op.f("pk_struck_tellings")),
    )
    op.execute(STRUCK)
    op.create_index(
        op.f("ix_struck_tellings_on_day_centre_id"),
        "struck_tellings",
        ["on_day", "centre_id"],
        postgresql_include=["telling_id"],
    )
    if op.get_bind().dialect.name == "postgresql":
        op.drop_index(BY_CENTRE, table_name="consultations")
        op.drop_index(BY_DAY, table_name="consultations")
        op.create_index(BY_CENTRE, "consultations", ["centre_id", "on_day"], postgresql_include=COUNTED)
        op.create_index(BY_DAY, "consultations", ["on_day"], postgresql_include=["centre_id", *COUNTED])
        op.execute(f"ALTER TABLE consultations SET ({FRESH} = 0.01)")


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE consultations RESET ({FRESH})")
        op.drop_index(BY_DAY, table_name="consultations")
        op.drop_index(BY_CENTRE, table_name="consultations")
        op.create_index(BY_DAY, "consultations", ["on_day"])
        op.create_index(BY_CENTRE, "consultations", ["centre_id", "on_day"])
    op.drop_table("struck_tellings")
