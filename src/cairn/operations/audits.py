"""What operations write to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "job.retry": Audited(
        "A job that was laid aside was tried again",
        "Se volvió a intentar una tarea apartada",
        "Une tâche mise de côté a été relancée",
        "Uma tarefa posta de lado foi tentada de novo",
    ),
}
