"""What medications write to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "medication.add": Audited("Medication added", "Medicamento añadido", "Médicament ajouté", "Medicamento adicionado"),
    "medication.edit": Audited(
        "Medication changed", "Medicamento cambiado", "Médicament modifié", "Medicamento alterado"
    ),
    "medication.remove": Audited(
        "Medication removed", "Medicamento quitado", "Médicament retiré", "Medicamento retirado"
    ),
    "dose.log": Audited(
        "Dose taken or skipped", "Dosis tomada o saltada", "Dose prise ou passée", "Dose tomada ou saltada"
    ),
    "dose.remove": Audited(
        "Note of a dose taken back",
        "Apunte de una dosis retirado",
        "Note d'une dose annulée",
        "Registo de uma dose anulado",
    ),
}
