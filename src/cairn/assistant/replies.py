"""Replies, written from committed rows and nothing else. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from cairn import when
from cairn.assistant.schemas import Part, Quote, Text
from cairn.assistant.telling import fill, joined, plain
from cairn.assistant.wording import Phrases, phrases, reaching
from cairn.assistant.wording.facts import Subject, sentence
from cairn.calendar.schemas import LeaveOut
from cairn.focus import service as focus
from cairn.memory.service import ContradictionOut, FactTold, ProfileField
from cairn.platform.tools import Outcome, Receipt
from cairn.tasks.schemas import NextOut, OpenTasks
from cairn.today.schemas import Ahead, Item, Today

LONGEST_SHOWN = 120
MOST_SENTENCES = 5
_MINE = {
    "en": {"my": "your", "our": "your", "mine": "yours"},
    "es": {"mi": "tu", "mis": "tus"},
    "fr": {"mon": "ton", "ma": "ta", "mes": "tes"},
    "pt": {"meu": "teu", "minha": "tua", "meus": "teus", "minhas": "tuas"},
}


_PLAIN = {
    "task.added": "task_added",
    "task.put_off": "task_put_off",
    "task.smaller": "smaller",
    "task.done": "task_done",
    "task.skipped": "task_skipped",
    "task.removed": "task_removed",
    "task.moved": "moved_task",
    "reminder.moved": "moved_task",
    "reminder.snoozed": "snoozed",
    "reminder.cancelled": "event_cancelled",
    "event.cancelled": "event_cancelled",
    "event.time_cancelled": "time_cancelled",
    "reminder.time_cancelled": "time_cancelled",
    "dose.taken": "dose_taken",
    "dose.skipped": "dose_skipped",
    "routine.begun": "routine_begun",
    "routine.step_done": "task_done",
    "routine.step_skipped": "task_skipped",
    "mood.said": "mood_said",
    "review.begun": "review_begun",
    "automation.paused": "automation_paused",
    "automation.resumed": "automation_resumed",
    "plan.added": "plan_added",
    "plan.added_arrival": "plan_added_arrival",
    "plan.began": "plan_began",
    "plan.paused": "plan_paused",
    "plan.resumed": "plan_resumed",
    "fact.denied": "denied_fact",
    "fact.ended": "ended_fact",
    "fact.corrected": "corrected",
    "fact.settled": "settled",
    "memory.set_aside": "set_aside",
    "memory.forgotten": "forgotten",
}
"""The sentences that need a title alone, or with the time, by kind of receipt."""


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a reply is written: their language, clock and place."""

    locale: str
    zone: ZoneInfo
    now: datetime

    @property
    def phrases(self) -> Phrases:
        return phrases(self.locale)

    def moment(self, moment: datetime) -> Part:
        return Part(text=when.say_in_full(moment, self.now, zone=self.zone, locale=self.locale), at=moment)

    def told(self, moment: datetime) -> str:
        """The moment as it is told at once, by somebody who doesn't keep it."""
        return when.say(moment, self.now, zone=self.zone, locale=self.locale)

    def day(self, moment: datetime) -> str:
        return self.moment(moment).text.split(",", maxsplit=1)[0]

    def clock(self, moment: datetime) -> str:
        return f"{moment.astimezone(self.zone):%H:%M}"


_STAY = ("task", "reminder", "event", "plan", "automation")
"""What is still there when a change of it is taken back."""
_MADE = ("added", "added_arrival", "booked")
"""How such a thing came to be: taken back, it is gone."""

_OF_DAYS = ("event.added", "event.moved")
"""What may be about whole days, which its note then says."""


def of_receipt(receipt: Receipt, reader: Reader, heard: str = "") -> Text:
    """What was changed, with its time in full.

    Args:
        heard: The words that named the time; a guess about them is read back.
    """
    told = receipt.read()
    lines = [_reached(told, reader) or _changed(told, reader)]
    if told.note and (told.when is not None or told.kind not in _OF_DAYS):
        lines.append(plain(told.note))
    if not told.sure and heard and told.when is not None:
        lines.append(_asked_back(told.when, heard, reader))
    return joined(lines, " ")


