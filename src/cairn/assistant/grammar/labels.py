"""What is said beside a thing for the list: that it matters or can wait, what energy it takes, #tags, @places. Pure."""

import re
from dataclasses import replace
from functools import cache

from cairn.assistant.grammar.intents import Energies, Intent
from cairn.assistant.grammar.lexicon import SUPPORTED
from cairn.assistant.grammar.phrase import Setting
from cairn.assistant.grammar.split import begins_with_verb
from cairn.assistant.grammar.things import AddTask
from cairn.when.tokens import fold

LONGEST_LABEL = 100
MOST_TAGS = 10
_TAG = re.compile(r"(?<!\S)#(?P<word>[^\W\d][\w-]{0,49})(?![\w-])")
_PLACE = re.compile(r"(?<!\S)@(?P<word>[^\W\d][\w-]{0,49})(?![\w.@-])")

_SOMEDAY = {
    "en": r"(?:some ?day(?:/maybe)?|one day|maybe some ?day)\b",
    "es": r"(?:algun dia|un dia de estos|algun dia quizas)\b",
    "fr": r"(?:un jour|un de ces jours|un jour peut-etre)\b",
    "pt": r"(?:um dia(?: destes)?|algum dia|um dia talvez)\b",
}
_WAITS = {
    "en": r"waiting (?:for|on)\b",
    "es": r"(?:esperando|a la espera de|pendiente de)\b(?: (?:a|que)\b)?",
    "fr": r"(?:en attente|dans l'attente) (?:de\b|du\b|d')",
    "pt": r"(?:a espera d[eoa]s?|aguardando|a aguardar)\b",
}
_MATTERS = {
    "en": r"(?:(?:very )?(?:important|urgent)|high[ -]priority|priority|asap)",
    "es": r"(?:(?:muy )?(?:importante|urgente)|prioridad alta|alta prioridad)",
    "fr": r"(?:(?:tres )?(?:important|urgent)|priorite haute|haute priorite|prioritaire)",
    "pt": r"(?:(?:muito )?(?:importante|urgente)|prioridade alta|alta prioridade)",
}
_ENERGY: dict[str, dict[Energies, str]] = {
    "en": {
        "low": r"(?:low|little|no) energy",
        "medium": r"(?:medium|some) energy",
        "high": r"(?:high|lots of|full) energy",
    },
    "es": {
        "low": r"(?:poca|baja) energia|energia baja",
        "medium": r"energia media|media energia",
        "high": r"(?:mucha|alta) energia|energia alta",
    },
    "fr": {
        "low": r"(?:peu d'|faible )energie|energie (?:basse|faible)",
        "medium": r"energie moyenne|moyenne energie",
        "high": r"(?:beaucoup d'|haute )energie|energie (?:haute|elevee)",
    },
    "pt": {
        "low": r"(?:pouca|baixa) energia|energia baixa",
        "medium": r"energia media|media energia",
        "high": r"(?:muita|alta) energia|energia alta",
    },
}


def opens_as_task(clean: str, setting: Setting) -> AddTask | None:
    """A thing for some other time ("someday learn the piano"), one that matters, or one that waits for somebody."""
    someday, waits, before, _ = _patterns(_tag(setting))
    folded = fold(clean)
    for pattern in (someday, before):
        found = pattern.match(folded)
        if found is not None and begins_with_verb(what := clean[found.end() :], setting):
            return AddTask(_begun(what), someday=pattern is someday, important=pattern is before)
    found = waits.match(folded)
    if found is not None and (whom := clean[found.end() :].strip(" :,.")):
        return AddTask(_begun(clean.rstrip(" .")), waiting_for=whom[:LONGEST_LABEL])
    return None


def labelled(task: Intent, setting: Setting) -> Intent:
    """A task without its labels in the title, where something else is left of it; all else as it is."""
    if not isinstance(task, AddTask):
        return task
    _, _, before, after = _patterns(_tag(setting))
    title, important = task.title, task.important
    for pattern in (before, after):
        found = pattern.search(fold(title))
        if found is not None:
            title, important = title[: found.start()] + title[found.end() :], True
    energy = task.energy
    for level, needs in _energies(_tag(setting)):
        found = needs.search(fold(title))
        if found is not None:
            title, energy = title[: found.start()] + title[found.end() :], level
    tags = tuple(dict.fromkeys(found["word"] for found in _TAG.finditer(title)))[:MOST_TAGS]
    places = [found["word"] for found in _PLACE.finditer(title)]
    bare = _begun(_TAG.sub(" ", _PLACE.sub(" ", title) if len(places) == 1 else title))
    if not bare or bare == task.title:
        return task
    context = places[0] if len(places) == 1 else ""
    return replace(task, title=bare, important=important, energy=energy, tags=tags, context=context)


def _begun(text: str) -> str:
    text = " ".join(text.split()).strip(" :,.-")
    return text[:1].upper() + text[1:]


def _tag(setting: Setting) -> str:
    tag = setting.language.split("-", maxsplit=1)[0].lower()
    return tag if tag in SUPPORTED else "en"


@cache
def _energies(tag: str) -> tuple[tuple[Energies, re.Pattern[str]], ...]:
    """At its end, behind a mark or in brackets: "call the bank (low energy)"."""
    ways = _ENERGY[tag].items()
    return tuple((level, re.compile(rf"\s*[,(-]\s*(?:{said})\s*\)?\s*\Z")) for level, said in ways)


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"(?:{_SOMEDAY[tag]})\s*[:,]?\s*(?:i(?:'d| would| want| will)?(?: like)?(?: to)?\s+)?"),
        re.compile(rf"(?:{_WAITS[tag]})\s*:?\s*"),
        re.compile(rf"\A(?:{_MATTERS[tag]})\s*[:!,-]+\s*"),
        re.compile(rf"\s*[,(-]\s*(?:{_MATTERS[tag]})\s*\)?\s*\Z"),
    )
