"""Staff sign in with the school's account: links to it, and accounts without a password."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.create_table(
        "staff_identity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("provider", sa.String(length=20), nullable=False),
        sa.Column("subject", sa.LargeBinary(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_staff_identity_staff_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_staff_identity_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_identity")),
        sa.UniqueConstraint("staff_id", "provider", name=op.f("uq_staff_identity_staff_id")),
        sa.UniqueConstraint("subject", "school_id", name=op.f("uq_staff_identity_subject")),
    )
    op.create_index(op.f("ix_staff_identity_school_id"), "staff_identity", ["school_id"])
    with op.batch_alter_table("staff") as accounts:
        accounts.alter_column("password", existing_type=sa.String(length=255), nullable=True)


def downgrade() -> None:
    op.execute("UPDATE staff SET password = '' WHERE password IS NULL")
    with op.batch_alter_table("staff") as accounts:
        accounts.alter_column("password", existing_type=sa.String(length=255), nullable=False)
    op.drop_table("staff_identity")
