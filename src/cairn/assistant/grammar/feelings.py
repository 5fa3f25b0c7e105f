"""How somebody says that they feel: "mood: good", "feeling flat today"; only if that is all they say. Pure."""

import re
from dataclasses import dataclass
from functools import cache

from cairn.assistant.grammar.intents import Energies, Feeling, Moods
from cairn.assistant.grammar.lexicon import SUPPORTED
from cairn.when.tokens import fold

LONGEST = 80


@dataclass(frozen=True, slots=True)
class _Words:
    """One language, as patterns over folded text.

    Args:
        mood, energy: What goes before a word for it: "mood:".
        feel: What opens a feeling of any kind: "I feel".
        am: What opens only feelings that are said of nothing else: "I'm".
        more: How much: "so", "a bit".
        tail: When: "today".
        beside: What joins two of them.
        levels: What is said of an energy that is named: "low".
        tired, awake: What tells an energy by itself.
        little, much: What tells it beside a mood only: "low energy" alone asks for something light to do.
        strictly: The moods that "I'm" alone may open.
    """

    mood: str
    energy: str
    feel: str
    am: str
    more: str
    tail: str
    beside: str
    levels: dict[Energies, str]
    moods: dict[Moods, str]
    tired: str
    awake: str
    little: str
    much: str
    strictly: tuple[Moods, ...] = ("flat",)


_WORDS = {
    "en": _Words(
        mood=r"(?:my )?mood(?: is|'s)?",
        energy=r"(?:my )?energy(?: is|'s)?",
        feel=r"(?:i(?:'m| am)? )?(?:still )?feel(?:ing)?",
        am=r"(?:i(?:'m| am) )?",
        more=r"so|very|really|a bit|a little|pretty|quite|rather|kind of|kinda|completely|totally|just",
        tail=r"today|now|right now|this (?:morning|afternoon|evening)|tonight|at the moment",
        beside=r"and|but",
        levels={"low": "low|little|none", "medium": "medium|middling|ok|okay|some|so-so", "high": "high|lots|great"},
        moods={
            "great": "great|amazing|fantastic|wonderful|awesome",
            "good": "good|fine|well|happy|calm",
            "okay": "ok|okay|alright|all right|so-so",
            "flat": "flat|meh|numb|empty|blah|down",
            "rough": "rough|bad|awful|terrible|horrible|miserable|sad",
        },
        tired="(?:dead )?tired|exhausted|drained|worn out|wiped out|sleepy|knackered|shattered",
        awake="full of energy|energetic|energi[sz]ed|wide awake|well rested",
        little="(?:with )?(?:low|no|little) energy(?: left)?",
        much="(?:with )?(?:lots of|plenty of|much|high) energy",
    ),
    "es": _Words(
        mood=r"(?:mi )?(?:estado de )?(?:animo|humor)(?: es)?",
        energy=r"(?:mi )?energia(?: es)?",
        feel=r"(?:hoy )?me (?:siento|encuentro|noto)",
        am=r"(?:hoy )?(?:estoy )?",
        more=r"muy|un poco|algo|bastante|super|tan|totalmente|mas bien",
        tail=r"hoy|ahora|ahora mismo|esta (?:manana|tarde|noche)",
        beside=r"y|pero",
        levels={"low": "baja|poca|ninguna", "medium": "media|normal|alguna", "high": "alta|mucha"},
        moods={
            "great": "genial|fenomenal|estupend[oa]|de maravilla|increible",
            "good": "bien|buen[oa]|content[oa]|tranquil[oa]|feliz",
            "okay": "normal|regular|asi asi",
            "flat": "sin ganas|apagad[oa]|desanimad[oa]|vaci[oa]|plan[oa]",
            "rough": "mal|mal[oa]|fatal|triste|horrible",
        },
        tired="cansad[oa]|agotad[oa]|hech[oa] polvo|reventad[oa]|sin fuerzas",
        awake="llen[oa] de energia|con (?:mucha )?energia|descansad[oa]",
        little="(?:con )?(?:muy )?poca energia|sin (?:nada de )?energia",
        much="(?:con )?mucha energia",
        strictly=("flat", "great"),
    ),
    "fr": _Words(
        mood=r"(?:mon |l')?humeur(?: est)?",
        energy=r"(?:mon |l')?energie(?: est)?",
        feel=r"(?:aujourd'hui )?je me sens",
        am=r"(?:aujourd'hui )?(?:je suis )?",
        more=r"tres|trop|un peu|plutot|assez|vraiment|completement|tellement",
        tail=r"aujourd'hui|maintenant|en ce moment|ce (?:matin|soir)|cet apres-midi",
        beside=r"et|mais",
        levels={"low": "basse|faible|peu", "medium": "moyenne|normale", "high": "haute|forte|bonne"},
        moods={
            "great": "super|genial|genialement bien|au top",
            "good": "bien|bon|bonne|contente?|calme|heureux|heureuse",
            "okay": "ca va|moyen|moyenne|normale?|comme ci comme ca",
            "flat": "a plat|morose|vide|sans envie|demotivee?",
            "rough": "mal|mauvaise?|triste|horrible",
        },
        tired="fatiguee?|epuisee?|crevee?|lessivee?|sans energie|claquee?",
        awake="pleine? d'energie|en pleine forme|reposee?",
        little="(?:avec )?(?:tres )?peu d'energie|pas d'energie|sans energie",
        much="(?:avec )?beaucoup d'energie|plein d'energie",
    ),
    "pt": _Words(
        mood=r"(?:o )?(?:meu )?(?:humor|animo)(?: esta)?",
        energy=r"(?:a )?(?:minha )?energia(?: esta)?",
        feel=r"(?:hoje )?(?:eu )?(?:sinto-me|me sinto|estou a sentir-me|estou me sentindo)",
        am=r"(?:hoje )?(?:(?:eu )?(?:estou|to|tou|ando) )?",
        more=r"muito|um pouco|um bocado|bastante|tao|mesmo|super|completamente",
        tail=r"hoje|agora|neste momento|esta (?:manha|tarde|noite)|de manha",
        beside=r"e|mas",
        levels={"low": "baixa|pouca|nenhuma", "medium": "media|normal|alguma", "high": "alta|muita"},
        moods={
            "great": "o(?:p)?tim[oa]|fantastic[oa]|maravilhos[oa]|espetacular",
            "good": "bem|bom|boa|contente|feliz|calm[oa]",
            "okay": "normal|mais ou menos|assim[- ]assim|ok",
            "flat": "em baixo|sem vontade|desanimad[oa]|apatic[oa]|abatid[oa]|vazi[oa]",
            "rough": "mal|mau|ma|pessim[oa]|triste|horrivel",
        },
        tired="cansad[oa]|exaust[oa]|esgotad[oa]|estafad[oa]|de rastos|sem forcas",
        awake="chei[oa] de energia|com (?:muita )?energia|descansad[oa]",
        little="(?:com )?(?:muito )?pouca energia|sem (?:nenhuma )?energia",
        much="(?:com )?muita energia",
        strictly=("flat", "great"),
    ),
}


