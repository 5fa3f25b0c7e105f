"""The two searches over a person's own rows: exact over vectors, BM25 over words."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import text

from cairn.memory.rules import CANDIDATES, MeaningMatch, WordMatch
from cairn.memory.schemas import Kind, SearchQuery
from cairn.platform.work import UnitOfWork

SEARCHED: Sequence[Kind] = ("episode", "thought", "note")
"""A question is kept too, and must not come up as its own answer."""

_WHICH = """m.kind = any(cast(:kinds as text[]))
    and (cast(:from as timestamptz) is null or m.occurred_at >= :from)
    and (cast(:to as timestamptz) is null or m.occurred_at < :to)"""

# The nearest are drawn from the narrow table; the few questions among them are made up for by drawing more, and
# when a kind or a period is asked for, everything is compared.
_NEAREST = text(
    f"""
with near as materialized (
    select v.memory_id, v.vector <=> cast(:vector as halfvec) as far
    from memory_vectors v
    where v.user_id = :user_id and v.model = :model
    order by far limit :drawn
)
select m.id, 1 - near.far as likeness
from near join memories m on m.user_id = :user_id and m.id = near.memory_id
where {_WHICH}
order by near.far limit :most
"""  # noqa: S608  # made of this module's constants
)

_STEMMERS = ("english", "spanish", "french", "portuguese")
_ANY = " || ".join(f"websearch_to_tsquery('{stemmer}', :any)" for stemmer in _STEMMERS)
_EACH = " || ".join(f"plainto_tsquery('{stemmer}', t.word)" for stemmer in _STEMMERS)

# BM25 (k1 = 0.9, b = 0.4) with the person's own document frequencies. A memory is short, so a word counts once.
# The policy keeps an index over words from being used, so the person's rows are read, once for their
# number and usual length and once for those that hold a word.
_BY_WORDS = text(
    f"""
with terms as materialized (
    select t.place, ({_EACH}) as query
    from unnest(cast(:words as text[])) with ordinality as t(word, place)
), sizes as materialized (
    select count(*) as total, greatest(cast(avg(length(words)) as double precision), 1) as usual
    from memories where user_id = :user_id
), hits as materialized (
    select m.id, m.words, length(m.words) as size, ({_WHICH}) as asked
    from memories m where m.user_id = :user_id and m.words @@ (select {_ANY})
), found as materialized (
    select hits.id, hits.size, hits.asked, terms.place
    from hits, terms where hits.words @@ terms.query
), weights as materialized (
    select terms.place, ln(cast(1 + (sizes.total - count(found.id) + 0.5) / (count(found.id) + 0.5)
        as double precision)) as weight
    from sizes, terms left join found on found.place = terms.place
    group by terms.place, sizes.total
)
select found.id, array_agg(cast(found.place - 1 as integer) order by found.place) as matched,
    sum(weight) / (select greatest(sum(weight), 0.001) from weights) as coverage
from found join weights on weights.place = found.place, sizes
where found.asked
group by found.id, found.size, sizes.usual
order by sum(weight) / (1 + 0.9 * (0.6 + 0.4 * found.size / sizes.usual)) desc, found.id desc
limit :most
"""  # noqa: S608  # made of this module's constants
)


async def by_words(work: UnitOfWork, words: Sequence[str], query: SearchQuery) -> list[WordMatch]:
    """The memories that hold any of the words, best first."""
    if not words:
        return []
    found = await work.session.execute(
        _BY_WORDS, {**_which(work, query), "words": list(words), "any": " or ".join(words)}
    )
    return [WordMatch(row.id, row.matched, float(row.coverage)) for row in found]


async def by_meaning(work: UnitOfWork, model: str, vector: str, query: SearchQuery) -> list[MeaningMatch]:
    """The memories nearest in meaning, best first. Compares with every one of the person's."""
    everything = query.from_ is not None or query.to is not None or query.kinds is not None
    found = await work.session.execute(
        _NEAREST,
        {
            **_which(work, query),
            "model": model,
            "vector": vector,
            "drawn": None if everything else CANDIDATES * 2,
        },
    )
    return [MeaningMatch(row.id, row.likeness) for row in found]


def _which(work: UnitOfWork, query: SearchQuery) -> dict[str, Any]:
    return {
        "user_id": work.user_id,
        "kinds": list(query.kinds or SEARCHED),
        "from": query.from_,
        "to": query.to,
        "most": CANDIDATES,
    }
