"""Queries about conversations, messages and turns."""

from collections.abc import Sequence, Set
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, delete, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased

from cairn.chat.models import Conversation, Message, Role, State, Turn, TurnStep
from cairn.chat.searching import about
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, paginate
from cairn.platform.tools import Receipt
from cairn.platform.work import UnitOfWork

TABLES = (Conversation, Message, Turn, TurnStep, Receipt)


async def conversation(
    work: UnitOfWork, conversation_id: UUID, *, lock: bool = False, keep: bool = False
) -> Conversation:
    """One conversation.

    Args:
        lock: Nobody else changes it until the commit.
        keep: Nobody deletes it until the commit.

    Raises:
        NotFound: this person has none with that id.
    """
    query = select(Conversation).where(Conversation.user_id == work.user_id, Conversation.id == conversation_id)
    if lock or keep:
        query = query.with_for_update(read=keep, key_share=keep)
    found = await work.session.scalar(query)
    if found is None:
        raise NotFound
    return found


async def main_conversation(work: UnitOfWork) -> UUID:
    """The one where everything goes that names no other; made when it is first needed, kept until the commit."""
    query = (
        select(Conversation.id)
        .where(Conversation.user_id == work.user_id, Conversation.main)
        .with_for_update(read=True, key_share=True)
    )
    found = await work.session.scalar(query)
    if found is None:
        row = insert(Conversation).values(
            id=work.runtime.new_id(),
            user_id=work.user_id,
            version=1,
            title="",
            main=True,
            created_at=work.now,
        )
        await work.session.execute(row.on_conflict_do_nothing(index_elements=["user_id"], index_where=text("main")))
        found = await work.session.scalar(query)
    assert found is not None, "it was just made, here or beside us"
    return found


async def conversation_of(work: UnitOfWork, automation_id: UUID, title: str) -> None:
    """The one in which an automation asks, under its id; made when it is first needed, kept until the commit."""
    row = insert(Conversation).values(
        id=automation_id, user_id=work.user_id, version=1, title=title, main=False, created_at=work.now
    )
    await work.session.execute(row.on_conflict_do_nothing())
    await conversation(work, automation_id, keep=True)


async def conversations(
    work: UnitOfWork, page: PageQuery, *, archived: bool, words: str = ""
) -> tuple[Sequence[Conversation], str | None]:
    """Threads, newest first; with words, those that have them."""
    put_away = Conversation.archived_at.is_not(None) if archived else Conversation.archived_at.is_(None)
    query = select(Conversation).where(Conversation.user_id == work.user_id, put_away)
    if words:
        query = query.where(about(words))
    return await paginate(work.session, query, page, Conversation.id, descending=True)


async def add_message(work: UnitOfWork, values: dict[str, Any]) -> bool:
    """Store a message; False when this person has one with that id already."""
    row = insert(Message).values(user_id=work.user_id, **values).on_conflict_do_nothing().returning(Message.id)
    return (await work.session.scalar(row)) is not None


async def message(work: UnitOfWork, message_id: UUID) -> Message | None:
    query = select(Message).where(Message.user_id == work.user_id, Message.id == message_id)
    return await work.session.scalar(query.execution_options(populate_existing=True))


async def messages(work: UnitOfWork, conversation_id: UUID, page: PageQuery) -> tuple[Sequence[Message], str | None]:
    """The messages of a thread, latest first."""
    query = select(Message).where(Message.user_id == work.user_id, Message.conversation_id == conversation_id)
    return await paginate(work.session, query, page, Message.position, descending=True)


def _said_anew(work: UnitOfWork) -> Select[UUID]:
    """The turns of messages in whose place another was said."""
    later = aliased(Message)
    return (
        select(Message.turn_id)
        .join(later, (later.user_id == Message.user_id) & (later.instead_of == Message.id))
        .where(Message.user_id == work.user_id)
    )


async def in_place_of(work: UnitOfWork, message_id: UUID) -> Message | None:
    """What was said in the place of a message."""
    query = select(Message).where(Message.user_id == work.user_id, Message.instead_of == message_id)
    return (await work.session.scalars(query)).one_or_none()


async def said_anew(work: UnitOfWork, turn_ids: Sequence[UUID]) -> set[UUID]:
    return set(await work.session.scalars(_said_anew(work).where(Message.turn_id.in_(turn_ids))))