def _asked_back(moment: datetime, heard: str, reader: Reader) -> Text:
    """A guess read back; of an hour that clocks show twice, which of the two is meant."""
    both = when.shown_twice(moment, reader.zone)
    clock = reader.clock(moment)
    if both is None:
        away = (moment.astimezone(reader.zone).date() - reader.now.astimezone(reader.zone).date()).days
        sentence = reader.phrases.read_back if away <= 1 else reader.phrases.read_back_day
        return fill(sentence, heard=heard, clock=clock, day=reader.day(moment))
    first, second = (_offset(one) for one in both)
    return fill(reader.phrases.which_time_of_two, clock=clock, first=first, second=second)


def _offset(moment: datetime) -> str:
    """ "UTC+1", "UTC+5:30"."""
    said = f"{moment:%z}"
    minutes = "" if said[3:5] == "00" else f":{said[3:5]}"
    return f"UTC{said[0]}{int(said[1:3])}{minutes}"


def _reached(told: Outcome, reader: Reader) -> Text:
    """What was changed about how somebody is reached; nothing for every other change."""
    moment = (reader.moment(told.when),) if told.when is not None else ()
    sentence = reaching.sentence(told.kind, reader.locale)
    return fill(sentence, title=shortened(told.title), when=moment) if sentence else ()


def _changed(told: Outcome, reader: Reader) -> Text:
    words, title = reader.phrases, shortened(told.title)
    moment = (reader.moment(told.when),) if told.when is not None else ()
    match told.kind:
        case "reminder.booked" | "reminder.booked_ahead" if told.rrule and told.when is not None:
            rule = when.say_rule(told.rrule, reader.locale)
            return fill(words.booked_often, title=title, rule=_capital(rule), when=moment)
        case "reminder.booked" | "reminder.booked_ahead":
            return fill(words.booked, title=title, when=moment)
        case "automation.added" if told.rrule and told.when is not None:
            rule = _capital(when.say_rule(told.rrule, reader.locale))
            return fill(words.automation_added, title=title, rule=rule, when=moment)
        case "dose.taken" if moment:
            return fill(words.dose_taken_then, title=title, when=moment)
        case "event.added" | "event.moved" if told.when is not None:
            rule = f"{_capital(when.say_rule(told.rrule, reader.locale))}, " if told.rrule else ""
            sentence = words.event_added if told.kind == "event.added" else words.moved
            return fill(sentence, title=title, when=(*plain(rule), *moment))
        case "event.added" | "event.moved" if told.note:
            sentence = words.event_added if told.kind == "event.added" else words.moved
            return fill(sentence, title=title, when=plain(told.note))  # whole days
        case "reminder.moved" | "task.moved" if moment:
            rule = f"{_capital(when.say_rule(told.rrule, reader.locale))}, " if told.rrule else ""
            return fill(words.moved, title=title, when=(*plain(rule), *moment))
        case "reminder.done" | "reminder.skipped":
            sentence = words.reminder_done if told.kind == "reminder.done" else words.task_skipped
            done = fill(sentence, title=title)
            return joined([done, fill(words.comes_again, when=moment)], " ") if moment else done
        case "memory.kept":
            return plain(_ended(words.kept.format(title=title)))
        case "thought.kept":
            return plain(_ended(words.caught.format(title=title)))
        case _:
            line = focus.said(told.kind, reader.locale) or getattr(words, _PLAIN.get(told.kind, "other"))
            return fill(line, title=title, when=moment)


def of_undone(receipt: Receipt, reader: Reader) -> Text:
    """What was taken back: the thing itself, or what was changed about it."""
    told, words = receipt.read(), reader.phrases
    if not told.title:  # what was taken back is forgotten, and its words with it
        return plain(words.undone_forgotten)
    thing, what = told.kind.split(".", maxsplit=1)
    changed = thing in _STAY and what not in _MADE
    return fill(words.as_it_was if changed else words.undone, title=shortened(told.title))


def of_quotes(quotes: Sequence[Quote], topic: str, reader: Reader) -> Text:
    """The line above the quotes; the quotes themselves are shown as the sources they are."""
    words = reader.phrases
    if not quotes:
        return plain(words.not_there)
    if any(quote.speaker != "me" for quote in quotes):
        return plain(words.found_noted)
    topic = _theirs(topic, reader.locale)
    if len(quotes) > 1 and topic:
        return fill(words.found_more, topic=topic)
    moment = reader.moment(quotes[0].occurred_at)
    if topic:
        return fill(words.found, topic=topic, when=moment)
    return fill(words.found_plain, when=moment)


