"""The library of procedures is whole, the same in every language, and found by what people write."""

import re
from collections import Counter

import pytest

from cairn.tasks.breakdown.finding import found
from cairn.tasks.breakdown.library import LANGUAGES, BrokenLibrary, procedures, read
from cairn.tasks.breakdown.parts import Part

LONGEST = 72


def shape(part: Part) -> tuple[int | None, ...]:
    return tuple(one.minutes for one in part.parts)


def test_there_are_a_hundred_and_fifty_procedures_and_the_same_in_each_language() -> None:
    keys = [[one.key for one in procedures(language)] for language in LANGUAGES]
    assert len(keys[0]) >= 150
    assert all(one == keys[0] for one in keys)
    assert len(set(keys[0])) == len(keys[0])
    for same in zip(*(procedures(language) for language in LANGUAGES), strict=True):
        assert len({tuple(map(len, (one.steps, *(step.parts for step in one.steps)))) for one in same}) == 1, same[
            0
        ].key


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_begins_within_two_minutes_and_its_times_add_up(language: str) -> None:
    for one in procedures(language):
        assert 3 <= len(one.steps) <= 6, one.key
        assert (one.steps[0].parts[0].minutes or 99) <= 2, one.key
        for step in one.steps:
            assert 2 <= len(step.parts) <= 4, (one.key, step.text)
            assert step.minutes == sum(part.minutes or 0 for part in step.parts), (one.key, step.text)
            assert all(1 <= (part.minutes or 0) <= 15 for part in step.parts), (one.key, step.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_short_and_plain(language: str) -> None:
    for one in procedures(language):
        lines = [one.title, *(step.text for step in one.steps), *(p.text for step in one.steps for p in step.parts)]
        for line in lines:
            assert len(line) <= LONGEST, line
            assert not line.endswith("."), line
            assert "!" not in line, line
            assert line[0].isupper(), line
            assert not re.search(r"\s{2}|\t", line), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_stands_under_two(language: str) -> None:
    names = Counter(name.casefold() for one in procedures(language) for name in {one.title, *one.also})
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_found_by_every_one_of_its_names(language: str) -> None:
    missed = [
        (name, other.key if other else None)
        for one in procedures(language)
        for name in (one.title, *one.also)
        if (other := found(name, language)) is None or other.key != one.key
    ]
    assert missed == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["", "?", "xylophon qwzrt", "12", "the", "  ", "🙂", "a" * 500, "ñ" * 3000])
def test_what_fits_nothing_finds_nothing(language: str, text: str) -> None:
    assert found(text, language) is None


@pytest.mark.parametrize("text", ["- Lost [3]", "## Key: Up", "## key: T\n- no minutes", "## key: T\n  - small [3]"])
def test_a_broken_file_says_where(text: str) -> None:
    with pytest.raises(BrokenLibrary, match=r"home\.md, line \d"):
        list(read(text, "home.md"))


def test_words_that_are_like_one_another_meet_and_what_is_alike_to_two_finds_nothing() -> None:
    wanted = {
        "limpieza de la cocina": ("es", "clean-kitchen"),
        "hoover the floors": ("en", "clean-floors"),
        "ring dentist": ("en", "see-dentist"),
        "passer l'aspirateur": ("fr", "clean-floors"),
        "lavar a roupa": ("pt", "do-laundry"),
        "mi cocina es un desastre": ("es", "clean-kitchen"),
        "ma cuisine est un désastre": ("fr", "clean-kitchen"),
        "a minha cozinha está um desastre": ("pt", "clean-kitchen"),
    }
    assert {text: getattr(found(text, language), "key", None) for text, (language, _) in wanted.items()} == {
        text: key for text, (_, key) in wanted.items()
    }
    assert found("sort things", "en") is None


@pytest.mark.parametrize("text", ["clean the garage", "return the parcel"])
def test_what_is_done_counts_and_not_only_what_it_is_done_to(text: str) -> None:
    procedure = found(text, "en")
    assert procedure is None or text.split(maxsplit=1)[0] in procedure.title.casefold()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "unpack the boxes"),
        ("en", "organise the bookshelf"),
        ("en", "fix the printer"),
        ("es", "ordenar los libros"),
        ("fr", "déballer les cartons"),
        ("fr", "laver le chien"),
        ("pt", "lavar o cão"),
        ("pt", "comprar sapatos"),
    ],
)
def test_the_deed_alone_finds_nothing_where_it_is_done_to_something_else(language: str, text: str) -> None:
    assert found(text, language) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "sell the car"), ("es", "vender el coche"), ("fr", "vendre la voiture"), ("pt", "vender o carro")],
)
def test_where_a_procedure_is_for_anything_the_deed_is_enough(language: str, text: str) -> None:
    assert getattr(found(text, language), "key", None) == "sell-used-thing"
