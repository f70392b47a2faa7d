"""The regions of a coordinator, and which ones an invitation gives."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.create_table(
        "staff_region",
        sa.Column("staff_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("region_id", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name="fk_staff_region_staff_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("staff_id", "region_id", name="pk_staff_region"),
    )
    op.add_column("staff_invitation", sa.Column("regions", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("staff_invitation") as invitations:
        invitations.drop_column("regions")
    op.drop_table("staff_region")
