"""Telling that something is moved, or doesn't take place: "the meeting is moved to 4", "no therapy on dec 8". Pure."""

# ruff: noqa: E501  # a pattern is read whole

import re
from dataclasses import dataclass, replace
from functools import cache

from cairn import when
from cairn.assistant.grammar.changing import changing
from cairn.assistant.grammar.intents import Intent
from cairn.assistant.grammar.lexicon import SUPPORTED
from cairn.assistant.grammar.phrase import Setting, bare, begun, opened, titled
from cairn.assistant.grammar.things import AddTask, Change, Remind, Thought
from cairn.when.tokens import fold

LONGEST = 120
MOST_WORDS = 6
"""Of what is named: whoever tells a longer story tells it, and changes nothing."""


@dataclass(frozen=True, slots=True)
class _Words:
    """One language, as patterns over folded text.

    Args:
        off: `what` doesn't take place; `behind` and `ahead` are the words around it, which may name a time.
        none: There is none of it; only with a time beside it, for "no milk" is told of the milk.
        moved: `what` takes place `to` another time.
        stands: `what` takes place at a `time` that it hasn't had so far; `to` is the same without what joins it.
        who: Who moves and cancels, and is no thing.
        cancel: How it is asked for, as `move` is, `to` another time.
    """

    off: str
    none: str
    moved: str
    stands: str
    who: str
    cancel: str
    move: str
    to: str


_WORDS = {
    "en": _Words(
        off=r"(?P<what>.+?)(?:'s| is| are| was| were| got| gets| has been| have been)?(?: now| just)? (?:cancell?ed|called off)(?P<behind>(?: .+)?)",
        none=r"(?P<ahead>(?:.+?[ ,]+)?)(?:there(?:'s| is| are) |we have |i have |have )?no (?P<what>.+)",
        moved=r"(?P<what>.+?)(?:'s| is| are| was| were| got| has been| have been)?(?: now| just)? (?:moved|pushed(?: back)?|rescheduled|postponed|shifted|put off|changed|brought forward) (?P<to>(?:to|till|until)\b.+)",
        stands=r"(?P<what>.+?)(?:'s| is| are) now (?P<time>(?:(?:on|at|for) )?(?P<to>.+))",
        who=r"i|we|he|she|they|you|it|that|this|everyone|who|what",
        cancel="cancel",
        move="move",
        to="to",
    ),
    "es": _Words(
        off=r"(?:(?:se|me) )?(?:ha |han )?(?:cancelad[oa]|cancelan?|canceló|cancelo|cancelaron|anulan?|anularon|suspenden?|suspendieron)(?<!^cancela)(?<!^anula) (?P<what>.+)"
        r"|(?P<named>.+?) (?:esta |estan |queda |quedan |fue |ha sido |se ha |se )?(?:cancelad[oa]s?|anulad[oa]s?|suspendid[oa]s?|cancela|cancelo|suspende)(?P<behind>(?: .+)?)",
        none=r"(?P<ahead>(?:.+?[ ,]+)?)no (?:hay|tengo|tenemos|habra|tendre) (?P<what>.+)",
        moved=r"(?P<what>.+?) se (?:ha )?(?:cambia(?:do)?|cambio|mueve|movio|movido|pasa(?:do)?|paso|retrasa(?:do)?|retraso|adelanta(?:do)?|adelanto|aplaza(?:do)?|aplazo|pospone|pospuso) (?P<to>(?:al?|para|hasta)\b.+)",
        stands=r"(?P<what>.+?) (?:ahora (?:es|sera|queda)|es ahora) (?P<time>(?P<to>.+))",
        who=r"yo|el$|ella|ellos|nosotros|quien|que|esto|eso",
        cancel="cancela",
        move="mueve",
        to="para",
    ),
    "fr": _Words(
        off=r"(?P<what>.+?) (?:est |sont |a ete |ont ete )?annulee?s?(?P<behind>(?: .+)?)",
        none=r"(?P<ahead>(?:.+?[ ,]+)?)(?:il n'y a |y a |j'ai |on a |on n'a |je n'ai )?pas (?:de |d')(?P<what>.+)",
        moved=r"(?P<what>.+?) (?:est |sont |a ete |ont ete )?(?:decalee?s?|deplacee?s?|reportee?s?|avancee?s?|repoussee?s?|remise?s?) (?P<to>(?:a|au|pour)\b.+)",
        stands=r"(?P<what>.+?) (?:est|sera) (?:maintenant|desormais) (?P<time>(?P<to>.+))",
        who=r"je|j'ai|on a?|nous|il|elle|ils|elles|vous|tu|ca|qui|que",
        cancel="annule",
        move="déplace",
        to="pour",
    ),
    "pt": _Words(
        off=r"(?:cancelaram|desmarcaram|anularam)(?:-me)? (?P<what>.+)"
        r"|(?P<named>.+?) (?:esta |estao |fica |foi |foram )?(?:cancelad[oa]s?|desmarcad[oa]s?|anulad[oa]s?)(?P<behind>(?: .+)?)",
        none=r"(?P<ahead>(?:.+?[ ,]+)?)nao (?:ha|tenho|temos|vai haver|havera) (?P<what>.+)",
        moved=r"(?P<what>.+?) (?:(?:foi|foram|fica) )?(?:passou|passa|mudou|muda|mudad[oa]|adiad[oa]|antecipad[oa]|remarcad[oa]|transferid[oa]) (?P<to>(?:para|pras?|pro)\b.+)",
        stands=r"(?P<what>.+?) (?:agora (?:e|fica|sera)|e agora|passou a ser) (?P<time>(?P<to>.+))",
        who=r"eu|ele|ela|eles|elas|nos|voce|quem|que|isto|isso",
        cancel="cancela",
        move="muda",
        to="para",
    ),
}


