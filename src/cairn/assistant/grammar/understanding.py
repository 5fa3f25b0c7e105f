"""From words to what is meant."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from cairn import when
from cairn.assistant.grammar.about_it import about_it, bare_reminder
from cairn.assistant.grammar.afterwards import afterwards
from cairn.assistant.grammar.alone import TimeAlone, time_alone
from cairn.assistant.grammar.asking import LONGEST_SENTENCE, question, question_alone
from cairn.assistant.grammar.beforehand import ahead, beforehand
from cairn.assistant.grammar.booking import LONGEST_TITLE, alarm, book, midnight, without_verb
from cairn.assistant.grammar.bringing import brought
from cairn.assistant.grammar.called_off import called_off
from cairn.assistant.grammar.changing import changing
from cairn.assistant.grammar.commands import asked_later, before_more, command, done_and_more, said_twice
from cairn.assistant.grammar.dates import each_date, once_each
from cairn.assistant.grammar.deadlines import day_before, due_then, is_in_days, labelled_task, on_a_day, without_end
from cairn.assistant.grammar.hurried import is_better
from cairn.assistant.grammar.intents import AboutMe, Ask, Courtesy, Intent, PastTime
from cairn.assistant.grammar.journeys import journey, placed
from cairn.assistant.grammar.labels import apart, labelled, opens_as_task, with_labels
from cairn.assistant.grammar.lasting import all_day, ends_there, length_inside, length_last, with_length
from cairn.assistant.grammar.lexicon import Lexicon, lexicon
from cairn.assistant.grammar.nagging import insisted
from cairn.assistant.grammar.phrase import CLOCK, LINK, Setting, Timed, bare, begun, opened, spelt, timed, titled
from cairn.assistant.grammar.plans import once
from cairn.assistant.grammar.preceding import preceding
from cairn.assistant.grammar.reactions import reaction
from cairn.assistant.grammar.second_thoughts import second_thought
from cairn.assistant.grammar.several import each, several
from cairn.assistant.grammar.spelling import written_out
from cairn.assistant.grammar.split import MOST_PARTS, begins_with_verb, led_deed, parts, sentences
from cairn.assistant.grammar.subjunctive import as_infinitive
from cairn.assistant.grammar.things import AddTask, Change, Later, Note, Remind, Thought
from cairn.assistant.grammar.together import on_one_day, on_the_day_ahead, with_the_same_deed
from cairn.assistant.grammar.told import is_told, needed_then, tells_a_fact, to_keep, was_done
from cairn.assistant.grammar.wishes import Nag
from cairn.when.tokens import fold

_BETWEEN = " ,.;:!-–—"
_RATHER = re.compile(r"better|rather|instead|mejor|plutot|melhor")
_WITHIN_DAYS = re.compile(r"FREQ=(?:HOUR|MINUTE)LY|BYHOUR")
"""What comes more often than once a day."""
_HOUR = re.compile(r"\d{1,2}(?:[.:]\d{2})?")
_KEYWORDS = frozenset(["done", "later", "smaller", "next", "today", "stop", "start", "help", "undo", "snooze"])
"""Said alone these are English in every language: what cards, letters and texts teach."""


def understand(text: str, now: datetime, language: str, parts_of_day: when.DayParts = when.USUAL_PARTS) -> list[Intent]:
    """What somebody means, at least one thing; a thought when nothing else fits.

    Args:
        now: The moment it was said, aware, in the person's zone.
        language: A tag such as `en`; English is understood beside every other language.
        parts_of_day: The hours that the person means by "morning" and its kin.
    """
    said = text.strip()
    meant = _read(said, now, language, parts_of_day)
    if len(said) <= LONGEST_SENTENCE:
        lasting = _read(last, now, language, parts_of_day) if (last := length_last(said, language)) else []
        if len(lasting) == 1 and isinstance(lasting[0], Remind) and lasting[0].is_event:
            return lasting
        written = written_out(said, language)
        if written != said:
            again = _read(written, now, language, parts_of_day)
            return again if is_better(again, meant) else meant
    return meant


def _read(said: str, now: datetime, language: str, parts_of_day: when.DayParts) -> list[Intent]:
    if fold(said).strip(" .!?") in _KEYWORDS:  # "later" would be a Spanish verb
        return _in_language(said, now, "en", parts_of_day)
    if not language.startswith("en") and _opens(said, "en") and not _opens(said, language):
        return _in_language(said, now, "en", parts_of_day)
    intents = _in_language(said, now, language, parts_of_day)
    if not language.startswith("en") and all(isinstance(one, Thought | Ask) for one in intents):
        english = _in_language(said, now, "en", parts_of_day)
        if any(not isinstance(one, Thought | Ask | Note) for one in english):
            return english
    return intents


def _opens(said: str, language: str) -> bool:
    """Whether a text opens as only this language does."""
    words = lexicon(language)
    clean = bare(said, words)
    return any(opened(opening, clean) is not None for opening in (words.remind, words.need, words.recall))


def _in_language(said: str, now: datetime, language: str, parts_of_day: when.DayParts) -> list[Intent]:
    setting = Setting(now, language, lexicon(language), parts_of_day)
    told = reaction(said, language)
    if told is not None and told.kind == "about_me":
        return [AboutMe()]
    if (done := done_and_more(said, setting)) is not None:
        return [done[0], *_in_language(said[done[1] :], now, language, parts_of_day)]
    whole = _commanded(said, setting) or said_twice(said, setting) or question_alone(said, setting)
    if whole is not None:
        return [whole]
    alone = time_alone(said, now, language, parts_of_day)
    if alone is not None and alone.corrects:
        return [Thought(_sentence(said))]
    if (before := beforehand(said, setting)) is not None:
        first = _in_language(before.rest, now, language, parts_of_day)
        if reminders := ahead(first, before, said, setting):
            return [*first, *reminders]
    if (other := second_thought(said, setting)) is not None:
        put_right = other.applied(lambda text: _in_language(text, now, language, parts_of_day))
        if put_right is not None:
            return put_right
    lines = sentences(said)
    if len(lines) > MOST_PARTS:
        return [_kept(said, setting)]
    found: list[tuple[Intent, str]] = []
    for line in lines:
        found += _line(line, setting)
    kept = [one for one in found if not isinstance(one[0], Courtesy)]
    found = kept or found  # "Thanks!" behind something else is said to nobody's list
    return _merged(found, said, setting)


def _commanded(said: str, setting: Setting) -> Intent | None:
    """A command; to put something off that is named is to move it."""
    whole = command(said, setting)
    return (changing(said, whole, setting) or whole) if isinstance(whole, Later) and whole.words else whole


def _line(line: str, setting: Setting) -> list[tuple[Intent, str]]:
    if len(line) > LONGEST_SENTENCE:
        return [(_kept(line, setting), line)]
    if (nagged := _nagged(line, setting)) is not None:
        return nagged
    whole = _commanded(line, setting)
    if whole is not None:
        return [(whole, line)]
    if asked := asked_later(bare(line, setting.lexicon), setting):
        return _line(asked, setting)
    before = preceding(line, setting)
    if before is not None:
        return [(before, line)]
    return brought(line, setting, _described)


def _nagged(line: str, setting: Setting) -> list[tuple[Intent, str]] | None:
    """What a line says that ends with "and nag me": the last of it rings, and comes again."""
    told = insisted(line, setting.language)
    if told is None:
        return None
    found = _line(told[0], setting)
    last, part = found[-1]
    if not isinstance(last, Remind) or last.is_event:
        return None
    return [*found[:-1], (replace(last, nags=told[1]), part)]


def _nagging(intent: Intent, last: Intent | None) -> Remind | None:
    """What was booked in the sentence before: "call mom at 5. Nag me until it's done"."""
    if not isinstance(last, Remind) or last.is_event or not isinstance(intent, Nag):
        return None
    return replace(last, nags=intent.how) if intent.on and not intent.words else None


def _described(line: str, setting: Setting) -> list[tuple[Intent, str]]:
    """What a line says, with the way to the first thing in it that begins at an hour, if it tells of one."""
    way = journey(line, setting.language)
    if way.travel is None and way.ready is None:
        return _things(line, setting)
    found = _things(way.rest, setting)
    for index, (intent, part) in enumerate(found):
        if isinstance(intent, Remind):
            title, place = (intent.title, intent.place) if intent.place else placed(intent.title, setting.language)
            found[index] = (replace(intent, title=title, place=place, travel=way.travel, ready=way.ready), part)
            return found
    return _things(line, setting)


def _things(line: str, setting: Setting) -> list[tuple[Intent, str]]:
    first = before_more(line, setting)
    if first is not None:
        asked, place = first
        return [(asked, line[:place]), *_line(line[place:].lstrip(_BETWEEN), setting)]
    kept = to_keep(bare(line, setting.lexicon), setting)
    if kept is not None:
        told = _things(kept, setting)
        only = all(isinstance(one, Note | Thought) for one, _ in told)
        return [(Note(_sentence(kept), asked=True), line)] if only else told
    if turned := once(bare(line, setting.lexicon), setting) or needed_then(line, setting):
        return [(_thing(turned, setting), line)]
    whole = question(line, setting)
    if whole is not None:
        return [(whole, line)]
    if dated := each_date(line, setting):
        return once_each(one for text in dated for one in _things(text, setting))
    at_each = _at_each(line, setting)
    if at_each:
        return [(one, line) for one in at_each]
    pieces = on_the_day_ahead(_with_exceptions(parts(line, setting), setting), setting)
    things = [(_beside(part, setting), part) for part in with_labels(pieces, setting)]
    things = with_the_same_deed([(labelled(one, setting), part) for one, part in things], setting)
    found = on_one_day(things, setting)
    return [(changing(part, one, setting) or called_off(part, one, setting) or one, part) for one, part in found]


def _with_exceptions(pieces: list[str], setting: Setting) -> list[str]:
    """Pieces of one sentence, each with the days behind it on which it isn't: "…, except december 7"."""
    joined: list[str] = []
    for piece in pieces:
        if joined and when.leaves_out(piece, setting.now, language=setting.language):
            joined[-1] = f"{joined[-1]} {piece}"
        else:
            joined.append(piece)
    return joined


