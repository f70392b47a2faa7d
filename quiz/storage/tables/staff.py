"""Staff of a school: who may sign in, with which roles, their one-time links and what they did.

The names of `Staff` that look foreign (`fs_uniquifier`, `tf_totp_secret`, `tf_last_counter`) are
those of Flask-Security, which kept accounts before ADR 0029.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKey,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quiz.storage.tables.base import Record, UtcMoment

ROLES = ("teacher", "counsellor", "coordinator", "admin")
LONGEST_EMAIL, LONGEST_REGION = 254, 120

staff_role = Table(
    "staff_role",
    Record.metadata,
    Column("staff_id", ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True),
    Column("role_id", ForeignKey("role.id", ondelete="CASCADE"), primary_key=True),
)


class Role(Record):
    """A role by its name, one of ROLES; the row is made when somebody first gets the role."""

    __tablename__ = "role"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(20), unique=True)


class Staff(Record):
    """One person with an account at one school. A new `fs_uniquifier` ends all its sessions.

    An address counts for each school: no school can take one from another, or learn that it has
    an account there. Without a `password` one signs in with the school's own account alone.
    """

    __tablename__ = "staff"
    __table_args__ = (UniqueConstraint("school_id", "email"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id", ondelete="CASCADE"), index=True)
    email: Mapped[str] = mapped_column(String(LONGEST_EMAIL), index=True)
    password: Mapped[str | None] = mapped_column(String(255))
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True)
    tf_totp_secret: Mapped[str | None] = mapped_column(Text)
    tf_last_counter: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[datetime] = mapped_column(UtcMoment)
    last_login_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    roles: Mapped[list[Role]] = relationship(secondary=staff_role, lazy="selectin")

    @property
    def sessions(self) -> str:
        """Another text as soon as all sessions end."""
        return self.fs_uniquifier


class StaffRegion(Record):
    """A region that a coordinator looks after: its id in the catalogue, which may change."""

    __tablename__ = "staff_region"

    staff_id: Mapped[int] = mapped_column(
        ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    region_id: Mapped[str] = mapped_column(String(LONGEST_REGION), primary_key=True)


class StaffIdentity(Record):
    """An account that its owner linked to the one they have at the school's provider.

    `subject` is a digest of the provider's issuer and its name for this person: it says nothing
    about who it is. One person may have an account at two schools, but one at each.
    """

    __tablename__ = "staff_identity"
    __table_args__ = (
        UniqueConstraint("staff_id", "provider"),
        UniqueConstraint("subject", "school_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"))
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id", ondelete="CASCADE"), index=True)
    provider: Mapped[str] = mapped_column(String(20))
    subject: Mapped[bytes] = mapped_column(LargeBinary(32))
    created_at: Mapped[datetime] = mapped_column(UtcMoment)


class StaffRecoveryCode(Record):
    """A code on paper with which its owner comes in once without the phone of the second step."""

    __tablename__ = "staff_recovery_code"

    digest: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)


class StaffInvitation(Record):
    """A one-time link, of which only the digest is kept.

    Without `staff_id` it makes an account for `email`, with these roles and, for a coordinator,
    `regions`; with it, it sets a new password there.
    `made_by_id`: the admin who made it, with whom it ends; None for one from the command line.
    """

    __tablename__ = "staff_invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id", ondelete="CASCADE"), index=True)
    staff_id: Mapped[int | None] = mapped_column(
        ForeignKey("staff.id", ondelete="CASCADE"), index=True
    )
    made_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("staff.id", ondelete="CASCADE"), index=True
    )
    email: Mapped[str] = mapped_column(String(LONGEST_EMAIL))
    roles: Mapped[list[Any]] = mapped_column(JSON)
    regions: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    created_at: Mapped[datetime] = mapped_column(UtcMoment)
    expires_at: Mapped[datetime] = mapped_column(UtcMoment)
    used_at: Mapped[datetime | None] = mapped_column(UtcMoment)


class StaffAction(Record):
    """One line of the audit trail: who did which declared action with which object, and when."""

    __tablename__ = "staff_action"

    id: Mapped[int] = mapped_column(primary_key=True)
    moment: Mapped[datetime] = mapped_column(UtcMoment, index=True)
    staff_id: Mapped[int | None] = mapped_column(
        ForeignKey("staff.id", ondelete="SET NULL"), index=True
    )
    action: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(20))
    object_id: Mapped[int | None] = mapped_column(BigInteger)
