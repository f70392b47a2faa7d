"""The first tables: schools, classes, attempts, answers, results."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _create_schools()
    _create_classes()
    _create_attempts()
    _create_answers()
    _create_results()


def downgrade() -> None:
    op.drop_table("result")
    op.drop_table("answer")
    op.drop_table("attempt")
    op.drop_table("school_class")
    op.drop_table("school")


def _create_schools() -> None:
    op.create_table(
        "school",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_school"),
        sa.UniqueConstraint("name", name="uq_school_name"),
    )


def _create_classes() -> None:
    op.create_table(
        "school_class",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("school_type", sa.String(length=12), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("municipality", sa.String(length=6), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("joining_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name="fk_school_class_school_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_school_class"),
        sa.UniqueConstraint("code", name="uq_school_class_code"),
    )
    op.create_index("ix_school_class_school_id", "school_class", ["school_id"])


def _create_attempts() -> None:
    op.create_table(
        "attempt",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=True),
        sa.Column("nickname", sa.String(length=60), nullable=False),
        sa.Column("return_digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("school_type", sa.String(length=12), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("municipality", sa.String(length=6), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("bank_version", sa.Integer(), nullable=False),
        sa.Column("blocks", sa.JSON(), nullable=False),
        sa.Column("target_blocks", sa.SmallInteger(), nullable=False),
        sa.Column("own_world", sa.String(length=40), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("target_blocks >= 1", name=op.f("ck_attempt_target_blocks_positive")),
        sa.ForeignKeyConstraint(
            ["class_id"], ["school_class.id"], name="fk_attempt_class_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_attempt"),
        sa.UniqueConstraint("class_id", "nickname", name="uq_attempt_class_id"),
        sa.UniqueConstraint("return_digest", name="uq_attempt_return_digest"),
    )


def _create_answers() -> None:
    op.create_table(
        "answer",
        sa.Column("attempt_id", sa.BigInteger(), nullable=False),
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("value", sa.SmallInteger(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("milliseconds", sa.Integer(), nullable=True),
        sa.CheckConstraint("sequence >= 0", name=op.f("ck_answer_sequence_not_negative")),
        sa.CheckConstraint("value >= 0", name=op.f("ck_answer_value_not_negative")),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name="fk_answer_attempt_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("attempt_id", "question", name="pk_answer"),
        sqlite_with_rowid=False,
    )


def _create_results() -> None:
    op.create_table(
        "result",
        sa.Column("attempt_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("scored_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("bank_version", sa.Integer(), nullable=False),
        sa.Column("bank_hash", sa.String(length=64), nullable=False),
        sa.Column("model_version", sa.String(length=80), nullable=False),
        sa.Column("fallback", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name="fk_result_attempt_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("attempt_id", "number", name="pk_result"),
        sqlite_with_rowid=False,
    )
