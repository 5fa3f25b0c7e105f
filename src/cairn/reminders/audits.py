"""What reminders write to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "reminder.booked": Audited("Reminder set", "Recordatorio creado", "Rappel créé", "Lembrete marcado"),
    "reminder.changed": Audited("Reminder changed", "Recordatorio cambiado", "Rappel modifié", "Lembrete alterado"),
    "reminder.snoozed": Audited("Reminder put off", "Recordatorio aplazado", "Rappel reporté", "Lembrete adiado"),
    "reminder.done": Audited("Reminder done", "Recordatorio hecho", "Rappel terminé", "Lembrete feito"),
    "reminder.cancelled": Audited(
        "Reminder cancelled", "Recordatorio cancelado", "Rappel annulé", "Lembrete cancelado"
    ),
    "reminder.reopened": Audited(
        "Reminder opened again", "Recordatorio abierto de nuevo", "Rappel rouvert", "Lembrete reaberto"
    ),
    "reminder.restored": Audited(
        "Reminder brought back", "Recordatorio recuperado", "Rappel rétabli", "Lembrete recuperado"
    ),
    "reminder.ladder_changed": Audited(
        "How a reminder reaches you changed",
        "Cambió cómo te llega un recordatorio",
        "Façon dont un rappel te parvient modifiée",
        "Alterada a forma como um lembrete te chega",
    ),
    "reminder.moved": Audited(
        "Reminder moved with the time zone",
        "Recordatorio movido con la zona horaria",
        "Rappel déplacé avec le fuseau horaire",
        "Lembrete movido com o fuso horário",
    ),
}
