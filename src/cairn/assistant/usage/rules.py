"""What requests cost, and whether a day has room for one more. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a model read and wrote."""

    read: int = 0
    written: int = 0

    @property
    def all(self) -> int:
        return self.read + self.written

    def cost(self, price_read: float, price_written: float) -> int:
        """In millionths of the currency: a price is of a million tokens. Rounded up, so that nothing is for nothing."""
        exact = self.read * price_read + self.written * price_written
        return int(exact) + (exact > int(exact))


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one person's day; 0 sets none."""

    requests: int = 0
    tokens: int = 0
    cost_micros: int = 0
    millis: int = 0

    def hold(self, requests: int, tokens: int, cost_micros: int, millis: int) -> bool:
        """Whether a day that has taken so much is within all of them."""
        return all(
            not limit or taken <= limit
            for limit, taken in (
                (self.requests, requests),
                (self.tokens, tokens),
                (self.cost_micros, cost_micros),
                (self.millis, millis),
            )
        )
