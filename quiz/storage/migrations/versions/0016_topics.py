"""What a pupil wants to talk about: picked from a short list when saying yes, or nothing."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.add_column("share", sa.Column("topic", sa.String(length=20), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("share") as shares:
        shares.drop_column("topic")
