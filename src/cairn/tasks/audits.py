"""What tasks write to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "task.add": Audited("Task added", "Tarea añadida", "Tâche ajoutée", "Tarefa adicionada"),
    "task.edit": Audited("Task changed", "Tarea cambiada", "Tâche modifiée", "Tarefa alterada"),
    "task.finish": Audited("Task done", "Tarea hecha", "Tâche terminée", "Tarefa feita"),
    "task.reopen": Audited("Task opened again", "Tarea abierta de nuevo", "Tâche rouverte", "Tarefa reaberta"),
    "task.measure": Audited(
        "What a task took was noted",
        "Anotado lo que llevó una tarea",
        "Durée réelle d'une tâche notée",
        "Anotado o tempo que uma tarefa levou",
    ),
    "task.put_off": Audited("Task put off", "Tarea aplazada", "Tâche reportée", "Tarefa adiada"),
    "task.take_up": Audited("Task taken up again", "Tarea retomada", "Tâche reprise", "Tarefa retomada"),
    "task.come_again": Audited("Task came again", "Tarea que vuelve", "Tâche revenue", "Tarefa que voltou"),
    "task.skip": Audited(
        "Occurrence of a task left out",
        "Vez de una tarea saltada",
        "Occurrence d'une tâche passée",
        "Vez de uma tarefa saltada",
    ),
    "task.unskip": Audited(
        "Occurrence of a task brought back",
        "Vez de una tarea recuperada",
        "Occurrence d'une tâche rétablie",
        "Vez de uma tarefa recuperada",
    ),
    "task.remove": Audited("Task removed", "Tarea quitada", "Tâche retirée", "Tarefa retirada"),
    "task.add_step": Audited(
        "Step added to a task", "Paso añadido a una tarea", "Étape ajoutée à une tâche", "Passo adicionado a uma tarefa"
    ),
    "task.edit_step": Audited(
        "Step of a task changed",
        "Paso de una tarea cambiado",
        "Étape d'une tâche modifiée",
        "Passo de uma tarefa alterado",
    ),
    "task.remove_step": Audited(
        "Step of a task removed",
        "Paso de una tarea quitado",
        "Étape d'une tâche retirée",
        "Passo de uma tarefa retirado",
    ),
    "task.steps": Audited(
        "Steps of a task set",
        "Pasos de una tarea puestos",
        "Étapes d'une tâche fixées",
        "Passos de uma tarefa definidos",
    ),
    "task.break_down": Audited(
        "Task broken down into steps",
        "Tarea dividida en pasos",
        "Tâche découpée en étapes",
        "Tarefa dividida em passos",
    ),
    "task.smaller": Audited(
        "Step of a task made smaller",
        "Paso de una tarea hecho más pequeño",
        "Étape d'une tâche rendue plus petite",
        "Passo de uma tarefa tornado menor",
    ),
}
