"""Meetings as they count, in place of the tellings that do not."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

BY_CENTRE, BY_DAY = "ix_consultations_centre_id_on_day", "ix_consultations_on_day"
COUNTED = ["person_id", "client_kind", "first_id"]
# An index is read alone where its pages are known to be visible to all: look at new rows after 1 % and not after 20 %.
FRESH = "autovacuum_vacuum_insert_scale_factor"
NAMES = "first_id, telling_id, seeker_id, person_id, centre_id, on_day, client_kind, way, commune, by_talk, opens"
MEETINGS = f"""
INSERT INTO meetings ({NAMES})
SELECT c.first_id, c.id, c.seeker_id, coalesce(p.person_id, c.seeker_id), c.centre_id, c.on_day, c.client_kind, c.way,
  c.commune, false, false
FROM consultations c LEFT JOIN seeker_persons p ON p.seeker_id = c.seeker_id
WHERE NOT EXISTS (SELECT 1 FROM consultations later WHERE later.corrects_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM consultation_withdrawals w WHERE w.consultation_id = c.first_id)
UNION ALL
SELECT a.id, g.id, a.seeker_id, coalesce(p.person_id, a.seeker_id), g.centre_id, g.on_day, g.client_kind, 'group', '',
  true, false
FROM attendances a JOIN group_talks g ON g.first_id = a.talk_id LEFT JOIN seeker_persons p ON p.seeker_id = a.seeker_id
WHERE NOT EXISTS (SELECT 1 FROM group_talks later WHERE later.corrects_id = g.id)
  AND NOT EXISTS (SELECT 1 FROM group_talk_withdrawals w WHERE w.talk_id = g.first_id)
  AND NOT EXISTS (SELECT 1 FROM attendance_removals r WHERE r.attendance_id = a.id)
"""  # noqa: S608 - our own names
OPENED = """
UPDATE meetings SET opens = true WHERE NOT EXISTS (SELECT 1 FROM meetings e WHERE e.person_id = meetings.person_id
  AND e.centre_id = meetings.centre_id AND e.on_day = meetings.on_day AND e.first_id < meetings.first_id)
"""
STRUCK = """
INSERT INTO struck_tellings (telling_id, centre_id, on_day, at)
SELECT c.id, c.centre_id, c.on_day, coalesce(later.at, w.at) FROM consultations c
LEFT JOIN consultations later ON later.corrects_id = c.id
LEFT JOIN consultation_withdrawals w ON w.consultation_id = c.first_id
WHERE later.at IS NOT NULL OR w.at IS NOT NULL
"""


def upgrade() -> None:
    op.create_table(
        "meetings",
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("telling_id", sa.Uuid(), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("client_kind", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("way", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("commune", sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
        sa.Column("by_talk", sa.Boolean(), nullable=False),
        sa.Column("opens", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_meetings_centre_id")),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_meetings_seeker_id")),
        sa.ForeignKeyConstraint(["person_id"], ["seekers.id"], name=op.f("fk_meetings_person_id")),
        sa.PrimaryKeyConstraint("first_id", name=op.f("pk_meetings")),
    )
    op.execute(MEETINGS)
    op.create_index(op.f("ix_meetings_seeker_id"), "meetings", ["seeker_id"])
    op.create_index(op.f("ix_meetings_person_id_on_day"), "meetings", ["person_id", "on_day"])
    op.execute(OPENED)
    opening = {"sqlite_where": sa.text("opens = 1"), "postgresql_where": sa.text("opens")}
    op.create_index("uq_meetings_opens", "meetings", ["person_id", "centre_id", "on_day"], unique=True, **opening)
    by_centre, by_day = op.f("ix_meetings_centre_id_on_day"), op.f("ix_meetings_on_day")
    op.create_index(by_centre, "meetings", ["centre_id", "on_day"], postgresql_include=COUNTED, **opening)
    op.create_index(by_day, "meetings", ["on_day"], postgresql_include=["centre_id", *COUNTED], **opening)
    op.drop_table("struck_tellings")
    if op.get_bind().dialect.name == "postgresql":
        _plain_indexes()
        op.execute(f"ALTER TABLE consultations RESET ({FRESH})")
        op.execute(f"ALTER TABLE meetings SET ({FRESH} = 0.01)")


def downgrade() -> None:
    op.drop_table("meetings")
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
        _plain_indexes(["seeker_id", "client_kind", "id", "first_id"])
        op.execute(f"ALTER TABLE consultations SET ({FRESH} = 0.01)")


def _plain_indexes(carried: list[str] | None = None) -> None:
    """The indexes of consultations by day anew, with what they carry beside it."""
    op.drop_index(BY_CENTRE, table_name="consultations")
    op.drop_index(BY_DAY, table_name="consultations")
    by_centre = {"postgresql_include": carried} if carried else {}
    by_day = {"postgresql_include": ["centre_id", *carried]} if carried else {}
    op.create_index(BY_CENTRE, "consultations", ["centre_id", "on_day"], **by_centre)
    op.create_index(BY_DAY, "consultations", ["on_day"], **by_day)
