"""Codes for who lost the phone of the second step, and of whom a school asks that step."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    op.create_table(
        "staff_recovery_code",
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"],
            ["staff.id"],
            name=op.f("fk_staff_recovery_code_staff_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_staff_recovery_code")),
    )
    op.create_index(op.f("ix_staff_recovery_code_staff_id"), "staff_recovery_code", ["staff_id"])
    op.add_column("school", sa.Column("second_step_roles", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("school") as schools:
        schools.drop_column("second_step_roles")
    op.drop_table("staff_recovery_code")