def _beside(part: str, setting: Setting) -> Intent:
    """One thing and the labels beside it; only what is for the list has any."""
    rest, labels = apart(part, setting)
    task = labelled_task(_thing(rest, setting), labels, setting) if labels else None
    return task or _thing(part, setting)


def _at_each(line: str, setting: Setting) -> list[Remind]:
    """One reminder for each time, where several are said in a row."""
    told = several(line, setting)
    if told is None:
        return []
    meant = _thing(told.line, setting)
    plain = isinstance(meant, Remind) and not meant.is_event and not _WITHIN_DAYS.search(meant.rrule or "")
    return each(meant, told) if isinstance(meant, Remind) and plain else []


def _merged(found: list[tuple[Intent, str]], said: str, setting: Setting) -> list[Intent]:
    """Neighbouring thoughts and notes are one, as they were said."""
    if all(isinstance(intent, Note | Thought) for intent, _ in found) and len(found) > 1:
        told = opened(setting.lexicon.note, bare(said, setting.lexicon))
        return [Note(titled(told), asked=True) if told else _kept(said, setting)]
    merged: list[Intent] = []
    for intent, part in found:
        last = merged[-1] if merged else None
        if isinstance(last, Change) and bare_reminder(part, setting):
            last = last.otherwise  # "cancel the vet, remind me at 2"
        alone = bare_reminder(part, setting)
        if alone and isinstance(intent, Remind) and isinstance(last, AddTask) and last.due is None:
            merged[-1] = replace(intent, title=last.title, about="")  # "book the vet, remind me at 2"
            continue
        if (nagged := _nagging(intent, last)) is not None:
            merged[-1] = nagged
            continue
        if isinstance(intent, Note | Thought) and isinstance(last, Note | Thought):
            kind = Note if isinstance(last, Note) or isinstance(intent, Note) else Thought
            merged[-1] = kind(f"{last.text}\n{intent.text}")
        else:
            merged.append(intent)
    return merged or [Thought(said)]


