"""The narrow tables that memories are searched with, and what is still to be made for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol
from uuid import UUID
from zlib import crc32

from sqlalchemy import text

from cairn.memory.errors import NoEmbedder
from cairn.memory.ranking.words import hashes_of, language_of, packed
from cairn.platform.driver import rows
from cairn.platform.work import UnitOfWork

Chore = Literal["words", "vector", "tokens", "learn", "learn_by_model", "forget"]
"""What is still to be done with a memory: make its stems, its vectors, its token bits, read the facts in it, by the
grammar and then by a language model; or take it away."""

_CHANGED = text(
    "insert into memory_indexes as i (user_id, revision, speakers) values (:user_id, 1, :speakers)"
    " on conflict (user_id) do update set revision = i.revision + 1, speakers = case"
    "  when i.speakers @> excluded.speakers then i.speakers"
    "  else array(select distinct unnest(i.speakers || excluded.speakers) order by 1) end"
)
_SPEAKERS = text(
    "update memory_indexes set speakers"
    " = array(select distinct speaker from memories where user_id = :user_id order by 1) where user_id = :user_id"
)
_STATE = """
select i.revision, i.speakers, m.name as model, i.model_id, m.dimensions from memory_indexes i
left join embedding_models m on m.id = i.model_id where i.user_id = %(user_id)s
"""
_CHOOSE = text("update memory_indexes set model_id = :model_id, revision = revision + 1 where user_id = :user_id")
_SEARCHES_WITH = text("select model_id = :model_id from memory_indexes where user_id = :user_id for share")
_MODEL = text("select id, dimensions from embedding_models where name = :name")
_NEW_MODEL = text(
    "insert into embedding_models (name, dimensions) values (:name, :dimensions) on conflict do nothing"
    " returning id, dimensions"
)
_WORDS = text(
    "insert into memory_words (user_id, memory_id, searched, conversation, stems)"
    " select :user_id, e.id, e.searched, e.conversation, e.stems"
    " from unnest(cast(:ids as uuid[]), cast(:searched as boolean[]), cast(:conversations as integer[]),"
    "  cast(:stems as bytea[])) as e(id, searched, conversation, stems)"
    " on conflict (user_id, memory_id) do update set searched = excluded.searched,"
    "  conversation = excluded.conversation, stems = excluded.stems"
)
_CHORES = text(
    "insert into memory_chores (user_id, chore, memory_id)"
    " select :user_id, c.chore, m.id from unnest(cast(:ids as uuid[])) as m(id)"
    " cross join unnest(cast(:chores as text[])) as c(chore)"
    " on conflict (user_id, chore, memory_id) do update set tries = 0 where memory_chores.tries > 0"
)
# Each is looked up by its key, whatever the planner believes: of a person who just brought in thousands it believes
# that there are none, and would read all of them for each of them.
_WAITING = text(
    """
with c as materialized (
    select memory_id from memory_chores where user_id = :user_id and chore = :chore and memory_id > :after
    order by memory_id limit :most
)
select m.*, array_remove(array[q.text, p.text], null) as before
from c cross join lateral (
    select id, version, text, language, kind, conversation, follows from memories
    where user_id = :user_id and id = c.memory_id offset 0
) m left join lateral (
    select text, follows from memories where user_id = :user_id and id = m.follows offset 0
) p on true left join lateral (
    select text from memories where user_id = :user_id and id = p.follows offset 0
) q on true order by c.memory_id
"""
)
_ASKED = text("select distinct chore from memory_chores where user_id = :user_id")
# One that was changed meanwhile is still to be done.
_DONE = text(
    "with done as materialized (select c.memory_id from memory_chores c join memories m"
    "  on m.user_id = c.user_id and m.id = c.memory_id"
    "  join unnest(cast(:ids as uuid[]), cast(:versions as integer[])) as e(id, version)"
    "  on m.id = e.id and m.version = e.version"
    "  where c.user_id = :user_id and c.chore = :chore order by c.memory_id for update of c)"
    " delete from memory_chores c using done"
    " where c.user_id = :user_id and c.chore = :chore and c.memory_id = done.memory_id"
)
_COUNT = text(
    "select (select count(*) from memories where user_id = :user_id)"
    "  - count(*) filter (where chore = 'forget') as total,"
    " count(distinct memory_id) filter (where chore in ('words', 'vector', 'tokens')) as pending,"
    " count(*) filter (where chore = 'vector') as vectors, count(*) filter (where chore = 'tokens') as tokens,"
    " count(distinct memory_id) filter (where chore in ('learn', 'learn_by_model')) as unread"
    " from memory_chores where user_id = :user_id"
)
# What was forgotten or changed while it was being made gets nothing; a changed one has its chore anew.
# Held in the order of their ids, as everybody does who holds more than one.
_UNCHANGED = """with m as materialized (
    select id, version from memories where user_id = :user_id and id = any(cast(:ids as uuid[]))
    order by id for key share
)"""
_KEEP_VECTORS = text(
    f"""
{_UNCHANGED}
insert into memory_vectors (user_id, memory_id, model_id, piece, searched, vector)
select :user_id, m.id, :model_id, e.piece, w.searched, e.vector
from unnest(cast(:ids as uuid[]), cast(:versions as integer[]), cast(:pieces as smallint[]),
    cast(cast(:vectors as text[]) as halfvec[])) as e(id, version, piece, vector)
