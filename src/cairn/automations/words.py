"""What automations are called and what they tell, in four languages. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from cairn.automations.models import What, Why
from cairn.today.schemas import Item, Today

MOST_LINES = 12
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Phrases:
    """The sentences of one language."""

    digest: str
    week: str
    fixed: str
    nothing_fixed: str
    due: str
    next_thing: str
    nothing_next: str
    more: str
    week_open: str
    answered: str
    waits: str
    no_model: str
    budget: str
    model: str
    trouble: str


_PHRASES = {
    "en": Phrases(
        digest="Your day",
        week="Your week",
        fixed="Fixed today:",
        nothing_fixed="Nothing is fixed today.",
        due="For today:",
        next_thing="One thing to begin with: {title}",
        nothing_next="Nothing waits. Enjoy the quiet.",
        more="and {count} more",
        week_open="Your week is open, one question at a time. You can leave it whenever you like.",
        answered="There is an answer to what this asks. It is in its conversation.",
        waits="What it would change waits for your yes.",
        no_model="It asks a language model, and this Cairn has none. Nothing was done.",
        budget="Automations have asked the language model as often as they may today. The rest waits until tomorrow.",
        model="The language model didn't answer.",
        trouble="It couldn't be done: something went wrong on our side.",
    ),
    "es": Phrases(
        digest="Tu día",
        week="Tu semana",
        fixed="Fijo hoy:",
        nothing_fixed="Hoy no hay nada fijo.",
        due="Para hoy:",
        next_thing="Una cosa para empezar: {title}",
        nothing_next="No hay nada esperando. Disfruta de la calma.",
        more="y {count} más",
        week_open="Tu semana está abierta, una pregunta cada vez. Puedes dejarlo cuando quieras.",
        answered="Hay una respuesta a lo que esto pregunta. Está en su conversación.",
        waits="Lo que cambiaría espera tu sí.",
        no_model="Pregunta a un modelo de lenguaje y este Cairn no tiene ninguno. No se ha hecho nada.",
        budget="Las automatizaciones ya han preguntado hoy todo lo que pueden al modelo. Lo demás espera a mañana.",
        model="El modelo de lenguaje no respondió.",
        trouble="No se pudo hacer: algo falló por nuestra parte.",
    ),
    "fr": Phrases(
        digest="Ta journée",
        week="Ta semaine",
        fixed="Fixé aujourd'hui :",
        nothing_fixed="Rien n'est fixé aujourd'hui.",
        due="Pour aujourd'hui :",
        next_thing="Une chose pour commencer : {title}",
        nothing_next="Rien n'attend. Profite du calme.",
        more="et {count} de plus",
        week_open="Ta semaine est ouverte, une question à la fois. Tu peux t'arrêter quand tu veux.",
        answered="Il y a une réponse à ce que ceci demande. Elle est dans sa conversation.",
        waits="Ce que cela changerait attend ton oui.",
        no_model="Ceci demande à un modèle de langage, et ce Cairn n'en a pas. Rien n'a été fait.",
        budget="Les automatisations ont demandé au modèle autant qu'elles peuvent aujourd'hui. La suite attend demain.",
        model="Le modèle de langage n'a pas répondu.",
        trouble="Ça n'a pas pu se faire : quelque chose a raté de notre côté.",
    ),
    "pt": Phrases(
        digest="O teu dia",
        week="A tua semana",
        fixed="Marcado para hoje:",
        nothing_fixed="Hoje não há nada marcado.",
        due="Para hoje:",
        next_thing="Uma coisa para começar: {title}",
        nothing_next="Nada espera. Aproveita a calma.",
        more="e mais {count}",
        week_open="A tua semana está aberta, uma pergunta de cada vez. Podes sair quando quiseres.",
        answered="Há uma resposta ao que isto pergunta. Está na conversa dela.",
        waits="O que mudaria espera o teu sim.",
        no_model="Isto pergunta a um modelo de linguagem, e este Cairn não tem nenhum. Nada foi feito.",
        budget="As automações já perguntaram hoje ao modelo tudo o que podem. O resto espera por amanhã.",
        model="O modelo de linguagem não respondeu.",
        trouble="Não foi possível: algo falhou do nosso lado.",
    ),
}


def phrases(locale: str) -> Phrases:
    return _PHRASES.get(locale.split("-", maxsplit=1)[0].lower(), _PHRASES["en"])


def named(what: What, prompt: str, locale: str) -> str:
    """What an automation is called that its person gave no name."""
    if what is What.PROMPT:
        line = " ".join(prompt.split())
        return line if len(line) <= LONGEST_NAME else line[: LONGEST_NAME - 1].rstrip() + "…"
    words = phrases(locale)
    return words.digest if what is What.DIGEST else words.week


def digest(today: Today, following: str | None, locale: str) -> str:
    """The day in a few lines: what is fixed, what is for today, and one thing to begin with.

    Args:
        following: The one next thing.
    """
    words = phrases(locale)
    still = [item for item in today.items if not item.done]
    fixed = [item for item in still if item.at is not None or item.kind == "event"]
    due = [item for item in still if item not in fixed]
    lines = [words.fixed, *_lines(fixed, words)] if fixed else [words.nothing_fixed]
    if due:
        lines += [words.due, *_lines(due, words)]
    lines.append(words.next_thing.format(title=following) if following else words.nothing_next)
    return "\n".join(lines)


def _lines(items: Sequence[Item], words: Phrases) -> list[str]:
    shown = [f"{item.at:%H:%M} {item.title}" if item.at else item.title for item in items[:MOST_LINES]]
    rest = len(items) - len(shown)
    return [*shown, words.more.format(count=rest)] if rest else shown


def of_nothing(why: Why, locale: str) -> str:
    """What a person is told of a run that came to nothing; empty where there is nothing to tell."""
    words = phrases(locale)
    told = {
        Why.NO_MODEL: words.no_model,
        Why.BUDGET: words.budget,
        Why.MODEL: words.model,
        Why.TROUBLE: words.trouble,
    }
    return told.get(why, "")


def of_answer(locale: str, *, waits: bool) -> str:
    """What a person is told when a prompt has its answer."""
    words = phrases(locale)
    return f"{words.answered} {words.waits}" if waits else words.answered
