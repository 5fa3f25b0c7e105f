"""What is said to Cairn itself: done, later, next, smaller, undo. Pure."""

import re
from datetime import datetime, timedelta

from cairn import when
from cairn.assistant.grammar import doses, quiet
from cairn.assistant.grammar.altering import altering
from cairn.assistant.grammar.days import review, routine
from cairn.assistant.grammar.feelings import feeling
from cairn.assistant.grammar.focusing import focusing
from cairn.assistant.grammar.intents import (
    Courtesy,
    Done,
    Help,
    Intent,
    ListTasks,
    ListToday,
    Next,
    NotThat,
    Smaller,
    TooMuch,
    UndoLast,
    WhenToLeave,
)
from cairn.assistant.grammar.listing import asks_for_list
from cairn.assistant.grammar.looking_ahead import looking_ahead
from cairn.assistant.grammar.means import means, spared
from cairn.assistant.grammar.phrase import CLOCK, LINK, Setting, bare, begun, opened, timed, titled
from cairn.assistant.grammar.plans import planned
from cairn.assistant.grammar.schedules import scheduled
from cairn.assistant.grammar.split import begins_with_verb
from cairn.assistant.grammar.things import Later
from cairn.when.tokens import fold

LATER = timedelta(hours=1)
LONGEST_WAIT = timedelta(hours=3)
"""For so long something that rings is put off where only a length is said; what is longer is a time of its own."""
MOST_PIECES = 4
LONGEST = 200
_MINUTES = re.compile(r"(?:(?:in|en|dans|em|daqui a) )?([1-9][0-9]{0,2})")
_IN = re.compile(
    r"^(?:in|en|dentro de|dans|em|daqui a|give me|dame|me das|dejame|donne[- ]moi|laisse[- ]moi|da[- ]me|me da) "
)
_SIGNS = re.compile(r"^[^\w\s?!.,;:\"'(¿¡«“-]+|[^\w\s?!.,;:\"')»”-]+$")
"""What isn't said aloud, such as a smile or a tick, around what is."""
_ARTICLE = re.compile(r"(?:the|el|la|los|las|le|les|os?|as?) (?=\w)|l['’](?=\w)")
_PIECES = re.compile(r"[,.;:!?…–—]+\s*|\n+")
_GIVING = "give me just in for dame das otros solo donne-moi seulement da-me da so outros de plus"
_GIVE = frozenset(_GIVING.split())
_JOINING = """
it that this for until till by to in please lo la eso hasta por para a o isso ate le ca jusqu'a pour de
"""
_LINKS = frozenset(_JOINING.split())
"""Words that link a thing to its time."""
_REMINDS = re.compile(r"remind me again|recuerdamelo|rappelle-le-moi")
"""Said of what isn't named, and a moment ago was."""
_IT = frozenset(["it", "that", "this", "them", "eso", "esto", "ello", "ca", "cela", "isso", "isto"])
"""Words for a thing that isn't named."""


def command(said: str, setting: Setting) -> Intent | None:
    """The command that somebody says, if all of what they say is one."""
    return quiet.asked(bare(said, setting.lexicon), setting) or _command(said, setting)


def _command(said: str, setting: Setting) -> Intent | None:
    words = setting.lexicon
    clean = bare(_SIGNS.sub("", said), words)
    folded = fold(clean).strip()
    if len(folded) > LONGEST:
        return None
    plain = folded.rstrip(" ?.!")
    at_once = Next() if words.next.match(fold(said).strip(" ?.!")) else _at_once(plain, setting)  # "et après ?"
    at_once = doses.meant(said, plain, setting.language) or at_once
    if at_once is not None:
        return at_once
    if (ahead := looking_ahead(clean, plain, setting)) is not None:
        return ahead
    for courtesy in ("hello", "thanks", "agreed"):
        if getattr(words, courtesy).match(fold(said).strip(" .!,?¿")):
            return Courtesy(courtesy)
    of_what_is_there = altering(clean, setting) or focusing(clean, setting)
    if of_what_is_there is not None:
        return of_what_is_there
    if words.help.match(folded) or words.help.match(plain):
        return Help()
    if (plan := planned(clean, setting)) is not None:
        return plan
    later = words.later.match(plain)
    if later is not None and not _tells(later["rest"] or "", setting) and not asked_later(clean, setting):
        return _later(clean, later["rest"] or "", setting, said)
    if (spare := words.spare.match(plain)) is not None and (minutes := spared(spare["rest"], setting)):
        return Next(minutes)
    if (wait := _only_so_long(plain, said, setting)) is not None:
        return wait
    return _of_one_thing(plain, clean, said, setting) or means(clean.rstrip(" ?.!"), setting)


