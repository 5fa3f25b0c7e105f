"""What pictures of people write to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "avatar.changed": Audited(
        "Picture changed",
        "Imagen cambiada",
        "Image modifiée",
        "Imagem alterada",
        account=True,
    ),
    "avatar.removed": Audited(
        "Picture removed",
        "Imagen quitada",
        "Image retirée",
        "Imagem retirada",
        account=True,
    ),
}
