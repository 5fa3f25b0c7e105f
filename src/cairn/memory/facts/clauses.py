"""A text as clauses: what each is about, which values it names, and how it says so. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from cairn.memory.facts.amounts import Value, amounts, days_and_times, left_behind, stages
from cairn.memory.facts.tokens import (
    ARTICLES,
    PREPOSITIONS,
    Token,
    around,
    beside,
    counted,
    frames,
    in_frame,
    named,
    roles,
    tokens_of,
    verbs,
)
from cairn.memory.facts.update_words import MOVES, OF, pattern, words

CODE = re.compile(r"```.*?(?:```|$)|`[^`]*`|https?://\S+|[<>=|~#*+-]{3,}[\d, \t]*(?=\n|\Z)", re.DOTALL)
"""What is no talk: code, addresses, and a line's rest of signs and numbers, as from a table or a log."""
SENTENCE = re.compile(
    r"(?<=[.!?…;\n])(?<!\bDr\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bSr\.)(?<!\bSra\.)(?<!\bno\.)(?<!\bSt\.)\s+|\n+"
)
SPACES = re.compile(r"[^\S\n]+")
LONGEST = 1_000
"""Letters of a sentence that are read; nobody's has more, and its words are compared with one another."""
MOST_CLAUSES = 40
"""Each is compared with each of another text."""
RACE = re.compile(r"\b(?:the|my|a|el|le|os) (\d+k)\b")
"""Numbers that are names: "my time for the 10k"."""
DAYS = re.compile(r"\b(?:weekday|workday|weekend|holiday|fin(?:es)? de semana|week-end|festivo|feriado|férié)(?=s?\b)")
NO_LONGER = re.compile(r"\b(?:no longer|any ?more|ya no|já não|n'\w+ plus|ne \w+ plus)\b")
TIMES = re.compile(
    r"\b(?:morning|afternoon|evening|night|mañana|tarde|noche|matin|après-midi|soir|manhã|noite)(?=s?\b)"
)
MAY = re.compile(r"(?<=\w )May\b")
"""The month; not "may", which is a maybe."""
THAT_IS = re.compile(
    r"(?:so |and |y |et |e |así que |donc |por isso )?"
    r"(?:that(?:'s| is)|this is|which is|ese? es|esa es|c'est|esse é|essa é)\b"
)
"""What says of which thing the value is that was named right before."""
WONDERS = re.compile(
    r"¿?(?:how|what|which|why|when|where|who|is|am|do|does|did|are|c[oó]mo|qu[eéi]\w*|cu[aá]\w+|d[oó]nde|comment|quoi"
    r"|pourquoi|o[uù]|quand|o que|qua\w+|onde|como|porqu\w+)\b"
)
"""Words that ask only in a question: "Monday, which suits me"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence that says one thing.

    Args:
        about: Stems of what it is about, without values and words of change.
        things: Of these, the nouns, as far as one can tell.
        near: The stems of the clause before it, for what it leaves unsaid.
        near_things: The nouns of the clause before it in the same sentence.
        values: What it names that can differ, with the stems of the nouns that a count counts.
        units: For each value, the nouns that it counts.
        around: For each value, the stems that stand near it.
        names: Stems of names, and of first words that may be one.
        beside: For a stem, those that tell it from others of its kind: right before it, or after "of".
        roles: Who is meant by how they relate.
        owners: Of them, those whose it is or who do it.
        doers: Stems of the name of who does it.
        agents: Stems of who changed something.
        is_mine: Whether it speaks of the speaker.
        then: The clause that goes on from it in the same sentence.
        frames: Relations that its words speak of.
        framing: The stems by which it does.
        kinds_of_day: Workdays, holidays.
        times: Parts of the day.
    """

    text: str
    about: frozenset[str]
    things: frozenset[str]
    near: frozenset[str]
    near_things: frozenset[str]
    values: tuple[Value, ...]
    units: tuple[frozenset[str], ...]
    around: tuple[frozenset[str], ...]
    names: frozenset[str]
    maybe_names: frozenset[str]
    beside: dict[str, frozenset[str]]
    roles: frozenset[str]
    owners: frozenset[str]
    doers: frozenset[str]
    frames: frozenset[int]
    framing: frozenset[str]
    agents: frozenset[str]
    is_mine: bool
    changes: bool
    goes_on_from_change: bool
    is_now: bool
    has_ended: bool
    is_no_longer: bool
    is_maybe: bool
    asks: bool
    is_once: bool
    kinds_of_day: frozenset[str]
    times: frozenset[str]
    is_habit: bool
    is_state: bool
    then: "Clause | None" = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, read."""

    clauses: tuple[Clause, ...]
    stems: frozenset[str]


@lru_cache(maxsize=4_096)
def read(text: str, language: str) -> Reading:
    """What a text says. An unknown language is read as English."""
    language = language[:2] if language[:2] in OF else "en"
    clauses: list[Clause] = []
    # Single spaces: what may stand around a word is looked for from each of them.
    plain = SPACES.sub(" ", CODE.sub(" ", text)).replace("’", "'")
    for sentence in SENTENCE.split(plain):
        things: frozenset[str] = frozenset()
        here: list[Clause] = []
        for part, asks in _parts(sentence.strip()[:LONGEST], language):
            clause = _clause(part, asks, language)
            if clause is not None:
                if here and _tells_of(here[-1], clause):
                    here[-1] = _with_more(here[-1], clause)
                    things = here[-1].things
                    continue
                last = here[-1] if here else clauses[-1] if clauses else None
                if last is not None:
                    clause = replace(
                        clause, near=last.about | last.names, near_things=things, goes_on_from_change=last.changes
                    )
                things = clause.things
                here.append(_with_left(here[-1], clause) if here else clause)
        for number in reversed(range(len(here) - 1)):
            here[number] = replace(here[number], then=here[number + 1])
        clauses += here
        if len(clauses) >= MOST_CLAUSES:
            break
    clauses = clauses[:MOST_CLAUSES]
    return Reading(tuple(clauses), frozenset().union(*(clause.about for clause in clauses)))


def _with_left(last: Clause, clause: Clause) -> Clause:
    """A clause with what was left right before it, for another: "I left Contoso and the forum runs on Fabrikam"."""
    left = [value for value in last.values if value.kind == "name"]
    if not (last.has_ended and len(left) == len(last.values) and left and clause.frames) or last.changes:
        return clause
    if all(value.kind != "name" for value in clause.values):
        return clause
    return replace(
        clause,
        values=(*clause.values, *(replace(value, is_left=True) for value in left)),
        units=(*clause.units, *(frozenset[str]() for _ in left)),
        around=(*clause.around, *(frozenset[str]() for _ in left)),
        changes=True,
    )


def _tells_of(last: Clause, clause: Clause) -> bool:
    """Whether a clause only says of what the value before it is: "…, so that's my new limit for the cart"."""
    return bool(last.values and not clause.values and clause.about and THAT_IS.match(clause.text.casefold()))


def _with_more(clause: Clause, more: Clause) -> Clause:
    """A clause together with what the next one tells of its value."""
    return replace(
        clause,
        about=clause.about | more.about,
        things=clause.things | more.things,
        around=tuple(near | more.about for near in clause.around),
        names=clause.names | more.names,
        maybe_names=clause.maybe_names | more.maybe_names,
        beside={stem: clause.beside.get(stem, frozenset()) | others for stem, others in more.beside.items()}
        | {stem: others for stem, others in clause.beside.items() if stem not in more.beside},
        is_mine=clause.is_mine or more.is_mine,
        changes=clause.changes or more.changes,
        is_now=clause.is_now or more.is_now,
        is_state=clause.is_state or more.is_state,
    )


@cache
def _breaks(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    of = OF[language]
    return (
        re.compile(rf"(?:^|[,:–—]\s+|\s+and\s+|\s+y\s+|\s+et\s+|\s+e\s+)(?=(?:¿|{of.asks})\b)", re.IGNORECASE),
        re.compile(rf",\s+|\s+[–—-]\s+|:\s+|\s*\(|\)\s*|\s+(?=(?:{of.breaks})\W)", re.IGNORECASE),
    )


def _parts(sentence: str, language: str) -> Iterable[tuple[str, bool]]:
    """Its clauses, and whether each asks. What stands before a request is said, what comes after is not."""
    asking, breaks = _breaks(language)
    is_question = sentence.endswith("?")
    found = next(
        (m for m in asking.finditer(sentence) if is_question or not WONDERS.match(sentence[m.end() :].lower())), None
    )
    said, asked = (sentence[: found.start()], sentence[found.start() :]) if found else (sentence, "")
    parts = _whole(part.strip() for part in breaks.split(said) if part and part.strip())
    if "¿" in sentence and not asked:
        said, _, asked = sentence.partition("¿")
        parts = [said.strip(" ,")]
    elif is_question and not asked:
        parts, asked = parts[:-1], parts[-1] if parts else ""
    yield from ((part, False) for part in parts if part)
    if asked.strip():
        yield asked.strip(), True


def _whole(parts: Iterable[str]) -> list[str]:
    """A single word goes with what follows it: "Carla and I", "yes, I did"."""
    whole: list[str] = []
    for part in parts:
        if whole and " " not in whole[-1]:
            whole[-1] = f"{whole[-1]} {part}"
        else:
            whole.append(part)
    return whole


def _clause(text: str, asks: bool, language: str) -> Clause | None:
    lower = text.casefold()
    tokens = tokens_of(text, lower, language)
    values = days_and_times(lower, language)
    values += amounts(lower, language, values) + stages(lower)
    values = [replace(value, is_left=left_behind(lower, value, language, values)) for value in values]
    tokens = [t for t in tokens if not any(value.start <= t.start < value.end for value in values)]
    values, units, labelled = counted(values, tokens, lower, language)
    races = frozenset(RACE.findall(lower))
    counts = [n for n, value in enumerate(values) if lower[value.start : value.end] not in races]
    values, units = [values[n] for n in counts], [units[n] for n in counts]
    names = named(tokens, lower, language)
    values += names
    units += [frozenset()] * len(names)
    about = [t for t in tokens if t.is_content]
    if not about and not values:
        return None
    said = {
        name: bool(pattern(language, name).search(lower))
        for name in ("change", "now", "ended", "once", "habit", "state")
    }
    said_words = {t.word for t in tokens} | {t.word.removesuffix("s") for t in tokens}
    if _moves_something(tokens):
        said_words -= MOVES
    stems = frozenset(t.stem for t in about) | races
    return Clause(
        text=text,
        about=stems - labelled,
        things=frozenset(t.stem for t in about if t.is_noun) - labelled | races,
        near=frozenset(),
        near_things=frozenset(),
        values=tuple(values),
        units=tuple(units),
        around=tuple(around(value, tokens) | races for value in values),
        names=frozenset(t.stem for t in about if t.is_name),
        maybe_names=frozenset(t.stem for t in about if t.may_be_name or t.is_name),
        beside=beside(tokens, lower),
        roles=roles(language) & said_words,
        owners=_owners(tokens, lower, language),
        doers=_doers(tokens, language),
        frames=frozenset(n for n, frame in enumerate(frames()) if said_words & frame),
        framing=frozenset(t.stem for t in tokens if in_frame(t)),
        agents=_agents(tokens, values, lower, language),
        is_mine=_is_mine(tokens, lower, language),
        changes=said["change"] or any(value.is_left and value.kind == "name" for value in values),
        goes_on_from_change=False,
        is_now=said["now"],
        has_ended=said["ended"],
        is_maybe=bool(pattern(language, "maybe").search(MAY.sub("month", text).casefold())),
        is_no_longer=bool(NO_LONGER.search(lower)),
        asks=asks,
        is_once=said["once"] and not re.search(r"as of today|a partir de h", lower),
        kinds_of_day=frozenset(DAYS.findall(lower)),
        times=frozenset(TIMES.findall(lower)),
        is_habit=said["habit"],
        is_state=said["state"],
    )


def _moves_something(tokens: list[Token]) -> bool:
    """Whether a thing is moved, not somebody: "moved the blog", "move a reunião"."""
    return any(
        token.word in MOVES and (after.word in ARTICLES - PREPOSITIONS or (after.is_noun and not after.is_name))
        for token, after in pairwise(tokens)
    )


ME = re.compile(
    r"(?<!\w)(?:i|i'm|i've|me|we|we're|we've|our|j'|je|on|nous|notre|yo|mí|nuestr[oa]|eu|nós|noss[oa])(?!\w)"
)
SUBJECT = 3
"""How many words there are at most before a verb that tells whom its clause is about."""
MY = words("my mi mis mon ma mes meu minha meus minhas")


def _agents(tokens: list[Token], values: list[Value], lower: str, language: str) -> frozenset[str]:
    """Who changes something: people named first, and the nouns before a change of something else."""
    change = pattern(language, "change").search(lower)
    if change is None:
        return frozenset()
    people = {t.stem for t in tokens[:3] if t.word in roles(language)}
    ends = min((value.start for value in values), default=len(lower))
    if any(t.is_noun and change.end() <= t.start < ends for t in tokens):
        people |= {t.stem for t in tokens if t.is_noun and not t.may_be_name and t.start < change.start()}
    return frozenset(people)


def _is_mine(tokens: list[Token], lower: str, language: str) -> bool:
    """ "My sister's" is not mine, "my dose" is, and so is what a verb alone says of the speaker: "tomo"."""
    mine = any(token.word in MY and after.word not in roles(language) for token, after in pairwise(tokens))
    if mine or ME.search(lower):
        return True
    _, of_me = verbs(language)
    return any(token.word in of_me for token in tokens[:SUBJECT])


def _doers(tokens: list[Token], language: str) -> frozenset[str]:
    """Stems of the name of who does it: "Ana takes", "a Ana agora toma"."""
    of_them, _ = verbs(language)
    verb = next((number for number, token in enumerate(tokens[1:], 1) if token.word in of_them), 0)
    named = [token for token in tokens[:verb] if token.is_name or token.may_be_name]
    return frozenset(token.stem for token in named) if verb <= SUBJECT else frozenset()


def _owners(tokens: list[Token], lower: str, language: str) -> frozenset[str]:
    first = 3 if language == "pt" and lower.startswith(("a ", "o ", "as ", "os ")) else 2  # "a minha mãe"
    return frozenset(
        token.word
        for number, token in enumerate(tokens)
        if token.word in roles(language) and (number < first or lower.startswith("'s", token.start + len(token.word)))
    )
