"""Who changed which row of the catalogue, and what it was before: to see, and to undo."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.create_table(
        "catalogue_change",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("file", sa.String(length=30), nullable=False),
        sa.Column("key", sa.String(length=240), nullable=False),
        sa.Column("region_id", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("moment", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("cells_before", sa.JSON(), nullable=True),
        sa.Column("origin_before", sa.String(length=8), nullable=True),
        sa.Column("cells_after", sa.JSON(), nullable=False),
        sa.Column("origin_after", sa.String(length=8), nullable=False),
        sa.CheckConstraint(
            "kind IN ('added', 'changed', 'checked', 'removed', 'undone', 'imported')",
            name=op.f("ck_catalogue_change_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"],
            ["staff.id"],
            name=op.f("fk_catalogue_change_staff_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("version", "file", "key", name=op.f("pk_catalogue_change")),
    )
    op.create_index(op.f("ix_catalogue_change_staff_id"), "catalogue_change", ["staff_id"])
    op.create_index(op.f("ix_catalogue_change_file"), "catalogue_change", ["file", "key"])
    op.create_index(op.f("ix_catalogue_change_region_id"), "catalogue_change", ["region_id"])


def downgrade() -> None:
    op.drop_table("catalogue_change")