async def by_models(work: UnitOfWork, turn_ids: Sequence[UUID]) -> set[UUID]:
    """Those of some turns that a model answered, or was to."""
    query = select(TurnStep.turn_id).where(
        TurnStep.user_id == work.user_id, TurnStep.turn_id.in_(turn_ids), TurnStep.kind.in_(("response", "trouble"))
    )
    return set(await work.session.scalars(query))


async def said_before(work: UnitOfWork, before: Message, most: int) -> Sequence[Message]:
    """The last messages of the same thread before one, oldest first."""
    query = (
        select(Message)
        .where(
            Message.user_id == work.user_id,
            Message.conversation_id == before.conversation_id,
            Message.position < before.position,
            Message.turn_id.not_in(_said_anew(work)),
        )
        .order_by(Message.position.desc())
        .limit(most)
    )
    return list(reversed((await work.session.scalars(query)).all()))


async def person_before(work: UnitOfWork, before: Message, most: int) -> Sequence[Message]:
    """The last things the person said in the same thread before a message, the newest first."""
    query = (
        select(Message)
        .where(
            Message.user_id == work.user_id,
            Message.conversation_id == before.conversation_id,
            Message.role == Role.PERSON,
            Message.position < before.position,
            Message.turn_id.not_in(_said_anew(work)),
        )
        .order_by(Message.position.desc())
        .limit(most)
    )
    return (await work.session.scalars(query)).all()


async def turn(work: UnitOfWork, turn_id: UUID) -> Turn | None:
    query = select(Turn).where(Turn.user_id == work.user_id, Turn.id == turn_id)
    return await work.session.scalar(query.execution_options(populate_existing=True))


async def states(work: UnitOfWork, turn_ids: Sequence[UUID]) -> dict[UUID, State]:
    query = select(Turn.id, Turn.state).where(Turn.user_id == work.user_id, Turn.id.in_(turn_ids))
    return {row.id: State(row.state) for row in await work.session.execute(query)}


async def hold(work: UnitOfWork, turn_id: UUID, holder: UUID, until: datetime) -> Turn | None:
    """Take a turn that runs and that nobody holds; None when it is done or held."""
    taken = (
        update(Turn)
        .where(
            Turn.user_id == work.user_id,
            Turn.id == turn_id,
            Turn.state == State.RUNNING,
            or_(Turn.held_until.is_(None), Turn.held_until <= work.now),
        )
        .values(held_by=holder, held_until=until, attempts=Turn.attempts + 1)
        .returning(Turn)
    )
    return await work.session.scalar(taken.execution_options(populate_existing=True))


async def keep_hold(work: UnitOfWork, turn_id: UUID, holder: UUID, until: datetime | None) -> None:
    """Hold on to a turn, or let it go."""
    await work.session.execute(
        update(Turn)
        .where(Turn.user_id == work.user_id, Turn.id == turn_id, Turn.held_by == holder)
        .values(held_until=until)
    )


async def finish(work: UnitOfWork, turn_id: UUID, state: State, reply_id: UUID) -> bool:
    """End a turn; False when it was ended before."""
    ended = (
        update(Turn)
        .where(Turn.user_id == work.user_id, Turn.id == turn_id, Turn.state == State.RUNNING)
        .values(state=state, reply_id=reply_id, finished_at=work.now, held_by=None, held_until=None)
        .returning(Turn.id)
    )
    return (await work.session.scalar(ended)) is not None


async def steps(work: UnitOfWork, turn_id: UUID, kind: str) -> list[dict[str, Any]]:
    query = (
        select(TurnStep.data)
        .where(TurnStep.user_id == work.user_id, TurnStep.turn_id == turn_id, TurnStep.kind == kind)
        .order_by(TurnStep.place)
    )
    return list((await work.session.scalars(query)).all())


async def add_step(work: UnitOfWork, turn_id: UUID, kind: str, place: int, data: dict[str, Any]) -> bool:
    """Write a decision down; False when there is one already."""
    row = insert(TurnStep).values(
        id=work.runtime.new_id(),
        user_id=work.user_id,
        turn_id=turn_id,
        kind=kind,
        place=place,
        data=data,
        created_at=work.now,
    )
    return (await work.session.scalar(row.on_conflict_do_nothing().returning(TurnStep.id))) is not None


