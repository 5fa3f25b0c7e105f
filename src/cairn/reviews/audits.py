"""What reviews write to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "review.begin": Audited("Review begun", "Repaso empezado", "Bilan commencé", "Revisão começada"),
    "review.answer": Audited("Review gone on with", "Repaso continuado", "Bilan poursuivi", "Revisão continuada"),
    "review.decide": Audited(
        "Something decided in a review",
        "Algo decidido en un repaso",
        "Quelque chose décidé dans un bilan",
        "Algo decidido numa revisão",
    ),
    "review.take_back": Audited(
        "A review's decision taken back",
        "Decisión de un repaso deshecha",
        "Décision d'un bilan annulée",
        "Decisão de uma revisão desfeita",
    ),
    "review.end": Audited("Review ended", "Repaso terminado", "Bilan terminé", "Revisão terminada"),
    "review.remove": Audited("Review removed", "Repaso quitado", "Bilan retiré", "Revisão retirada"),
    "review.wish": Audited(
        "When reviews are offered changed",
        "Cambiado cuándo se ofrecen los repasos",
        "Moment où les bilans sont proposés modifié",
        "Alterado quando as revisões são propostas",
    ),
}
