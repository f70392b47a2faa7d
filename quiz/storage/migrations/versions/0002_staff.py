"""Staff: accounts, roles, one-time links, the audit trail; a class belongs to a teacher."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _create_roles()
    _create_staff()
    _create_links()
    _create_invitations()
    _create_actions()
    with op.batch_alter_table("school_class") as table:
        table.add_column(sa.Column("teacher_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            "fk_school_class_teacher_id", "staff", ["teacher_id"], ["id"], ondelete="SET NULL"
        )
    op.create_index("ix_school_class_teacher_id", "school_class", ["teacher_id"])


def downgrade() -> None:
    op.drop_index("ix_school_class_teacher_id", "school_class")
    with op.batch_alter_table("school_class") as table:
        table.drop_constraint("fk_school_class_teacher_id", type_="foreignkey")
        table.drop_column("teacher_id")
    op.drop_table("staff_action")
    op.drop_table("staff_invitation")
    op.drop_table("staff_role")
    op.drop_table("staff")
    op.drop_table("role")


def _create_roles() -> None:
    op.create_table(
        "role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_role"),
        sa.UniqueConstraint("name", name="uq_role_name"),
    )


def _create_staff() -> None:
    op.create_table(
        "staff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("password", sa.String(length=255), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("fs_uniquifier", sa.String(length=64), nullable=False),
        sa.Column("tf_totp_secret", sa.Text(), nullable=True),
        sa.Column("tf_last_counter", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_login_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name="fk_staff_school_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("email", name="uq_staff_email"),
        sa.UniqueConstraint("fs_uniquifier", name="uq_staff_fs_uniquifier"),
    )
    op.create_index("ix_staff_school_id", "staff", ["school_id"])


def _create_links() -> None:
    op.create_table(
        "staff_role",
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("role_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name="fk_staff_role_staff_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["role_id"], ["role.id"], name="fk_staff_role_role_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("staff_id", "role_id", name="pk_staff_role"),
    )


def _create_invitations() -> None:
    op.create_table(
        "staff_invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name="fk_staff_invitation_school_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name="fk_staff_invitation_staff_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_staff_invitation"),
        sa.UniqueConstraint("digest", name="uq_staff_invitation_digest"),
    )
    op.create_index("ix_staff_invitation_school_id", "staff_invitation", ["school_id"])
    op.create_index("ix_staff_invitation_staff_id", "staff_invitation", ["staff_id"])


def _create_actions() -> None:
    op.create_table(
        "staff_action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("moment", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("object_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name="fk_staff_action_staff_id", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_staff_action"),
    )
    op.create_index("ix_staff_action_moment", "staff_action", ["moment"])
    op.create_index("ix_staff_action_staff_id", "staff_action", ["staff_id"])