join memory_words w on w.user_id = :user_id and w.memory_id = e.id
join m on m.id = e.id and m.version = e.version
order by e.id, e.piece
on conflict (user_id, memory_id, model_id, piece) do update set vector = excluded.vector, searched = excluded.searched
"""  # noqa: S608  # nosec B608  # made of this module's constants
)
_KEEP_TOKENS = text(
    f"""
{_UNCHANGED}
insert into memory_tokens (user_id, memory_id, piece, bits)
select :user_id, m.id, e.piece, e.bits
from unnest(cast(:ids as uuid[]), cast(:versions as integer[]), cast(:pieces as smallint[]),
    cast(:bits as bytea[])) as e(id, version, piece, bits)
join m on m.id = e.id and m.version = e.version
order by e.id, e.piece
on conflict (user_id, memory_id, piece) do update set bits = excluded.bits
"""  # noqa: S608  # nosec B608  # as above
)
# Held in order, as by who writes vectors of them meanwhile.
_SEARCHED = (
    "with held as materialized (select {keys} from {table}"
    "  where user_id = :user_id and memory_id = any(cast(:ids as uuid[])) order by {keys} for update)"
    " update {table} t set searched = s.searched from held h, (select m.id, {rule} as searched from memories m"
    "  where m.user_id = :user_id and m.id = any(cast(:ids as uuid[]))) s"
    " where t.user_id = :user_id and ({columns}) = ({held}) and t.memory_id = s.id and t.searched <> s.searched"
)
RULE = "(m.kind <> 'question' and m.set_aside_at is null and m.same_as is null and m.closed_at is null)"
"""What is searched unless something else is asked for."""

_KEYS = {"memory_words": ["memory_id"], "memory_vectors": ["memory_id", "model_id", "piece"]}
_REFRESH = [
    text(
        _SEARCHED.format(
            table=table,
            rule=RULE,
            keys=", ".join(keys),
            columns=", ".join(f"t.{key}" for key in keys),
            held=", ".join(f"h.{key}" for key in keys),
        )
    )
    for table, keys in _KEYS.items()
]


_DROP = text("delete from memory_vectors where user_id = :user_id and model_id <> :but")
_EVERYTHING = text(
    "insert into memory_chores (user_id, chore, memory_id)"
    " select user_id, :chore, id from memories where user_id = :user_id on conflict do nothing"
)
_MISSING = text(
    "insert into memory_chores (user_id, chore, memory_id) select m.user_id, 'vector', m.id from memories m"
    " where m.user_id = :user_id and not exists (select from memory_vectors v"
    "  where v.user_id = m.user_id and v.memory_id = m.id and v.model_id = :model_id)"
    " on conflict do nothing returning memory_id"
)


@dataclass(frozen=True, slots=True)
class State:
    """What a search must know of a person before it begins.

    Args:
        revision: Rises with every change; what was cached under it still holds.
        speakers: Who spoke in what is kept.
        model: The embedding model that their memories are compared with; `None` before the first.
        model_id: The number its vectors are kept under.
        dimensions: How many numbers each of them has.
    """

    revision: int = 0
    speakers: Sequence[str] = ()
    model: str | None = None
    model_id: int | None = None
    dimensions: int | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A memory with something still to be made of it, as it was at one version.

    Args:
        before: What was said just before it in its thread, two things at most, in the order they were said.
    """

    id: UUID
    version: int
    text: str
    language: str
    kind: str
    conversation: str | None
    before: Sequence[str]


@dataclass(frozen=True, slots=True)
class Made:
    """A piece's vector, as pgvector reads it, or its token bits."""

    id: UUID
    version: int
    piece: int
    value: str | bytes


async def state(work: UnitOfWork) -> State:
    for row in await rows(work, _STATE, {"user_id": work.user_id}):
        return State(*row)
    return State()


async def changed(work: UnitOfWork, speakers: Sequence[str] = ()) -> None:
    """Say that something of this person's memories changed. Changes of one person wait here for each other."""
    await work.session.execute(_CHANGED, {"user_id": work.user_id, "speakers": sorted(set(speakers))})


async def fewer_speakers(work: UnitOfWork) -> None:
    """Know no more who spoke in what is gone. Called after `changed`, so that it sees what others added before."""
    await work.session.execute(_SPEAKERS, {"user_id": work.user_id})


async def model_id(work: UnitOfWork, name: str, dimensions: int) -> int:
    """The number a model's vectors are kept under.

    Raises:
        NoEmbedder: it made vectors of other dimensions before. Two kinds of them can't be compared, and a search that
            met both would fail, so another model needs another name.
    """
    found = (await work.session.execute(_MODEL, {"name": name})).one_or_none()
    if found is None:
        found = (await work.session.execute(_NEW_MODEL, {"name": name, "dimensions": dimensions})).one_or_none()
    if found is None:  # another process was quicker, and has committed since
        found = (await work.session.execute(_MODEL, {"name": name})).one()
    if found.dimensions != dimensions:
        raise NoEmbedder
    number: int = found.id
    return number


