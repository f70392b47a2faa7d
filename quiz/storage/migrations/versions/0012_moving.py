"""Coming into a class with answers from before: since when, and whether that is still possible."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

# In a picture, or finished in a class that has one (then perhaps with too few answers for it).
IN_A_PICTURE = """
    id IN (SELECT attempt_id FROM pictured_attempt)
    OR (finished_at IS NOT NULL AND class_id IN (SELECT class_id FROM series_class))
"""


def upgrade() -> None:
    op.add_column("attempt", sa.Column("joined_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "attempt",
        sa.Column("pictured", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    op.execute(f"UPDATE attempt SET pictured = true WHERE {IN_A_PICTURE}")  # noqa: S608


def downgrade() -> None:
    op.drop_column("attempt", "pictured")
    op.drop_column("attempt", "joined_at")
