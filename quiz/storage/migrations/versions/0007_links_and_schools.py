"""Links know who made them; an address may have an account at more than one school."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    with op.batch_alter_table("staff_invitation") as table:
        table.add_column(sa.Column("made_by_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            "fk_staff_invitation_made_by_id", "staff", ["made_by_id"], ["id"], ondelete="CASCADE"
        )
    op.create_index("ix_staff_invitation_made_by_id", "staff_invitation", ["made_by_id"])
    with op.batch_alter_table("staff") as table:
        table.drop_constraint("uq_staff_email", type_="unique")
        table.create_unique_constraint("uq_staff_school_id", ["school_id", "email"])
    op.create_index("ix_staff_email", "staff", ["email"])


def downgrade() -> None:
    # One account keeps the address, the oldest; the others are told apart by their number.
    op.execute(
        "UPDATE staff SET email = substr(id || '.' || email, 1, 254) WHERE EXISTS "
        "(SELECT 1 FROM staff older WHERE older.email = staff.email AND older.id < staff.id)"
    )
    op.drop_index("ix_staff_email", "staff")
    with op.batch_alter_table("staff") as table:
        table.drop_constraint("uq_staff_school_id", type_="unique")
        table.create_unique_constraint("uq_staff_email", ["email"])
    op.drop_index("ix_staff_invitation_made_by_id", "staff_invitation")
    with op.batch_alter_table("staff_invitation") as table:
        table.drop_constraint("fk_staff_invitation_made_by_id", type_="foreignkey")
        table.drop_column("made_by_id")
