"""A text as clauses: what each is about, which values it names, and how it says so. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import Stemmer

from cairn.memory.facts.amounts import Value, amounts, days_and_times, left_behind
from cairn.memory.facts.update_words import EMPTY, FRAMES, LABELS, LANGUAGES, MEASURES, OF, pattern
from cairn.memory.stopwords import STOP_WORDS

CODE = re.compile(r"```.*?(?:```|$)|`[^`]*`|https?://\S+|->-> ?[\d, ]+", re.DOTALL)
SENTENCE = re.compile(r"(?<=[.!?…;\n])\s+|\n+")
WORD = re.compile(r"[^\W\d_][\w-]*(?:'[^\W\d_]+)?")
OF_WORDS = frozenset("of for de del du des da do d with con com avec para pour at to in on about".split())
ARTICLES = frozenset(
    "the a an my our your his her their el la los las le les l o a os as mi mis mon ma mes meu minha".split()
)
PREPOSITIONS = frozenset("at in to for with on by as en à em a para pour chez con com sur au na no aux".split())
MOST_CLAUSES = 12


@dataclass(frozen=True, slots=True)
class Token:
    word: str
    stem: str
    start: int
    is_content: bool
    is_name: bool
    may_be_name: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence that says one thing.

    Args:
        about: Stems of what it is about, without values and words of change.
        near: The same of the clause before it, for what it leaves unsaid.
        values: What it names that can differ, with the stems of the nouns that a count counts.
        names: Stems of names, and of first words that may be one.
        beside: For a stem, those that tell it from others of its kind: right before it, or after "of".
        roles: Who is meant by how they relate.
        frames: Relations that its words speak of.
    """

    text: str
    about: frozenset[str]
    near: frozenset[str]
    values: tuple[Value, ...]
    units: tuple[frozenset[str], ...]
    names: frozenset[str]
    maybe_names: frozenset[str]
    beside: dict[str, frozenset[str]]
    roles: frozenset[str]
    frames: frozenset[int]
    is_mine: bool
    changes: bool
    is_now: bool
    has_ended: bool
    is_maybe: bool
    asks: bool
    is_once: bool
    is_habit: bool
    is_state: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, read."""

    clauses: tuple[Clause, ...]
    stems: frozenset[str]


def folded(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(LANGUAGES[language], 20_000)


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    stemmed: str = _stemmer(language).stemWord(word)
    return folded(stemmed)


@cache
def _day_words(language: str) -> frozenset[str]:
    words = OF[language]
    return frozenset(word for group in (words.months + " " + words.weekdays).split() for word in group.split("|"))


@cache
def _roles(language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in OF[language].roles.split())


@cache
def _frames(language: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(stem(word, language) for word in frame.split()) for frame in FRAMES)


@lru_cache(maxsize=4_096)
def read(text: str, language: str) -> Reading:
    """What a text says. An unknown language is read as English."""
    language = language[:2] if language[:2] in OF else "en"
    clauses: list[Clause] = []
    plain = CODE.sub(" ", text).replace("’", "'")
    for sentence in SENTENCE.split(plain):
        for part, asks in _parts(sentence.strip(), language):
            clause = _clause(part, asks, language)
            if clause is not None:
                near = (clauses[-1].about | clauses[-1].names) if clauses else frozenset()
                clauses.append(replace(clause, near=near))
            if len(clauses) == MOST_CLAUSES:
                break
    return Reading(tuple(clauses), frozenset().union(*(clause.about for clause in clauses)))


@cache
def _breaks(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = OF[language]
    return (
        re.compile(rf"(?:^|[,:–—]\s+|\s+and\s+|\s+y\s+|\s+et\s+|\s+e\s+)(?=(?:¿|{words.asks})\b)", re.IGNORECASE),
        re.compile(rf",\s+|\s+[–—-]\s+|:\s+|\s*\(|\)\s*|\s+(?=(?:{words.breaks})\s)", re.IGNORECASE),
    )


def _parts(sentence: str, language: str) -> Iterable[tuple[str, bool]]:
    """Its clauses, and whether each asks. What stands before a request is said, what comes after is not."""
    asking, breaks = _breaks(language)
    is_question = sentence.endswith("?") or "¿" in sentence
    found = asking.search(sentence)
    said, asked = (sentence[: found.start()], sentence[found.start() :]) if found else (sentence, "")
    if is_question and not found:
        said, asked = "", sentence
        if "¿" in sentence:
            said, _, asked = sentence.partition("¿")
    for part in breaks.split(said):
        if part and part.strip():
            yield part.strip(), False
    if asked.strip():
        yield asked.strip(), True


def _clause(text: str, asks: bool, language: str) -> Clause | None:
    lower = text.casefold()
    tokens = _tokens(text, lower, language)
    values = days_and_times(lower, language)
    values += amounts(lower, language, values)
    values = [replace(value, is_left=left_behind(lower, value, language)) for value in values]
    tokens = [t for t in tokens if not any(value.start <= t.start < value.end for value in values)]
    values, units, labelled = _counted(values, tokens, lower, language)
    names = _named(tokens, lower, language)
    values += names
    units += [frozenset()] * len(names)
    about = [t for t in tokens if t.is_content]
    if not about and not values:
        return None
    said = {
        name: bool(pattern(language, name).search(lower))
        for name in ("change", "now", "ended", "maybe", "once", "habit", "state")
    }
    stems = frozenset(t.stem for t in about)
    words = frozenset(t.stem for t in tokens)
    return Clause(
        text=text,
        about=stems - labelled,
        near=frozenset(),
        values=tuple(values),
        units=tuple(units),
        names=frozenset(t.stem for t in about if t.is_name),
        maybe_names=frozenset(t.stem for t in about if t.may_be_name or t.is_name),
        beside=_beside(tokens, lower),
        roles=words & _roles(language),
        frames=frozenset(n for n, frame in enumerate(_frames(language)) if words & frame),
        is_mine=bool(
            re.search(r"(?<!\w)(?:i|i'm|i've|i'd|we|we're|we've|j|je|on|nous|yo|eu)(?!\w)", lower.replace("j'", "j "))
        ),
        changes=said["change"],
        is_now=said["now"],
        has_ended=said["ended"],
        is_maybe=said["maybe"],
        asks=asks,
        is_once=said["once"] and not re.search(r"as of today|a partir de h", lower),
        is_habit=said["habit"],
        is_state=said["state"],
    )


@cache
def _marks(language: str) -> frozenset[str]:
    """Words of change and of time, which are not what a clause is about."""
    found: set[str] = set()
    for name in ("change", "now", "once", "habit"):
        found |= {word for word in re.split(r"[^\w']+", getattr(OF[language], name)) if word.isalpha()}
    return frozenset(found)


def _is_mark(word: str, language: str) -> bool:
    return word in _marks(language) or bool(pattern(language, "change").fullmatch(word))


@lru_cache(maxsize=50_000)
def _is_content(word: str, language: str) -> bool:
    plain = folded(word)
    return not (
        len(plain) < 2
        or plain in STOP_WORDS
        or word in EMPTY
        or plain in EMPTY
        or word in MEASURES
        or _is_mark(word, language)
    )


def _tokens(text: str, lower: str, language: str) -> list[Token]:
    tokens: list[Token] = []
    for match in WORD.finditer(text):
        said = match.group()
        word = lower[match.start() : match.end()] if len(lower) == len(text) else said.casefold()
        word = word.removesuffix("'s")
        elided = re.match(r"(?:l|d|j|n|s|c|m|t|qu)'(.+)", word) if language == "fr" else None
        if elided:
            word, said = elided.group(1), said[said.index("'") + 1 :]
        word = word.partition("'")[0]
        content = _is_content(word, language)
        capital = content and said[:1].isupper() and word not in _day_words(language)
        first = match.start() == 0
        is_name = capital and (not first or any(c.isupper() for c in said[1:]))
        tokens.append(Token(word, stem(word, language), match.start(), content, is_name, capital and first))
    return tokens


def _beside(tokens: list[Token], lower: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for number, token in enumerate(tokens):
        if not token.is_content:
            continue
        if number and tokens[number - 1].is_content and lower[token.start - 1 : token.start] in (" ", "-"):
            between = lower[tokens[number - 1].start + len(tokens[number - 1].word) : token.start]
            if between.strip() in ("", "'s"):
                found.setdefault(token.stem, set()).add(tokens[number - 1].stem)
        after = tokens[number + 1 : number + 4]
        if after and after[0].word in OF_WORDS:
            rest = [t for t in after[1:] if t.word not in ARTICLES]
            if rest and rest[0].is_content:
                found.setdefault(token.stem, set()).add(rest[0].stem)
    return {stem: frozenset(others) for stem, others in found.items()}


def _counted(
    values: list[Value], tokens: list[Token], lower: str, language: str
) -> tuple[list[Value], list[frozenset[str]], frozenset[str]]:
    """Counts with what they count; a number after "chapter" names one, and what is left counts nothing named."""
    found: list[Value] = []
    units: list[frozenset[str]] = []
    labelled: set[str] = set()
    for value in values:
        if value.kind != "count":
            found.append(value)
            units.append(frozenset())
            continue
        before = [t for t in tokens if t.start < value.start]
        after = [t for t in tokens if t.start >= value.end]
        if (
            before
            and before[-1].word in LABELS
            and lower[before[-1].start + len(before[-1].word) : value.start].strip(" #.-") == ""
        ):
            found.append(replace(value, kind="label", unit=before[-1].stem))
            units.append(frozenset())
            labelled.add(before[-1].stem)
            continue
        nouns: list[str] = []
        end = value.end
        for token in after[:4]:
            if lower[end : token.start].strip(" -") or len(nouns) == 2:
                break
            end = token.start + len(token.word)
            if token.is_content:
                nouns.append(token.stem)
            elif nouns or token.word in PREPOSITIONS | OF_WORDS and token.word not in ("of", "de"):
                break
        found.append(value if nouns else replace(value, kind="number"))
        units.append(frozenset(nouns))
    return found, units, frozenset(labelled)


def _named(tokens: list[Token], lower: str, language: str) -> list[Value]:
    """Names that stand where a place, a firm or a tool would: after a preposition or a verb of a frame."""
    values: list[Value] = []
    for number, token in enumerate(tokens):
        if not token.is_name or number == 0:
            continue
        before = tokens[number - 1]
        if before.is_name or not (
            before.word in PREPOSITIONS or before.word in ("from", "de", "of", "du") or _in_frame(before, language)
        ):
            continue
        value = Value("name", "", token.stem, token.start, token.start + len(token.word))
        values.append(replace(value, is_left=left_behind(lower, value, language)))
    return values


def _in_frame(token: Token, language: str) -> bool:
    return any(token.stem in frame for frame in _frames(language)) or _is_mark(token.word, language)
