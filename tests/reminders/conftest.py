"""A mail server that the runtime delivers to."""

from tests.notify.conftest import carrier

__all__ = ["carrier"]
