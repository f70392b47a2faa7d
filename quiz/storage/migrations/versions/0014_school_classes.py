"""Colleagues who may give the lesson of a class as well, and the figures of a school."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "class_colleague",
        sa.Column("class_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("staff_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_id"],
            ["school_class.id"],
            name="fk_class_colleague_class_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name="fk_class_colleague_staff_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("class_id", "staff_id", name="pk_class_colleague"),
    )
    op.create_index("ix_class_colleague_staff_id", "class_colleague", ["staff_id"])
    op.create_table(
        "school_figure",
        sa.Column("school_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("year", sa.SmallInteger(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("covers", sa.JSON(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name="fk_school_figure_school_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("school_id", "number", name="pk_school_figure"),
    )


def downgrade() -> None:
    op.drop_table("school_figure")
    op.drop_index("ix_class_colleague_staff_id", "class_colleague")
    op.drop_table("class_colleague")
