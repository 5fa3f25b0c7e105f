"""What is written to the audit trail about second factors, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "factor.app_added": Audited(
        "An app for codes was added",
        "Se añadió una aplicación de códigos",
        "Une application de codes a été ajoutée",
        "Foi adicionada uma aplicação de códigos",
        account=True,
    ),
    "factor.app_removed": Audited(
        "An app for codes was removed",
        "Se quitó una aplicación de códigos",
        "Une application de codes a été retirée",
        "Foi retirada uma aplicação de códigos",
        account=True,
    ),
    "factor.passkey_added": Audited(
        "A passkey was added",
        "Se añadió una llave de acceso",
        "Une clé d'accès a été ajoutée",
        "Foi adicionada uma chave de acesso",
        account=True,
    ),
    "factor.passkey_removed": Audited(
        "A passkey was removed",
        "Se quitó una llave de acceso",
        "Une clé d'accès a été retirée",
        "Foi retirada uma chave de acesso",
        account=True,
    ),
    "factor.all_removed": Audited(
        "Whoever runs this Cairn removed all second factors",
        "Quien lleva este Cairn quitó todos los segundos factores",
        "Qui s'occupe de ce Cairn a retiré tous les seconds facteurs",
        "Quem trata deste Cairn retirou todos os segundos fatores",
        account=True,
    ),
    "factor.taken_back": Audited(
        "What was added to protect the account was taken back by letter",
        "Lo que se añadió para proteger la cuenta se retiró por carta",
        "Ce qui avait été ajouté pour protéger le compte a été retiré par lettre",
        "O que foi acrescentado para proteger a conta foi retirado por carta",
        account=True,
    ),
    "factor.passkey_copied": Audited(
        "A passkey that may have been copied was refused",
        "Se rechazó una llave de acceso que pudo haberse copiado",
        "Une clé d'accès qui a pu être copiée a été refusée",
        "Foi recusada uma chave de acesso que pode ter sido copiada",
        account=True,
    ),
    "factor.renamed": Audited(
        "A second factor got another name",
        "Se cambió el nombre de un segundo factor",
        "Un second facteur a changé de nom",
        "Foi mudado o nome de um segundo fator",
        account=True,
    ),
    "factor.codes_renewed": Audited(
        "New recovery codes were made",
        "Se crearon códigos de recuperación nuevos",
        "De nouveaux codes de secours ont été créés",
        "Foram criados novos códigos de recuperação",
        account=True,
    ),
    "factor.code_used": Audited(
        "A recovery code was used",
        "Se usó un código de recuperación",
        "Un code de secours a été utilisé",
        "Foi usado um código de recuperação",
        account=True,
    ),
    "factor.proven": Audited(
        "Proved who it is",
        "Identidad probada",
        "Identité prouvée",
        "Identidade provada",
        account=True,
    ),
    "factor.refused": Audited(
        "A wrong proof of who it is was refused",
        "Se rechazó una prueba de identidad equivocada",
        "Une mauvaise preuve d'identité a été refusée",
        "Foi recusada uma prova de identidade errada",
        account=True,
    ),
}
