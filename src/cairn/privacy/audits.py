"""What privacy writes to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "account.exported": Audited(
        "Everything in the account was taken along as a file",
        "Se descargó en un archivo todo lo que hay en la cuenta",
        "Tout le contenu du compte a été téléchargé dans un fichier",
        "Tudo o que há na conta foi descarregado num ficheiro",
        account=True,
    ),
}
