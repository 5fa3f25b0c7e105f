"""What the assistant writes to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "receipt.undo": Audited(
        "A change was taken back", "Se deshizo un cambio", "Un changement a été annulé", "Uma alteração foi desfeita"
    ),
}
