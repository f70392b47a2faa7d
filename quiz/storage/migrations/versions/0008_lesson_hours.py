"""A class that is made ahead: its hours count from the first pupil who joins."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("school_class", sa.Column("lesson_hours", sa.SmallInteger(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("school_class") as table:
        table.drop_column("lesson_hours")
