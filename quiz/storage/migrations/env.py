"""How Alembic reaches our database: through the connection that the command hands over."""

from alembic import context

from quiz.storage.tables.base import Record


def _migrate() -> None:
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=Record.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


_migrate()
