"""The first schema, as it was: the statements lie beside this file, so that later models cannot change it."""  # noqa: INP001 - Alembic reads this folder by path

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    connection = op.get_bind()
    for statement in statements.split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)
