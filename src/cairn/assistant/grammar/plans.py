"""If-then plans in words: "when I get home, I put the keys in the bowl". Pure.

Only what is plainly a rule of the person's own is one: it opens with if or when, names a cue that can be noticed,
and goes on with what they do. "When I get home, call Ana" is something for the list: it is done once. What is to be
done *every* time is a rule also where it is said as an order: "whenever I get home, put the keys in the bowl".
"""

# ruff: noqa: E501  # a pattern is read whole

import re
from dataclasses import dataclass
from functools import cache

from cairn import when
from cairn.assistant.grammar.intents import IfThen
from cairn.assistant.grammar.phrase import CLOCK, LINK, Setting, opened, titled
from cairn.assistant.grammar.split import begins_with_verb
from cairn.when.tokens import fold

LONGEST_ABOUT = 100
LONGEST_DEED = 300
_SAID = r"[\"'“”‘’«»]\s*(?P<word>[^\"“”«»]{1,100}?)\s*[\"'“”‘’«»]"

_BARE = r"(?P<plain>[^\W\d_][\w-]{1,40})"
"""A word of one's own without marks around it: one, and nothing that goes with it."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How a language says it.

    Args:
        opens: If, when, every time.
        again: Those of them that say that it is for every time.
        arrival, time, event, word: What may follow, with the group that names it.
        tell: How they ask to be told what to do, by their word.
        after: After each of some event, without an opening.
        then: What may stand before the deed beside a comma.
        starts: How the deed of a person's own begins.
        feels: How else it may begin: then it tells how things are, and is no plan.
        drops: What is left out of it.
    """

    opens: str
    again: str
    arrival: str
    time: str
    event: str
    word: str
    tell: str
    after: str
    then: str
    starts: str
    feels: str
    drops: str = r"\Z\b"


