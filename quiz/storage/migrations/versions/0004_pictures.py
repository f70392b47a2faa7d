"""Frozen class pictures and who is in them; an attempt can be a teacher's own trial."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    # As one column with its check: rebuilding a table on SQLite would carry its children away.
    op.execute(
        "ALTER TABLE attempt ADD COLUMN trial BOOLEAN DEFAULT false NOT NULL "
        "CONSTRAINT ck_attempt_trial_without_class CHECK (NOT trial OR class_id IS NULL)"
    )
    _create_series()
    _create_pictures()
    _create_members()


def downgrade() -> None:
    op.drop_table("pictured_attempt")
    op.drop_table("frozen_picture")
    op.drop_table("series_class")
    op.drop_table("picture_series")
    with op.batch_alter_table("attempt") as attempt:
        attempt.drop_constraint(op.f("ck_attempt_trial_without_class"), type_="check")
        attempt.drop_column("trial")


def _create_series() -> None:
    op.create_table(
        "picture_series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("histories", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_picture_series"),
    )
    op.create_table(
        "series_class",
        sa.Column("class_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_id"], ["school_class.id"], name="fk_series_class_class_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["series_id"],
            ["picture_series.id"],
            name="fk_series_class_series_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("class_id", name="pk_series_class"),
    )
    op.create_index("ix_series_class_series_id", "series_class", ["series_id"])


def _create_pictures() -> None:
    op.create_table(
        "frozen_picture",
        sa.Column("series_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["series_id"],
            ["picture_series.id"],
            name="fk_frozen_picture_series_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("series_id", "number", name="pk_frozen_picture"),
    )


def _create_members() -> None:
    op.create_table(
        "pictured_attempt",
        sa.Column("attempt_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=False),
        sa.Column("result_number", sa.SmallInteger(), nullable=False),
        sa.Column("history", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"],
            ["attempt.id"],
            name="fk_pictured_attempt_attempt_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["series_id"],
            ["picture_series.id"],
            name="fk_pictured_attempt_series_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("attempt_id", name="pk_pictured_attempt"),
    )
    op.create_index("ix_pictured_attempt_series_id", "pictured_attempt", ["series_id"])
