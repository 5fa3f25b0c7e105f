"""Taking away or moving something that is there: "cancel the reminder about the milk", "move the report to Friday".

What names nothing that is there is something for the list, as ever ("cancel netflix"), unless it says outright that
it is about a reminder or the list. Pure.
"""

# ruff: noqa: E501  # a pattern is read whole

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache

from cairn import when
from cairn.assistant.grammar.alone import at_its_own_hour, time_alone
from cairn.assistant.grammar.intents import Intent
from cairn.assistant.grammar.lexicon import SUPPORTED
from cairn.assistant.grammar.phrase import CLOCK, Setting, bare
from cairn.assistant.grammar.things import AddTask, Change, ChangedKind, Does, Later, Remind, Thought
from cairn.when import Moment
from cairn.when.tokens import fold

Otherwise = Thought | AddTask | Remind | Later
LONGEST = 200
LONGEST_ANSWER = 60
_EDGES = " \t\n,.;:!?¡¿-–—\"“”«»'’‘"
_QUOTED = re.compile(r"[\"“«](?P<double>[^\"”»]{2,})[\"”»]|(?<!\w)['‘](?P<single>.{2,}?)['’](?!\w)")
_BY = re.compile(r"(?:(?<!\w)(?:by|por|em|de|d['’]))?\s*\Z")
_DAYS = re.compile(r"(?:^|\s)(?:'s|’s)(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which one somebody means, of several: of one kind, of a day or a moment, all times of it or one."""

    kind: ChangedKind | None = None
    on: datetime | None = None
    at_clock: bool = False
    whole: bool = False
    once: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """How a language says it.

    Args:
        to: What stands before a new time.
        of: What stands between the kind of a thing and its words.
        lists: "From my list".
        skip: Leaves one time of what comes again out.
        hush: Ends a reminder: "stop reminding me about".
        every: All times of what comes again; `once` for one of them.
        small: What may stand before a thing, and says nothing.
    """

    cancel: str
    skip: str
    hush: str
    move: str
    to: str
    small: str
    of: str
    reminder: str
    task: str
    event: str
    lists: str
    every: str
    once: str


_LANGUAGES = {
    "en": _Words(
        cancel=r"cancel|call off|delete|remove|get rid of|take away|drop(?! (?:off|by|in|into|round)\b)|take(?=.*\boff (?:my|the)\b)|cross(?=.*\boff (?:my|the)\b)",
        skip=r"skip|leave out",
        hush=r"(?:stop|quit|no longer|don't|do not) remind(?:ing)? me (?:anymore )?(?:about|of|to)",
        move=r"move|reschedule|prepone|shift|push(?: back)?|bring forward|postpone|put off|delay|change",
        to=r"to|till?|until|for|by",
        small=r"the|my|our|that|this|a|an",
        of=r"about|to|for|of|that says|saying|called|named",
        reminder=r"reminders?|alarms?",
        task=r"tasks?|to-?\s?dos?",
        event=r"appointments?|events?",
        lists=r"(?:from|off(?: of)?|on|in) (?:my|the) (?:[\w-]+ )?(?:lists?|to-?dos?|tasks)",
        every=r"all(?: of)?(?: the| my| these)?(?: times? of)?|every|each|the whole series(?: of)?|whole series(?: of)?",
        once=r"(?:only |just )?(?:this (?:time|once)|this one|the next (?:time|one)|next time)",
    ),
    "es": _Words(
        cancel=r"cancela[r]?|anula[r]?|borra[r]?|quita[r]?|elimina[r]?|tacha[r]?|saca[r]?(?=.*\blista\b)",
        skip=r"salta[r]?(?:te)?|omit(?:e|ir)",
        hush=r"(?:deja|para) de (?:recordarme|avisarme de)(?: lo de| que)?",
        move=r"mueve|mover|cambia[r]?|pasa[r]?|reprograma[r]?|adelanta[r]?|retrasa[r]?|aplaza[r]?|pospon(?:er)?|posterga[r]?",
        to=r"al?|a las?|para(?: las?| el)?|hasta(?: las?| el)?",
        small=r"el|la|los|las|lo|mi|mis|un|una|ese|esa|este|esta|nuestro|nuestra",
        of=r"del?|de la|para|sobre|que dice|que|a|llamad[oa]",
        reminder=r"recordatorios?|alarmas?|avisos?",
        task=r"tareas?",
        event=r"citas?|eventos?|consultas?",
        lists=r"(?:de|en) (?:mi|la) (?:lista(?: de (?:tareas|la compra|cosas|pendientes))?|tareas)",
        every=r"tod[oa]s?(?: l[oa]s?| mis?| el)?|cada|la serie(?: entera)?(?: de)?|toda la serie(?: de)?",
        once=r"(?:solo )?(?:esta vez|la proxima(?: vez)?|el proximo|solo est[ea])",
    ),
    "fr": _Words(
        cancel=r"annule[rz]?|supprime[rz]?|efface[rz]?|enleve[rz]?|retire[rz]?|raye[rz]?",
        skip=r"saute[rz]?",
        hush=r"(?:arrete|cesse) de me (?:rappeler|prevenir pour)(?: de| d')?",
        move=r"deplace[rz]?|decale[rz]?|avance[rz]?|repousse[rz]?|reporte[rz]?|remets|remettre|change[rz]?",
        to=r"a|au|aux|pour(?: le)?|jusqu'au?|vers",
        small=r"le|la|les|l'|mon|ma|mes|un|une|ce|cet|cette|notre",
        of=r"pour|d'|de|du|de la|des|de l'|sur|qui dit|concernant|a propos de|intitulee?",
        reminder=r"rappels?|alarmes?",
        task=r"taches?",
        event=r"rendez[- ]vous|rdv|evenements?",
        lists=r"(?:de|sur) (?:ma|la) (?:liste(?: de(?:s)? (?:taches|courses|choses))?)",
        every=r"tou(?:te)?s(?: les| mes)?|chaque|toute la serie(?: de| des)?",
        once=r"(?:seulement |juste )?(?:cette fois(?:-ci)?|la prochaine(?: fois)?|le prochain)",
    ),
    "pt": _Words(
        cancel=r"cancela[r]?|anula[r]?|desmarca[r]?|apaga[r]?|remove[r]?|elimina[r]?|tira[r]?|risca[r]?|retira[r]?",
        skip=r"salta[r]?|pula[r]?",
        hush=r"(?:para|deixa) de me (?:lembrar|avisar)(?: d[eoa]s?| para)?",
        move=r"muda[r]?|move[r]?|passa[r]?|remarca[r]?|adia[r]?|antecipa[r]?|reagenda[r]?|altera[r]?",
        to=r"para(?: as?| o)?|as?|ao|ate(?: as?| ao)?|pras?|pro",
        small=r"o|a|os|as|meu|minha|meus|minhas|um|uma|esse|essa|este|esta|aquele|aquela|nosso|nossa",
        of=r"d[eoa]s?|para|sobre|que diz|chamad[oa]|a",
        reminder=r"lembretes?|alarmes?|avisos?",
        task=r"tarefas?",
        event=r"consultas?|eventos?|compromissos?|marcacao|marcacoes",
        lists=r"(?:da|na|de) (?:minha )?(?:lista(?: d[eao]s? (?:tarefas|compras|coisas))?)",
        every=r"tod[oa]s?(?: [oa]s?)?(?: meus?| minhas?)?|cada|a serie(?: toda)?(?: d[eoa])?",
        once=r"(?:so )?(?:d?esta vez|da proxima(?: vez)?|a proxima|o proximo|so est[ea])",
    ),
}


_PLAIN: Mapping[str, Mapping[ChangedKind, str]] = {
    "en": {"reminder": r"reminders?", "task": r"(?:tasks?|to-?\s?dos?)"},
    "es": {"reminder": r"recordatorios?", "task": r"tareas?"},
    "fr": {"reminder": r"rappels?", "task": r"taches?"},
    "pt": {"reminder": r"lembretes?", "task": r"tarefas?"},
}
"""Kinds that are named right before the words of a thing: "delete the task call Ana". An alarm clock is none."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    does: tuple[tuple[Does, re.Pattern[str]], ...]
    skip: re.Pattern[str]
    hush: re.Pattern[str]
    to: re.Pattern[str]
    small: re.Pattern[str]
    kinds: tuple[tuple[ChangedKind, re.Pattern[str], re.Pattern[str]], ...]
    lists: re.Pattern[str]
    every: re.Pattern[str]
    every_alone: re.Pattern[str]
    once: re.Pattern[str]
    once_alone: re.Pattern[str]


def changing(part: str, otherwise: Intent, setting: Setting) -> Change | None:
    """What somebody wants to take away or move, where a piece opens with a word for that.

    Args:
        otherwise: What the piece is when nothing of that name is there.
    """
    if not isinstance(otherwise, Otherwise) or len(part) > LONGEST:
        return None
    clean = bare(part, setting.lexicon)
    for language in dict.fromkeys((setting.language, "en")):
        patterns = _patterns(language)
        for does, verb in patterns.does:
            found = verb.match(fold(clean))
            if found is not None:
                tail = clean[found.end() :].strip()
                change = _read(does, found[0].strip(), tail, otherwise, setting, patterns)
                if change is not None and patterns.skip.match(fold(clean)):
                    change = replace(change, once=change.on is None, directed=True)
                if change is not None and patterns.hush.match(fold(clean)):
                    change = replace(change, kind="reminder", explicit=True, whole=True)
                return change if change is not None and _means(change) else None
    return None


def _means(change: Change) -> bool:
    """Whether enough was said to look for something."""
    if change.does == "move" and change.heard == "" and change.shift is None:
        return False
    # What was asked to be done later, and names nothing, is about what rings.
    return bool(change.words or change.explicit) and not (isinstance(change.otherwise, Later) and not change.heard)


def _read(
    does: Does, verb: str, tail: str, otherwise: Otherwise, setting: Setting, patterns: _Patterns
) -> Change | None:
    heard, target, shift, directed = "", None, None, False
    if does == "move":
        tail, heard, target, shift = _target(tail, setting, patterns)
        directed = bool(heard)
    quoted = _QUOTED.search(tail)
    around = tail if quoted is None else f"{tail[: quoted.start()]} {tail[quoted.end() :]}"
    around, listed = _without(patterns.lists, around)
    around, once = _without(patterns.once, around)
    found = when.find(around, setting.now, language=setting.language, parts=setting.parts)
    said = when.strip(around, found, setting.language) if found else around
    if does == "move" and target is None and shift is None:
        if not found:
            return None
        at = _chosen(found)
        heard, target = " ".join(around[slice(*one.span)] for one in found if one.start == at.start), at
        found = []
    rest = _bare(_DAYS.sub(" ", said), patterns)
    whole = patterns.every.match(fold(rest))
    rest = _bare(rest[whole.end() :], patterns) if whole is not None else rest
    kind, rest = _kind(rest, patterns)
    every = whole is not None or any(one.rrule is not None for one in found)
    at_times = [one for one in found if one.rrule is None]
    on = _chosen(at_times) if at_times else None
    words = next((one for one in quoted.groupdict().values() if one), "") if quoted is not None else rest
    explicit = kind in ("reminder", "task") or listed
    return Change(
        does,
        verb,
        words.strip(_EDGES),
        "task" if listed and kind is None else kind,
        explicit,
        otherwise,
        on=on.start if on is not None else None,
        at_clock=on is not None and on.grain in CLOCK,
        heard=heard,
        target=target,
        shift=shift,
        directed=directed,
        whole=every,
        once=once,
        named=quoted is not None or listed,
    )


def _chosen(found: list[Moment]) -> Moment:
    return next((one for one in found if one.grain in CLOCK), found[0])


def _target(tail: str, setting: Setting, patterns: _Patterns) -> tuple[str, str, Moment | None, timedelta | None]:
    """What stands before a new time, its words, and the time, or by how much it is moved: "… to Friday", "… by an hour"."""
    folded = fold(tail)
    for word in patterns.to.finditer(folded):
        for begins in (word.start("word"), word.end()):
            heard, before = _plainly(tail[begins:], setting), tail[: word.start("word")].strip()
            if not heard or not before:
                continue
            lengths = when.durations(heard, setting.language)
            if begins == word.end() and len(lengths) == 1 and lengths[0][1] == (0, len(heard.rstrip(" .!"))):
                return before, heard, None, lengths[0][0]
            alone = (
                None
                if lengths and begins == word.end()
                else time_alone(at_its_own_hour(heard), setting.now, setting.language, setting.parts)
            )
            if alone is not None and not alone.corrects:
                return before, heard, alone.moment, None
    lengths = when.durations(tail, setting.language)
    if lengths and lengths[-1][1][1] == len(tail.rstrip(" .!")):
        length, (begins, _) = lengths[-1]
        before = _BY.sub("", tail[:begins]).strip()
        if before:
            return before, tail[begins:], None, length
    return tail, "", None, None


def _plainly(heard: str, setting: Setting) -> str:
    """A new time without what puts it against the old one: "monday instead"."""
    tail = setting.lexicon.instead.search(fold(heard))
    return (heard[: tail.start()] if tail is not None else heard).strip()


def _without(pattern: re.Pattern[str], text: str) -> tuple[str, bool]:
    found = pattern.search(fold(text))
    if found is None:
        return text, False
    return f"{text[: found.start()]} {text[found.end() :]}".strip(), True


def _bare(text: str, patterns: _Patterns) -> str:
    """Without articles before it and marks around it."""
    text = text.strip(_EDGES)
    while (small := patterns.small.match(fold(text))) is not None:
        text = text[small.end() :].strip(_EDGES)
    return text


def _kind(text: str, patterns: _Patterns) -> tuple[ChangedKind | None, str]:
    """The kind that is named before or after the words, and the words without it."""
    for kind, before, after in patterns.kinds:
        found = before.match(fold(text))
        if found is not None:
            return kind, _bare(text[found.end() :], patterns)
        found = after.search(fold(text))
        if found is not None:
            return kind, _bare(text[: found.start()], patterns)
    return None, text


def chosen(text: str, now: datetime, language: str, parts: when.DayParts = when.USUAL_PARTS) -> Chosen | None:
    """What an answer chooses among what was asked about: "the reminder", "friday", "all of them"; nothing for others."""
    plain = fold(text).strip(_EDGES)
    if not plain or len(plain) > LONGEST_ANSWER:
        return None
    for tag in dict.fromkeys((language, "en")):
        patterns = _patterns(tag)
        if patterns.every_alone.fullmatch(plain):
            return Chosen(whole=True)
        if patterns.once_alone.fullmatch(plain):
            return Chosen(once=True)
        kind, rest = _kind(_bare(plain, patterns), patterns)
        if kind is not None and not rest:
            return Chosen(kind=kind)
    alone = time_alone(text, now, language, parts)
    if alone is None or alone.moment.rrule is not None:
        return None
    return Chosen(on=alone.moment.start, at_clock=alone.has_clock)


@cache
def _patterns(tag: str) -> _Patterns:
    base = tag.split("-", maxsplit=1)[0].lower()
    words = _LANGUAGES[base if base in SUPPORTED else "en"]
    of = rf"(?:{words.of})(?:\s+|(?<=')\s*)(?:(?:{words.small})(?:\s+|(?<=')))*"
    kinds: list[tuple[ChangedKind, re.Pattern[str], re.Pattern[str]]] = []
    named: dict[ChangedKind, str] = {"reminder": words.reminder, "task": words.task, "event": words.event}
    for kind, noun in named.items():
        plain = _PLAIN[base if base in SUPPORTED else "en"].get(kind, "(?!)")
        before = re.compile(rf"(?:{noun})(?:\s+{of}|\s*:\s*|\s*\Z)|{plain}\s+")
        after = re.compile(rf"\s(?:{noun})\s*\Z" if base not in ("es", "fr", "pt") else r"(?!)")
        kinds.append((kind, before, after))
    return _Patterns(
        does=tuple((does, re.compile(rf"(?:{verbs})(?:\s+|\Z)")) for does, verbs in _verbs(words)),
        skip=re.compile(rf"(?:{words.skip})(?:\s+|\Z)"),
        hush=re.compile(rf"(?:{words.hush})(?:\s+|\Z)"),
        to=re.compile(rf"(?<![\w'])(?P<word>{words.to})\s+(?!\Z)"),
        small=re.compile(rf"(?:{words.small})(?:\s+|(?<=')|\Z)"),
        kinds=tuple(kinds),
        lists=re.compile(rf"(?<!\w)(?:{words.lists})(?!\w)"),
        every=re.compile(rf"(?:{words.every})(?:\s+|\Z)"),
        every_alone=re.compile(
            rf"(?:{words.every})(?: (?:of (?:them|it)|times?|veces|fois|vezes|elas|eles|series|serie))?"
        ),
        once=re.compile(rf"(?<!\w)(?:{words.once})(?!\w)"),
        once_alone=re.compile(rf"(?:{words.once})"),
    )


def _verbs(words: _Words) -> tuple[tuple[Does, str], ...]:
    return (("cancel", f"{words.hush}|{words.cancel}|{words.skip}"), ("move", words.move))
