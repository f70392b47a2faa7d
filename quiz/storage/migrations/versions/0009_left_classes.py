"""An attempt that was in a class knows which one, and why it left: so it may come back."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

POINTER = "fk_attempt_left_class_id"
RULE = "ck_attempt_in_a_class_or_left"
INDEX = "ix_attempt_left_class_id"
LEFT = sa.text("left_class_id IS NOT NULL")


def upgrade() -> None:
    with op.batch_alter_table("attempt") as attempt:
        attempt.add_column(sa.Column("left_class_id", sa.Integer(), nullable=True))
        attempt.add_column(sa.Column("left_at", sa.DateTime(timezone=True), nullable=True))
        attempt.add_column(sa.Column("left_why", sa.String(length=8), nullable=True))
        attempt.create_foreign_key(
            POINTER, "school_class", ["left_class_id"], ["id"], ondelete="SET NULL"
        )
        attempt.create_check_constraint(op.f(RULE), "left_why IS NULL OR class_id IS NULL")
    op.create_index(INDEX, "attempt", ["left_class_id"], sqlite_where=LEFT, postgresql_where=LEFT)


def downgrade() -> None:
    op.drop_index(INDEX, "attempt")
    with op.batch_alter_table("attempt") as attempt:
        attempt.drop_constraint(op.f(RULE), type_="check")
        attempt.drop_constraint(POINTER, type_="foreignkey")
        for column in ("left_class_id", "left_at", "left_why"):
            attempt.drop_column(column)