def called_off(part: str, otherwise: Intent, setting: Setting) -> Change | None:
    """What is told to be moved or not to take place, where a piece tells that; if nothing is called so, it is told.

    Args:
        otherwise: What the piece is by itself.
    """
    clean = bare(part, setting.lexicon).rstrip(".! ")
    openings = (setting.lexicon.remind, setting.lexicon.need, setting.lexicon.note)
    if len(clean) > LONGEST or clean.endswith("?") or any(opened(one, clean) is not None for one in openings):
        return None
    tag = setting.language.split("-", maxsplit=1)[0].lower()
    words = _WORDS[tag if tag in SUPPORTED else "en"]
    told = Thought(begun(part.strip()))
    for pattern, verb in (
        (words.moved, words.move),
        (words.stands, words.move),
        (words.off, words.cancel),
        (words.none, words.cancel),
    ):
        found = _pattern(pattern).fullmatch(fold(clean))
        if found is None:
            continue
        said = {name: clean[slice(*found.span(name))].strip(" ,") for name, at in found.groupdict().items() if at}
        what = said.get("what") or said.get("named", "")
        if not what or len(what.split()) > MOST_WORDS or re.match(rf"(?:{words.who})(?!\w)", fold(what)):
            continue
        instead: Intent = told
        if isinstance(otherwise, AddTask) or (isinstance(otherwise, Remind) and otherwise.when > setting.now):
            instead = replace(otherwise, title=titled(what))
        if (ahead := said.get("ahead")) and when.read(ahead, setting.now, language=setting.language) is None:
            continue
        if (time := said.get("time")) is not None:
            if when.read(time, setting.now, language=setting.language) is None:
                continue
            said["to"] = f"{words.to} {said['to']}"
        order = " ".join(one for one in (verb, what, said.get("to"), said.get("behind"), said.get("ahead")) if one)
        change = changing(order, instead if pattern in (words.moved, words.stands) else told, setting)
        if change is not None and change.words and (pattern is not words.none or change.on is not None):
            return change
    return None


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
