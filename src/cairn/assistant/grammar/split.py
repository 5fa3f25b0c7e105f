"""Several things said in one breath, taken apart only where each part stands by itself."""

import re

from cairn import when
from cairn.assistant.grammar.phrase import CLOCK, LINK, SO_LONG, Setting, bare, opened, spelt, timed
from cairn.when import Grain
from cairn.when.tokens import fold

MOST_PARTS = 20
_SENTENCES = re.compile(r"\n+|;\s*|(?<=[.!?])\s+(?=[\w¿¡\"“(])")
_BULLET = re.compile(r"^\s*(?:[-*•‣–—]\s+|\d{1,2}[.)]\s+|\[[ xX]?\]\s*|- \[[ xX]?\]\s*)+")
_NUMBERED = re.compile(r"\s*1[.)]\s+\S.*\s2[.)]\s")
_NEXT_NUMBER = re.compile(r"\s+(?=\d{1,2}[.)]\s)")
"""Of a list in one line: "1. buy milk 2. call Ana"."""
_ABBREVIATED = re.compile(
    r"(?:\b(?:dra?|mr|mrs|ms|st|sra?|srta|prof|ing|lic|arq|eng|mme|mlle|av|avda|apto|depto|tel"
    r"|no|vs|etc|e\.g|i\.e|approx|[ap]\.m|\d+|\w)\.)$",
    re.IGNORECASE,
)


_AGAIN = re.compile(r"(?:and )?(?:then )?again|otra vez|de nuevo|encore|a nouveau|outra vez|de novo|")
"""Beside a time: the same thing once more, or nothing."""
_DOTTED = re.compile(r"(?<!\w)([a-z]{3,5})\.$")
_SHORT_DATES = """
jan janv ene feb fev fevr mar apr abr avr may mai jun jul juil aug ago aou sep sept set oct out nov dec dic dez
mon tue tues wed thu thur thurs fri sat sun lun mie jue vie sab dom mer jeu ven sam dim seg ter qua qui sex
"""
_DATED = frozenset(_SHORT_DATES.split())
"""Days and months that are written with a dot."""


def sentences(text: str) -> list[str]:
    """Lines and sentences, without bullets."""
    cut: list[str] = []
    place = 0
    if _NUMBERED.match(text):
        text = _NEXT_NUMBER.sub("\n", text)
    for end in _SENTENCES.finditer(text):
        before = text[place : end.start()]
        if "\n" not in end[0] and ";" not in end[0] and _abbreviates(before, text[end.end() :]):
            continue
        cut.append(before)
        place = end.end()
    cut.append(text[place:])
    return [piece for one in cut if (piece := _BULLET.sub("", one).strip())]


def _abbreviates(before: str, after: str) -> bool:
    """Whether a dot ends a word and no sentence: "dr.", or "2 déc." with more of its line behind it."""
    if _ABBREVIATED.search(before):
        return True
    last = _DOTTED.search(fold(before))
    return last is not None and last[1] in _DATED and not after[:1].isupper()


def parts(sentence: str, setting: Setting) -> list[str]:
    """The things of one sentence: "call mum at 5, buy milk" is two, "buy bread and butter" is one."""
    found: list[str] = []
    place = 0
    headed, enumerated = day_ahead(sentence, setting) is not None, False
    for joint in setting.lexicon.join.finditer(fold(sentence)):
        left, right = sentence[place : joint.start()], sentence[joint.end() :]
        after = setting.lexicon.then.search(joint[0]) is not None
        listed = "," in joint[0] or after
        if headed and after and left.strip() and right.strip():
            found.append(left.strip())
            place = joint.end()
            continue
        follows = (
            _begins(right, setting, listed=listed or _orders(left, right, setting))
            or (listed and _tells_more(left, right, setting))
            or _has_its_own_time(left, right, setting, listed=listed)
            or ((listed or enumerated) and _is_booked(right, setting))
        )
        if follows and _stands(left, joint[0].strip(), right, setting) and not _shares(left, right, setting):
            found.append(left.strip())
            place = joint.end()
            enumerated = enumerated or "," in joint[0]
    found.append(sentence[place:].strip())
    return found


