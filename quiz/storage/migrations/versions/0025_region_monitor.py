"""A school says where it stands; a region has frozen figures, of batches of classes."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"

_KEY = ("region_id", "school_year", "school_type", "year")


def upgrade() -> None:
    op.add_column("school", sa.Column("municipality", sa.String(length=6), nullable=True))
    op.create_table(
        "region_figure",
        sa.Column("region_id", sa.String(length=120), nullable=False),
        sa.Column("school_year", sa.SmallInteger(), nullable=False),
        sa.Column("school_type", sa.String(length=12), nullable=False),
        sa.Column("year", sa.SmallInteger(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("classes", sa.Integer(), nullable=False),
        sa.Column("pupils", sa.Integer(), nullable=False),
        sa.Column("sums", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint(*_KEY, name=op.f("pk_region_figure")),
    )
    op.create_table(
        "region_member",
        sa.Column("series_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("region_id", sa.String(length=120), nullable=False),
        sa.Column("school_year", sa.SmallInteger(), nullable=False),
        sa.Column("school_type", sa.String(length=12), nullable=False),
        sa.Column("year", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["series_id"],
            ["picture_series.id"],
            name=op.f("fk_region_member_series_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            _KEY,
            [f"region_figure.{column}" for column in _KEY],
            name=op.f("fk_region_member_region_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("series_id", name=op.f("pk_region_member")),
    )
    op.create_index(op.f("ix_region_member_region_id"), "region_member", list(_KEY))


def downgrade() -> None:
    op.drop_table("region_member")
    op.drop_table("region_figure")
    with op.batch_alter_table("school") as schools:
        schools.drop_column("municipality")
