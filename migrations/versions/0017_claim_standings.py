"""Claims as they stand, kept beside the rows they follow from."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

NAMES = "claim_id, seeker_id, centre_id, origin, received_on, decided_on, verdict, from_on, to_on"
STANDINGS = f"""
INSERT INTO claim_standings ({NAMES})
SELECT claim_id, seeker_id, centre_id, origin, received_on, decided_on, verdict, CASE WHEN runs THEN from_on END,
  CASE WHEN runs AND ended_on < to_on THEN ended_on WHEN runs THEN to_on END
FROM (
  SELECT c.id AS claim_id, c.seeker_id, c.centre_id, c.origin, c.received_on, first.on_day AS decided_on, word.verdict,
    word.from_on, word.to_on, e.on_day AS ended_on,
    word.verdict = 'granted' AND (e.on_day IS NULL OR e.on_day >= word.from_on) AND NOT EXISTS (
      SELECT 1 FROM claim_decisions d WHERE d.claim_id = c.id AND d.turn > word.turn AND d.verdict = 'cancelled'
    ) AS runs
  FROM benefit_claims c
  LEFT JOIN claim_decisions first ON first.claim_id = c.id AND first.turn = 1
  LEFT JOIN claim_decisions word ON word.claim_id = c.id AND word.verdict <> 'cancelled' AND NOT EXISTS (
    SELECT 1 FROM claim_decisions d WHERE d.claim_id = c.id AND d.turn > word.turn AND d.verdict <> 'cancelled'
  )
  LEFT JOIN (
    SELECT claim_id, min(on_day) AS on_day FROM benefit_events ended WHERE kind = 'ended'
      AND NOT EXISTS (SELECT 1 FROM benefit_events taken WHERE taken.withdraws_id = ended.id) GROUP BY claim_id
  ) e ON e.claim_id = c.id
  WHERE NOT EXISTS (SELECT 1 FROM claim_withdrawals w WHERE w.claim_id = c.id)
) told
"""  # noqa: S608 - our own names
ORIGINS = ("here", "other_province", "moved_in")
VERDICTS = ("granted", "refused", "cancelled")
BY = (("seeker_id",), ("centre_id", "received_on"), ("centre_id", "decided_on"), ("received_on",), ("decided_on",))


def upgrade() -> None:
    _table()
    op.execute(STANDINGS)
    for names in BY:
        op.create_index(op.f(f"ix_claim_standings_{'_'.join(names)}"), "claim_standings", list(names))
    runs = {"postgresql_include": ["from_on", "seeker_id"]}
    op.create_index(op.f("ix_claim_standings_to_on"), "claim_standings", ["to_on"], **runs)


def _table() -> None:
    words = {"native_enum": False, "create_constraint": True, "length": 32}
    op.create_table(
        "claim_standings",
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("seeker_id", sa.Uuid(), nullable=False),
        sa.Column("centre_id", sa.Uuid(), nullable=False),
        sa.Column("origin", sa.Enum(*ORIGINS, name="claimorigin", **words), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("verdict", sa.Enum(*VERDICTS, name="verdict", **words), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["benefit_claims.id"], name=op.f("fk_claim_standings_claim_id")),
        sa.ForeignKeyConstraint(["seeker_id"], ["seekers.id"], name=op.f("fk_claim_standings_seeker_id")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_claim_standings_centre_id")),
        sa.PrimaryKeyConstraint("claim_id", name=op.f("pk_claim_standings")),
    )


def downgrade() -> None:
    op.drop_table("claim_standings")
