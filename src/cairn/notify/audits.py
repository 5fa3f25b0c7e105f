"""What is written to the audit trail about how people are reached, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "notifications.changed": Audited(
        "How you are reached changed",
        "Cambió cómo te avisamos",
        "Façon de te joindre modifiée",
        "Forma de te avisar alterada",
    ),
}
