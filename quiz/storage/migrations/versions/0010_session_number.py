"""Browsers that let a pupil in hold a number of the attempt; another one puts them all out."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    with op.batch_alter_table("attempt") as table:
        table.add_column(
            sa.Column(
                "session_number", sa.BigInteger(), nullable=False, server_default=sa.text("0")
            )
        )


def downgrade() -> None:
    with op.batch_alter_table("attempt") as table:
        table.drop_column("session_number")