async def looked_up(work: UnitOfWork, turn_ids: Sequence[UUID], reading: Set[str]) -> set[UUID]:
    """Those of some turns that asked what there is, by memory or by one of these tools."""
    query = select(TurnStep.turn_id, TurnStep.kind, TurnStep.data).where(
        TurnStep.user_id == work.user_id, TurnStep.turn_id.in_(turn_ids), TurnStep.kind.in_(("told", "response"))
    )
    return {
        row.turn_id
        for row in await work.session.execute(query)
        if row.kind == "told" or any(part.get("tool_name") in reading for part in row.data["parts"])
    }


async def proposals(work: UnitOfWork, turn_ids: Sequence[UUID]) -> Sequence[TurnStep]:
    """What these turns proposed, in the order it was proposed."""
    query = (
        select(TurnStep)
        .where(TurnStep.user_id == work.user_id, TurnStep.turn_id.in_(turn_ids), TurnStep.kind == "proposal")
        .order_by(TurnStep.turn_id, TurnStep.place)
    )
    return (await work.session.scalars(query)).all()


async def undecided(
    work: UnitOfWork, page: PageQuery, since: datetime, unattended_since: datetime
) -> tuple[Sequence[TurnStep], str | None]:
    """What was proposed since a moment, where nobody was there since another, and nobody answered; latest first."""
    answer = aliased(TurnStep)
    decided = select(answer.id).where(
        answer.user_id == work.user_id,
        answer.turn_id == TurnStep.turn_id,
        answer.place == TurnStep.place,
        answer.kind == "decision",
    )
    query = select(TurnStep).where(
        TurnStep.user_id == work.user_id,
        TurnStep.kind == "proposal",
        or_(
            TurnStep.created_at > since,
            (TurnStep.data["why"].astext == "unattended") & (TurnStep.created_at > unattended_since),
        ),
        ~decided.exists(),
    )
    return await paginate(work.session, query, page, TurnStep.id, descending=True)


async def proposal(work: UnitOfWork, proposal_id: UUID) -> TurnStep:
    """One proposal.

    Raises:
        NotFound: this person has none with that id.
    """
    query = select(TurnStep).where(
        TurnStep.user_id == work.user_id, TurnStep.id == proposal_id, TurnStep.kind == "proposal"
    )
    found = await work.session.scalar(query)
    if found is None:
        raise NotFound
    return found


async def decisions(work: UnitOfWork, turn_ids: Sequence[UUID]) -> dict[tuple[UUID, int], bool]:
    """What the person said to the proposals of these turns, by turn and place."""
    query = select(TurnStep.turn_id, TurnStep.place, TurnStep.data).where(
        TurnStep.user_id == work.user_id, TurnStep.turn_id.in_(turn_ids), TurnStep.kind == "decision"
    )
    return {(row.turn_id, row.place): bool(row.data["yes"]) for row in await work.session.execute(query)}


async def remove_conversation(work: UnitOfWork, conversation_id: UUID) -> None:
    """Take a thread away with its words and turns. The ids of its messages stay spent."""
    mine = (Message.user_id == work.user_id, Message.conversation_id == conversation_id)
    spoken = select(Message.id).where(*mine, Message.role == Role.PERSON)
    await work.session.execute(delete(Turn).where(Turn.user_id == work.user_id, Turn.message_id.in_(spoken)))
    await work.session.execute(delete(Message).where(*mine, Message.role == Role.CAIRN))
    await work.session.execute(update(Message).where(*mine).values(text="", quotes=[], conversation_id=None))
    await work.session.execute(
        delete(Conversation).where(Conversation.user_id == work.user_id, Conversation.id == conversation_id)
    )


async def rows(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """All of a person's rows as they are kept."""
    told: dict[str, list[dict[str, Any]]] = {}
    for model in TABLES:
        table = model.__table__
        columns = [column for column in table.c if column.name not in ("text_hash", "words")]
        found = await work.session.execute(select(*columns).where(table.c.user_id == work.user_id))
        told[str(table)] = [dict(row) for row in found.mappings()]
    return told


async def remove_all(work: UnitOfWork) -> None:
    """All of a person's conversations, messages, turns and receipts."""
    for model in reversed(TABLES):
        table = model.__table__
        await work.session.execute(delete(model).where(table.c.user_id == work.user_id))
