"""What can go wrong when somebody takes their data along."""

from cairn.platform.errors import TooMany


class TooManyExports(TooMany):
    """You took your data along several times just now. Please wait a while before the next."""
