"""What looking after people writes to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "people.listed": Audited(
        "Looked through who has an account",
        "Se consultó quién tiene cuenta",
        "La liste des comptes a été consultée",
        "Foi consultado quem tem conta",
    ),
    "person.seen": Audited(
        "The account was looked at, without what it keeps",
        "Se consultó la cuenta, sin lo que guarda",
        "Le compte a été consulté, sans ce qu'il garde",
        "A conta foi consultada, sem o que ela guarda",
        account=True,
    ),
    "person.suspended": Audited(
        "The account was suspended",
        "La cuenta fue suspendida",
        "Le compte a été suspendu",
        "A conta foi suspensa",
        account=True,
    ),
    "person.restored": Audited(
        "The account was opened again",
        "La cuenta se volvió a abrir",
        "Le compte a été rouvert",
        "A conta foi reaberta",
        account=True,
    ),
    "person.role_changed": Audited(
        "The account got another role",
        "La cuenta recibió otro rol",
        "Le compte a reçu un autre rôle",
        "A conta recebeu outro papel",
        account=True,
    ),
    "person.erased": Audited(
        "The account was removed with everything in it",
        "La cuenta se eliminó con todo lo que tenía",
        "Le compte a été supprimé avec tout son contenu",
        "A conta foi removida com tudo o que tinha",
        account=True,
    ),
    "role.changed": Audited(
        "What a role may do was changed",
        "Se cambió lo que un rol puede hacer",
        "Ce qu'un rôle peut faire a été modifié",
        "Foi mudado o que um papel pode fazer",
    ),
}
