"""Wrong codes and passwords are counted in the database, for all processes together."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "wrong_count",
        sa.Column("who", sa.LargeBinary(length=32), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("who", name=op.f("pk_wrong_count")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_wrong_count_until"), "wrong_count", ["until"])


def downgrade() -> None:
    op.drop_table("wrong_count")
