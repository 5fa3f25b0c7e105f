"""Who takes texts: a carrier, or the log that stands in for one."""

from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID

from cairn.sms.schemas import Report, SentText, Text


class SmsCarrier(Protocol):
    """Takes texts on their way."""

    @property
    def ready(self) -> bool:
        """Whether texts can be handed over at all."""
        ...

    @property
    def outside(self) -> bool:
        """Whether texts leave this machine."""
        ...

    async def send(self, text: Text, text_id: UUID) -> SentText:
        """Hand a text over.

        Args:
            text_id: What the carrier is to name in its reports.

        Raises:
            BadText: it can't be sent as it is.
            NoCarrier: none is set.
            SmsRefused: refused for good.
            SmsNotTaken: not now; nothing was taken.
            SmsUnanswered: handed over, and the answer was lost.
        """
        ...

    def report(self, text_id: str, fields: Mapping[str, Sequence[str]], signature: str) -> Report | None:
        """What a report says, if the carrier signed it; `None` when it says nothing that matters.

        Raises:
            NotTheCarrier: it isn't the carrier's.
        """
        ...


class KeptTexts(Protocol):
    """Keeps texts while there is no carrier that delivers them."""

    async def read(self, names: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Number and words of those texts that are still there."""
        ...

    async def remove(self, names: Sequence[str]) -> None: ...