def day_ahead(sentence: str, setting: Setting) -> str | None:
    """The words of a day that a whole sentence is about: "tomorrow: dentist at 9, then groceries"."""
    head, colon, rest = sentence.partition(":")
    if not colon or not rest.strip():
        return None
    day = when.read(head.strip(), setting.now, language=setting.language, parts=setting.parts)
    return head.strip() if day is not None and day.grain is Grain.DAY and day.rrule is None else None


def _first(text: str) -> str:
    words = re.findall(r"[\w'-]+", fold(text))
    return words[0] if words else ""


def begins_with_verb(text: str, setting: Setting) -> bool:
    """Whether a text opens like a thing to do, and not like a name that is spelt the same."""
    words = re.findall(r"[\w'-]+", spelt(text))
    if not words:
        return False
    words[0] = fold(words[0])
    if words[0] not in setting.lexicon.verbs and setting.lexicon.infinitive.match(words[0]) is None:
        return False
    if len(words) == 1:
        return words[0] not in setting.lexicon.nounish
    if words[1:2] == ["a"] and _is_infinitive(words[0], setting):
        return True  # an "a" after it lacks its accent
    if words[0] in setting.lexicon.nounish:
        return not any(setting.lexicon.finite.match(word) for word in words[1:4])
    return setting.lexicon.finite.match(words[1]) is None


def led_deed(text: str, setting: Setting) -> str:
    """Something to do without what led it, where it follows another: "… et d'acheter des fleurs"."""
    link = LINK.match(text) if opened(setting.lexicon.need, text) is None else None
    deed = text[link.end() :].strip() if link is not None else ""
    return deed if deed and begins_with_verb(deed, setting) else text


def _is_infinitive(word: str, setting: Setting) -> bool:
    return word in setting.lexicon.verbs and setting.lexicon.infinitive.match(word) is not None


def _stands(left: str, joint: str, right: str, setting: Setting) -> bool:
    left = led_deed(bare(left, setting.lexicon), setting)
    lexicon = setting.lexicon
    if (joint == "," or LINK.match(right)) and (asked := opened(lexicon.remind, left)) is not None:
        deed = timed(asked, setting)
        if deed.moment is not None and not deed.rest.strip(" ,"):
            return False  # "remind me at 5, call Ana"
    if lexicon.polite_lead.fullmatch(f"{fold(left)} "):
        return False
    if any(opened(one, left) for one in (lexicon.remind, lexicon.need, lexicon.note, lexicon.idea)):
        return True
    if len(left.split()) < 2:
        return lexicon.then.search(joint) is not None and begins_with_verb(left, setting)
    if lexicon.then.search(joint) is not None and _is_booked(right, setting):
        return True  # "code review, then lunch with Sneha at 1"
    rest = timed(left, setting)
    if rest.moment is not None and not rest.rest.strip(" ,"):
        return False  # a time alone is that of what follows: "this evening, call Ana"
    if begins_with_verb(left, setting) or lexicon.statement.match(fold(left)) or lexicon.finite.search(spelt(left)):
        return True
    return rest.moment is not None


def _tells_more(left: str, right: str, setting: Setting) -> bool:
    """Whether something is told beside something booked: "dentist at 3, and I always forget how long it takes"."""
    return setting.lexicon.statement.match(fold(right)) is not None and timed(left, setting).moment is not None


