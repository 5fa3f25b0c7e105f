"""The values that a tool may choose from, for people who are asked whether it may be done."""

from collections.abc import Mapping

from cairn.assistant.wording.deeds import PLACES, Told

CHOICES: Mapping[tuple[str, str], Told] = {
    ("cue", "time"): ("a time of the day", "una hora del día", "une heure de la journée", "uma hora do dia"),
    ("cue", "event"): ("the end of an event", "el final de un evento", "la fin d'un événement", "o fim de um evento"),
    ("cue", "word"): ("a word from you", "una palabra tuya", "un mot de toi", "uma palavra tua"),
    ("cue", "arrival"): ("getting somewhere", "llegar a un sitio", "arriver quelque part", "chegar a um sítio"),
    ("energy", "low"): ("low", "baja", "faible", "baixa"),
    ("energy", "medium"): ("medium", "media", "moyenne", "média"),
    ("energy", "high"): ("high", "alta", "élevée", "alta"),
    ("kind", "start"): ("start of the day", "inicio del día", "début de journée", "início do dia"),
    ("kind", "shutdown"): ("end of the day", "cierre del día", "fin de journée", "fim do dia"),
    ("kind", "week"): ("your week", "tu semana", "ta semaine", "a tua semana"),
    ("mood", "great"): ("great", "genial", "super", "ótimo"),
    ("mood", "good"): ("good", "bien", "bien", "bem"),
    ("mood", "okay"): ("okay", "normal", "ça va", "normal"),
    ("mood", "flat"): ("flat", "sin ganas", "à plat", "em baixo"),
    ("mood", "rough"): ("rough", "mal", "mal", "mal"),
    ("outcome", "done"): ("done", "hecho", "fait", "feito"),
    ("outcome", "part"): ("part of it", "una parte", "une partie", "uma parte"),
    ("outcome", "not"): ("not this time", "esta vez no", "pas cette fois", "desta vez não"),
    ("what", "prompt"): (
        "ask the assistant",
        "preguntar al asistente",
        "demander à l'assistant",
        "perguntar ao assistente",
    ),
    ("what", "digest"): ("tell your day", "contarte tu día", "raconter ta journée", "contar o teu dia"),
    ("what", "week"): ("open your week", "abrir tu semana", "ouvrir ta semaine", "abrir a tua semana"),
}
"""By the argument and the value as the tool gets it."""

YES: Told = ("yes", "sí", "oui", "sim")
NO: Told = ("no", "no", "non", "não")
NOTHING: Told = ("nothing", "nada", "rien", "nada")


def choice(argument: str, value: str, locale: str) -> str:
    """A value that was chosen from a few, in a person's words."""
    told = CHOICES.get((argument, value))
    return told[PLACES.get(locale, 0)] if told else value


def yes_or_no(value: bool, locale: str) -> str:
    return (YES if value else NO)[PLACES.get(locale, 0)]


def nothing(locale: str) -> str:
    """What stands for a value that is left empty."""
    return NOTHING[PLACES.get(locale, 0)]
