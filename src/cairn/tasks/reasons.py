"""Why this one thing, in one line a person reads. Never a reproach. Pure."""

from datetime import datetime
from zoneinfo import ZoneInfo

from cairn.tasks.rules import Because, Choice
from cairn.when.vocabulary import vocabulary

_LINES: dict[str, dict[Because, str]] = {
    "en": {
        Because.DAY_CAME: "Its time has come, and now is a good moment.",
        Because.AT_TIME: "It’s for {time}.",
        Because.TODAY: "It’s for today.",
        Because.TOMORROW: "It’s for tomorrow.",
        Because.SMALL: "It takes about {minutes} min.",
        Because.FIRST: "It was here first.",
    },
    "es": {
        Because.DAY_CAME: "Ha llegado su momento, y ahora va bien.",
        Because.AT_TIME: "Es para las {time}.",
        Because.TODAY: "Es para hoy.",
        Because.TOMORROW: "Es para mañana.",
        Because.SMALL: "Lleva unos {minutes} min.",
        Because.FIRST: "Estaba aquí primero.",
    },
    "fr": {
        Because.DAY_CAME: "Son moment est venu, et maintenant convient bien.",
        Because.AT_TIME: "C’est pour {time}.",
        Because.TODAY: "C’est pour aujourd’hui.",
        Because.TOMORROW: "C’est pour demain.",
        Because.SMALL: "Cela prend environ {minutes} min.",
        Because.FIRST: "C’était là en premier.",
    },
    "pt": {
        Because.DAY_CAME: "Chegou a sua altura, e agora é um bom momento.",
        Because.AT_TIME: "É para as {time}.",
        Because.TODAY: "É para hoje.",
        Because.TOMORROW: "É para amanhã.",
        Because.SMALL: "Demora uns {minutes} min.",
        Because.FIRST: "Estava aqui primeiro.",
    },
}


def reason(choice: Choice, now: datetime, locale: str) -> str:
    """The line for a choice.

    Args:
        now: In the person's zone.
    """
    line = _LINES.get(locale, _LINES["en"])[choice.because]
    due = choice.task.due_at
    time = due.astimezone(now.tzinfo).strftime("%H:%M") if due else ""
    return line.format(time=time, minutes=choice.task.estimate_minutes)


_FOR_DAY = {"en": "For {}", "es": "Para el {}", "fr": "Pour le {}", "pt": "Para {}"}


def for_the_day(due_at: datetime, now: datetime, zone: ZoneInfo, locale: str) -> str:
    """What a receipt says of a task that is for a day: "For Thu 26 Nov." """
    words, due = vocabulary(locale), due_at.astimezone(zone)
    year = f" {due.year}" if due.year != now.astimezone(zone).year else ""
    day = f"{words.days_short[due.weekday()]} {due.day} {words.months_short[due.month - 1]}{year}"
    return _FOR_DAY.get(locale, _FOR_DAY["en"]).format(day).removesuffix(".") + "."
