"""How many pupils a class has, and where its lesson is, as its teacher said."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    with op.batch_alter_table("school_class") as classes:
        classes.add_column(sa.Column("size", sa.SmallInteger(), nullable=True))
        classes.add_column(sa.Column("lesson_began_at", sa.DateTime(timezone=True), nullable=True))
        classes.add_column(sa.Column("lesson_minutes", sa.SmallInteger(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("school_class") as classes:
        classes.drop_column("lesson_minutes")
        classes.drop_column("lesson_began_at")
        classes.drop_column("size")