_WAYS = {
    "en": Ways(
        opens=r"(?:if|when|whenever|(?:every|each) time(?: that)?|as soon as)",
        again=r"(?:whenever|(?:every|each) time(?: that)?)",
        arrival=r"i (?:get|come|arrive|return)(?: back)? (?:(?:to|at|in|into|back to|back at) (?:the |my )?(?P<place>[^,]{1,60}?)|(?P<home>home|back home|back))",
        time=r"it(?:'s| is) (?P<time>[^,]{1,40}?)",
        event=r"(?:the |my |an? |each |every |any )?(?P<event>[^,]{1,80}?) (?:is over|ends|finishes|is done|is finished|has ended)",
        word=rf"i (?:write|type|text|say|send)(?: you)?(?: the word)? {_SAID}",
        tell=r"(?:tell|remind|ask) me (?:to|that i should) ",
        after=r"after (?:each|every|any) (?P<event>[^,]{1,80}?)",
        then=r"then",
        starts=r"i(?:'ll)?\b",
        feels=r"i(?:'m|'d|'ve| (?:am|was|were|feel|felt|have|had|want|wish|need|like|love|hate|get|got|think|know|can|can't|cannot|could|would|should|must|might|don't|always|usually|often|never|sometimes|am|forget))\b",
        drops=r"i(?:'ll| will| shall)? ",
    ),
    "es": Ways(
        opens=r"(?:si|cuando|cada vez que|siempre que|en cuanto)",
        again=r"(?:cada vez que|siempre que|todas las veces que)",
        arrival=r"(?:yo )?(?:llego|llegue|vuelvo|vuelva|entro|entre) (?:a|al|en) (?:la |el |mi )?(?P<place>[^,]{1,60}?)",
        time=r"(?:son|sean|es|sea) (?P<time>las? [^,]{1,40}?)",
        event=r"(?:termina|termine|acaba|acabe) (?:la |el |mi |una |un )?(?P<event>[^,]{1,80}?)",
        word=rf"(?:yo )?(?:te )?(?:escribo|escriba|digo|diga|mando|mande)(?: la palabra)? {_SAID}",
        tell=r"(?:dime|recuerdame|avisame|pideme) (?:de )?(?:que )?",
        after=r"(?:despues de|tras) cada (?P<event>[^,]{1,80}?)",
        then=r"entonces",
        feels=r"(?:yo )?(?:no|siempre|nunca|a veces|(?:me )?(?:siento|pongo (?:triste|nervios\w|content\w|mal)|tengo|estoy|soy|quiero|necesito|odio|suelo|puedo|debo|creo|olvido))\b",
        starts=r"(?:yo )?(?:(?:me|te|le|les|lo|la|los|las|nos|no) )*(?:\w+o|voy|doy|estoy|se)\b",
        drops=r"yo ",
    ),
    "fr": Ways(
        opens=r"(?:si|s'|quand|lorsque|lorsqu'|des que|(?:a )?chaque fois que|chaque fois qu')",
        again=r"(?:(?:a )?chaque fois qu(?:e|')|toutes les fois qu(?:e|'))",
        arrival=r"(?:j'arrive|je rentre|je reviens|je suis) (?:(?:a|au|aux|a la|a l'|en|dans) (?:la |le |mon |ma )?(?P<place>[^,]{1,60}?)|(?P<home>chez moi|a la maison))",
        time=r"il est (?P<time>[^,]{1,40}?)",
        event=r"(?:la |le |l'|ma |mon |une |un )?(?P<event>[^,]{1,80}?) (?:est finie?|est terminee?|se termine|finit)",
        word=rf"(?:je t'ecris|j'ecris|je tape|je dis|j'envoie)(?: le mot)? {_SAID}",
        tell=r"(?:dis|rappelle|demande)[- ]moi (?:de |d'|que je )",
        after=r"apres chaque (?P<event>[^,]{1,80}?)",
        then=r"alors",
        starts=r"(?:je |j')",
        feels=r"(?:j'(?:ai|aime|adore|etais|avais|oublie)|je (?:suis|me sens|me sentais|veux|voudrais|deteste|ne|n'|peux|dois|pense|sais|crois))\b",
    ),
    "pt": Ways(
        opens=r"(?:se|quando|sempre que|cada vez que|assim que)",
        again=r"(?:sempre que|(?:de )?cada vez que|todas as vezes que)",
        arrival=r"(?:eu )?(?:chego|chegar|volto|voltar|entro|entrar) (?:a|ao|as|em|no|na|para) (?:o |a |meu |minha )?(?P<place>[^,]{1,60}?)",
        time=r"(?:sao|forem|e|for) (?P<time>(?:as? )?[^,]{1,40}?)",
        event=r"(?:acaba|acabar|termina|terminar) (?:a |o |minha |meu |uma |um )?(?P<event>[^,]{1,80}?)",
        word=rf"(?:eu )?(?:te )?(?:escrevo|escrever|digo|disser|mando|mandar)(?: a palavra)? {_SAID}",
        tell=r"(?:diz-me|me diz|diga-me|lembra-me|me lembra|lembre-me|me lembre|pede-me|me pede) (?:que |para |pra |de )?",
        after=r"(?:depois de|apos) cada (?P<event>[^,]{1,80}?)",
        then=r"entao",
        feels=r"(?:eu )?(?:nao|sempre|nunca|as vezes|(?:me )?(?:sinto|fico|tenho|estou|sou|quero|preciso|gosto|odeio|costumo|posso|devo|acho|esqueco))\b",
        starts=r"(?:eu )?(?:(?:me|te|lhe|nao) )*(?:\w+o|vou|dou|estou)\b",
        drops=r"eu ",
    ),
}
_ASKS = {
    "en": re.compile(r"(?:please )?(?:remind|tell) me\s+"),
    "es": re.compile(r"(?:recuerdame|avisame|dime)\s+"),
    "fr": re.compile(r"(?:rappelle|dis)[- ]moi\s+"),
    "pt": re.compile(r"(?:lembra-me|me lembra|lembre-me|avisa-me|diz-me)\s+"),
}
_AROUND = {
    "en": r"before|after",
    "es": r"antes del?|despues del?|tras",
    "fr": r"avant|apres",
    "pt": r"antes d[eoa]s?|depois d[eoa]s?|apos",
}
"""Before or after what: there is no hour to it."""
_HOME = {"en": "home", "es": "casa", "fr": "maison", "pt": "casa"}


def planned(clean: str, setting: Setting) -> IfThen | None:
    """The plan that these words make, if they make one."""
    language = setting.tag
    for pattern in _patterns(language):
        found = pattern.fullmatch(fold(clean))
        if found is not None:
            return _read(clean, found, language, setting)
    return None


def once(clean: str, setting: Setting) -> str:
    """A thing to do on some condition, told the other way round: "call Ana when I get home"; empty for anything else.

    It waits for nothing that can be noticed, or for that one time only: it is something for the list.
    """
    if clean.rstrip().endswith("?"):
        return ""
    found = _condition(setting.tag).fullmatch(fold(clean))
    if found is None:
        return _asked_on(clean, setting)
    condition, deed = clean[slice(*found.span("condition"))].strip(), clean[slice(*found.span("deed"))].strip(" .!")
    words = setting.lexicon
    asked = next((rest for one in (words.remind, words.need) if (rest := opened(one, deed)) is not None), None)
    if asked is None and not begins_with_verb(deed, setting):
        return ""
    what = (deed if asked is None else asked).strip()
    return f"{what} {condition[:1].lower()}{condition[1:]}" if what else ""


