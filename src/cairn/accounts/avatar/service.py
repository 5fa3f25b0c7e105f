"""A person's picture, set, shown and removed."""

import asyncio
import base64
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from cairn.accounts.avatar.models import Avatar
from cairn.platform.actor import Actor
from cairn.platform.work import UnitOfWork

_ONE_AT_A_TIME = asyncio.Semaphore(1)
"""Unpacked, a picture takes up to 64 MB."""


async def put(actor: Actor, sent: bytes) -> None:
    """Set the picture, in place of the one before. It is made anew with no transaction open.

    Raises:
        NoPicture, PictureTooLarge: nothing changes.
    """
    async with _ONE_AT_A_TIME:
        image = await asyncio.to_thread(_remade, sent)
    async with actor.work() as work:
        new = insert(Avatar).values(id=work.user_id, image=image, changed_at=work.now)
        put = new.on_conflict_do_update(index_elements=["user_id"], set_={"image": image, "changed_at": work.now})
        await work.session.execute(put)
        await work.audit("avatar.changed", work.user_id, kind="user")


def _remade(sent: bytes) -> bytes:
    # Half the processes never see a picture, and need not hold what unpacks them.
    from cairn.accounts.avatar.picture import remade

    return remade(sent)


async def get(work: UnitOfWork) -> bytes | None:
    """The picture, if there is one."""
    found: bytes | None = await work.session.scalar(select(Avatar.image).where(Avatar.id == work.user_id))
    return found


async def remove(work: UnitOfWork) -> None:
    """Remove the picture; where there is none, nothing happens."""
    await work.session.execute(delete(Avatar).where(Avatar.id == work.user_id))
    await work.audit("avatar.removed", work.user_id, kind="user")


async def exported(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    image = await get(work)
    return {"avatars": [] if image is None else [{"webp": base64.b64encode(image).decode()}]}
