"""What plans write to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "plan.add": Audited("If-then plan made", "Plan si-entonces creado", "Plan si-alors créé", "Plano se-então criado"),
    "plan.edit": Audited(
        "If-then plan changed", "Plan si-entonces cambiado", "Plan si-alors modifié", "Plano se-então alterado"
    ),
    "plan.pause": Audited(
        "If-then plan paused", "Plan si-entonces en pausa", "Plan si-alors mis en pause", "Plano se-então em pausa"
    ),
    "plan.resume": Audited(
        "If-then plan resumed", "Plan si-entonces reanudado", "Plan si-alors repris", "Plano se-então retomado"
    ),
    "plan.remove": Audited(
        "If-then plan deleted", "Plan si-entonces eliminado", "Plan si-alors supprimé", "Plano se-então apagado"
    ),
    "plan.new_address": Audited(
        "New address for a phone to call",
        "Nueva dirección para el teléfono",
        "Nouvelle adresse pour le téléphone",
        "Novo endereço para o telefone",
    ),
    "plan.begin": Audited(
        "If-then plan began", "Plan si-entonces iniciado", "Plan si-alors commencé", "Plano se-então iniciado"
    ),
    "plan.answer": Audited(
        "If-then plan answered", "Plan si-entonces respondido", "Réponse au plan si-alors", "Plano se-então respondido"
    ),
}