def of_facts(facts: Sequence[FactTold], quotes: Sequence[Quote], reader: Reader) -> Text:
    """What is known, as plain sentences, and where it comes from."""
    words = reader.phrases
    lines = list(_sentences(facts, reader))
    if len(quotes) == 1 and len(lines) == 1:
        (quote,) = quotes
        said = shortened(quote.text)
        return fill(words.fact_said, fact=lines[0], when=reader.moment(quote.occurred_at), quote=said)
    hand = next((one for fact in facts for one in fact.quotes if one.by_hand), None)
    if not quotes and hand is not None and len(lines) == 1:
        return fill(words.fact_by_hand, fact=lines[0], when=reader.moment(hand.said_at))
    every = joined([joined([line, plain(".")], "") for line in lines[:-1]] + [lines[-1]], " ")
    return fill(words.fact_said_more, fact=every) if quotes else joined([every, plain(".")], "")


def _sentences(facts: Sequence[FactTold], reader: Reader) -> Iterator[Text]:
    """A sentence for all values of one kind that are so now; one for each that was so before."""
    now: dict[tuple[str, str, str], list[FactTold]] = {}
    for fact in facts:
        if fact.is_now:
            now.setdefault((fact.subject, fact.relation, fact.qualifier), []).append(fact)
    for same in now.values():
        yield plain(_sentence(same, reader, is_now=True))
    for fact in facts:
        if fact.is_now:
            continue
        line = _sentence([fact], reader, is_now=False)
        if fact.until is not None and fact.since is not None:
            yield fill(reader.phrases.fact_until, fact=line, when=reader.moment(fact.until))
        else:
            yield plain(line)


def _sentence(facts: Sequence[FactTold], reader: Reader, *, is_now: bool) -> str:
    first = facts[0]
    subject = Subject(first.subject, first.role, first.word)
    values = [fact.value for fact in facts]
    return sentence(subject, first.relation, first.qualifier, values, reader.locale, is_now=is_now)


def of_reasons(facts: Sequence[FactTold], quotes: Sequence[Quote], reader: Reader) -> Text:
    """What the answer before rested on; the words themselves are shown as quotes."""
    words = reader.phrases
    by_hand = [
        fill(words.because_by_hand, fact=_sentence([fact], reader, is_now=fact.is_now), when=reader.moment(one.said_at))
        for fact in facts
        for one in fact.quotes[:1]
        if one.by_hand
    ]
    lines = [*by_hand, *([plain(words.because)] if quotes else [])]
    return joined(lines, " ") if lines else plain(words.because_nothing)


def of_portrait(fields: Sequence[ProfileField], reader: Reader) -> Text:
    """A few sentences about the person, and where the rest is."""
    words = reader.phrases
    known = [field.sentence for field in fields if field.sentence and field.origin == "facts"]
    if not known:
        return plain(words.about_nothing)
    return plain(" ".join([*known[:MOST_SENTENCES], words.about_more]))


def of_contradiction(question: ContradictionOut, when_said: tuple[datetime, datetime], reader: Reader) -> Text:
    """Which of two is right, asked in one sentence."""
    one_when, other_when = when_said
    return fill(
        reader.phrases.which_is_right,
        one=question.fact.value,
        one_when=reader.day(one_when),
        other=question.other.value,
        other_when=reader.day(other_when),
    )


def _theirs(topic: str, locale: str) -> str:
    """ "my passport" as it is said back: "your passport"."""
    mine = _MINE.get(locale.split("-", maxsplit=1)[0], {})
    return re.sub(r"\b\w+\b", lambda word: mine.get(word[0].lower(), word[0]), topic)


def of_look(found: BaseModel, reader: Reader) -> Text:
    """What somebody asked to see: their day, when to leave, or the one next thing."""
    if isinstance(found, Today):
        return of_today(found, reader)
    if isinstance(found, Ahead):
        return of_ahead(found, reader)
    if isinstance(found, LeaveOut):
        return of_leaving(found, reader)
    if isinstance(found, OpenTasks):
        return of_list(found, reader)
    if isinstance(found, NextOut) and found.task is not None:
        return _next(found.task.title, found.reason, reader)
    return plain(reader.phrases.next_none)


