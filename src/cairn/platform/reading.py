"""Reading what somebody shares: the unit of work is theirs, the actor is the reader, and nothing can be changed."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from cairn.platform.actor import Actor
from cairn.platform.errors import NotFound
from cairn.platform.rights import RoleRights

# One round trip finds the shares that hold now and sets whose rows are seen.
_OPEN = text(
    "select share_id, kinds, needs, time_zone from open_shares(cast(:owner as uuid), cast(:now as timestamptz))"
)


async def read_as(actor: Actor, owner_id: UUID, connection: AsyncConnection, now: datetime) -> Actor:
    """The actor as a reader of somebody's things, in the transaction that `open_work` opened for them.

    What they may do shrinks to reading the kinds that are shared, so far as their own role and key let them.

    Raises:
        NotFound: nothing of this person is shared with them; nobody learns whether there is such a person.
        NotAllowed, SecondFactorNeeded: a share asks more of its reader than they have.
    """
    if owner_id == actor.user_id:
        return actor
    declared = actor.runtime.rights.declared
    shared: dict[str, UUID] = {}
    lacking = []
    rows = (await connection.execute(_OPEN, {"owner": owner_id, "now": now})).all()
    for row in rows:
        if row.needs is not None and not (row.needs in declared and actor.may(declared[row.needs])):
            lacking.append(row.needs)
        else:
            shared.update(dict.fromkeys(row.kinds, row.share_id))
    if not shared:
        for needed in lacking:
            if needed in declared:
                actor.must(declared[needed])
        raise NotFound
    readable = {one.name for one in declared.values() if one.shareable and one.resource in shared}
    return replace(
        actor,
        user_id=owner_id,
        reader_id=actor.user_id,
        time_zone=rows[0].time_zone,
        rights=RoleRights(actor.rights.permissions & readable, actor.rights.needs_second_factor),
        shared=shared,
    )
