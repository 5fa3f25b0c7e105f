"""What is not to be learnt again. A tombstone tells neither its value nor, but for the person, whom it is about."""

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from cairn.memory.facts.known import Tombstone
from cairn.memory.facts.models import FactTombstone
from cairn.memory.facts.statement import ME
from cairn.platform.work import UnitOfWork


async def tombstones(work: UnitOfWork, subject: str, relation: str) -> list[Tombstone]:
    query = select(FactTombstone).where(
        FactTombstone.user_id == work.user_id,
        FactTombstone.subject == _hidden(work, subject),
        FactTombstone.relation == relation,
    )
    return [
        Tombstone(subject, row.relation, row.value_index.hex() if row.value_index else None, row.created_at)
        for row in await work.session.scalars(query)
    ]


async def bury(work: UnitOfWork, stone: Tombstone) -> None:
    row = insert(FactTombstone).values(
        id=work.runtime.new_id(),
        user_id=work.user_id,
        subject=_hidden(work, stone.subject),
        relation=stone.relation,
        value_index=bytes.fromhex(stone.value_key) if stone.value_key else None,
        created_at=stone.created_at,
    )
    await work.session.execute(row.on_conflict_do_nothing())


async def lift(work: UnitOfWork, stone: Tombstone) -> None:
    index = bytes.fromhex(stone.value_key) if stone.value_key else None
    await work.session.execute(
        delete(FactTombstone).where(
            FactTombstone.user_id == work.user_id,
            FactTombstone.subject == _hidden(work, stone.subject),
            FactTombstone.relation == stone.relation,
            FactTombstone.value_index == index if index else FactTombstone.value_index.is_(None),
        )
    )


def _hidden(work: UnitOfWork, subject: str) -> str:
    """A subject as tombstones name it: whom else something was forgotten about isn't told by them."""
    return subject if subject == ME else work.runtime.key_ring.blind_index(subject, "fact").hex()
