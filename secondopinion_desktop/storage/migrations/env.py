"""What Alembic runs first: it gets the open connection handed over, inside the one transaction around everything."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
