"""What is typed as it is spoken: fillers, requests, and the short ways to answer, in four languages."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cairn.assistant.meaning import Meaning
from cairn.assistant.service import meaning_of

NOW = datetime(2026, 11, 26, 12, 40, tzinfo=ZoneInfo("Europe/Lisbon"))
"""A Thursday."""


def only(language: str, text: str) -> Meaning:
    (found,) = meaning_of(text, NOW, language)
    return found


@pytest.mark.parametrize(
    ("language", "text", "command"),
    [
        *[("en", text, "snooze 10") for text in ("10 minutes", "10 min", "in 10 minutes", "give me 10 min")],
        *[("en", text, "snooze 20") for text in ("remind me in 20 minutes", "20 minutes")],
        ("en", "give me half an hour", "snooze 30"),
        ("en", "nvm", "undo"),
        ("en", "oops", "undo"),
        ("en", "oops 6pm", "correct"),
        ("en", "just finished", "done"),
        ("en", "whats up next", "next"),
        ("en", "whats left today", "today"),
        ("es", "10 minutos", "snooze 10"),
        ("es", "posponlo 15 minutos", "snooze 15"),
        ("es", "posponlo al viernes", "correct"),
        ("es", "retrasalo media hora", "snooze 30"),
        ("es", "que me queda por hacer hoy", "today"),
        ("es", "que tengo pendiente", "today"),
        ("es", "no, era el viernes", "correct"),
        ("es", "marca el informe como hecho", "done"),
        ("fr", "rappelle moi plus tard", "later"),
        ("fr", "rappelle-moi dans 20 minutes", "snooze 20"),
        ("fr", "redis moi dans 10 minutes", "snooze 10"),
        ("fr", "laisse moi 10 min", "snooze 10"),
        ("fr", "dans 10 minutes", "snooze 10"),
        ("pt", "daqui a 10 minutos", "snooze 10"),
        ("fr", "non finalement 16h", "correct"),
        ("fr", "ah non c'est à 15h", "correct"),
        ("fr", "quoi de prévu aujourd'hui ?", "today"),
        ("fr", "par quoi je commence ?", "next"),
        ("fr", "marque le rapport comme fait", "done"),
        ("pt", "me lembra de novo em 15 min", "snooze 15"),
        ("pt", "me lembra daqui a pouco", "later"),
        ("pt", "o que eu faço agora?", "next"),
        ("pt", "não, quis dizer sexta", "correct"),
        ("pt", "ops, era quinta", "correct"),
        ("pt", "começar foco", "focus start"),
        ("pt", "parar o foco", "focus stop"),
        ("pt", "tá muita coisa", "too much"),
        ("pt", "agenda de hoje", "today"),
        ("pt", "marca o relatório como feito", "done"),
    ],
)
def test_a_command_is_heard(language: str, text: str, command: str) -> None:
    assert only(language, text).command == command


@pytest.mark.parametrize(
    ("language", "text", "title", "when"),
    [
        ("en", "gonna call mum at 5", "Call mum", "26 17:00"),
        ("en", "uh call mum", "Call mum", None),
        ("en", "so basically i need to buy bread", "Buy bread", None),
        ("en", "drink water every hour until 6pm", "Drink water", "26 13:40"),
        ("es", "acuérdame de llamar a mama a las 6", "Llamar a mama", "26 18:00"),
        ("es", "necesito que me recuerdes llamar a ana a las 6", "Llamar a ana", "26 18:00"),
        ("es", "recuerdame que tengo que llamar a mi abuela a las 6", "Llamar a mi abuela", "26 18:00"),
        ("es", "me apuntas dentista el viernes a las 5", "Dentista", "27 17:00"),
        ("es", "puedes apuntar dentista el viernes a las 5?", "Dentista", "27 17:00"),
        ("es", "fiesta esta noche a las 12 de la noche", "Fiesta", "27 00:00"),
        ("fr", "faut vraiment que je réponde à sophie", "Répondre à sophie", None),
        ("fr", "faut aussi que j'appelle la banque", "Appeler la banque", None),
        ("fr", "je dois pas oublier de prendre mon passeport", "Prendre mon passeport", None),
        ("fr", "faut que je me couche à 22h", "Me coucher", "26 22:00"),
        ("fr", "faut que je l'appelle à 17h", "L'appeler", "26 17:00"),
        ("fr", "bref rdv banque demain 9h", "Rdv banque", "27 09:00"),
        ("fr", "rdv kiné cette aprem", "Rdv kiné", "26 15:00"),
        ("pt", "marca reunião com a Ana amanhã às 10", "Marca reunião com a Ana", "27 10:00"),
        ("pt", "lembrar de pagar a luz", "Pagar a luz", None),
        ("pt", "lembra de ligar pra mãe às 5", "Ligar pra mãe", "26 17:00"),
        ("pt", "dá pra me lembrar de tirar o frango às 4?", "Tirar o frango", "26 16:00"),
        ("pt", "será que podias lembrar-me de ligar à avó às 6?", "Ligar à avó", "26 18:00"),
        ("pt", "eu queria que me lembrasses de beber água às 3", "Beber água", "26 15:00"),
        ("pt", "tipo assim, tenho q estudar hj à noite", "Estudar", "26 21:00"),
        ("pt", "acho que preciso de comprar um carregador", "Comprar um carregador", None),
        ("pt", "bota um lembrete pra pagar o gás às 5", "Pagar o gás", "26 17:00"),
    ],
)
def test_a_thing_to_do_is_named_without_how_it_was_asked(
    language: str, text: str, title: str, when: str | None
) -> None:
    found = only(language, text)

    assert found.kind in ("reminder", "task")
    assert found.title == title
    assert (f"{found.moment:%d %H:%M}" if found.moment else None) == when


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "did the dishes", "note"),
        ("en", "did the dishes get done?", "ask"),
        ("en", "whens sarahs birthday", "recall"),
        ("en", "when does my passport expire?", "recall"),
        ("fr", "tu m'as dit quoi hier ?", "recall"),
        ("fr", "j'ai garé la voiture où déjà ?", "recall"),
        ("fr", "rappelle moi le code du portail", "recall"),
        ("pt", "cadê minhas chaves?", "recall"),
        ("pt", "em que gaveta deixei as chaves", "recall"),
        ("pt", "lembra que a chave está na gaveta", "memory"),
    ],
)
def test_what_is_only_told_or_asked_books_nothing(language: str, text: str, kind: str) -> None:
    assert only(language, text).kind == kind


def test_a_stretch_of_days_is_an_event() -> None:
    found = only("pt", "viagem do dia 20 ao dia 27")

    assert (found.kind, found.title) == ("event", "Viagem")
    assert found.moment is not None
    assert found.end is not None
    assert (found.end - found.moment).days == 8


@pytest.mark.parametrize(
    ("language", "text", "title", "begins", "minutes"),
    [
        ("en", "1h meeting tomorrow at 2pm", "Meeting", "27 14:00", 60),
        ("en", "30 min call with Bo tomorrow at 3pm", "Call with Bo", "27 15:00", 30),
        ("es", "reunión de 1h mañana a las 14h", "Reunión", "27 14:00", 60),
        ("es", "reunión de 2 horas el viernes a las 10", "Reunión", "27 10:00", 120),
        ("fr", "réunion de 2h vendredi à 10h", "Réunion", "27 10:00", 120),
        ("fr", "réunion vendredi de 10h à 12h", "Réunion", "27 10:00", 120),
        ("pt", "reunião de 1h amanhã às 14h", "Reunião", "27 14:00", 60),
        ("pt", "consulta de uma hora amanhã às 15h", "Consulta", "27 15:00", 60),
    ],
)
def test_a_length_that_is_said_first_is_how_long_it_takes(
    language: str, text: str, title: str, begins: str, minutes: int
) -> None:
    found = only(language, text)

    assert (found.kind, found.title) == ("event", title)
    assert found.moment is not None
    assert found.end is not None
    assert f"{found.moment:%d %H:%M}" == begins
    assert (found.end - found.moment).total_seconds() == minutes * 60
