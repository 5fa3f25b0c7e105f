"""What limits write to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "limits.listed": Audited(
        "Looked at where limits were reached",
        "Se consultó dónde se alcanzaron límites",
        "Les limites atteintes ont été consultées",
        "Foi consultado onde se atingiram limites",
    ),
}
