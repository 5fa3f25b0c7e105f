"""What everyday sentences say, in four languages, and what says nothing."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.memory.facts.compiled import Compiled
from cairn.memory.facts.distil import distil
from cairn.memory.facts.people import Telling, Who
from cairn.memory.facts.reading import Clause, Head, heads
from cairn.memory.facts.relations import relation
from cairn.memory.facts.statement import Stance, Statement

LISBON = ZoneInfo("Europe/Lisbon")
SAID_AT = datetime(2026, 11, 25, 11, 40, tzinfo=LISBON)  # a Wednesday
HERE = Path(__file__).parent
STANCES = {Stance.IS: "", Stance.NEVER: "!", Stance.ENDED: "-"}


def sentences(name: str) -> list[tuple[str, str, str]]:
    """The lines of every language's table: language, sentence, what it says."""
    found = []
    for path in sorted(HERE.glob(f"{name}_*.txt")):
        for line in path.read_text().splitlines():
            if line.strip() and not line.startswith("#"):
                sentence, _, facts = line.partition(" => ")
                found.append((path.stem[-2:], sentence, facts.strip()))
    return found


def written(statement: Statement, *, times: bool) -> str:
    """A statement as the tables write it."""
    doubt = "?" if statement.confidence < 0.6 else ""
    fact = f"{doubt}{STANCES[statement.stance]}{statement.subject}.{statement.relation}={statement.value}"
    fact += f"#{statement.qualifier}" if statement.qualifier else ""
    if times:
        fact += f" @{statement.since:%Y-%m-%d}" if statement.since else ""
        fact += f" <{statement.until:%Y-%m-%d}" if statement.until else ""
    return fact


def expected(facts: str) -> set[str]:
    return set() if facts == "nothing" else {fact.strip() for fact in facts.split(" + ")}


@pytest.mark.parametrize(("language", "sentence", "facts"), sentences("said"))
def test_a_sentence_says_this_and_nothing_else(language: str, sentence: str, facts: str) -> None:
    said = distil(sentence, said_at=SAID_AT, language=language)

    assert {written(statement, times=True) for statement in said} == expected(facts)
    for statement in said:
        assert statement.quote in sentence
        assert statement.kind is relation(statement.relation).kind


def test_another_speaker_is_the_subject() -> None:
    said = distil("I live in Faro. My sister Ana works at Google", said_at=SAID_AT, language="en", speaker="Rui")

    assert {written(statement, times=False) for statement in said} == {
        "rui.lives_in=Faro",
        "ana.employer=Google",
        "rui.sibling=Ana#sister",
    }


def test_somebody_else_s_relatives_are_not_the_person_s() -> None:
    said = distil("My sister lives in Braga", said_at=SAID_AT, language="en", speaker="Rui")

    assert [statement.subject for statement in said] == ["rui's sister"]


def test_english_is_understood_in_any_language() -> None:
    assert distil("I live in Lisbon", said_at=SAID_AT, language="pt")[0].relation == "lives_in"


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        distil("I live in Lisbon", said_at=datetime(2026, 11, 25), language="en")  # noqa: DTZ001 # that is the point


JUNK = [
    "a",
    "I am ",
    "my sister Ana, ",
    "and I live in ",
    '"',
    "'",
    ".",
    "(",
    "mi hermana y ",
    "je suis de ",
    "se eu ",
    "1 ",
]


@pytest.mark.parametrize("junk", JUNK)
def test_ten_times_the_junk_is_ten_times_the_reading(junk: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []

    def counted(clause: Clause, rules: Compiled, telling: Telling, inherited: Who | None) -> Iterator[Head]:
        tried.append(len(clause.line.plain))
        return heads(clause, rules, telling, inherited)

    monkeypatch.setattr("cairn.memory.facts.distil.heads", counted)

    def letters_tried(letters: int) -> int:
        tried.clear()
        distil(junk * (letters // len(junk)), said_at=SAID_AT, language="es")
        return sum(tried)

    longest = 400 * 400  # One sentence may be read again at each of its joints.
    assert letters_tried(10_000) <= 10 * max(letters_tried(1_000), longest)


PIECES = (
    "I i'm don't live lived in Lisbon since 2019 until my sister Ana is called and , . ? ! if no longer used to work at"
    " take 20 mg Ritalin every Monday yo vivo en no mi hermana se llama desde hace je n'habite pas à plus depuis moro"
    " há não gosto de minha irmã chama-se até \" ' ( ) : the deadline for report Friday eu tenho j'ai tengo"
)
WORDS = st.sampled_from(PIECES.split())


@given(st.text(max_size=300) | st.lists(WORDS, max_size=40).map(" ".join), st.sampled_from(["en", "es", "fr", "pt"]))
def test_any_text_is_read_without_harm(text: str, language: str) -> None:
    for statement in distil(text, said_at=SAID_AT, language=language):
        assert statement.quote in text
        assert 0 < statement.confidence <= 1
        assert 0 < statement.importance <= 1
        assert statement.subject
        assert statement.relation
        assert re.search(r"\w", statement.value) or statement.stance is not Stance.IS
