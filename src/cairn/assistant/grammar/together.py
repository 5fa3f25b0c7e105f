"""Several things said in one breath, once each is understood. Pure."""

from dataclasses import replace
from datetime import datetime

from cairn.assistant.grammar.alone import clock_alone
from cairn.assistant.grammar.intents import Intent
from cairn.assistant.grammar.phrase import Setting
from cairn.assistant.grammar.things import Remind


def on_one_day(found: list[tuple[Intent, str]], setting: Setting) -> list[tuple[Intent, str]]:
    """ "dentist tomorrow at 10, gym at 18:00": a later hour is of the day that was said before it, and read back."""
    day: datetime | None = None
    told: list[tuple[Intent, str]] = []
    for one, part in found:
        intent = one
        if isinstance(intent, Remind) and intent.rrule is None and not intent.all_day:
            clock = None
            if day is not None and intent.heard:
                clock = clock_alone(intent.heard, day, setting.language, setting.parts)
            if clock is not None and day is not None and clock > day and clock.date() != intent.when.date():
                end = clock + (intent.end - intent.when) if intent.end is not None else None
                intent = replace(intent, when=clock, end=end, sure=False)
            day = intent.when
        told.append((intent, part))
    return told
