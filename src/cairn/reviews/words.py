"""What reviews are called, in four languages. Pure."""

from cairn.reviews.models import Kind

_NAMES = {
    "en": {Kind.START: "Start of the day", Kind.SHUTDOWN: "End of the day", Kind.WEEK: "Your week"},
    "es": {Kind.START: "Inicio del día", Kind.SHUTDOWN: "Cierre del día", Kind.WEEK: "Tu semana"},
    "fr": {Kind.START: "Début de journée", Kind.SHUTDOWN: "Fin de journée", Kind.WEEK: "Ta semaine"},
    "pt": {Kind.START: "Início do dia", Kind.SHUTDOWN: "Fim do dia", Kind.WEEK: "A tua semana"},
}


def named(kind: Kind, locale: str) -> str:
    """What a receipt calls it."""
    return _NAMES.get(locale.split("-", maxsplit=1)[0], _NAMES["en"])[kind]
