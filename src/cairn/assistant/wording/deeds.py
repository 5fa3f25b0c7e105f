"""What tools do and what they are given, for people who are asked whether it may be done."""

from collections.abc import Mapping

PLACES = {"en": 0, "es": 1, "fr": 2, "pt": 3}
Told = tuple[str, str, str, str]
"""The same in English, Spanish, French and Portuguese."""

DEEDS: Mapping[str, Told] = {
    "add_automation": (
        "Do by itself, again and again",
        "Hacer solo, una y otra vez",
        "Faire tout seul, encore et encore",
        "Fazer sozinho, uma e outra vez",
    ),
    "add_plan": (
        "Keep an if-then plan",
        "Guardar un plan si-entonces",
        "Garder un plan si-alors",
        "Guardar um plano se-então",
    ),
    "add_event": ("Put in your calendar", "Poner en tu calendario", "Mettre dans ton agenda", "Pôr no teu calendário"),
    "add_reminder": ("Book a reminder", "Poner un recordatorio", "Poser un rappel", "Marcar um lembrete"),
    "add_task": ("Put on your list", "Poner en tu lista", "Mettre sur ta liste", "Pôr na tua lista"),
    "begin_review": ("Open a review", "Abrir un repaso", "Ouvrir un bilan", "Abrir uma revisão"),
    "begin_routine": ("Begin a routine", "Empezar una rutina", "Commencer une routine", "Começar uma rotina"),
    "cancel_event": ("Cancel an event", "Cancelar un evento", "Annuler un événement", "Cancelar um evento"),
    "change_event": ("Change an event", "Cambiar un evento", "Modifier un événement", "Alterar um evento"),
    "do_not_disturb": ("Do not disturb", "No molestar", "Ne pas déranger", "Não incomodar"),
    "drop_quiet_hours": (
        "Have no quiet hours",
        "Quitar las horas de silencio",
        "Enlever les heures calmes",
        "Tirar as horas de silêncio",
    ),
    "end_do_not_disturb": ("Reach you again", "Volver a avisarte", "Te prévenir à nouveau", "Voltar a avisar-te"),
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
    "move_event": ("Move an event", "Mover un evento", "Déplacer un événement", "Mudar um evento"),
    "move_reminder": ("Move a reminder", "Mover un recordatorio", "Déplacer un rappel", "Mudar um lembrete"),
    "nag_reminder": (
        "Let a reminder come again and again",
        "Insistir con un recordatorio",
        "Insister avec un rappel",
        "Insistir com um lembrete",
    ),
    "park_thought": (
        "Park a thought for afterwards",
        "Aparcar una idea para después",
        "Mettre une idée de côté pour après",
        "Guardar uma ideia para depois",
    ),
    "pause_automation": (
        "Pause an automation",
        "Pausar una automatización",
        "Mettre une automatisation en pause",
        "Pôr uma automação em pausa",
    ),
    "pause_plan": ("Pause a plan", "Poner un plan en pausa", "Mettre un plan en pause", "Pausar um plano"),
    "pause_focus": ("Pause a session", "Poner una sesión en pausa", "Mettre une session en pause", "Pausar uma sessão"),
    "remember": ("Keep in memory", "Guardar en la memoria", "Garder en mémoire", "Guardar na memória"),
    "resume_automation": (
        "Resume an automation",
        "Reanudar una automatización",
        "Reprendre une automatisation",
        "Retomar uma automação",
    ),
    "resume_plan": ("Let a plan go on", "Reanudar un plan", "Reprendre un plan", "Retomar um plano"),
    "resume_focus": ("Let a session go on", "Reanudar una sesión", "Reprendre une session", "Retomar uma sessão"),
    "say_mood": ("Note how you are", "Anotar cómo estás", "Noter comment tu vas", "Anotar como estás"),
    "set_quiet_hours": (
        "Keep quiet hours",
        "Poner horas de silencio",
        "Mettre des heures calmes",
        "Pôr horas de silêncio",
    ),
    "skip_medication": (
        "Note a dose as skipped",
        "Anotar una toma saltada",
        "Noter une prise sautée",
        "Anotar uma toma saltada",
    ),
    "skip_task": ("Skip it this time", "Saltarla esta vez", "La sauter cette fois", "Saltá-la desta vez"),
    "snooze_reminder": ("Put a reminder off", "Aplazar un recordatorio", "Reporter un rappel", "Adiar um lembrete"),
    "start_focus": (
        "Start a time for one thing",
        "Empezar un tiempo para una cosa",
        "Commencer un temps pour une chose",
        "Começar um tempo para uma coisa",
    ),
    "stop_coming": (
        "Stop what comes after you",
        "Parar lo que te avisa",
        "Arrêter ce qui te relance",
        "Parar o que te avisa",
    ),
    "stop_focus": ("End a session", "Terminar una sesión", "Arrêter une session", "Terminar uma sessão"),
    "stop_nagging": (
        "Let a reminder come once",
        "Dejar de insistir con un recordatorio",
        "Ne plus insister avec un rappel",
        "Deixar de insistir com um lembrete",
    ),
    "take_medication": ("Note a dose as taken", "Anotar una toma", "Noter une prise", "Anotar uma toma"),
}

