"""What memory writes to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "memory.remember": Audited("Memory kept", "Recuerdo guardado", "Souvenir gardé", "Memória guardada"),
    "memory.import": Audited(
        "Memories brought in", "Recuerdos importados", "Souvenirs importés", "Memórias importadas"
    ),
    "memory.edit": Audited("Memory changed", "Recuerdo cambiado", "Souvenir modifié", "Memória alterada"),
    "memory.forget": Audited("Memory forgotten", "Recuerdo olvidado", "Souvenir oublié", "Memória esquecida"),
    "memory.forget_many": Audited(
        "Several memories forgotten",
        "Varios recuerdos olvidados",
        "Plusieurs souvenirs oubliés",
        "Várias memórias esquecidas",
    ),
    "fact.write": Audited(
        "Fact about you written", "Dato sobre ti escrito", "Information sur toi notée", "Dado sobre ti escrito"
    ),
    "fact.edit": Audited(
        "Fact about you changed", "Dato sobre ti cambiado", "Information sur toi modifiée", "Dado sobre ti alterado"
    ),
    "fact.end": Audited(
        "Fact about you ended", "Dato sobre ti terminado", "Information sur toi close", "Dado sobre ti terminado"
    ),
    "fact.deny": Audited(
        "Fact about you denied", "Dato sobre ti negado", "Information sur toi démentie", "Dado sobre ti negado"
    ),
    "fact.believe": Audited(
        "Denied fact believed again",
        "Dato negado creído de nuevo",
        "Information démentie crue à nouveau",
        "Dado negado aceite de novo",
    ),
    "fact.forget": Audited(
        "Fact about you forgotten", "Dato sobre ti olvidado", "Information sur toi oubliée", "Dado sobre ti esquecido"
    ),
    "contradiction.settle": Audited(
        "Contradiction settled", "Contradicción resuelta", "Contradiction résolue", "Contradição resolvida"
    ),
    "contradiction.reopen": Audited(
        "Contradiction opened again", "Contradicción abierta de nuevo", "Contradiction rouverte", "Contradição reaberta"
    ),
}
