"""Whether a newer sentence updates an older one: the kinds of change, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.memory.facts.clauses import read
from cairn.memory.facts.updates import updates

UPDATES = [
    ("en", "measure", "The API's latency target is 250 ms", "We lowered the latency target to 200 ms"),
    ("en", "count", "I've finished 3 of the 12 chapters", "5 chapters done now"),
    ("en", "when", "My appointment with Dr Lee is Tuesday at 3", "Dr Lee moved it to Thursday at 4"),
    ("en", "count", "I have two cats", "I have three cats now"),
    ("en", "ended", "Ana is my flatmate", "Ana moved out"),
    ("en", "name", "Rosa lives in Lisbon", "Rosa moved to Oslo"),
    ("en", "money", "The rent for the garage is $850", "The landlord raised the rent of the garage to $920"),
    ("en", "%", "Test coverage of the parser is at 61%", "The parser's coverage went up to 74%"),
    ("en", "version", "The plugin is on version 1.4.0", "We upgraded the plugin to v2.3"),
    ("en", "stage", "My application at Contoso is still pending", "Contoso rejected my application"),
    ("en", "label", "I'm on chapter 3 of the thesis", "I've reached chapter 4 of the thesis"),
    ("en", "measure", "My daily piano practice is 30 minutes", "I increased my daily piano practice to an hour"),
    ("en", "name", "Nadia works at Contoso", "Nadia left Contoso for Fabrikam"),
    ("en", "name", "Nadia left Contoso for Fabrikam", "Nadia left Fabrikam for Initech"),
    ("en", "name", "Nadia lives in Leiden", "Nadia left Leiden and settled in Delft"),
    ("en", "money", "My limit for the cart is $40", "Ben says $55 is fair, so that's my new limit for the cart"),
    ("en", "name", "I host the forum on Contoso", "I left Contoso and the forum runs on Fabrikam"),
    ("en", "ended", "Nadia left Contoso for Fabrikam", "Nadia quit at Fabrikam"),
    ("en", "when", "My goal time for the 5k is 0:24", "Ben says 0:26 is fair, so that's my goal time for the 5k"),
    ("fr", "ended", "Luc a déménagé à Lyon", "Luc n'habite plus à Lyon"),
    ("en", "count", "There are 9 notes in To Do", "To Do is down to 4 notes"),
    ("pt", "name", "Agora a Lia mora em Évora", "A Lia mudou-se para Beja"),
    ("es", "name", "Lucía trabaja en Contoso", "Lucía dejó Contoso por Fabrikam"),
    ("es", "money", "El presupuesto del viaje es de 900 €", "Hemos subido el presupuesto del viaje a 1.200 €"),
    ("es", "name", "Marta vive en Valencia", "Marta ahora vive en Bilbao"),
    ("fr", "when", "La réunion avec le comité est lundi à 9h", "Le comité a déplacé la réunion à mardi à 14h"),
    ("fr", "ended", "Luc habite à Lyon", "Luc n'habite plus à Lyon"),
    ("pt", "money", "A renda da loja é de 450 €", "A renda da loja subiu para 520 €"),
    ("pt", "name", "O Nuno vive em Braga", "O Nuno mudou-se para Coimbra"),
]

LOOKALIKES = [
    ("en", "The search API's latency target is 250 ms", "The login endpoint's latency target is 200 ms"),
    ("en", "The latency target is 250 ms", "Should the latency target be 200 ms?"),
    ("en", "The latency target is 250 ms", "If the latency target were 200 ms I would worry"),
    ("en", "My sister's birthday is May 3", "My brother's birthday is June 12"),
    ("en", "Chapter 3 of the book is about rivers", "Chapter 4 of the book is about lakes"),
    ("en", "My appointment with Dr Lee is Tuesday at 3", "My appointment with Dr Osei is Thursday at 4"),
    ("en", "My appointment with Dr Lee is Tuesday at 3", "Lunch with my mother moved to Thursday at 1"),
    ("en", "I go swimming on Mondays", "I go swimming with Ana on Thursdays"),
    ("en", "I flew to Rome on May 3", "I flew to Oslo on June 12"),
    ("en", "Yesterday I ran 5 km", "Today I ran 8 km"),
    ("en", "I have three cats", "My neighbour has five cats"),
    ("en", "I have three cats", "I'd love to have five cats one day"),
    ("en", "Ana is my flatmate", "Ana cooked dinner"),
    ("en", "Ana is my flatmate", "Ben moved out of his parents' house"),
    ("en", "The newsletter has 1,200 subscribers", "The channel just passed 1,500 subscribers"),
    ("en", "On weekdays my alarm is set to 7:00", "I moved my alarm on Sundays to 8:15"),
    ("en", "I have two cats", "I have two cats now"),
    ("en", "The forum is hosted on Contoso", "I left Contoso and the shop runs on Fabrikam"),
    ("en", "Nadia left Contoso for Fabrikam", "Nadia quit at Contoso"),
    (
        "en",
        "Ben says $40 is fair, so that's my limit for the cart",
        "Ben says $55 is fair, so that's my limit for the bus",
    ),
    ("en", "There are 9 notes in Ideas", "To Do is down to 4 notes"),
    ("en", "My uncle wrote a note from Leiden", "To Do is down to 4 notes"),
    ("en", "I live with my lodger Lia", "I moved the forum to Contoso"),
    ("en", "I work at Contoso", "We moved to Leiden last week"),
    ("pt", "Agora a Lia mora em Évora", "Agora o meu tio mora em Beja"),
    ("pt", "Trabalho na Contoso", "Mudámos para Beja na semana passada"),
    ("pt", "Li 30 páginas de um conto ontem", "A tese já vai em 50 páginas"),
    ("es", "El presupuesto de la boda es de 900 €", "El presupuesto del viaje es de 1.200 €"),
    ("fr", "Luc habite à Lyon", "Inès habite à Nantes"),
    ("pt", "A consulta do dentista é terça às 15h", "O jantar com a Rita passou para quinta às 20h"),
]


@pytest.mark.parametrize(("language", "kind", "older", "newer"), UPDATES)
def test_the_same_thing_with_another_value_is_an_update(language: str, kind: str, older: str, newer: str) -> None:
    found = updates(older, newer, language=language)

    assert found is not None
    assert found.kind == kind
    assert 0.5 <= found.confidence < 1


@pytest.mark.parametrize(("language", "older", "newer"), LOOKALIKES)
def test_another_thing_of_the_same_kind_is_none(language: str, older: str, newer: str) -> None:
    assert updates(older, newer, language=language) is None


OWN = {
    "en": ("I take 20 mg of ritalin", "I take 30 mg of ritalin now"),
    "es": ("Tomo 20 mg de ritalina", "Ahora tomo 30 mg de ritalina"),
    "fr": ("Je prends 20 mg de ritaline", "Je prends maintenant 30 mg de ritaline"),
    "pt": ("Tomo 20 mg de ritalina", "Agora tomo 30 mg de ritalina"),
}
OTHERS = {
    "en": ("{} now takes 30 mg of ritalin", ("My mother", "My brother", "My friend", "My doctor", "My boss", "Ana")),
    "es": (
        "{} ahora toma 30 mg de ritalina",
        ("Mi madre", "Mi hermano", "Mi amiga", "Mi médico", "Mi jefa", "Mi abuela", "Ana"),
    ),
    "fr": (
        "{} prend maintenant 30 mg de ritaline",
        ("Ma mère", "Mon frère", "Mon amie", "Mon médecin", "Ma cheffe", "Ma grand-mère", "Ma colocataire", "Ana"),
    ),
    "pt": (
        "{} agora toma 30 mg de ritalina",
        ("A minha mãe", "O meu irmão", "A minha amiga", "O meu médico", "A minha avó", "Minha mãe", "A Ana"),
    ),
}


@pytest.mark.parametrize(
    ("language", "who"), [(language, who) for language, (_, all_) in OTHERS.items() for who in all_]
)
def test_what_somebody_else_takes_is_no_news_of_the_speaker_s(language: str, who: str) -> None:
    own, changed = OWN[language]
    other = OTHERS[language][0].format(who)

    assert updates(own, other, language=language) is None
    assert updates(other, own, language=language) is None
    assert updates(own, changed, language=language) is not None


@pytest.mark.parametrize("rest", [" ===> 250, 300", " ->-> 250,300", " ||| 250", "\n---\n", " `target = 300`"])
def test_signs_and_numbers_that_are_no_talk_are_no_values(rest: str) -> None:
    older = f"The latency target is 250 ms{rest}"

    [clause] = read(older, "en").clauses
    assert [value.kind for value in clause.values] == ["measure"]
    assert updates(older, "We lowered the latency target to 200 ms", language="en") is not None


def test_what_is_said_after_signs_counts() -> None:
    [*_, clause] = read("The latency target is ---> 250 ms now", "en").clauses

    assert [value.kind for value in clause.values] == ["measure"]


def test_it_is_found_inside_a_longer_message() -> None:
    older = (
        "I'm putting the talk together. My {e} weekly call with Carla is Tuesday at 6pm, can you remind me what to"
        " prepare? Last time I forgot the slides."
    ).replace("{e} ", "")
    newer = "Hey, thanks for yesterday. Carla and I moved our weekly call to Thursday at 5pm. What should I bring?"

    found = updates(older, newer, language="en")

    assert found is not None
    assert "Thursday" in found.now
    assert "Tuesday" in found.was


def test_it_may_go_on_from_what_was_said_before() -> None:
    older, newer = "My flight to Lima leaves at 9:15", "The airline changed my Lima flight, departure is 18:05"

    assert updates(older, newer, language="en") is not None


def test_a_change_told_with_what_was_before_is_surer() -> None:
    older = "The crawler runs on Postgres"

    plain = updates(older, "The crawler runs on MySQL now", language="en")
    told = updates(older, "We migrated the crawler from Postgres to MySQL", language="en")

    assert plain is not None
    assert told is not None
    assert told.confidence > plain.confidence


def test_common_words_alone_show_nothing() -> None:
    older, newer = "The target is 250 ms", "The target is 200 ms"

    assert updates(older, newer, language="en", rarity=lambda _: 0.05) is None


@given(st.text(max_size=200), st.text(max_size=200), st.sampled_from(["en", "es", "fr", "pt", "de", ""]))
def test_any_text_can_be_read(older: str, newer: str, language: str) -> None:
    found = updates(older, newer, language=language)

    assert found is None or 0 < found.confidence < 1


@given(st.sampled_from(UPDATES + [(language, "", *pair) for language, *pair in LOOKALIKES]))
def test_nothing_updates_itself(pair: tuple[str, str, str, str]) -> None:
    language, _, older, newer = pair

    assert updates(older, older, language=language) is None
    assert updates(newer, newer, language=language) is None
