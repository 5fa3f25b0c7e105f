"""What sharing writes to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "share.given": Audited(
        "Somebody was let see some things",
        "Se dejó ver algunas cosas a otra persona",
        "Une personne a reçu le droit de voir certaines choses",
        "Foi dada a alguém a possibilidade de ver algumas coisas",
        account=True,
    ),
    "share.ended": Audited(
        "Somebody may no longer see what was shared",
        "Otra persona ya no puede ver lo compartido",
        "Une personne ne peut plus voir ce qui était partagé",
        "Alguém já não pode ver o que era partilhado",
        account=True,
    ),
    "support.asked": Audited(
        "Asked to look, in order to help",
        "Se pidió mirar para ayudar",
        "Il a été demandé de regarder, pour aider",
        "Foi pedido para ver, a fim de ajudar",
        account=True,
    ),
    "support.granted": Audited(
        "Looking was allowed, in order to help",
        "Se permitió mirar para ayudar",
        "Il a été permis de regarder, pour aider",
        "Foi permitido ver, a fim de ajudar",
        account=True,
    ),
    "support.refused": Audited(
        "Looking was not allowed",
        "No se permitió mirar",
        "Il n'a pas été permis de regarder",
        "Não foi permitido ver",
        account=True,
    ),
}