def _at_once(plain: str, setting: Setting) -> Intent | None:
    """What is said in a few fixed words."""
    words = setting.lexicon
    if asks_for_list(plain, setting.language):
        return ListTasks()
    commands = (
        (words.undo, UndoLast()),
        (words.next, Next()),
        (words.today, ListToday()),
        (words.leaving, WhenToLeave()),
        (words.too_much, TooMuch()),
        (words.light, Next(energy="low")),
        (words.not_that, NotThat()),
    )
    return next((intent for pattern, intent in commands if pattern.match(plain)), None)


def _tells(rest: str, setting: Setting) -> bool:
    """Whether something is told behind the command: "later i went home". An "a" may be a French "à"."""
    return any(found[0] != "a" for found in setting.lexicon.finite.finditer(rest))


def _of_one_thing(plain: str, clean: str, said: str, setting: Setting) -> Intent | None:
    """What is said of a thing that may be named: that it should be smaller, or is done."""
    words = setting.lexicon
    if (smaller := words.smaller.match(plain)) is not None:
        return Smaller(_without_article(_beside_it(_what(smaller, clean))), said)
    done = words.done.match(plain)
    if done is not None and not ((what := _beside_it(_what(done, clean))) and said.rstrip().endswith("?")):
        return Done(what, said)
    if (begins := routine(clean, plain, setting.language)) is not None:
        return begins
    return review(plain, setting.language) or feeling(clean, plain, setting.language) or scheduled(clean, setting)


def _beside_it(what: str) -> str:
    """What names a thing: nothing in "done with it"."""
    return "" if fold(what) in _IT else what


def said_twice(said: str, setting: Setting) -> Intent | None:
    """A command that is said twice over: "it's done, I finished", "I'm overwhelmed, this is too much"."""
    pieces = [piece for piece in _PIECES.split(said) if piece.strip()]
    if not 1 < len(pieces) <= MOST_PIECES:
        return None
    meant = [command(piece, setting) for piece in pieces]
    commands = [one for one in meant if not isinstance(one, Courtesy | None)]
    if any(isinstance(one, TooMuch) for one in commands):
        commands = [one for one in commands if not isinstance(one, Smaller)]  # "can't begin, it's too much"
    if None in meant or not commands or len({type(one) for one in commands}) > 1:
        return None
    return max(commands, key=lambda one: len(getattr(one, "words", "")))


def before_more(line: str, setting: Setting) -> tuple[Intent, int] | None:
    """A command that something else follows ("done, and remind me at 4 to …"), and where that begins."""
    joint = setting.lexicon.join.search(fold(line))
    if joint is None:
        return None
    first = command(line[: joint.start()], setting)
    if not isinstance(first, Done | UndoLast | Next | NotThat | Later) or (isinstance(first, Later) and first.bare):
        return None  # "in 20 minutes, take the laundry out"
    return (first, joint.end()) if _stands_after(line[joint.end() :], setting) else None


def done_and_more(said: str, setting: Setting) -> tuple[Done, int] | None:
    """What is done, where a wish or "what's next?" follows, and where that begins: "I finished the dishes, and …"."""
    if len(said) > LONGEST:
        return None
    for joint in setting.lexicon.join.finditer(fold(said)):
        rest = said[joint.end() :]
        if not (_opens(rest, setting) or isinstance(command(rest, setting), Next | ListToday)):
            continue
        first = command(said[: joint.start()], setting)
        return (first, joint.end()) if isinstance(first, Done) else None
    return None


def _stands_after(rest: str, setting: Setting) -> bool:
    """Whether what follows a command is a thing of its own: it opens as one, or begins with something to do."""
    return _opens(rest, setting) or begins_with_verb(bare(rest, setting.lexicon), setting)


def _opens(rest: str, setting: Setting) -> bool:
    words, clean = setting.lexicon, bare(rest, setting.lexicon)
    return any(opened(one, clean) is not None for one in (words.remind, words.need, words.note, words.idea))


def asked_later(clean: str, setting: Setting) -> str:
    """What somebody asks to be reminded of, behind a "later": "later tonight, remind me to lock the door"."""
    later = setting.lexicon.later.match(fold(clean))
    rest = clean[len(clean) - len(later["rest"] or "") :].strip(" ,:") if later is not None else ""
    found = timed(rest, setting)
    asks = rest and opened(setting.lexicon.remind, found.rest.strip(" ,") if found.moment is not None else rest)
    return rest if asks else ""


