"""Why this one thing, in one line a person reads. Never a reproach. Pure."""

from datetime import datetime
from zoneinfo import ZoneInfo

from cairn.tasks.rules import Because, Choice
from cairn.when import say_rule
from cairn.when.vocabulary import vocabulary

_LINES: dict[str, dict[Because, str]] = {
    "en": {
        Because.DAY_CAME: "Its time has come, and now is a good moment.",
        Because.AT_TIME: "It’s for {time}.",
        Because.TODAY: "It’s for today.",
        Because.TOMORROW: "It’s for tomorrow.",
        Because.MATTERS: "It matters to you.",
        Because.GOES_ON: "It goes on with {project}.",
        Because.FITS: "It fits into {given} min.",
        Because.BEGINS: "There is time for its first step.",
        Because.LIGHT: "It takes little energy.",
        Because.SMALL: "It takes about {minutes} min.",
        Because.FIRST: "It was here first.",
        Because.NOTHING_FITS: "Nothing quite fits just now. This would be next.",
    },
    "es": {
        Because.DAY_CAME: "Ha llegado su momento, y ahora va bien.",
        Because.AT_TIME: "Es para las {time}.",
        Because.TODAY: "Es para hoy.",
        Because.TOMORROW: "Es para mañana.",
        Because.MATTERS: "Es importante para ti.",
        Because.GOES_ON: "Sigue con {project}.",
        Because.FITS: "Cabe en {given} min.",
        Because.BEGINS: "Hay tiempo para su primer paso.",
        Because.LIGHT: "Pide poca energía.",
        Because.SMALL: "Lleva unos {minutes} min.",
        Because.FIRST: "Estaba aquí primero.",
        Because.NOTHING_FITS: "Ahora nada encaja del todo. Esto sería lo siguiente.",
    },
    "fr": {
        Because.DAY_CAME: "Son moment est venu, et maintenant convient bien.",
        Because.AT_TIME: "C’est pour {time}.",
        Because.TODAY: "C’est pour aujourd’hui.",
        Because.TOMORROW: "C’est pour demain.",
        Because.MATTERS: "C’est important pour toi.",
        Because.GOES_ON: "Cela continue {project}.",
        Because.FITS: "Cela tient en {given} min.",
        Because.BEGINS: "Il y a le temps pour la première étape.",
        Because.LIGHT: "Cela demande peu d’énergie.",
        Because.SMALL: "Cela prend environ {minutes} min.",
        Because.FIRST: "C’était là en premier.",
        Because.NOTHING_FITS: "Rien ne convient tout à fait pour l’instant. Ce serait ceci.",
    },
    "pt": {
        Because.DAY_CAME: "Chegou a sua altura, e agora é um bom momento.",
        Because.AT_TIME: "É para as {time}.",
        Because.TODAY: "É para hoje.",
        Because.TOMORROW: "É para amanhã.",
        Because.MATTERS: "É importante para ti.",
        Because.GOES_ON: "Continua {project}.",
        Because.FITS: "Cabe em {given} min.",
        Because.BEGINS: "Há tempo para o primeiro passo.",
        Because.LIGHT: "Pede pouca energia.",
        Because.SMALL: "Demora uns {minutes} min.",
        Because.FIRST: "Estava aqui primeiro.",
        Because.NOTHING_FITS: "Agora nada encaixa bem. Isto seria o seguinte.",
    },
}


def reason(choice: Choice, now: datetime, locale: str, given: int | None = None) -> str:
    """The line for a choice.

    Args:
        now: In the person's zone.
        given: How many minutes they have.
    """
    line = _LINES.get(locale, _LINES["en"])[choice.because]
    due = choice.task.due_at
    time = due.astimezone(now.tzinfo).strftime("%H:%M") if due else ""
    return line.format(time=time, minutes=choice.task.minutes, project=choice.task.project, given=given)


_FOR_DAY = {"en": "For {}", "es": "Para el {}", "fr": "Pour le {}", "pt": "Para {}"}
_COMES_AGAIN = {"en": "It comes again {}", "es": "Vuelve el {}", "fr": "Elle revient le {}", "pt": "Volta {}"}
_AFTER_DONE = {
    "en": "{} after you did it",
    "es": "{} después de hacerlo",
    "fr": "{} après l’avoir fait",
    "pt": "{} depois de a fazeres",
}


def for_the_day(due_at: datetime, now: datetime, zone: ZoneInfo, locale: str) -> str:
    """What a receipt says of a task that is for a day: "For Thu 26 Nov." """
    return _on_day(_FOR_DAY, due_at, now, zone, locale)


def comes_again(due_at: datetime, now: datetime, zone: ZoneInfo, locale: str) -> str:
    """What a receipt says of a done task that comes again: "It comes again Thu 26 Nov." """
    return _on_day(_COMES_AGAIN, due_at, now, zone, locale)


def again(rrule: str, locale: str, *, after_done: bool) -> str:
    """How a task comes again: "Every Monday." """
    said = say_rule(rrule, locale)
    if after_done:
        said = _AFTER_DONE.get(locale, _AFTER_DONE["en"]).format(said)
    return f"{said[:1].upper()}{said[1:]}."


def _on_day(lines: dict[str, str], due_at: datetime, now: datetime, zone: ZoneInfo, locale: str) -> str:
    words, due = vocabulary(locale), due_at.astimezone(zone)
    year = f" {due.year}" if due.year != now.astimezone(zone).year else ""
    day = f"{words.days_short[due.weekday()]} {due.day} {words.months_short[due.month - 1]}{year}"
    return lines.get(locale, lines["en"]).format(day).removesuffix(".") + "."