def _thing(part: str, setting: Setting) -> Intent:
    """One thing: a reminder, a note, a task, or a thought."""
    words = setting.lexicon
    clean = led_deed(bare(part, words), setting)
    again = afterwards(clean, setting)
    if again is not None and (task := _again(*again, setting)) is not None:
        return task
    found = timed(clean, setting)
    rest = bare(found.rest, words)
    for opening in (clean, rest):
        asked = opened(words.remind, opening)
        if asked is not None:
            if found.moment is None and _HOUR.fullmatch(asked.strip()):
                found = timed(f"{words.at} {asked}", setting)  # "set an alarm for 7"
                return _reminder(part, titled(found.rest), found, setting)
            if found.moment is None and tells_a_fact(opening, asked, setting):
                return Note(titled(asked), asked=True)
            return _reminder(part, titled(_rest_of(words, rest, asked)), found, setting)
    told = opened(words.note, clean)
    if told is not None and told.strip():
        return Note(titled(told), asked=words.jotted.match(fold(clean)) is None)
    idea = opened(words.idea, clean)
    if idea is not None and idea.strip():
        return Thought(_sentence(idea), asked=True)
    if found.moment is None and (waits := opens_as_task(clean, setting)) is not None:
        return waits
    listed = words.onto_list.match(fold(rest).rstrip(" ?.!"))
    if listed is not None:
        return _to_do(part, titled(rest[slice(*listed.span("what"))]), found, setting)
    needed = opened(words.need, rest)
    if needed is not None and needed.strip():
        return _to_do(part, titled(as_infinitive(needed, setting, rest[: -len(needed)])), found, setting)
    if (asked := as_infinitive(rest, setting)) != rest:
        return _to_do(part, titled(asked), found, setting)
    return _said(part, clean, rest, found, setting)


