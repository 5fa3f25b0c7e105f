"""Steps for what no procedure is known for, and smaller ones for any step. Pure.

Nothing here knows what the thing is. What it knows is how beginning works: two minutes are always possible.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cairn.tasks.breakdown.parts import Part

TWO = 2
FEW = 3
"""Minutes that are short enough even for who wants everything tiny."""
LONGEST = 400
"""Letters of a step that are told again in what it is split into."""
REST = 10
"""Minutes that are gone on with where nobody knows how long something takes."""

Lines = tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """One language's.

    Args:
        reach: What comes before anything: two minutes, whatever it is for.
        steps: The steps after it, each with its small ones.
        gather, begin, go_on: What a step is split into; `{step}` is its own words.
        minute: The least of it that counts.
        go, touch: What the first of these is split into.
    """

    reach: str
    steps: Lines
    gather: str
    begin: str
    minute: str
    go_on: str
    go: str
    touch: str


_WORDS: Mapping[str, _Words] = {
    "en": _Words(
        reach="Put what it needs within reach",
        steps=(
            (
                "Settle in",
                (
                    ("Put the phone where you don't see it", 1),
                    ("Say out loud how you will see that it is done", 1),
                ),
            ),
            (
                "Begin with two minutes",
                (("Do the easiest bit of it for two minutes", 2), ("Stop, or go on: either is fine", 1)),
            ),
            (
                "Go on for a quarter of an hour",
                (("Do five minutes, then look up", 5), ("Do five more", 5), ("Do the last five", 5)),
            ),
            (
                "Come to an end",
                (("Write down where you go on, or that it is done", 2), ("Put away what you used", 3)),
            ),
        ),
        gather="Get what you need: {step}",
        begin="Only two minutes: {step}",
        minute="Only one minute: {step}",
        go_on="Go on: {step}",
        go="Stand up and go where it happens",
        touch="Take the first thing it needs in your hand",
    ),
    "es": _Words(
        reach="Pon a mano lo que hace falta",
        steps=(
            (
                "Céntrate",
                (
                    ("Deja el móvil donde no lo veas", 1),
                    ("Di en voz alta cómo verás que está hecho", 1),
                ),
            ),
            (
                "Empieza con dos minutos",
                (("Haz lo más fácil durante dos minutos", 2), ("Para o sigue: las dos cosas valen", 1)),
            ),
            (
                "Sigue un cuarto de hora",
                (("Haz cinco minutos y levanta la vista", 5), ("Haz otros cinco", 5), ("Haz los últimos cinco", 5)),
            ),
            ("Termina", (("Apunta por dónde seguir, o que está hecho", 2), ("Guarda lo que usaste", 3))),
        ),
        gather="Reúne lo que hace falta: {step}",
        begin="Solo dos minutos: {step}",
        minute="Solo un minuto: {step}",
        go_on="Sigue: {step}",
        go="Levántate y ve a donde se hace",
        touch="Coge lo primero que hace falta",
    ),
    "fr": _Words(
        reach="Mets à portée de main ce qu'il faut",
        steps=(
            (
                "Installe-toi",
                (
                    ("Pose le téléphone là où tu ne le vois pas", 1),
                    ("Dis à voix haute comment tu verras que c'est fait", 1),
                ),
            ),
            (
                "Commence par deux minutes",
                (("Fais le plus facile pendant deux minutes", 2), ("Arrête ou continue : les deux vont", 1)),
            ),
            (
                "Continue un quart d'heure",
                (
                    ("Fais cinq minutes, puis lève les yeux", 5),
                    ("Fais-en encore cinq", 5),
                    ("Fais les cinq dernières", 5),
                ),
            ),
            ("Termine", (("Note où reprendre, ou que c'est fait", 2), ("Range ce qui a servi", 3))),
        ),
        gather="Rassemble ce qu'il faut : {step}",
        begin="Deux minutes seulement : {step}",
        minute="Une minute seulement : {step}",
        go_on="Continue : {step}",
        go="Lève-toi et va là où ça se passe",
        touch="Prends en main la première chose qu'il faut",
    ),
    "pt": _Words(
        reach="Põe à mão o que é preciso",
        steps=(
            (
                "Instala-te",
                (
                    ("Deixa o telemóvel onde não o vejas", 1),
                    ("Diz em voz alta como vais ver que está feito", 1),
                ),
            ),
            (
                "Começa com dois minutos",
                (("Faz o mais fácil durante dois minutos", 2), ("Para ou continua: tanto faz", 1)),
            ),
            (
                "Continua um quarto de hora",
                (("Faz cinco minutos e levanta os olhos", 5), ("Faz mais cinco", 5), ("Faz os últimos cinco", 5)),
            ),
            ("Termina", (("Escreve onde continuar, ou que está feito", 2), ("Arruma o que usaste", 3))),
        ),
        gather="Junta o que é preciso: {step}",
        begin="Só dois minutos: {step}",
        minute="Só um minuto: {step}",
        go_on="Continua: {step}",
        go="Levanta-te e vai até onde se faz",
        touch="Pega na primeira coisa que é precisa",
    ),
}


def steps(language: str) -> Sequence[Part]:
    """Steps that fit anything, the first of them a matter of two minutes at every grain."""
    words = _WORDS[language]
    return [
        Part(words.reach, TWO),
        *(
            Part(text, sum(minutes for _, minutes in small), tuple(Part(*one) for one in small))
            for text, small in words.steps
        ),
    ]


def begun(parts: Sequence[Part], language: str) -> Sequence[Part]:
    """The same steps; what takes more than a few minutes begins with two, and is gone on with for the rest."""
    words = _WORDS[language]
    found: list[Part] = []
    for part in parts:
        if (part.minutes or 0) <= FEW:
            found.append(part)
        else:
            found += _begun(words, part.text[:LONGEST], (part.minutes or 0) - TWO)
    return found


def smaller(text: str, minutes: int | None, language: str) -> Sequence[Part]:
    """What any step can be split into; nothing when it is as small as it gets.

    Args:
        minutes: How long the step takes, if that is known.
    """
    words = _WORDS[language]
    if text in (words.go, words.touch) or _is(words.minute, text):
        return []
    if _is(words.gather, text):
        return [Part(words.go, 1), Part(words.touch, 1)]
    there = _is(words.begin, text) or _is(words.go_on, text)
    named = (there or text)[:LONGEST]
    whole = minutes or REST + 2 * TWO
    if whole == 1:
        return []
    if whole <= TWO:
        least = Part(words.minute.format(step=named), 1)
        return [least, Part(words.go_on.format(step=named), 1)] if there else [Part(words.go, 1), least]
    if there or whole < 3 * TWO:
        return _begun(words, named, whole - TWO)
    return [Part(words.gather.format(step=named), TWO), *_begun(words, named, whole - 2 * TWO)]


def _begun(words: _Words, step: str, rest: int) -> list[Part]:
    return [Part(words.begin.format(step=step), TWO), Part(words.go_on.format(step=step), rest)]


def _is(pattern: str, text: str) -> str | None:
    """The step that a split one was made of, if it was made by this pattern."""
    found = re.fullmatch(re.escape(pattern).replace(r"\{step\}", "(.+)"), text, re.DOTALL)
    return found[1] if found else None
