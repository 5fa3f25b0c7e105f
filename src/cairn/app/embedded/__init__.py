"""PostgreSQL inside the program: no server to install, the same database as everywhere else."""

from cairn.app.embedded.server import EmbeddedPostgres

__all__ = ["EmbeddedPostgres"]
