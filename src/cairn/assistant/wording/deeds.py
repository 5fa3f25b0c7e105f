"""What tools do and what they are given, for people who are asked whether it may be done."""

from collections.abc import Mapping

_PLACES = {"en": 0, "es": 1, "fr": 2, "pt": 3}
Told = tuple[str, str, str, str]
"""The same in English, Spanish, French and Portuguese."""

DEEDS: Mapping[str, Told] = {
    "add_reminder": ("Book a reminder", "Poner un recordatorio", "Poser un rappel", "Marcar um lembrete"),
    "add_task": ("Put on your list", "Poner en tu lista", "Mettre sur ta liste", "Pôr na tua lista"),
    "extend_focus": (
        "Give a session more time",
        "Dar más tiempo a una sesión",
        "Prolonger une session",
        "Dar mais tempo a uma sessão",
    ),
    "finish_focus": (
        "End a session and note what got done",
        "Terminar una sesión y anotar lo hecho",
        "Terminer une session et noter ce qui est fait",
        "Terminar uma sessão e anotar o que ficou feito",
    ),
    "finish_reminder": (
        "Answer a reminder with Done",
        "Dar un recordatorio por hecho",
        "Répondre Fait à un rappel",
        "Dar um lembrete por feito",
    ),
    "finish_task": ("Mark as done", "Dar por hecho", "Marquer comme fait", "Dar por feito"),
    "keep_thought": ("Keep a thought", "Guardar una idea", "Garder une idée", "Guardar uma ideia"),
    "make_smaller": ("Divide into small steps", "Dividir en pasos", "Diviser en petites étapes", "Dividir em passos"),
    "move_reminder": ("Move a reminder", "Mover un recordatorio", "Déplacer un rappel", "Mudar um lembrete"),
    "park_thought": (
        "Park a thought for afterwards",
        "Aparcar una idea para después",
        "Mettre une idée de côté pour après",
        "Guardar uma ideia para depois",
    ),
    "pause_focus": ("Pause a session", "Poner una sesión en pausa", "Mettre une session en pause", "Pausar uma sessão"),
    "resume_focus": ("Let a session go on", "Reanudar una sesión", "Reprendre une session", "Retomar uma sessão"),
    "remember": ("Keep in memory", "Guardar en la memoria", "Garder en mémoire", "Guardar na memória"),
    "start_focus": (
        "Start a time for one thing",
        "Empezar un tiempo para una cosa",
        "Commencer un temps pour une chose",
        "Começar um tempo para uma coisa",
    ),
    "stop_focus": ("End a session", "Terminar una sesión", "Arrêter une session", "Terminar uma sessão"),
    "snooze_reminder": ("Put a reminder off", "Aplazar un recordatorio", "Reporter un rappel", "Adiar um lembrete"),
}

ARGUMENTS: Mapping[str, Told] = {
    "about": ("what for", "para qué", "pour quoi", "para quê"),
    "due_at": ("for", "para", "pour", "para"),
    "due_date_only": ("any time of that day", "a cualquier hora", "à toute heure", "a qualquer hora"),
    "energy": ("energy", "energía", "énergie", "energia"),
    "estimate_minutes": ("minutes", "minutos", "minutes", "minutos"),
    "focus_id": ("session", "sesión", "session", "sessão"),
    "is_question": ("a question", "una pregunta", "une question", "uma pergunta"),
    "minutes": ("minutes", "minutos", "minutes", "minutos"),
    "note": ("a word about it", "unas palabras", "un mot là-dessus", "umas palavras"),
    "notes": ("notes", "notas", "notes", "notas"),
    "outcome": ("what got done", "lo hecho", "ce qui est fait", "o que ficou feito"),
    "reminder_id": ("reminder", "recordatorio", "rappel", "lembrete"),
    "rrule": ("again", "se repite", "se répète", "repete-se"),
    "said_at": ("said", "dicho", "dit", "dito"),
    "steps": ("steps", "pasos", "étapes", "passos"),
    "sure": ("sure", "seguro", "sûr", "certo"),
    "task_id": ("task", "tarea", "tâche", "tarefa"),
    "text": ("text", "texto", "texte", "texto"),
    "title": ("what", "qué", "quoi", "o quê"),
    "until": ("until", "hasta", "jusqu'à", "até"),
    "when": ("when", "cuándo", "quand", "quando"),
    "zone": ("time zone", "zona horaria", "fuseau horaire", "fuso horário"),
}


def deed(tool: str, locale: str) -> str:
    """What a tool does, in a person's words."""
    told = DEEDS.get(tool)
    return told[_PLACES.get(locale, 0)] if told else tool.replace("_", " ")


def argument(name: str, locale: str) -> str:
    """What an argument is, in a person's words."""
    told = ARGUMENTS.get(name)
    return told[_PLACES.get(locale, 0)] if told else name.replace("_", " ")