def _again(rest: str, rrule: str, setting: Setting) -> AddTask | None:
    """A task that comes again so long after it was done; nothing where something is told."""
    meant = _thing(rest, setting)
    if isinstance(meant, Thought):
        meant = AddTask(titled(rest)[:LONGEST_TITLE])
    if not isinstance(meant, AddTask) or meant.rrule is not None:
        return None
    return replace(meant, rrule=rrule, after_done=True, wants_time=False)


def _rest_of(words: Lexicon, rest: str, asked: str) -> str:
    """What a reminder is about: what follows its opening once the time is out."""
    after = opened(words.remind, rest)
    told = LINK.sub("", (asked if after is None else after).strip())
    return opened(words.need, told) or opened(words.having, told) or (asked if after is None else after)


def _said(part: str, clean: str, rest: str, found: Timed, setting: Setting) -> Intent:
    """What opens like nothing in particular: a plan, an event, something told, a thing to do."""
    words = setting.lexicon
    clock = found.moment is not None and found.moment.grain in CLOCK and found.moment.start > setting.now
    ends = ends_there(found.heard) and any(opened(one, rest) for one in (words.plan, words.having))
    if clock and (ends or was_done(clean, found.heard, setting)):
        return Note(_sentence(clean))  # "i'll be out until 6" begins at no hour
    if title := on_a_day(part, rest, found, setting):
        return _to_do(part, titled(title), found, setting)
    if clock:
        for opening in (words.plan, words.having):
            planned = opened(opening, rest)
            if planned is not None and planned.strip():
                return _to_do(part, titled(planned), found, setting)
        event = words.happens.search(fold(rest).rstrip(" .,"))
        if event is not None and not _is_told(rest[: event.start()], words):
            return _to_do(part, titled(rest if event["tells"] else rest[: event.start()]), found, setting)
    if not begins_with_verb(clean, setting) and not begins_with_verb(rest, setting):
        told = is_told(clean, clean if found.moment is None else rest, setting, at_clock=clock)
        if told and not (found.moment is not None and not rest.strip()):
            return Note(_sentence(clean))
        if found.moment is None or not rest.strip() or _RATHER.fullmatch(fold(rest).strip(" ,.")):
            return Thought(_sentence(part))
    return _to_do(part, titled(rest), found, setting)