def _next(title: str, reason: str | None, reader: Reader) -> Text:
    return plain(reader.phrases.next_one.format(title=title, reason=reason or "").strip())


def of_list(found: OpenTasks, reader: Reader) -> Text:
    """The next thing and the few after it; that there are others, and never how many."""
    if not found.tasks:
        return plain(reader.phrases.next_none)
    first, *others = found.tasks
    lines = [_next(shortened(first.title), first.reason, reader)]
    if others:
        after = [f"- {shortened(one.title)}" for one in others]
        lines.append(plain("\n".join([reader.phrases.list_after, *after])))
    return joined([*lines, *([plain(reader.phrases.list_more)] if found.more else [])], "\n")


def of_today(today: Today, reader: Reader) -> Text:
    words = reader.phrases
    if not today.items:
        return plain(words.today_empty)
    day = reader.moment(today.now).text.split(",")[0]
    return plain("\n".join([words.today_opens.format(day=day), *(_item(item, reader) for item in today.items)]))


def of_ahead(ahead: Ahead, reader: Reader) -> Text:
    """What is there for some days: of one day also that nothing is, of several those for which something is."""
    words = reader.phrases
    days = [(_day(day.date, reader), day.items) for day in ahead.days]
    if not any(items for _, items in days):
        first, last = days[0][0], days[-1][0]
        return plain(words.ahead_empty.format(day=first if first == last else f"{first} – {last}"))
    lines = [
        "\n".join([words.ahead_opens.format(day=day), *(_item(item, reader) for item in items)])
        for day, items in days
        if items
    ]
    return plain("\n".join(lines + ([words.ahead_more] if ahead.more else [])))


def of_coming(ahead: Ahead, reader: Reader) -> Text:
    """When each of some things is."""
    return joined([_when_it_is(day.date, item, reader) for day in ahead.days for item in day.items], "\n")


def _when_it_is(day: date, item: Item, reader: Reader) -> Text:
    when_it_is = (reader.moment(item.at),) if item.at is not None else plain(_day(day, reader))
    told = fill(reader.phrases.comes_on, title=shortened(item.title), when=when_it_is)
    if item.leave_by is None or item.leave_by <= reader.now:
        return joined([told, plain(".")], "")
    leave = reader.phrases.leave_by.format(clock=reader.clock(item.leave_by))
    return joined([told, plain(f", {leave}.")], "")


def _day(day: date, reader: Reader) -> str:
    return reader.day(datetime.combine(day, time(12), reader.zone))


def of_leaving(found: LeaveOut, reader: Reader) -> Text:
    """When to leave for what comes next, and when to begin to get ready."""
    words, next_one = reader.phrases, found.occurrence
    if next_one is None:
        return plain(words.leave_nothing)
    title = shortened(next_one.title)
    if next_one.leave_by is None:
        return fill(words.leave_no_way, title=title, when=reader.moment(next_one.start))
    if next_one.leave_by <= reader.now:
        return fill(words.leave_had_to, title=title, when=reader.moment(next_one.leave_by))
    lines = [fill(words.leave_at, title=title, when=reader.moment(next_one.leave_by))]
    if next_one.ready_by is not None and next_one.ready_by > reader.now:
        lines.append(fill(words.ready_at, when=reader.clock(next_one.ready_by)))
    return joined(lines, " ")


def _item(item: Item, reader: Reader) -> str:
    at = reader.clock(item.at) if item.at is not None else reader.phrases.all_day
    done = f" ({reader.phrases.already_done})" if item.done else ""
    leave = (
        f" ({reader.phrases.leave_by.format(clock=reader.clock(item.leave_by))})" if item.leave_by is not None else ""
    )
    return f"- {at}: {shortened(item.title)}{leave}{done}"


def shortened(text: str) -> str:
    """One line of a title or a thought."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[: LONGEST_SHOWN - 1].rstrip()}…"


def _ended(line: str) -> str:
    return line if line.endswith((".", "!", "?", "…", "”", "»")) else f"{line}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
