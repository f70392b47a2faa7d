"""A second look: a later attempt of the same pupil points at the first one."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

RULE = "ck_attempt_look_without_class"
POINTER = "fk_attempt_first_id"
LOOKS = "SELECT id FROM attempt WHERE first_id IS NOT NULL"


def upgrade() -> None:
    # SQLite makes the table anew; foreign keys are off meanwhile (quiz/storage/migrations/run.py).
    with op.batch_alter_table("attempt") as attempt:
        attempt.add_column(sa.Column("first_id", sa.BigInteger(), nullable=True))
        attempt.create_foreign_key(POINTER, "attempt", ["first_id"], ["id"], ondelete="CASCADE")
        attempt.create_check_constraint(op.f(RULE), "first_id IS NULL OR class_id IS NULL")
    op.create_index("ix_attempt_first_id", "attempt", ["first_id"])


def downgrade() -> None:
    # Without the column a later look would be a pupil of its own, whom no code opens.
    for table in ("answer", "result", "favourite"):
        op.execute(f"DELETE FROM {table} WHERE attempt_id IN ({LOOKS})")  # noqa: S608
    op.execute("DELETE FROM attempt WHERE first_id IS NOT NULL")
    op.drop_index("ix_attempt_first_id", "attempt")
    with op.batch_alter_table("attempt") as attempt:
        attempt.drop_constraint(op.f(RULE), type_="check")
        attempt.drop_constraint(POINTER, type_="foreignkey")
        attempt.drop_column("first_id")