def _is_told(title: str, words: Lexicon) -> bool:
    """Whether what stands before "is at 4" names no event: "Marta said the meeting", "he"."""
    return words.finite.search(spelt(title)) is not None or words.statement.fullmatch(fold(title)) is not None


def _to_do(part: str, title: str, found: Timed, setting: Setting) -> Intent:
    moment = found.moment
    title = title if moment is None else without_verb(title)
    if not title or len(title) > LONGEST_TITLE:
        return Thought(_sentence(part))
    if moment is None:
        inside = length_inside(title, setting)
        title, length = with_length(title, setting)
        return AddTask(title, estimate=length or inside)
    if is_in_days(found, setting):
        return AddTask(title, midnight(moment.start), moment.duration, heard=found.heard, sure=moment.sure)
    if moment.grain in CLOCK or (moment.rrule is not None and _WITHIN_DAYS.search(moment.rrule)):
        return due_then(book(part, title, found, setting), setting)
    title, length = with_length(title, setting, part, found.heard)
    if moment.rrule is not None:
        first = max(moment.start, midnight(setting.now))
        rrule, without = moment.rrule, moment.without
        takes = moment.duration or length
        sure = moment.sure
        return AddTask(title, first, takes, heard=found.heard, rrule=rrule, without=without, sure=sure)
    if (moment.end or moment.start + timedelta(days=1)) <= setting.now:
        return PastTime(title, moment.start, part, found.heard)
    if moment.bounded and moment.end is not None and moment.start >= midnight(setting.now):
        title, place = placed(title, setting.language)
        return Remind(title, moment.start, None, moment.sure, found.heard, moment.end, place, all_day=True)
    whole = all_day(title, moment)
    if whole is not None:
        title, place = placed(whole, setting.language)
        end = moment.start + timedelta(days=1)
        return Remind(title, moment.start, None, moment.sure, found.heard, end, place, all_day=True)
    due = midnight(max(day_before(moment, found.heard, setting), setting.now))
    return AddTask(title, due, moment.duration or length, heard=found.heard, sure=moment.sure)


def _reminder(part: str, title: str, found: Timed, setting: Setting) -> Intent:
    if found.moment is None:
        return AddTask(title[:LONGEST_TITLE], wants_time=True) if title else Thought(_sentence(part))
    called = without_verb(title) or alarm(part) or titled(found.rest) or _sentence(part)
    booked = without_end(book(part, called, found, setting), setting)
    return replace(booked, about=about_it(part, title, setting)) if isinstance(booked, Remind) else booked


def booked(
    title: str, alone: TimeAlone, now: datetime, language: str, parts_of_day: when.DayParts = when.USUAL_PARTS
) -> Remind | PastTime:
    """What becomes of a title when its time is told afterwards."""
    setting = Setting(now, language, lexicon(language), parts_of_day)
    return book(title, title, Timed("", alone.moment, alone.heard), setting)


def _kept(text: str, setting: Setting) -> Note | Thought:
    told = setting.lexicon.statement.match(fold(text)) or setting.lexicon.finite.search(spelt(text[:LONGEST_SENTENCE]))
    return Note(text) if told else Thought(text)


def _sentence(text: str) -> str:
    return begun(text.strip())
