"""The shapes a file has had, and the way from each to the next. Alembic finds them by their place in this folder."""
