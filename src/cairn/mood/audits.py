"""What mood writes to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "mood.say": Audited(
        "Mood or energy noted", "Ánimo o energía anotados", "Humeur ou énergie notée", "Humor ou energia anotados"
    ),
    "mood.edit": Audited(
        "Noted mood or energy changed",
        "Ánimo o energía anotados cambiados",
        "Humeur ou énergie notée modifiée",
        "Humor ou energia anotados alterados",
    ),
    "mood.remove": Audited(
        "Noted mood or energy removed",
        "Ánimo o energía anotados quitados",
        "Humeur ou énergie notée retirée",
        "Humor ou energia anotados retirados",
    ),
}
