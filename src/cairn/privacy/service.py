"""Everything of a person, taken along."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import IO, Final

from cairn.accounts import service as accounts
from cairn.platform.actor import Actor, Credential
from cairn.platform.db import Table
from cairn.platform.errors import NotAllowed
from cairn.privacy.archive import Archive
from cairn.privacy.errors import TooManyExports
from cairn.privacy.messages import SendExported

AT_ONCE: Final = 3
EVERY: Final = 2 * 3600
"""Everything may be taken along so many times at once, then once in so many seconds."""

PART: Final = 256 * 1024


@dataclass(frozen=True, slots=True)
class Packed:
    """A file that is ready to be sent. It has no name anywhere, and is gone when it is closed."""

    file: IO[bytes]
    size: int

    async def parts(self) -> AsyncIterator[bytes]:
        try:
            while part := await asyncio.to_thread(self.file.read, PART):
                yield part
        finally:
            self.file.close()


async def pack(actor: Actor) -> Packed:
    """Write everything that every feature keeps of a person into a file, all of it as it was at one moment.

    No transaction waits for the network: it ends before the first byte is sent. Of the rows, one feature's are in
    memory at a time. The caller has checked that the person proved a short while ago who they are.

    Raises:
        NotAllowed: somebody else's things are read.
        TooManyExports: they did it too often just now.
    """
    if actor.reader_id is not None:
        raise NotAllowed
    runtime = actor.runtime
    wait = await accounts.wait_before(runtime, actor.user_id, "export", at_once=AT_ONCE, every=EVERY)
    if wait is not None:
        raise TooManyExports(wait, policy="export")
    # Without a name: whatever becomes of this process, nothing of it stays. Not every data folder may be written to.
    file: IO[bytes] = await asyncio.to_thread(tempfile.TemporaryFile)
    try:
        archive = await _written(actor, file)
        # Told before anything is given out, and by the session again: it may have ended meanwhile.
        async with actor.work() as work:
            detail = {"tables": archive.tables, "rows": archive.rows}
            await work.audit("account.exported", actor.user_id, kind="user", detail=detail)
            work.enqueue(SendExported(user_id=actor.user_id, export_id=runtime.new_id()))
    except BaseException:
        file.close()
        raise
    size = file.tell()
    file.seek(0)
    return Packed(file, size)


async def _written(actor: Actor, file: IO[bytes]) -> Archive:
    runtime = actor.runtime
    async with runtime.work(Credential("person", str(actor.user_id)), snapshot=True) as work:
        with Archive(file, work.now, _about()) as archive:
            for feature in runtime.features:
                if feature.export is not None:
                    await asyncio.to_thread(archive.add, feature.name, await feature.export(work))
            await asyncio.to_thread(archive.finish, actor.user_id, actor.locale)
    return archive


def _about() -> Mapping[str, str]:
    """What the tables are, in the words of those who keep them."""
    return {
        str(mapper.local_table): mapper.class_.__doc__.strip().splitlines()[0]
        for mapper in Table.registry.mappers
        if mapper.class_.__doc__
    }
