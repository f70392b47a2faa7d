"""Rows of the catalogue that came in from DUO, and marks of rows that were taken away."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

RULE = "ck_catalogue_row_origin_known"
KNOWN = "origin IN ('seed', 'duo', 'edited', 'removed', 'lapsed')"
KNOWN_BEFORE = "origin IN ('seed', 'edited')"


def upgrade() -> None:
    with op.batch_alter_table("catalogue_row") as rows:
        rows.drop_constraint(op.f(RULE), type_="check")
        rows.alter_column("origin", existing_type=sa.String(length=6), type_=sa.String(length=8))
        rows.create_check_constraint(op.f(RULE), KNOWN)


def downgrade() -> None:
    """Before, nothing could be marked: what was taken away goes, what came in is kept as ours."""
    op.execute("DELETE FROM catalogue_row WHERE origin IN ('removed', 'lapsed')")
    op.execute("UPDATE catalogue_row SET origin = 'edited' WHERE origin = 'duo'")
    with op.batch_alter_table("catalogue_row") as rows:
        rows.drop_constraint(op.f(RULE), type_="check")
        rows.alter_column("origin", existing_type=sa.String(length=8), type_=sa.String(length=6))
        rows.create_check_constraint(op.f(RULE), KNOWN_BEFORE)