def _asked_on(clean: str, setting: Setting) -> str:
    """ "remind me when I get home to water the ferns", the other way round."""
    asked = opened(_ASKS[setting.tag], clean)
    opening = re.compile(rf"(?:{_WAYS[setting.tag].opens}|{_AROUND[setting.tag]})\b")
    if asked is None or opening.match(fold(asked)) is None:
        return ""
    found: list[tuple[bool, str]] = []
    for gap in re.finditer(r"\s+", asked):
        deed = LINK.sub("", asked[gap.end() :])
        alone = deed == asked[gap.end() :]
        condition = asked[: gap.start()].strip(" ,")
        plain = not alone or setting.lexicon.infinitive.match(fold(deed.split(" ", 1)[0]))
        whole = " " in condition and opening.fullmatch(fold(condition)) is None
        if plain and whole and begins_with_verb(deed, setting):
            found.append((alone, f"{deed.strip(' .!')} {condition}"))
    return min(found, key=lambda one: one[0], default=(False, ""))[1]


@cache
def _condition(language: str) -> re.Pattern[str]:
    ways = _WAYS[language]
    return re.compile(rf"(?P<condition>{ways.opens}\b[^,?]{{2,120}}?)\s*,\s*(?:{ways.then}\b,?\s*)?(?P<deed>[^?]+)")


def _read(clean: str, found: re.Match[str], language: str, setting: Setting) -> IfThen | None:
    deed = titled(clean[slice(*found.span("deed"))].rstrip(" .!"))
    if "order" in found.groupdict() and not begins_with_verb(deed, setting):
        return None
    whole = clean[slice(*found.span("own"))] if "own" in found.groupdict() else deed
    asked = any(opened(one, whole) for one in (setting.lexicon.need, setting.lexicon.remind))
    if not deed or len(deed) > LONGEST_DEED or asked:
        return None
    named = {name: clean[slice(*found.span(name))].strip() for name, said in found.groupdict().items() if said}
    if "time" in named:
        moment = when.read(named["time"], setting.now, language=setting.language, parts=setting.parts)
        if moment is None or moment.grain not in CLOCK or moment.rrule is not None:
            return None
        return IfThen("time", deed, at=moment.start.time())
    if (word := named.get("word") or named.get("plain")) is not None:
        agrees = setting.lexicon.agreed.match(fold(word))  # "if I say no, remind me to be kind"
        return IfThen("word", deed, about=word) if "word" in named or agrees is None else None
    if "event" in named:
        return IfThen("event", deed, about=named["event"])
    return IfThen("arrival", deed, about=named.get("place") or _HOME[language])


@cache
def _patterns(language: str) -> list[re.Pattern[str]]:
    ways = _WAYS[language]
    apart = rf"(?:\s*,\s*(?:{ways.then}\b,?\s*)?|\s+{ways.then}\b,?\s*|\s+)"
    own = rf"(?=(?P<own>(?:{ways.starts}).+))(?!{ways.feels})(?:{ways.drops})?(?P<deed>.+)"
    told = rf"\s*,?\s*{ways.then}\b,?\s*(?:{ways.drops})?(?P<deed>.+)"
    patterns = []
    for cue in (ways.arrival, ways.time, ways.word, ways.event):
        opened_by = rf"{ways.opens}\s*{cue}"
        patterns += [rf"{opened_by}{apart}{own}", rf"{opened_by}{told}"]
    patterns += [rf"{ways.after}{apart}{own}", rf"{ways.after}{told}"]
    for word in (ways.word, ways.word.replace(_SAID, _BARE)):
        patterns.append(rf"{ways.opens}\s*{word}\s*,\s*(?:{ways.then}\b,?\s*)?(?:{ways.tell})(?P<deed>.+)")
    patterns.append(rf"(?:{ways.tell})(?P<deed>.+?)\s*,?\s+{ways.opens}\s*{ways.word}")
    for cue in (ways.arrival, ways.time, ways.word, ways.event):
        every = rf"{ways.again}\s*{cue}"
        patterns.append(rf"{every}\s*,?\s*(?:{ways.then}\b,?\s*)?(?:{ways.tell})(?P<deed>.+)")
        patterns.append(rf"(?:{ways.tell})(?P<deed>.+?)\s*,?\s+{every}")
        patterns.append(rf"{every}\s*,\s*(?:{ways.then}\b,?\s*)?(?P<deed>(?P<order>.+))")
        patterns.append(rf"(?P<deed>(?P<order>.+?))\s*,?\s+{every}")
    return [re.compile(rf"{one}[.!]*") for one in patterns]
