"""Questions: about what was said before, and all others. Pure."""

import re
from datetime import datetime

from cairn import when
from cairn.assistant.grammar.intents import Ask, Intent, Recall
from cairn.assistant.grammar.lexicon import lexicon
from cairn.assistant.grammar.looking_ahead import thing_asked
from cairn.assistant.grammar.phrase import Setting, bare, opened
from cairn.assistant.grammar.plans import once
from cairn.assistant.grammar.reactions import before_event
from cairn.assistant.grammar.split import begins_with_verb, sentences
from cairn.when import Moment
from cairn.when.tokens import fold

LONGEST_SENTENCE = 400
_EVER = re.compile(
    r"\b(?:do (?:i|we) (?:work|start|finish|train|leave|play)|who(?:'s| is| are) \w{2,}ing"
    r"|je (?:travaille|bosse|commence|finis|termine)"
    r"|trabajo|empiezo|entro|salgo|trabalho|comeco|saio)\b"
)
"""What somebody does again and again: the day that they name is none of the past."""


def question_alone(said: str, setting: Setting) -> Intent | None:
    """A question, unless more is said after it."""
    lines = sentences(said)
    if len(lines) > 1 and lines[0].endswith("?"):
        return None
    return None if once(bare(said, setting.lexicon), setting) else question(said, setting)


def question(said: str, setting: Setting) -> Intent | None:
    words = setting.lexicon
    clean = bare(said, words)
    folded = fold(clean).lstrip("¿ ")
    if words.recall.match(folded):
        return _recall(said, folded, clean, setting)
    if opened(words.remind, clean) or opened(words.need, clean) or opened(words.note, clean):
        return None
    asks = said.rstrip(' "”)').endswith("?")
    if words.question.match(fold(clean)) and (asks or not begins_with_verb(clean, setting)):
        return Ask(said)
    if asks and not begins_with_verb(clean, setting):
        return Ask(said)
    return None


def _recall(said: str, folded: str, clean: str, setting: Setting) -> Recall:
    before = before_event(clean, setting.language)
    if before is not None:
        said = clean = before[0]  # what happened then is looked for by itself
        folded = fold(clean).lstrip("¿ ")
    about = setting.lexicon.recall_about.search(folded)
    offset = len(clean) - len(folded)
    topic = ""
    if about is not None:
        name = "topic" if about["topic"] else "thing"
        topic = clean[offset:][slice(*about.span(name))].strip(" ?.!")
    topic = thing_asked(clean, setting.language) or topic
    event = before[1] if before is not None else ""
    past = _past(clean, setting) if before is not None or not thing_asked(clean, setting.language) else []
    window = next((one for one in past if one.start < setting.now and one.rrule is None), None)
    if past and topic:
        inside = when.find(topic, setting.now, language=setting.language, parts=setting.parts, prefer="past")
        topic = when.strip(topic, inside, setting.language)
    if window is None or not (end := window.until) or (end <= setting.now and _EVER.search(folded)):
        return Recall(said, topic, event=event)
    return Recall(said, topic, window.start, end, event)


def asked_of(said: str, now: datetime, language: str) -> Recall:
    """A question without its words of time, and the time that they name. Not whether it is one about the past."""
    setting = Setting(now, language, lexicon(language))
    clean = bare(said, setting.lexicon)
    before = before_event(clean, language)
    clean, event = before or (clean, "")
    past = None if len(clean) > LONGEST_SENTENCE else when.looking_back(clean, now, language=language)
    if past is None:
        return Recall(clean, event=event)
    return Recall(past.rest, "", past.start, past.end, event)


def _past(clean: str, setting: Setting) -> list[Moment]:
    if len(clean) > LONGEST_SENTENCE:
        return []
    return when.find(clean, setting.now, language=setting.language, parts=setting.parts, prefer="past")
