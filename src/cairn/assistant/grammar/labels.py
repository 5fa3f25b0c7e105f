"""What is said beside a thing for the list: that it matters or can wait, how long it takes and what energy, #tags,
@places and "at home". Pure."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from cairn import when
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

_WHERE = {
    "en": r"(?:(?:at|from|in|on|by|via|over|with)(?: the| my| a)? )"
    r"(?P<where>home|work|office|school|library|computer|laptop|pc|phone|e-?mail|tablet|garden|garage|car|town)",
    "es": r"(?:(?:en|por|desde|con)(?: el| la| mi)? )"
    r"(?P<where>casa|trabajo|oficina|escuela|biblioteca|ordenador|computadora|portatil|telefono|movil|correo|jardin|coche)",
    "fr": r"(?:(?:au|a la|a l'|a|sur|par|dans|depuis|en)(?: ?(?:le|la|l'|mon|ma|un))? ?)"
    r"(?P<where>maison|travail|bureau|ecole|bibliotheque|ordinateur|ordi|telephone|portable|mail|jardin|garage|voiture|ville)"
    r"|chez moi(?P<home>)",
    "pt": r"(?:(?:em|no|na|por|pelo|ao|do|com)(?: o| a| meu| minha)? )"
    r"(?P<where>casa|trabalho|escritorio|escola|biblioteca|computador|portatil|telefone|telemovel|celular|e-?mail|jardim|carro)",
}
_AT_HOME = {"fr": "maison"}
"""What "at mine" is, where no word of it says so."""
_TAKES = {
    "en": r"(?:(?:it|this|that)(?:'s| is|'ll| will| should| would)? )?(?:only |just )?(?:takes?|taking|needs?|lasts?)?"
    r" ?(?:only|just|about|around|roughly|for|some|max)?",
    "es": r"(?:me |se )?(?:lleva|lleva[rn]|llevara|tarda|tardo|toma|tomara|dura|es|son|necesita)?"
    r" ?(?:solo|unos|unas|como|aproximadamente|durante)?",
    "fr": r"(?:(?:ca|cela) )?(?:me )?(?:prend|prendra|dure|durera|c'est|il faut)?"
    r" ?(?:environ|seulement|pendant|a peu pres)?",
    "pt": r"(?:isso |isto )?(?:leva|levara|demora|demorara|dura|sao|precisa de)? ?(?:so|uns|umas|cerca de|durante)?",
}
_AT_MOST = {
    "en": r"(?:max|tops|at most|or so|of work)?",
    "es": r"(?:como mucho|mas o menos|maximo|de trabajo)?",
    "fr": r"(?:maximum|max|au plus|a peu pres|de travail)?",
    "pt": r"(?:no maximo|mais ou menos|de trabalho)?",
}
_QUICK = {
    "en": r"(?:it's |it is )?(?:a )?(?:quick(?: one)?|short)",
    "es": r"(?:es )?(?:algo )?(?:rapid[oa]|cort[oa])",
    "fr": r"(?:c'est )?(?:rapide|court)",
    "pt": r"(?:e )?(?:rapid[oa]|curt[oa])",
}
_LAST = re.compile(r"\s*(?:,|\(|(?<!\w)[-–—]|[-–—](?!\w))\s*(?P<label>[^,()]+?)\s*\)?[\s.!]*\Z")
"""What stands behind the last mark, or in brackets."""
LONGEST_ESTIMATE = 7 * 24 * 60


@dataclass(frozen=True, slots=True)
class _Label:
    """What one piece says of a thing.

    Args:
        takes: It says in words that this is how long it takes.
    """

    important: bool = False
    energy: Energies | None = None
    estimate: timedelta | None = None
    context: str = ""
    takes: bool = False


def opens_as_task(clean: str, setting: Setting) -> AddTask | None:
    """A thing for some other time ("someday learn the piano"), one that matters, or one that waits for somebody."""
    someday, waits, before = _patterns(_tag(setting))
    folded = fold(clean)
    for pattern in (someday, before):
        found = pattern.match(folded)
        if found is not None and begins_with_verb(what := clean[found.end() :], setting):
            return AddTask(_begun(what), someday=pattern is someday, important=pattern is before)
    found = waits.match(folded)
    if found is not None and (whom := clean[found.end() :].strip(" :,.")):
        return AddTask(_begun(clean.rstrip(" .")), waiting_for=whom[:LONGEST_LABEL])
    return None


def with_labels(pieces: list[str], setting: Setting) -> list[str]:
    """Pieces of one sentence, each with the labels behind it: "it takes an hour" is no thing of its own."""
    joined: list[str] = []
    for piece in pieces:
        if joined and _label(piece.strip(" .!"), setting) is not None:
            joined[-1] = f"{joined[-1]}, {piece}"
        else:
            joined.append(piece)
    return joined


def apart(part: str, setting: Setting) -> tuple[str, str]:
    """A piece, and the labels at its end where one says how long it takes: "ça prend une heure" names no hour."""
    left, labels = _peeled(part, setting)
    if not any(one.takes for one in labels):
        return part, ""
    return left, part[len(left) :].strip()


def labelled(task: Intent, setting: Setting) -> Intent:
    """A task without its labels in the title, where something else is left of it; all else as it is."""
    if not isinstance(task, AddTask):
        return task
    _, _, before = _patterns(_tag(setting))
    title, important = task.title, task.important
    found = before.search(fold(title))
    if found is not None:
        title, important = title[found.end() :], True
    title, labels = _peeled(title, setting)
    said = _together(labels)
    tags = tuple(dict.fromkeys(found["word"] for found in _TAG.finditer(title)))[:MOST_TAGS]
    places = [found["word"] for found in _PLACE.finditer(title)]
    bare = _begun(_TAG.sub(" ", _PLACE.sub(" ", title) if len(places) == 1 else title))
    if not bare or bare == task.title:
        return task
    return replace(
        task,
        title=bare,
        important=important or said.important,
        energy=said.energy or task.energy,
        estimate=said.estimate or task.estimate,
        tags=tags,
        context=places[0] if len(places) == 1 else said.context,
    )


def _peeled(title: str, setting: Setting) -> tuple[str, list[_Label]]:
    """A title without the labels at its end, each behind a mark of its own, and these from the first to the last."""
    left, labels = title, list[_Label]()
    while (last := _LAST.search(left)) is not None and left[: last.start()].strip():
        label = _label(last["label"], setting)
        if label is None:
            break
        left, labels = left[: last.start()], [label, *labels]
    return left, labels


def _together(labels: list[_Label]) -> _Label:
    """What several say; of two of a kind the first."""
    return _Label(
        any(one.important for one in labels),
        next((one.energy for one in labels if one.energy), None),
        next((one.estimate for one in labels if one.estimate), None),
        next((one.context for one in labels if one.context), ""),
    )


def _label(said: str, setting: Setting) -> _Label | None:
    """What a piece says of a thing, if it says nothing else."""
    tag, folded = _tag(setting), fold(said)
    if re.fullmatch(_MATTERS[tag], folded):
        return _Label(important=True)
    if (level := energy_said(said, setting)) is not None:
        return _Label(energy=level)
    if place := place_said(said, setting):
        return _Label(context=place)
    if re.fullmatch(_QUICK[tag], folded):
        return _Label()
    lengths = when.durations(said, setting.language)
    if len(lengths) != 1:
        return None
    length, (start, end) = lengths[0]
    before, after = folded[:start].strip(), folded[end:].strip()
    if not re.fullmatch(_TAKES[tag], before) or not re.fullmatch(_AT_MOST[tag], after):
        return None
    fits = 1 <= length / timedelta(minutes=1) <= LONGEST_ESTIMATE
    return _Label(estimate=length, takes=bool(before)) if fits else None


def energy_said(said: str, setting: Setting) -> Energies | None:
    """The energy that a piece names, if it says nothing else."""
    levels = _ENERGY[_tag(setting)].items()
    return next((level for level, needs in levels if re.fullmatch(needs, fold(said))), None)


def place_said(said: str, setting: Setting) -> str:
    """The place that a piece names, if it says nothing else: "at home"."""
    tag = _tag(setting)
    where = re.fullmatch(_WHERE[tag], fold(said))
    if where is None:
        return ""
    return said[slice(*where.span("where"))].lower() if where["where"] else _AT_HOME[tag]


def _begun(text: str) -> str:
    text = " ".join(text.split()).strip(" :,.-")
    return text[:1].upper() + text[1:]


def _tag(setting: Setting) -> str:
    tag = setting.language.split("-", maxsplit=1)[0].lower()
    return tag if tag in SUPPORTED else "en"


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"(?:{_SOMEDAY[tag]})\s*[:,]?\s*(?:i(?:'d| would| want| will)?(?: like)?(?: to)?\s+)?"),
        re.compile(rf"(?:{_WAITS[tag]})\s*:?\s*"),
        re.compile(rf"\A(?:{_MATTERS[tag]})\s*[:!,-]+\s*"),
    )
