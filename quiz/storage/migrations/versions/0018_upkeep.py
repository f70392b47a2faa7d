"""When purge and backup last went well."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.create_table(
        "upkeep",
        sa.Column("job", sa.String(length=20), nullable=False),
        sa.Column("moment", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("job", name=op.f("pk_upkeep")),
    )


def downgrade() -> None:
    op.drop_table("upkeep")
