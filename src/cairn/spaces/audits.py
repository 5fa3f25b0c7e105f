"""What spaces and sharing write to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "space.made": Audited(
        "A space was made",
        "Se creó un espacio",
        "Un espace a été créé",
        "Foi criado um espaço",
        account=True,
    ),
    "space.renamed": Audited(
        "A space got another name",
        "Un espacio recibió otro nombre",
        "Un espace a changé de nom",
        "Um espaço mudou de nome",
        account=True,
    ),
    "space.joined": Audited(
        "Joined a space",
        "Entrada en un espacio",
        "Arrivée dans un espace",
        "Entrada num espaço",
        account=True,
    ),
    "space.left": Audited(
        "Left a space",
        "Salida de un espacio",
        "Départ d'un espace",
        "Saída de um espaço",
        account=True,
    ),
    "member.removed": Audited(
        "Taken out of a space",
        "Retirada de un espacio",
        "Retrait d'un espace",
        "Retirada de um espaço",
        account=True,
    ),
    "invitation.sent": Audited(
        "Somebody was invited into a space",
        "Se invitó a alguien a un espacio",
        "Une personne a été invitée dans un espace",
        "Alguém foi convidado para um espaço",
        account=True,
    ),
    "invitation.withdrawn": Audited(
        "An invitation was taken back",
        "Se retiró una invitación",
        "Une invitation a été retirée",
        "Um convite foi retirado",
        account=True,
    ),
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
