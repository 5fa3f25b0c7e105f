"""What the trail writes about itself, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "trail.trim": Audited(
        "Old entries of the audit trail removed",
        "Entradas antiguas del registro de auditoría eliminadas",
        "Anciennes entrées du journal d'audit supprimées",
        "Entradas antigas do registo de auditoria removidas",
    ),
}
