"""The words of a clause, and what stands by which. Pure."""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import Stemmer

from cairn.memory.facts.amounts import Value, left_behind
from cairn.memory.facts.compiled import compiled
from cairn.memory.facts.update_words import EMPTY, FRAMES, LABELS, LANGUAGES, MEASURES, OF, pattern, words
from cairn.memory.ranking.words import folded
from cairn.memory.stopwords import STOP_WORDS

WORD = re.compile(r"[^\W\d_][\w-]*(?:'[^\W\d_]+)?")
OF_WORDS = words("of for de del du des da do d with con com avec para pour at to in on about")
ARTICLES = words(
    "the a an my our your his her their el la los las un una le les l une o a os as um uma mi mis mon ma mes meu minha"
)
PREPOSITIONS = words("at in to for with on by as en à em a para por pour chez con com sur au na no aux")
BEFORE_NOUNS = (ARTICLES | PREPOSITIONS | OF_WORDS) - words("to as")
DESCRIBES = words(
    "preferred favourite favorite weekly daily monthly new current next last first second old main practice"
)
NAMING = words("is are now called named es son está ahora llama est sont appelle é está agora chama")
ASIDE = words("by using via through usando mediante par")
AND = words("and y e et")
FIRST = 2
"""Words before a name that may begin a clause: "agora a Rita"."""
CLITIC = re.compile(r"-(?:se|me|te|nos|lhes?|[oa]s?)$")


@dataclass(frozen=True, slots=True)
class Token:
    word: str
    stem: str
    start: int
    is_content: bool
    is_name: bool
    may_be_name: bool
    is_noun: bool


# One stemmer serves all threads: it holds the interpreter's lock while it works.
@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(LANGUAGES[language], 20_000)


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    stemmed: str = _stemmer(language).stemWord(word)
    return folded(stemmed)


@cache
def _day_words(language: str) -> frozenset[str]:
    days = f"{OF[language].months} {OF[language].weekdays}"
    return words(days.replace("|", " "))


@cache
def roles(language: str) -> frozenset[str]:
    return frozenset(OF[language].roles.split())


@cache
def verbs(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Single words that say what somebody else does, and those that say what the speaker does, and nothing else."""
    of = {"they": set[str](), "me": set[str]()}
    for kind, form in compiled(language).forms:
        of[kind.rpartition("_")[2]].add(form)
    both = (of["they"] & of["me"]) | STOP_WORDS
    pro_drop = language in ("es", "pt")
    return frozenset(of["they"] - both), frozenset(of["me"] - both) if pro_drop else frozenset()


@cache
def frames() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(frame.split()) for frame in FRAMES)


@lru_cache(maxsize=50_000)
def _is_mark(word: str, language: str) -> bool:
    """A word of change or of time, which is not what a clause is about."""
    return any(pattern(language, name).fullmatch(word) for name in ("change", "now", "ended", "once", "habit"))


@cache
def _empty(language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in EMPTY)


@lru_cache(maxsize=50_000)
def _is_content(word: str, language: str) -> bool:
    plain = folded(word)
    return not (
        stem(word, language) in _empty(language)
        or len(plain) < 2
        or plain in STOP_WORDS
        or word in EMPTY
        or plain in EMPTY
        or word in MEASURES
        or _is_mark(word, language)
    )


def tokens_of(text: str, lower: str, language: str) -> list[Token]:
    tokens: list[Token] = []
    for match in WORD.finditer(text):
        said = match.group()
        word = lower[match.start() : match.end()] if len(lower) == len(text) else said.casefold()
        word = word.removesuffix("'s")
        elided = re.match(r"(?:l|d|j|n|s|c|m|t|qu)'(.+)", word) if language == "fr" else None
        if elided:
            word, said = elided.group(1), said[said.index("'") + 1 :]
        word = CLITIC.sub("", word.partition("'")[0]) if language == "pt" else word.partition("'")[0]
        content = _is_content(word, language)
        capital = content and said[:1].isupper() and word not in _day_words(language)
        first = match.start() == 0
        if said[:1].isupper() and not first and not content and len(said) > 1 and not _is_mark(word, language):
            content = capital = word not in _day_words(language) and said not in ("I'm", "I've", "I'd", "I'll")
        is_name = capital and (not first or any(c.isupper() for c in said[1:]))
        is_verb = bool(pattern(language, "state").fullmatch(word))
        is_noun = (
            content
            and not is_verb
            and (is_name or bool(elided) or _follows_noun_or_article(tokens, text, match.start()))
        )
        tokens.append(Token(word, stem(word, language), match.start(), content, is_name, capital, is_noun))
    return tokens


def _follows_noun_or_article(tokens: list[Token], text: str, start: int) -> bool:
    """What opens a clause, stands after an article or a preposition, or goes on from a noun, is one: near enough."""
    if not tokens:
        return True
    last = tokens[-1]
    if text[:start].rstrip(" -")[-1:].isdigit() or last.word in MEASURES:
        return True
    between = text[last.start + len(last.word) : start]
    if last.is_noun or last.word in DESCRIBES:
        return between in (" ", "-", "'s ", "' ")
    return last.word in BEFORE_NOUNS and between == " "


def around(value: Value, tokens: list[Token]) -> frozenset[str]:
    """Stems near it; what comes after "by" or "using" tells how, unless it is somebody."""
    before = [token.stem for token in tokens if token.start < value.start and token.is_content]
    after: list[str] = []
    is_aside = False
    for token in tokens:
        if token.start >= value.end:
            is_aside = is_aside or token.word in ASIDE
            if token.is_content and (token.is_name or not is_aside):
                after.append(token.stem)
    return frozenset(before[-5:] + after[:3])


def beside(tokens: list[Token], lower: str) -> dict[str, frozenset[str]]:
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


def counted(
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
            elif nouns or (token.word in PREPOSITIONS | OF_WORDS and token.word not in ("of", "de")):
                break
        found.append(value if nouns else replace(value, kind="number"))
        units.append(frozenset(nouns))
    return found, units, frozenset(labelled)


def named(tokens: list[Token], lower: str, language: str) -> list[Value]:
    """Names that stand where a place, a firm or a tool would: after a preposition or a verb of a frame."""
    values: list[Value] = []
    for number, token in enumerate(tokens):
        if not token.is_name or number == 0 or (number == 1 and tokens[0].word in ARTICLES):
            continue
        before = tokens[number - 1]
        if number <= FIRST and _is_subject(tokens, number, language):
            continue
        if values and before.word in AND and tokens[number - 2].start == values[-1].start:
            values.append(Value("name", "", token.stem, token.start, token.start + len(token.word)))
            continue
        if before.is_name or not (
            before.word in PREPOSITIONS
            or before.word in NAMING
            or before.word in ("from", "de", "du")
            or in_frame(before)
            or _is_mark(before.word, language)
        ):
            continue
        values.append(
            Value("name", "is" if before.word in NAMING else "", token.stem, token.start, token.start + len(token.word))
        )
    return [replace(value, is_left=left_behind(lower, value, language, values)) for value in values]


def _is_subject(tokens: list[Token], number: int, language: str) -> bool:
    """A name right before what is said of it, though "a" and "To" may be prepositions: "a Rita vive", "To Do is"."""
    return number + 1 < len(tokens) and bool(pattern(language, "state").fullmatch(tokens[number + 1].word))


@cache
def _frame_words() -> frozenset[str]:
    return frozenset().union(*frames())


def in_frame(token: Token) -> bool:
    return token.word in _frame_words()