def feeling(said: str, plain: str, language: str) -> Feeling | None:
    """What somebody says of how they are, if that is all they say.

    Args:
        said: As they said it.
        plain: The same folded and without marks at its end.
    """
    if len(plain) > LONGEST:
        return None
    tag = language.split("-", maxsplit=1)[0].lower()
    pattern = _patterns(tag if tag in SUPPORTED else "en")
    mood: Moods | None = None
    energy: Energies | None = None
    labelled = opened = False
    for piece in pattern.joint.split(plain):
        found = next((one for one in pattern.whole if (one.pattern.match(piece) and (opened or not one.beside))), None)
        if found is None or (found.mood and mood) or (found.energy and energy):
            return None
        mood, energy = mood or found.mood, energy or found.energy
        labelled, opened = labelled or found.labelled, True
    return Feeling(mood, energy, "" if labelled or fold(said).strip(" .!") == plain.rsplit(maxsplit=1)[-1] else said)


@dataclass(frozen=True, slots=True)
class _Way:
    pattern: re.Pattern[str]
    mood: Moods | None = None
    energy: Energies | None = None
    labelled: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class _Patterns:
    joint: re.Pattern[str]
    whole: tuple[_Way, ...]


@cache
def _patterns(tag: str) -> _Patterns:
    words = _WORDS[tag]
    more, tail = rf"(?:(?:{words.more}) )*", rf"(?: (?:{words.tail}))*"

    def whole(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"(?:{pattern})\s*\Z")

    ways: list[_Way] = []
    for mood, names in words.moods.items():
        ways.append(_Way(whole(rf"{words.mood}\s*[:=-]?\s*{more}(?:{names}){tail}"), mood, labelled=True))
        ways.append(_Way(whole(rf"{words.feel} {more}(?:{names}){tail}"), mood))
        ways.append(_Way(whole(rf"{more}(?:{names}){tail}"), mood, beside=True))
        if mood in words.strictly:
            ways.append(_Way(whole(rf"(?!\Z){_needed(words.am)}{more}(?:{names}){tail}"), mood))
    for level, names in words.levels.items():
        ways.append(_Way(whole(rf"{words.energy}\s*[:=-]?\s*{more}(?:{names}){tail}"), None, level, labelled=True))
    told: dict[Energies, str] = {"low": words.tired, "high": words.awake}
    for level, names in told.items():
        ways.append(_Way(whole(rf"(?:{words.feel} |{words.am}){more}(?:{names}){tail}"), None, level))
    named: dict[Energies, str] = {"low": words.little, "high": words.much}
    for level, names in named.items():
        ways.append(_Way(whole(rf"(?:{names}){tail}"), None, level, beside=True))
    return _Patterns(re.compile(rf"\s*[,;]\s*(?:(?:{words.beside})\s+)?|\s+(?:{words.beside})\s+"), tuple(ways))


def _needed(opening: str) -> str:
    """An opening that may be left out, as one that may not: "down" alone is no feeling."""
    return re.sub(r"\)\?\Z", ")", opening)
