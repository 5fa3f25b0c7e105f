"""Second thoughts in one breath: "call mom at 5, no, at 6" is for six. Pure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from cairn import when
from cairn.assistant.grammar.alone import HALF, TimeAlone, clock_alone, time_alone
from cairn.assistant.grammar.intents import Intent
from cairn.assistant.grammar.phrase import Setting
from cairn.assistant.grammar.things import AddTask, Remind
from cairn.when.tokens import fold

_TURNS: Mapping[str, str] = {
    "en": r"(?:(?:oh|no|actually),? )?(?:no wait|wait,? no|no|wait|actually|sorry|i mean|scratch that|or rather)"
    r"(?:,? make (?:it|that))?|make (?:it|that)",
    "es": r"(?:ay,? )?(?:no,? (?:espera|perdon|mejor)|no|perdon|digo|mejor(?: dicho)?|espera)",
    "fr": r"(?:(?:ah|euh|enfin),? )?(?:non,? (?:attends|pardon|plutot)|non|pardon|plutot|je veux dire)|enfin",
    "pt": r"(?:nao,? (?:espera|desculpa|melhor)|nao|alias|desculpa|quer(?:o)? dizer|(?:ou )?melhor|digo)",
}
"""What turns from one time to another."""
_NOT = {
    "en": re.compile(r"\s+(?:and )?not\s+"),
    "es": re.compile(r"\s+(?:y )?no\s+"),
    "fr": re.compile(r"\s+(?:et )?(?:non )?pas\s+"),
    "pt": re.compile(r"\s+(?:e )?nao\s+"),
}
"""Before a time that is not meant."""
_LONGEST = 40
_EDGE = " ,.;:!-–—"


@dataclass(frozen=True, slots=True)
class SecondThought:
    """A time that takes the place of another.

    Args:
        head: What was said before, with the time that was wrong.
        rest: The same without that time, and with the right one.
        meant: The right time.
    """

    head: str
    rest: str
    meant: TimeAlone
    setting: Setting

    def applied(self, read: Callable[[str], list[Intent]]) -> list[Intent] | None:
        """What was said before, its last thing at the right time; nothing where that comes again, lasts or is over.

        Args:
            read: What a text means.
        """
        first = read(self.head)
        last = first[-1]
        if self.meant.moment.rrule:
            return None
        if isinstance(last, AddTask):
            return None if last.rrule else read(self.rest)
        if not isinstance(last, Remind) or last.rrule or last.end:
            return None
        moment = self._moment(last.when)
        if moment <= self.setting.now:
            return None
        right = replace(last, when=moment, heard=self.meant.heard, sure=last.sure and self.meant.moment.sure)
        return [*first[:-1], right]

    def _moment(self, wrong: datetime) -> datetime:
        """The right time; of an hour alone on the same day, of a day alone at the same hour."""
        start = self.meant.moment.start
        if not self.meant.has_clock:
            return datetime.combine(start.date(), wrong.timetz())
        if clock_alone(self.meant.heard, wrong, self.setting.language, self.setting.parts) is None:
            return start
        same_day = datetime.combine(wrong.date(), start.timetz())
        either = [same_day] if self.meant.moment.sure else [same_day - HALF, same_day, same_day + HALF]
        return min((one for one in either if one.date() == wrong.date()), key=lambda one: abs(one - wrong))


def second_thought(said: str, setting: Setting) -> SecondThought | None:
    """The time that takes another's place at the end of what was said, if one does."""
    turns = _TURNS.get(setting.language.partition("-")[0], _TURNS["en"])
    turn = rf"[\s,;:.–—-]+(?:{turns})[\s,;:]+(?=[^,;?]{{1,{_LONGEST}}}\Z)"
    for found in re.finditer(turn, fold(said)):
        if _NOT[setting.tag].fullmatch(found[0]):
            continue  # "a las 11 no a las 10"
        head, tail = said[: found.start()].rstrip(_EDGE), said[found.end() :].strip(_EDGE)
        meant = time_alone(tail, setting.now, setting.language, setting.parts)
        wrong = when.find(head, setting.now, language=setting.language, parts=setting.parts)
        if meant is None or meant.corrects or not wrong or wrong[-1].span[1] < len(head):
            continue
        if before := head[: wrong[-1].span[0]].rstrip(_EDGE):
            return SecondThought(head, f"{before} {tail}", meant, setting)
    return _denied(said, setting)


def _denied(said: str, setting: Setting) -> SecondThought | None:
    """What was said before a time that it is not: "dentist at 11 not at 10"."""
    for found in _NOT[setting.tag].finditer(fold(said)):
        head, tail = said[: found.start()].rstrip(_EDGE), said[found.end() :].strip(_EDGE)
        right = when.find(head, setting.now, language=setting.language, parts=setting.parts)
        if len(tail) > _LONGEST or not right or right[-1].span[1] < len(head):
            continue
        heard = head[slice(*right[-1].span)]
        meant = time_alone(heard, setting.now, setting.language, setting.parts)
        if meant is not None and time_alone(tail, setting.now, setting.language, setting.parts) is not None:
            return SecondThought(head, head, meant, setting)
    return None
