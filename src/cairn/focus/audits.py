"""What focus writes to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "focus.start": Audited("Focus started", "Sesión iniciada", "Session commencée", "Sessão iniciada"),
    "focus.pause": Audited("Focus paused", "Sesión en pausa", "Session en pause", "Sessão em pausa"),
    "focus.resume": Audited("Focus went on", "Sesión reanudada", "Session reprise", "Sessão retomada"),
    "focus.extend": Audited("Focus made longer", "Sesión alargada", "Session prolongée", "Sessão prolongada"),
    "focus.check_in": Audited(
        "Said how a focus session goes",
        "Dicho cómo va una sesión",
        "Dit comment se passe une session",
        "Dito como corre uma sessão",
    ),
    "focus.finish": Audited("Focus finished", "Sesión terminada", "Session terminée", "Sessão terminada"),
    "focus.stop": Audited("Focus stopped", "Sesión parada", "Session arrêtée", "Sessão parada"),
    "focus.reopen": Audited("Focus taken up again", "Sesión retomada", "Session rouverte", "Sessão reaberta"),
    "focus.ask": Audited(
        "Asked what was done in a focus session",
        "Preguntado qué se hizo en una sesión",
        "Demandé ce qui a été fait dans une session",
        "Perguntado o que se fez numa sessão",
    ),
    "thought.park": Audited("Thought parked", "Idea aparcada", "Idée mise de côté", "Ideia guardada"),
    "thought.settle": Audited(
        "Parked thought put somewhere", "Idea aparcada colocada", "Idée mise de côté rangée", "Ideia guardada arrumada"
    ),
    "thought.unpark": Audited(
        "Parked thought taken back", "Idea aparcada retirada", "Idée mise de côté retirée", "Ideia guardada retirada"
    ),
    "room.sit": Audited("Sat down in a room", "Entrada en una sala", "Entrée dans une salle", "Entrada numa sala"),
    "room.leave": Audited("Left a room", "Salida de una sala", "Sortie d'une salle", "Saída de uma sala"),
}
