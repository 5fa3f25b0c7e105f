"""A scripted model for the tests that ask for one, and automations over HTTP."""

from tests.assistant.conftest import model, settings

__all__ = ["model", "settings"]
