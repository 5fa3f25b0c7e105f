"""What automations write to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "automation.add": Audited("Automation made", "Automatización creada", "Automatisation créée", "Automação criada"),
    "automation.edit": Audited(
        "Automation changed", "Automatización cambiada", "Automatisation modifiée", "Automação alterada"
    ),
    "automation.pause": Audited(
        "Automation paused", "Automatización en pausa", "Automatisation mise en pause", "Automação em pausa"
    ),
    "automation.resume": Audited(
        "Automation resumed", "Automatización reanudada", "Automatisation reprise", "Automação retomada"
    ),
    "automation.remove": Audited(
        "Automation deleted", "Automatización eliminada", "Automatisation supprimée", "Automação apagada"
    ),
    "automation.follow": Audited(
        "Automation moved with the time zone",
        "Automatización movida con la zona horaria",
        "Automatisation déplacée avec le fuseau horaire",
        "Automação movida com o fuso horário",
    ),
    "automation.run": Audited(
        "Automation ran", "Automatización ejecutada", "Automatisation exécutée", "Automação executada"
    ),
}
