"""Which clauses of a text are said plainly by the speaker: no questions, conditions, commands, quotes, stories."""

import re
from collections.abc import Iterator

from cairn.memory.facts.compiled import Compiled
from cairn.memory.facts.line import Line, line

_LONGEST = 400
_MOST = 200
# A run of stops is looked at once, from where it begins: else "......a" takes the square of its length.
_SENTENCE = re.compile(r"(?<![.!?…])(?P<end>[.!?…]++)(?=[\s\"”»)]|$)|\n+|;")
_ABBREVIATED = re.compile(
    r"(?:\b(?:dr|dra|mr|mrs|ms|st|sr|sra|prof|mme|m|no|av|vs|etc|approx|ca|\w\.\w|[a-z]\.[a-z])|\b\w)$"
)
_QUOTED = re.compile(r"[\"“«„][^\"”»“«\n]{0,300}[\"”»]|(?<![\w’'])['‘][^'’\n]{8,200}['’](?!\w)")
_SPEAKING = re.compile(r"^\s*[-–—*•>]+\s*")
_MARK = "\0"


def sentences(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where each sentence begins and ends, and whether it asks."""
    start = 0
    for match in _SENTENCE.finditer(text):
        if match["end"] == "." and _ABBREVIATED.search(text[max(start, match.start() - 8) : match.start()].lower()):
            word = text[max(start, match.start() - 8) : match.start()].split()
            if word and not (len(word[-1]) == 1 and word[-1].isdigit()):
                continue
        yield start, match.start(), "?" in match.group()
        start = match.end()
    yield start, len(text), False


def told(text: str, rules: Compiled) -> Iterator[Line]:
    """The sentences that tell something, questions cut off, quotes blanked."""
    count = 0
    unquoted = _without_quotes(text)
    for start, end, asks in sentences(unquoted):
        count += 1
        if count > _MOST:
            return
        said = text[start:end]
        if not said.strip() or len(said) > _LONGEST:
            continue
        kept = _plain_part(line(unquoted[start:end], rules.words.spelt), said, rules, asks=asks)
        if kept is None:
            continue
        if kept.plain:
            yield kept


def _without_quotes(text: str) -> str:
    return _QUOTED.sub(
        lambda match: match.group() if len(match.group().split()) < 3 else _MARK * len(match.group()), text
    )


def _plain_part(sentence: Line, said: str, rules: Compiled, *, asks: bool) -> Line | None:
    """The part of a sentence that is told as a fact."""
    sentence = Line(said, sentence.plain, sentence.places)
    dash = _SPEAKING.match(sentence.plain)
    sentence = sentence.part(dash.end() if dash else 0, len(sentence.plain))
    begun = rules.lead.match(sentence.plain)
    body = sentence.plain[begun.end() :] if begun else sentence.plain
    if sentence.plain.startswith(_MARK) or rules.orders.match(body) or rules.unreal.match(body):
        return None
    if rules.fiction.search(sentence.plain) or rules.reports.search(sentence.plain):
        return None
    end = len(sentence.plain)
    supposed = rules.unreal.search(sentence.plain)
    if supposed:
        end = _boundary(sentence.plain, supposed.start())
    if asks:
        end = min(end, _question(sentence.plain, rules))
    marked = sentence.plain.find(_MARK, 0, end)
    if marked >= 0:
        end = _boundary(sentence.plain, marked)
    return sentence.part(0, end) if end > 0 else None


def _boundary(plain: str, place: int) -> int:
    """The last comma before a place; what stands before it doesn't depend on what follows."""
    return max(plain.rfind(mark, 0, place) for mark in (", ", ": ", "; ", " - ")) if place else 0


def _question(plain: str, rules: Compiled) -> int:
    """Where the question in a sentence begins: its last clause, when that opens as a question does; else all of it."""
    for match in rules.join.finditer(plain):
        if "," in match.group() or "-" in match.group() or ":" in match.group():
            after = plain[match.end() :]
            begun = rules.lead.match(after)
            if rules.asks.match(after[begun.end() :] if begun else after):
                return match.start()
    return 0
