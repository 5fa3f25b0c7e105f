"""Turns on their way in this process. One that began goes on when its client hangs up."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from typing import Any

import structlog
from pydantic import BaseModel

from cairn.chat.schemas import Answered, MessageOut
from cairn.platform.errors import CairnError
from cairn.platform.http.problems import STATUS, Problem
from cairn.platform.tools import Receipt, ReceiptOut

log = structlog.get_logger()


class Running:
    """The tasks of a process's turns."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Answered]] = set()

    def start(self, turn: Coroutine[Any, Any, Answered]) -> asyncio.Task[Answered]:
        task = asyncio.create_task(turn, name="turn")
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Answered]) -> None:
        self._tasks.discard(task)
        # Reading the error marks it as seen: nobody may be left to hear it, and the turn is taken up again.
        if not task.cancelled() and (error := task.exception()) is not None:
            log.warning("turn.failed", reason=type(error).__name__)

    async def aclose(self) -> None:
        """Cut off what still runs; a worker finishes it."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


class Stream:
    """A turn told as server-sent events while it runs."""

    follows = True

    def __init__(self) -> None:
        self._told: asyncio.Queue[bytes | None] = asyncio.Queue()

    async def words(self, text: str) -> None:
        self._told.put_nowait(_event("text", Words(text=text)))

    async def anew(self) -> None:
        self._told.put_nowait(_event("anew", Words(text="")))

    async def receipt(self, receipt: Receipt) -> None:
        self._told.put_nowait(_event("receipt", ReceiptOut.of(receipt)))

    async def events(self, message: MessageOut, task: asyncio.Task[Answered]) -> AsyncIterator[bytes]:
        """`message`, then `receipt` and `text` as they come, then `reply` and `done`; or `problem`.

        `anew` takes back the words so far.
        """
        task.add_done_callback(lambda _: self._told.put_nowait(None))
        yield _event("message", message)
        while (told := await self._told.get()) is not None:
            yield told
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            yield _event("reply", task.result().reply)
            yield _event("done", task.result())
        elif isinstance(error, CairnError):
            yield _event(
                "problem",
                Problem(
                    type=f"/problems/{error.slug()}",
                    title=error.title(),
                    status=STATUS[error.kind],
                    detail=error.detail,
                ),
            )
        else:
            yield _event("problem", UNFORESEEN)


class Words(BaseModel):
    """A piece of a reply, which claims nothing."""

    text: str


UNFORESEEN = Problem(
    type="/problems/unforeseen",
    title="Something went wrong on our side.",
    status=500,
    detail="Your message is safe and will be answered in a moment.",
)


def _event(kind: str, data: BaseModel) -> bytes:
    return f"event: {kind}\ndata: {data.model_dump_json()}\n\n".encode()