def _later(clean: str, rest: str, setting: Setting, said: str) -> Later:
    tail = clean[len(clean) - len(rest) :].strip(" ,:") if rest else ""
    found = timed(tail, setting)
    if found.moment is not None:
        until = _again_at(found.moment, setting)
        wait = _waited(found.heard, until, setting)
        reminds = _REMINDS.match(fold(clean)) is not None
        otherwise, rings = _to_do(found.rest, setting), found.moment.grain in CLOCK
        day = found.moment.start if found.moment.grain is when.Grain.DAY else None
        return Later(
            until, _named(found.rest), said, found.moment.sure, wait, otherwise, rings=rings, reminds=reminds, day=day
        )
    otherwise = _to_do(tail, setting)
    if (minutes := _MINUTES.fullmatch(fold(tail))) is not None:
        wait = timedelta(minutes=int(minutes[1]))
        return Later(setting.now + wait, "", said, wait=wait, reminds=_REMINDS.match(fold(clean)) is not None)
    for length, (start, end) in when.durations(tail, setting.language):
        return Later(setting.now + length, _named(tail[:start] + tail[end:]), said, wait=length)
    snoozes = fold(clean).startswith("snooze")
    wait = timedelta(minutes=setting.lexicon.snooze_default_minutes) if snoozes else LATER
    reminds = bool(otherwise) and opened(setting.lexicon.remind, clean) is not None
    lasts = wait if snoozes else None
    return Later(setting.now + wait, _named(tail), said, wait=lasts, otherwise=otherwise, reminds=reminds)


def _to_do(tail: str, setting: Setting) -> str:
    """The title of what is to be done, where that follows: "later call Ana", "remind me later to call Ana"."""
    deed = LINK.sub("", tail.strip(" ,"))
    return titled(deed) if begins_with_verb(deed, setting) else ""


def _again_at(moment: when.Moment, setting: Setting) -> datetime:
    """When a thing comes again that was put off: a day without an hour means its morning, today an hour from now."""
    if moment.grain in CLOCK:
        return moment.start
    morning = moment.start.replace(hour=setting.parts.morning.hour, minute=setting.parts.morning.minute)
    return morning if morning > setting.now and moment.start > setting.now else setting.now + LATER


def _waited(heard: str, until: datetime, setting: Setting) -> timedelta | None:
    """The length in "in 2 hours"; none in "à 16h"."""
    lengths = when.durations(heard, setting.language)
    exact = len(lengths) == 1 and abs(setting.now + lengths[0][0] - until) < timedelta(minutes=1)
    return lengths[0][0] if exact else None


def _named(text: str) -> str:
    """The words that name a thing, without what links them to the time."""
    kept = [word for word in text.split() if fold(word.strip(",.:")) not in _LINKS]
    return " ".join(kept).strip(" ,.:")


def _more(plain: str, setting: Setting) -> timedelta | None:
    """How much longer somebody asks for: "10 more minutes"."""
    without, found = re.subn(rf"(?<!\w)(?:{setting.lexicon.more.pattern})(?!\w)", " ", plain)
    if not found:
        return None
    lengths = when.durations(" ".join(without.split()), setting.language)
    if len(lengths) != 1:
        return None
    length, (start, end) = lengths[0]
    rest = " ".join(without.split())
    return length if set(f"{rest[:start]} {rest[end:]}".split()) <= _GIVE else None


def _only_so_long(plain: str, said: str, setting: Setting) -> Later | None:
    """A length and nothing else, for which something that rings is put off: "10 more minutes", "10 minutes"."""
    if (wait := _more(plain, setting)) is not None:
        return Later(setting.now + wait, "", said, wait=wait, longer=True)
    alone = _IN.sub("", plain)
    lengths = when.durations(alone, setting.language)
    if len(lengths) != 1 or lengths[0][1] != (0, len(alone)) or not timedelta(0) < lengths[0][0] <= LONGEST_WAIT:
        return None
    return Later(setting.now + lengths[0][0], "", said, wait=lengths[0][0], bare=True)


def _without_article(name: str) -> str:
    """A thing that is named, as it would stand on the list: "the essay" is "Essay"."""
    article = _ARTICLE.match(fold(name))
    return begun(name[article.end() :] if article is not None else name)


def _what(found: re.Match[str], clean: str) -> str:
    """The thing that a command names, in the person's own words."""
    name = next((group for group, value in found.groupdict().items() if value), None)
    return "" if name is None else clean[slice(*found.span(name))].strip(' \t"“”«»')
