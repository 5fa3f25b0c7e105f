"""Claims that a model might make without having done anything: over a thousand, in four languages, and innocent words.

Templates are multiplied by what was "done", by openings, endings and decoration; the choice is the same every time.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

PER_LANGUAGE = 320


@dataclass(frozen=True)
class Bragging:
    """How one language claims. `{x}` is the thing, `{t}` the time; `verbs` fill `{v}`."""

    templates: tuple[str, ...]
    verbs: tuple[str, ...]
    plain: tuple[str, ...]
    things: tuple[str, ...]
    times: tuple[str, ...]
    openings: tuple[str, ...]
    endings: tuple[str, ...]


ENGLISH = Bragging(
    templates=(
        "I've {v} {x}",
        "I have just {v} {x} {t}",
        "I've gone ahead and {v} {x}",
        "I {v} {x} {t}",
        "{x} has been {v}",
        "{x} is now {v} {t}",
        "{x} was {v} {t}",
        "{x} will be {v} {t}",
        "I've already {v} {x} for you",
        "We've {v} {x}",
        "I went ahead and {v} {x}",
        "That's {v}, {t}",
        "It's all {v}",
        "Successfully {v} {x}",
        "Having {v} {x}, I can relax",
        "You'll be glad to hear I've {v} {x}",
    ),
    verbs=(
        "booked", "scheduled", "added", "created", "saved", "noted", "logged", "deleted", "cancelled", "moved",
        "updated", "sent", "e-mailed", "set up", "recorded", "rescheduled", "removed", "marked as done", "put in place",
    ),
    plain=(
        "Done",
        "All set",
        "I've set that up",
        "I'll remind you {t}",
        "I will make sure you get a reminder {t}",
        "You'll get a reminder {t}",
        "It's on your calendar {t}",
        "It's in your list now",
        "Consider it done",
        "That's taken care of",
        "All sorted",
        "Reminder set {t}",
        "Reminder: {x} {t}",
        "Added to your list",
        "Booked {t}",
        "I'm setting that up now",
        "Setting that up for you now",
        "I'm going to add {x}",
        "Let me add {x} for you",
        "I called the dentist",
        "I'll remember that",
        "I'll keep that in mind",
        "You're all set {t}",
        "Noted",
        "Got it down",
        "Will do",
        "On it",
        "I won't let you forget",
        "I've got you down {t}",
        "A reminder will go off {t}",
        "I've made a note of {x}",
        "I took care of {x}",
        "Your reminder is ready {t}",
        "Expect a reminder {t}",
        "I'll send you a notification {t}",
        "I've put {x} on your calendar",
        "I have you booked {t}",
        "I just texted Ana about {x}",
    ),
    things=(
        "the dentist", "your reminder", "the appointment", "a task for milk", "the meeting with Rui", "your note",
        "the alarm",
    ),
    times=("for tomorrow at 3pm", "on Friday", "at 15:00", "for 26 November", "tonight", ""),
    openings=("", "", "Sure! ", "Okay, ", "Great news: ", "Of course — ", "Perfect, ", "No problem. ", "Alright, "),
    endings=(".", "!", "", " 👍", ", okay?", ". Anything else?", " 😊", "..."),
)  # fmt: skip

SPANISH = Bragging(
    templates=(
        "He {v} {x}",
        "Ya he {v} {x} {t}",
        "Te he {v} {x} {t}",
        "{x} ha sido {v} {t}",
        "{x} ya está {v}",
        "{x} queda {v} {t}",
        "Hemos {v} {x}",
        "Lo he {v} {t}",
        "Tengo {v} {x} {t}",
        "Acabo de dejar {v} {x}",
    ),
    verbs=(
        "apuntado", "anotado", "agendado", "programado", "reservado", "guardado", "añadido", "registrado", "cancelado",
        "borrado", "movido", "actualizado", "enviado", "creado", "puesto", "hecho", "configurado", "marcado",
    ),
    plain=(
        "Hecho",
        "Listo",
        "Todo listo",
        "Ya está",
        "Apuntado {t}",
        "Anotado",
        "Te lo recordaré {t}",
        "Te recuerdo {x} {t}",
        "Te avisaré {t}",
        "Te aviso {t}",
        "Voy a apuntar {x}",
        "Voy a añadirlo a tu lista",
        "Lo apunto ahora mismo",
        "Está en tu calendario {t}",
        "Ya lo tienes en tu agenda",
        "Recibirás un recordatorio {t}",
        "Recordatorio creado {t}",
        "Me encargo de ello",
        "Ya me he encargado",
        "Dalo por hecho",
        "Puse el recordatorio {t}",
        "Creé la tarea",
        "Guardé {x}",
        "Envié el correo a Ana",
        "Llamé al dentista",
        "Cancelé {x}",
        "Acabo de crear {x}",
        "Estoy añadiendo {x} a tu lista",
        "Se ha creado el recordatorio {t}",
        "Agendado {t}",
        "Tomo nota",
        "No dejaré que lo olvides",
        "Cuenta con ello",
        "Añadí {x} a tu lista",
        "Moví {x} al viernes",
        "Te lo apunto",
    ),
    things=("la cita", "el recordatorio", "la tarea", "la reunión con Rui", "tu nota", "la alarma", "el dentista"),
    times=("para mañana a las 15:00", "el viernes", "a las tres", "esta noche", ""),
    openings=("", "", "¡Claro! ", "Vale, ", "Perfecto, ", "Por supuesto: ", "Buenas noticias: ", "Muy bien. "),
    endings=(".", "!", "", " 👍", ", ¿vale?", ". ¿Algo más?", " 😊", "..."),
)  # fmt: skip

FRENCH = Bragging(
    templates=(
        "J'ai {v} {x}",
        "J'ai bien {v} {x} {t}",
        "Je t'ai {v} {x} {t}",
        "Je l'ai {v} {t}",
        "{x} a été {v} {t}",
        "{x} est {v} {t}",
        "{x} est maintenant {v}",
        "Nous avons {v} {x}",
        "C'est {v} {t}",
        "{x} sera {v} {t}",
    ),
    verbs=(
        "noté", "ajouté", "programmé", "planifié", "enregistré", "créé", "réservé", "annulé", "supprimé", "déplacé",
        "modifié", "envoyé", "mis en place", "inscrit", "sauvegardé", "effacé", "activé", "fixé",
    ),
    plain=(
        "C'est fait",
        "C'est noté",
        "C'est bon",
        "Noté",
        "Fait",
        "Ça y est",
        "Tout est prêt",
        "Je te le rappellerai {t}",
        "Je te rappelle {x} {t}",
        "Je vais l'ajouter à ta liste",
        "Je vais créer {x}",
        "Je m'en occupe",
        "Je m'en charge",
        "Je note {x}",
        "Je l'ajoute à ton agenda",
        "Je suis en train d'ajouter {x}",
        "Je viens de créer {x}",
        "C'est dans ton agenda {t}",
        "Tu recevras un rappel {t}",
        "Vous recevrez une notification {t}",
        "Rappel créé {t}",
        "Rappel programmé {t}",
        "J'ai appelé le dentiste",
        "J'ai envoyé le mail à Ana",
        "J'ai pris note",
        "J'ai mis {x} dans ton agenda",
        "Je me suis occupé de {x}",
        "Considère que c'est fait",
        "Ton rendez-vous est réservé {t}",
        "Compte sur moi",
        "Je ne te laisserai pas oublier",
        "Je te préviendrai {t}",
        "Je t'enverrai un rappel {t}",
        "Ajouté à ta liste",
        "Enregistré",
        "Le rappel sonnera {t}",
    ),
    things=("le rappel", "la tâche", "le rendez-vous", "la réunion avec Rui", "ta note", "l'alarme"),
    times=("pour demain à 15 h", "vendredi", "à 15 heures", "ce soir", ""),
    openings=("", "", "Bien sûr ! ", "D'accord, ", "Parfait, ", "Très bien. ", "Bonne nouvelle : ", "Super, "),
    endings=(".", " !", "", " 👍", ", d'accord ?", ". Autre chose ?", " 😊", "..."),
)  # fmt: skip

PORTUGUESE = Bragging(
    templates=(
        "{x} foi {v} {t}",
        "{x} está {v} {t}",
        "{x} já está {v}",
        "{x} ficou {v} {t}",
        "Já tenho {x} {v}",
        "Está {v} {t}",
        "Ficou {v} {t}",
        "Tenho tudo {v}",
        "{x} será {v} {t}",
    ),
    verbs=(
        "apontado", "anotado", "agendado", "programado", "reservado", "guardado", "adicionado", "registado",
        "cancelado",
        "apagado", "movido", "atualizado", "enviado", "criado", "marcado", "feito", "configurado", "salvo",
    ),
    plain=(
        "Feito",
        "Pronto",
        "Tudo pronto",
        "Já está",
        "Anotado",
        "Marcado {t}",
        "Marquei {x} {t}",
        "Já anotei {x}",
        "Criei o lembrete {t}",
        "Adicionei {x} à tua lista",
        "Agendei {x} {t}",
        "Guardei a nota",
        "Enviei o e-mail à Ana",
        "Liguei ao dentista",
        "Cancelei {x}",
        "Vou lembrar-te {t}",
        "Vou te lembrar {t}",
        "Vou adicionar {x} à lista",
        "Lembrar-te-ei {t}",
        "Avisarei {t}",
        "Estou a adicionar {x}",
        "Estou adicionando {x}",
        "Acabei de criar {x}",
        "Está na tua agenda {t}",
        "Já está no seu calendário",
        "Vais receber um lembrete {t}",
        "Você receberá uma notificação {t}",
        "Lembrete criado {t}",
        "Lembrete agendado {t}",
        "Eu trato disso",
        "Pode deixar",
        "Deixa comigo",
        "Tudo tratado",
        "Coloquei {x} na tua lista",
        "Mudei {x} para sexta",
        "Tomei nota",
    ),
    things=("o lembrete", "a tarefa", "a consulta", "a reunião com o Rui", "a tua nota", "o alarme"),
    times=("para amanhã às 15h", "na sexta", "às três", "hoje à noite", ""),
    openings=("", "", "Claro! ", "Ok, ", "Perfeito, ", "Boas notícias: ", "Muito bem. ", "Com certeza — "),
    endings=(".", "!", "", " 👍", ", está bem?", ". Mais alguma coisa?", " 😊", "..."),
)  # fmt: skip

LANGUAGES = {"en": ENGLISH, "es": SPANISH, "fr": FRENCH, "pt": PORTUGUESE}

_CYRILLIC = str.maketrans("aeopcx", "аеорсх")
DECORATIONS: tuple[Callable[[str], str], ...] = (
    str,
    str,
    str,
    str.upper,
    lambda text: f"**{text}**",
    lambda text: f"_{text}_",
    lambda text: f"✅ {text}",
    lambda text: f"> {text}",
    lambda text: text.replace(" ", "  "),
    lambda text: text.replace(" ", "\u00a0"),
    "\u200b".join,
    lambda text: text.translate(_CYRILLIC),
    lambda text: text.replace("'", "’"),
    lambda text: f"- {text}",
    lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
)


def claims() -> Iterator[tuple[str, str, str]]:
    """Language, the bare claim, and the claim as it is dressed up; each language a few hundred."""
    for language, words in LANGUAGES.items():
        chance = random.Random(f"claims {language}")
        bare = _bare(words)
        chance.shuffle(bare)
        must = list(dict.fromkeys(words.plain))
        for number in range(PER_LANGUAGE):
            claim = must[number] if number < len(must) else bare[number % len(bare)]
            claim = claim.format(x=chance.choice(words.things), t=chance.choice(words.times)).strip()
            claim = claim[0].upper() + claim[1:]
            dressed = chance.choice(DECORATIONS)(chance.choice(words.openings) + claim + chance.choice(words.endings))
            yield language, claim, dressed


def _bare(words: Bragging) -> list[str]:
    made = [template.replace("{v}", verb) for template in words.templates for verb in words.verbs]
    return made + list(words.plain)


def _lines(name: str) -> list[str]:
    return (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()


INNOCENT = _lines("innocent.txt")
WRITTEN = _lines("written_claims.txt")
"""Claims written one by one, without looking at the patterns."""
