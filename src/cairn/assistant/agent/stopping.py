"""Ending a model's run when the person asks for it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from cairn.assistant.agent.conversation import Conversation
from cairn.assistant.schemas import Ledger


@asynccontextmanager
async def until_stopped(ledger: Ledger, conversation: Conversation) -> AsyncIterator[None]:
    """Run the block until the person asks for an end: no tool begins after that, and those that began end first.

    Raises:
        TimeoutError: they asked for it.
    """
    async with asyncio.timeout(None) as cut:
        watching = asyncio.create_task(_watch(ledger, conversation, cut))
        try:
            yield
        finally:
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching


async def _watch(ledger: Ledger, conversation: Conversation, cut: asyncio.Timeout) -> None:
    await ledger.stopped()
    await conversation.stop()
    cut.reschedule(asyncio.get_running_loop().time())
