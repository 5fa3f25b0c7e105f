"""What subscriptions write to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "push.added": Audited(
        "Notices turned on in a browser",
        "Avisos activados en un navegador",
        "Avis activés dans un navigateur",
        "Avisos ligados num navegador",
    ),
    "push.changed": Audited(
        "How much notices say in a browser was changed",
        "Se cambió cuánto dicen los avisos en un navegador",
        "Ce que disent les avis dans un navigateur a été modifié",
        "Foi alterado quanto dizem os avisos num navegador",
    ),
    "push.removed": Audited(
        "Notices ended in a browser",
        "Avisos terminados en un navegador",
        "Avis arrêtés dans un navigateur",
        "Avisos terminados num navegador",
    ),
}
