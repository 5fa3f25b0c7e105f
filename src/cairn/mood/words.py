"""Mood and energy in words, in four languages. Pure."""

from collections.abc import Mapping
from typing import TypeVar

from cairn.mood.models import Mood
from cairn.mood.rules import Part, Picture
from cairn.tasks.schemas import Energy

T = TypeVar("T")

_MOODS: dict[str, dict[Mood, str]] = {
    "en": {Mood.GREAT: "great", Mood.GOOD: "good", Mood.OKAY: "okay", Mood.FLAT: "flat", Mood.ROUGH: "rough"},
    "es": {Mood.GREAT: "genial", Mood.GOOD: "bien", Mood.OKAY: "normal", Mood.FLAT: "sin ganas", Mood.ROUGH: "mal"},
    "fr": {Mood.GREAT: "super", Mood.GOOD: "bien", Mood.OKAY: "ça va", Mood.FLAT: "à plat", Mood.ROUGH: "mal"},
    "pt": {Mood.GREAT: "ótimo", Mood.GOOD: "bem", Mood.OKAY: "normal", Mood.FLAT: "em baixo", Mood.ROUGH: "mal"},
}
_ENERGIES: dict[str, dict[Energy, str]] = {
    "en": {Energy.LOW: "low energy", Energy.MEDIUM: "some energy", Energy.HIGH: "lots of energy"},
    "es": {Energy.LOW: "poca energía", Energy.MEDIUM: "algo de energía", Energy.HIGH: "mucha energía"},
    "fr": {Energy.LOW: "peu d’énergie", Energy.MEDIUM: "un peu d’énergie", Energy.HIGH: "plein d’énergie"},
    "pt": {Energy.LOW: "pouca energia", Energy.MEDIUM: "alguma energia", Energy.HIGH: "muita energia"},
}
_GOOD: dict[str, dict[Part, str]] = {
    "en": {
        Part.MORNING: "Mornings are your good time.",
        Part.AFTERNOON: "Afternoons are your good time.",
        Part.EVENING: "Evenings are your good time.",
        Part.NIGHT: "Nights are your good time.",
    },
    "es": {
        Part.MORNING: "Las mañanas son tu buen momento.",
        Part.AFTERNOON: "Las tardes son tu buen momento.",
        Part.EVENING: "El final del día es tu buen momento.",
        Part.NIGHT: "Las noches son tu buen momento.",
    },
    "fr": {
        Part.MORNING: "Le matin est ton bon moment.",
        Part.AFTERNOON: "L’après-midi est ton bon moment.",
        Part.EVENING: "Le soir est ton bon moment.",
        Part.NIGHT: "La nuit est ton bon moment.",
    },
    "pt": {
        Part.MORNING: "As manhãs são o teu bom momento.",
        Part.AFTERNOON: "As tardes são o teu bom momento.",
        Part.EVENING: "O fim do dia é o teu bom momento.",
        Part.NIGHT: "As noites são o teu bom momento.",
    },
}
_SLOW: dict[str, dict[Part, str]] = {
    "en": {
        Part.MORNING: "Mornings are for light things.",
        Part.AFTERNOON: "Afternoons are for light things.",
        Part.EVENING: "Evenings are for light things.",
        Part.NIGHT: "Nights are for light things.",
    },
    "es": {
        Part.MORNING: "Las mañanas piden cosas ligeras.",
        Part.AFTERNOON: "Las tardes piden cosas ligeras.",
        Part.EVENING: "El final del día pide cosas ligeras.",
        Part.NIGHT: "Las noches piden cosas ligeras.",
    },
    "fr": {
        Part.MORNING: "Le matin est pour les choses légères.",
        Part.AFTERNOON: "L’après-midi est pour les choses légères.",
        Part.EVENING: "Le soir est pour les choses légères.",
        Part.NIGHT: "La nuit est pour les choses légères.",
    },
    "pt": {
        Part.MORNING: "As manhãs pedem coisas leves.",
        Part.AFTERNOON: "As tardes pedem coisas leves.",
        Part.EVENING: "O fim do dia pede coisas leves.",
        Part.NIGHT: "As noites pedem coisas leves.",
    },
}


def named(mood: Mood | None, energy: Energy | None, locale: str) -> str:
    """What somebody said, as a receipt shows it: "Flat, low energy"."""
    moods, energies = _of(_MOODS, locale), _of(_ENERGIES, locale)
    said = ", ".join([*([moods[mood]] if mood else []), *([energies[energy]] if energy else [])])
    return said[:1].upper() + said[1:]


def sentence(picture: Picture, locale: str) -> str:
    """What the picture says in a sentence or two; empty when it says nothing."""
    good = [_of(_GOOD, locale)[picture.good_time]] if picture.good_time else []
    slow = [_of(_SLOW, locale)[picture.slow_time]] if picture.slow_time else []
    return " ".join([*good, *slow])


def _of(tables: Mapping[str, T], locale: str) -> T:
    return tables.get(locale.split("-", maxsplit=1)[0], tables["en"])
