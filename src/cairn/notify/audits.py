"""What is written to the audit trail about how people are reached, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "notifications.stopped": Audited(
        "What was coming after you was stopped",
        "Se detuvo lo que te estaba llegando",
        "Ce qui te relançait a été arrêté",
        "Parou o que te estava a chegar",
    ),
    "notifications.resumed": Audited(
        "What was stopped goes on",
        "Lo que se detuvo continúa",
        "Ce qui était arrêté reprend",
        "O que tinha parado continua",
    ),
    "notifications.changed": Audited(
        "How you are reached changed",
        "Cambió cómo te avisamos",
        "Façon de te joindre modifiée",
        "Forma de te avisar alterada",
    ),
}
