"""What routines write to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits
from cairn.routines.medications.audits import AUDITS as MEDICATIONS

AUDITS: Audits = {
    "routine.add": Audited("Routine added", "Rutina añadida", "Routine ajoutée", "Rotina adicionada"),
    "routine.edit": Audited("Routine changed", "Rutina cambiada", "Routine modifiée", "Rotina alterada"),
    "routine.remove": Audited("Routine removed", "Rutina quitada", "Routine retirée", "Rotina retirada"),
    "routine.begin": Audited("Routine begun", "Rutina empezada", "Routine commencée", "Rotina começada"),
    "routine.step": Audited(
        "Step of a routine done, skipped or opened again",
        "Paso de una rutina hecho, saltado o abierto de nuevo",
        "Étape d'une routine faite, passée ou rouverte",
        "Passo de uma rotina feito, saltado ou reaberto",
    ),
    "routine.finish": Audited("Routine finished", "Rutina terminada", "Routine terminée", "Rotina terminada"),
    "routine.resume": Audited("Routine taken up again", "Rutina retomada", "Routine reprise", "Rotina retomada"),
    "routine.drop": Audited(
        "Begun routine taken back", "Rutina empezada retirada", "Routine annulée", "Rotina anulada"
    ),
    **MEDICATIONS,
}