async def known_model(work: UnitOfWork, name: str) -> int | None:
    """The number of a model that somebody's vectors were made with."""
    found: int | None = await work.session.scalar(_MODEL, {"name": name})
    return found


async def drop_vectors(work: UnitOfWork, *, but: int) -> None:
    """Let go of a person's vectors of every other model."""
    await work.session.execute(_DROP, {"user_id": work.user_id, "but": but})


async def ask_everything(work: UnitOfWork, chore: Chore) -> None:
    """Note a chore for every memory of this person."""
    await work.session.execute(_EVERYTHING, {"user_id": work.user_id, "chore": chore})


async def ask_missing(work: UnitOfWork, model: int) -> bool:
    """Note a vector for every memory of this person that has none of a model; whether there is any."""
    return bool((await work.session.scalars(_MISSING, {"user_id": work.user_id, "model_id": model})).all())


async def choose(work: UnitOfWork, model: int) -> None:
    """From now on search with this model."""
    await work.session.execute(_CHOOSE, {"user_id": work.user_id, "model_id": model})


async def searches_with(work: UnitOfWork, model: int) -> bool:
    """Whether this person is searched with a model, and stays so until the commit. Called after memories are held."""
    return bool(await work.session.scalar(_SEARCHES_WITH, {"user_id": work.user_id, "model_id": model}))


class Readable(Protocol):
    """A memory as far as its words go."""

    @property
    def id(self) -> UUID: ...
    @property
    def text(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def conversation(self) -> str | None: ...


async def keep_words(work: UnitOfWork, memories: Sequence[Readable]) -> None:
    """Write the stems of memories, so that words find them from the commit on."""
    await work.session.execute(
        _WORDS,
        {
            "user_id": work.user_id,
            "ids": [one.id for one in memories],
            "searched": [one.kind != "question" for one in memories],
            "conversations": [conversation_number(one.conversation) for one in memories],
            "stems": [packed(hashes_of(one.text, language_of(one.text, one.language))) for one in memories],
        },
    )


def conversation_number(conversation: str | None) -> int:
    """A thread as a number for the narrow tables; 0 for none. Two that share one by chance look like one thread."""
    if conversation is None:
        return 0
    return (crc32(conversation.encode()) or 1) - 2**31


async def ask(work: UnitOfWork, ids: Sequence[UUID], *chores: Chore) -> None:
    """Note what is to be made of memories."""
    await work.session.execute(_CHORES, {"user_id": work.user_id, "ids": list(ids), "chores": list(chores)})


async def waiting(work: UnitOfWork, chore: Chore, after: UUID, most: int) -> list[Waiting]:
    """Memories with a chore, in the order of their ids."""
    found = await work.session.execute(
        _WAITING, {"user_id": work.user_id, "chore": chore, "after": after, "most": most}
    )
    return [
        Waiting(row.id, row.version, row.text, row.language, row.kind, row.conversation, row.before) for row in found
    ]


async def asked(work: UnitOfWork) -> set[Chore]:
    """What is still to be done with any memory of this person."""
    return set((await work.session.scalars(_ASKED, {"user_id": work.user_id})).all())


async def done(work: UnitOfWork, chore: Chore, finished: Sequence[Waiting]) -> None:
    await work.session.execute(
        _DONE,
        {
            "user_id": work.user_id,
            "chore": chore,
            "ids": [one.id for one in finished],
            "versions": [one.version for one in finished],
        },
    )


async def keep_vectors(work: UnitOfWork, model: int, made: Sequence[Made]) -> None:
    await work.session.execute(_KEEP_VECTORS, {**_columns(work, made, "vectors"), "model_id": model})


async def keep_tokens(work: UnitOfWork, made: Sequence[Made]) -> None:
    await work.session.execute(_KEEP_TOKENS, _columns(work, made, "bits"))


def _columns(work: UnitOfWork, made: Sequence[Made], name: str) -> dict[str, object]:
    return {
        "user_id": work.user_id,
        "ids": [one.id for one in made],
        "versions": [one.version for one in made],
        "pieces": [one.piece for one in made],
        name: [one.value for one in made],
    }


async def refresh(work: UnitOfWork, ids: Sequence[UUID]) -> None:
    """Let the narrow tables know which of these memories are searched; call it when that may have changed."""
    for statement in _REFRESH:
        await work.session.execute(statement, {"user_id": work.user_id, "ids": list(ids)})


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is kept, and how much waits for what."""

    total: int
    pending: int
    vectors: int
    tokens: int
    unread: int


async def counts(work: UnitOfWork) -> Counts:
    row = (await work.session.execute(_COUNT, {"user_id": work.user_id})).one()
    return Counts(row.total, row.pending, row.vectors, row.tokens, row.unread)
