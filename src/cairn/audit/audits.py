"""What the trail writes about itself, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "trail.read": Audited(
        "Audit trail read", "Registro de auditoría consultado", "Journal d'audit consulté", "Registo de auditoria lido"
    ),
    "trail.export": Audited(
        "Audit trail taken out as a file",
        "Registro de auditoría exportado a un archivo",
        "Journal d'audit exporté dans un fichier",
        "Registo de auditoria exportado para um ficheiro",
    ),
    "trail.trim": Audited(
        "Old entries of the audit trail removed",
        "Entradas antiguas del registro de auditoría eliminadas",
        "Anciennes entrées du journal d'audit supprimées",
        "Entradas antigas do registo de auditoria removidas",
    ),
}
