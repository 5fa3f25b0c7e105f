"""What leaving writes to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "account.leaving": Audited(
        "Asked to leave: the account goes after a week",
        "Pidió irse: la cuenta se borra después de una semana",
        "Départ demandé : le compte s'en va après une semaine",
        "Pediu para sair: a conta é apagada depois de uma semana",
        account=True,
    ),
    "account.stayed": Audited(
        "Stayed after all: the account is kept",
        "Se quedó: la cuenta se conserva",
        "Finalement resté : le compte est gardé",
        "Afinal ficou: a conta é mantida",
        account=True,
    ),
    "account.left": Audited(
        "Left: the account was removed with everything in it",
        "Se fue: la cuenta se borró con todo lo que había en ella",
        "Parti : le compte a été effacé avec tout ce qu'il contenait",
        "Saiu: a conta foi apagada com tudo o que havia nela",
        account=True,
    ),
}
