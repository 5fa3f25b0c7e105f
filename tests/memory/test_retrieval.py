"""Where memories stand among the words of a person's everything."""

from uuid import UUID

import numpy as np

from cairn.memory.ranking.bm25 import Kept
from cairn.memory.retrieval import Words
from cairn.platform.ids import new_id


def words_of(ids: list[UUID]) -> Words:
    rows = np.frombuffer(b"".join(one.bytes for one in ids), np.uint8).reshape(-1, 16)
    nothing = np.zeros(len(ids), np.int64)
    return Words(rows, nothing, Kept(np.zeros(0, np.uint32), nothing))


def test_every_id_is_found_where_it_stands() -> None:
    ids = [new_id() for _ in range(20_000)]
    words = words_of(ids)

    assert words.places(ids).tolist() == list(range(len(ids)))
    assert [words.id_at(place) for place in (0, 7, 19_999)] == [ids[0], ids[7], ids[19_999]]


def test_ids_that_begin_alike_are_told_apart() -> None:
    ids = [UUID(int=(7 << 64) + n) for n in range(50)]

    assert words_of(ids).places(ids[::-1]).tolist() == list(range(50))[::-1]


def test_what_is_not_there_has_no_place() -> None:
    ids = [new_id() for _ in range(10)]

    assert words_of(ids[:5]).places(ids[3:]).tolist() == [3, 4]
    assert words_of([]).places(ids).tolist() == []
