"""Of each visit the days of those before it, so that persons are counted without putting their visits together."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

BY_CENTRE, BY_DAY = "ix_meetings_centre_id_on_day", "ix_meetings_on_day"
HERE, ANYWHERE = ["here_before", "here_before_alike"], ["before", "before_alike"]
COUNTED = ["person_id", "client_kind", "first_id"]
OPENING = {"sqlite_where": sa.text("opens = 1"), "postgresql_where": sa.text("opens")}
BEFORE = """
UPDATE meetings SET before = told.before, before_alike = told.before_alike, here_before = told.here_before,
  here_before_alike = told.here_before_alike
FROM (
  SELECT first_id, lag(on_day) OVER (PARTITION BY person_id ORDER BY on_day, first_id) AS before,
    lag(on_day) OVER (PARTITION BY person_id, client_kind ORDER BY on_day, first_id) AS before_alike,
    lag(on_day) OVER (PARTITION BY person_id, centre_id ORDER BY on_day, first_id) AS here_before,
    lag(on_day) OVER (PARTITION BY person_id, centre_id, client_kind ORDER BY on_day, first_id) AS here_before_alike
  FROM meetings WHERE opens
) told WHERE told.first_id = meetings.first_id AND told.before IS NOT NULL
"""


def upgrade() -> None:
    _drop_indexes()
    for name in (*ANYWHERE, *HERE):
        op.add_column("meetings", sa.Column(name, sa.Date(), nullable=True))
    op.execute(BEFORE)
    _create_indexes([*COUNTED, *HERE], ANYWHERE)


def downgrade() -> None:
    _drop_indexes()
    for name in (*ANYWHERE, *HERE):
        op.drop_column("meetings", name)
    _create_indexes(COUNTED, [])


def _drop_indexes() -> None:
    op.drop_index(BY_CENTRE, table_name="meetings")
    op.drop_index(BY_DAY, table_name="meetings")


def _create_indexes(here: list[str], anywhere: list[str]) -> None:
    op.create_index(BY_CENTRE, "meetings", ["centre_id", "on_day"], postgresql_include=here, **OPENING)
    by_day = ["centre_id", *here, *anywhere]
    op.create_index(BY_DAY, "meetings", ["on_day"], postgresql_include=by_day, **OPENING)
