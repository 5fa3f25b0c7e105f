"""Words as numbers: what is the same word, in which language, and how a memory's words are kept."""

import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.memory.ranking.words import folded, hashes_of, language_of, packed, terms_of, unpacked, words_in


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I paid the rent for my flat", "en"),
        ("Pagué el alquiler de mi piso", "es"),
        ("J'ai payé le loyer de mon appartement", "fr"),
        ("Paguei a renda do meu apartamento", "pt"),
        ("Renda", "pt"),
        ("", "pt"),
    ],
)
def test_small_words_tell_the_language(text: str, language: str) -> None:
    assert language_of(text, otherwise="pt") == language


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("I was running along the river", "When did I run by the rivers?"),
        ("Compré unas zapatillas azules en la tienda", "¿Qué zapatilla compré?"),
        ("J'ai acheté des chaussures bleues", "Quelle chaussure bleue ?"),
        ("Comprei os sapatos azuis na loja", "Que sapato azul?"),
        ("Café com a Zoé", "cafe ZOE"),
    ],
)
def test_a_question_finds_other_forms_of_a_word_in_any_language(said: str, asked: str) -> None:
    kept = set(hashes_of(said).tolist())
    assert any(kept.intersection(term.hashes) for term in terms_of(asked))


@given(st.text(max_size=200))
def test_a_word_as_it_was_written_is_found_whatever_language_either_was_taken_for(text: str) -> None:
    kept = {code: set(hashes_of(text, code).tolist()) for code in ("en", "es", "fr", "pt")}
    for term in terms_of(text):
        assert all(hashes.intersection(term.hashes) for hashes in kept.values())


@given(st.text(max_size=200))
def test_words_are_kept_in_four_bytes_each_with_their_repetitions(text: str) -> None:
    hashes = hashes_of(f"{text} tea tea")
    assert len(packed(hashes)) == 4 * len(hashes)
    assert np.array_equal(unpacked(packed(hashes)), hashes)
    assert hashes.tolist().count(hashes[-1]) >= 2


def test_they_are_kept_the_same_way_on_every_machine() -> None:
    assert packed(hashes_of("tea")).hex() == zlib.crc32(b"tea").to_bytes(4, "little").hex()


@given(st.text(max_size=100))
def test_places_are_those_of_the_text(text: str) -> None:
    assert all(folded(text[word.start : word.end]) == word.plain for word in words_in(text))


def test_a_question_without_words_has_no_terms() -> None:
    assert terms_of("") == terms_of("?!") == terms_of("what did I say about it") == []