ARGUMENTS: Mapping[str, Told] = {
    "about": ("what for", "para qué", "pour quoi", "para quê"),
    "after_done": (
        "counted from when it is done",
        "contado desde que se hace",
        "compté depuis qu'il est fait",
        "contado desde que se faz",
    ),
    "again": ("once more", "otra vez", "encore une fois", "mais uma vez"),
    "at": ("at", "a las", "à", "às"),
    "automation_id": ("automation", "automatización", "automatisation", "automação"),
    "bring": ("to take along", "para llevar", "à emporter", "para levar"),
    "context": ("with or at", "con o en", "avec ou à", "com ou em"),
    "cue": ("waits for", "espera", "attend", "espera por"),
    "days": ("on", "los días", "les jours", "nos dias"),
    "deed": ("then", "entonces", "alors", "então"),
    "plan_id": ("plan", "plan", "plan", "plano"),
    "begins": ("first", "la primera vez", "la première fois", "a primeira vez"),
    "due_at": ("for", "para", "pour", "para"),
    "taken_at": ("taken", "tomado", "pris", "tomado"),
    "all_day": ("all day", "todo el día", "toute la journée", "todo o dia"),
    "due_date_only": ("any time of that day", "a cualquier hora", "à toute heure", "a qualquer hora"),
    "end": ("until", "hasta", "jusqu'à", "até"),
    "energy": ("energy", "energía", "énergie", "energia"),
    "estimate_minutes": ("minutes", "minutos", "minutes", "minutos"),
    "event_id": ("event", "evento", "événement", "evento"),
    "every_minutes": ("minutes between", "minutos entre uno y otro", "minutes entre deux", "minutos entre cada um"),
    "focus_id": ("session", "sesión", "session", "sessão"),
    "important": ("it matters", "importa", "ça compte", "é importante"),
    "is_question": ("a question", "una pregunta", "une question", "uma pergunta"),
    "kind": ("which", "cuál", "lequel", "qual"),
    "medication_id": ("medication", "medicación", "médicament", "medicação"),
    "minutes": ("minutes", "minutos", "minutes", "minutos"),
    "mood": ("mood", "ánimo", "humeur", "humor"),
    "nag_minutes": (
        "coming again, minutes between",
        "insistiendo, minutos entre uno y otro",
        "en insistant, minutes entre deux",
        "insistindo, minutos entre cada um",
    ),
    "nag_times": (
        "coming again, times at most",
        "insistiendo, veces como mucho",
        "en insistant, fois au plus",
        "insistindo, vezes no máximo",
    ),
    "name": ("called", "se llama", "qui s'appelle", "chama-se"),
    "note": ("a word about it", "unas palabras", "un mot là-dessus", "umas palavras"),
    "notes": ("notes", "notas", "notes", "notas"),
    "outcome": ("what got done", "lo hecho", "ce qui est fait", "o que ficou feito"),
    "place": ("where", "dónde", "où", "onde"),
    "project": ("part of", "parte de", "fait partie de", "parte de"),
    "prompt": ("asking", "con la pregunta", "en demandant", "com a pergunta"),
    "ready_minutes": (
        "minutes to get ready",
        "minutos para prepararte",
        "minutes pour te préparer",
        "minutos para te preparares",
    ),
    "reminder_id": ("reminder", "recordatorio", "rappel", "lembrete"),
    "routine_id": ("routine", "rutina", "routine", "rotina"),
    "rrule": ("again", "se repite", "se répète", "repete-se"),
    "said_at": ("said", "dicho", "dit", "dito"),
    "someday": ("for some other time", "para otro momento", "pour plus tard", "para outra altura"),
    "start": ("from", "desde", "à partir de", "desde"),
    "steps": ("steps", "pasos", "étapes", "passos"),
    "sure": ("sure", "seguro", "sûr", "certo"),
    "tags": ("tags", "etiquetas", "étiquettes", "etiquetas"),
    "task_id": ("task", "tarea", "tâche", "tarefa"),
    "text": ("text", "texto", "texte", "texto"),
    "times": ("times", "veces", "fois", "vezes"),
    "title": ("what", "qué", "quoi", "o quê"),
    "travel_minutes": ("minutes to get there", "minutos para llegar", "minutes de trajet", "minutos para lá chegar"),
    "until": ("until", "hasta", "jusqu'à", "até"),
    "waiting_for": ("waiting for", "a la espera de", "en attente de", "à espera de"),
    "what": ("doing", "qué hace", "ce que ça fait", "o que faz"),
    "when": ("when", "cuándo", "quand", "quando"),
    "without": ("not on", "menos el", "sauf le", "menos em"),
    "zone": ("time zone", "zona horaria", "fuseau horaire", "fuso horário"),
}


def deed(tool: str, locale: str) -> str:
    """What a tool does, in a person's words."""
    told = DEEDS.get(tool)
    return told[PLACES.get(locale, 0)] if told else tool.replace("_", " ")


def argument(name: str, locale: str) -> str:
    """What an argument is, in a person's words."""
    told = ARGUMENTS.get(name)
    return told[PLACES.get(locale, 0)] if told else name.replace("_", " ")