def _has_its_own_time(left: str, right: str, setting: Setting, *, listed: bool) -> bool:
    """Whether another thing with a time of its own follows: "… and at 6 go swimming", "… , dentist on friday at 4"."""
    right = right if (joint := setting.lexicon.join.search(fold(right))) is None else right[: joint.start()]
    after = timed(bare(right, setting.lexicon), setting)
    if after.moment is None or _AGAIN.fullmatch(fold(after.rest).strip()) or SO_LONG.fullmatch(fold(after.rest)):
        return False
    if begins_with_verb(bare(after.rest, setting.lexicon), setting):
        led = fold(bare(right, setting.lexicon)).startswith(fold(after.heard)[:4])
        return led or timed(left, setting).moment is not None
    if listed and after.moment.grain is Grain.DAY and after.moment.rrule is None:
        first = timed(left, setting).moment
        return first is not None and first.grain is Grain.DAY and first.start != after.moment.start
    if after.moment.grain not in CLOCK:
        return False
    before = timed(left, setting).moment
    if not re.search(r"\d", after.heard):  # "tomorrow morning laundry and in the afternoon shopping"
        led = fold(bare(right, setting.lexicon)).startswith(fold(after.heard)) and bool(after.rest.strip())
        other = before is not None and before.grain in CLOCK and after.moment.grain is Grain.PART
        return led and other and before != after.moment
    return before is not None and (listed or before.grain in CLOCK)


BOOKED = re.compile(
    r"\b(?:meetings?|mtg|appointment|appt|dentist|doctor|class|interview|exam|vet|reunion|cita|dentista|medico|tutoria"
    r"|clase|entrevista|examen|veterinario|rdv|rendez-vous|dentiste|medecin|cours|entretien|veto|reuniao|consulta|aula"
    r"|exame|veterinario|dinner|lunch|brunch|party|concert|therapy|flight|cena|almuerzo|fiesta|concierto|terapia|vuelo"
    r"|dejeuner|diner|fete|soiree|therapie|vol|jantar|almoco|festa|concerto|voo"
    r"|lecture|seminar|tutorial|workshop|webinar|training|physio|haircut|rehearsal|seminario|taller|entrenamiento|fisio"
    r"|ensayo|seminaire|atelier|entrainement|coiffeur|kine|repetition|treino|cabeleireiro|fisioterapia|ensaio)\b"
)
"""What is booked, of all that may stand last in a list of things to do."""


def _is_booked(right: str, setting: Setting) -> bool:
    """Whether what comes last in a list is something booked, with its time: "…, sign the slip, and dentist at 5"."""
    after = timed(bare(right, setting.lexicon), setting)
    return after.moment is not None and BOOKED.search(fold(after.rest)) is not None


def _begins(right: str, setting: Setting, *, listed: bool) -> bool:
    right = re.sub(r"^(?:to|de|d'|que)\s*\b", "", bare(right, setting.lexicon))
    lexicon = setting.lexicon
    if any(opened(one, right) for one in (lexicon.remind, lexicon.need, lexicon.note, lexicon.idea)):
        return True
    words = re.findall(r"[\w-]+", fold(right))
    if len(words) < 2 or not begins_with_verb(right, setting):
        return False
    # "and water the plants" is a thing to do, "and water bottles" is more to buy.
    return listed or words[0] not in lexicon.nounish or words[1] in lexicon.determiners


_OF = frozenset(["de", "del", "do", "da", "dos", "das", "du", "des", "d"])


def _orders(left: str, right: str, setting: Setting) -> bool:
    """Whether one order follows another: "llama a mamá y compra leche", where "compra" may be a purchase."""
    first, second = (re.findall(r"[\w-]+", fold(bare(one, setting.lexicon)))[:2] for one in (left, right))
    if len(second) < 2 or second[1] in _OF or not begins_with_verb(bare(left, setting.lexicon), setting):
        return False
    inflected = any(_is_infinitive(verb, setting) for verb in setting.lexicon.verbs)
    return inflected and not any(_is_infinitive(one[0], setting) for one in (first, second))


def _shares(left: str, right: str, setting: Setting) -> bool:
    """Whether one reminder names both: "remind me to call mum and buy milk at 5"."""
    clean = bare(left, setting.lexicon)
    if opened(setting.lexicon.remind, clean) is None:
        return False
    if opened(setting.lexicon.remind, bare(right, setting.lexicon)) is not None:
        return False
    before, after = timed(clean, setting).moment, timed(right, setting).moment
    if before is None:
        return True
    # The time stood in front of both: "remind me at 5 to call mum and buy milk".
    head = timed(clean, setting)
    led = fold(clean).find(fold(head.heard)) < len(clean) // 2 if head.heard else False
    return after is None and led
