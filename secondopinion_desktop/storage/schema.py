"""The whole schema of a new file: the tables of the model and the search index."""

from sqlalchemy import Connection

from secondopinion_desktop.model.tables import METADATA
from secondopinion_desktop.storage.indexing import INDEX_DDL


def create_schema(connection: Connection) -> None:
    """Make all tables in an empty file, inside the caller's transaction."""
    METADATA.create_all(connection)
    for statement in INDEX_DDL:
        connection.exec_driver_sql(statement)
