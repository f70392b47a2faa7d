"""Links of the catalogue are tried, and what came of it is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
OUTCOMES = (
    *("good", "closed", "gone", "error", "silent", "no-site", "unsafe", "endless"),
    "not-public",
)


def upgrade() -> None:
    known = ", ".join(f"'{outcome}'" for outcome in OUTCOMES)
    op.create_table(
        "tried_link",
        sa.Column("address", sa.String(length=500), nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=False),
        sa.Column("status", sa.SmallInteger(), nullable=True),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("failed_since", sa.Date(), nullable=True),
        sa.Column("failed_days", sa.SmallInteger(), nullable=False),
        sa.CheckConstraint(f"outcome IN ({known})", name=op.f("ck_tried_link_outcome_known")),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_tried_link")),
    )
    op.create_index(op.f("ix_tried_link_outcome"), "tried_link", ["outcome"])


def downgrade() -> None:
    op.drop_table("tried_link")
