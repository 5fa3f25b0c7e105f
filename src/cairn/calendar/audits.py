"""What the calendar writes to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "event.added": Audited("Event added", "Evento añadido", "Événement ajouté", "Evento adicionado"),
    "event.changed": Audited("Event changed", "Evento cambiado", "Événement modifié", "Evento alterado"),
    "event.cancelled": Audited("Event cancelled", "Evento cancelado", "Événement annulé", "Evento cancelado"),
    "event.restored": Audited("Event brought back", "Evento recuperado", "Événement rétabli", "Evento recuperado"),
    "event.followed": Audited(
        "Event moved with the time zone",
        "Evento movido con la zona horaria",
        "Événement déplacé avec le fuseau horaire",
        "Evento movido com o fuso horário",
    ),
}
