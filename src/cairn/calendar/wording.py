"""What an event's reminders and notes say, in the person's language. Pure.

Titles stand behind a colon: "Leave now: Dentist" is right in every language, whatever article the title would need.
"""

from typing import NamedTuple


class Sentences(NamedTuple):
    """The sentences of one language.

    Args:
        ready: Get ready, where the event has a way to it; `ready_here` where it has none.
        had_to_leave: The moment to leave has passed; `had_to_get_ready` only that to begin to get ready.
    """

    leave: str
    ready: str
    ready_here: str
    start: str
    had_to_leave: str
    had_to_get_ready: str
    leave_at: str
    ready_at: str
    soon: str
    past: str


_SENTENCES = {
    "en": Sentences(
        leave="Leave now: {title}",
        ready="Get ready: {title}, leave at {leave}",
        ready_here="Get ready: {title}, at {start}",
        start="{title}, at {start}",
        had_to_leave="To be there on time you’d have had to leave at {leave}. Leave as soon as you can.",
        had_to_get_ready="Start getting ready now: leave at {leave}.",
        leave_at="Leave at {leave}.",
        ready_at="Get ready at {ready}, leave at {leave}.",
        soon="It begins at {start}, so nothing rings before it.",
        past="It has begun already, so nothing rings for it.",
    ),
    "es": Sentences(
        leave="Sal ya: {title}",
        ready="Prepárate: {title}, sal a las {leave}",
        ready_here="Prepárate: {title}, a las {start}",
        start="{title}, a las {start}",
        had_to_leave="Para llegar a tiempo habría que haber salido a las {leave}. Sal en cuanto puedas.",
        had_to_get_ready="Empieza a prepararte ya: sal a las {leave}.",
        leave_at="Sal a las {leave}.",
        ready_at="Prepárate a las {ready}, sal a las {leave}.",
        soon="Empieza a las {start}, así que no sonará nada antes.",
        past="Ya ha empezado, así que no sonará nada.",
    ),
    "fr": Sentences(
        leave="Pars maintenant : {title}",
        ready="Prépare-toi : {title}, départ à {leave}",
        ready_here="Prépare-toi : {title}, à {start}",
        start="{title}, à {start}",
        had_to_leave="Pour arriver à l’heure, il aurait fallu partir à {leave}. Pars dès que tu peux.",
        had_to_get_ready="Commence à te préparer maintenant : départ à {leave}.",
        leave_at="Départ à {leave}.",
        ready_at="Prépare-toi à {ready}, départ à {leave}.",
        soon="Cela commence à {start}, rien ne sonnera donc avant.",
        past="Cela a déjà commencé, rien ne sonnera donc.",
    ),
    "pt": Sentences(
        leave="Sai agora: {title}",
        ready="Prepara-te: {title}, sai às {leave}",
        ready_here="Prepara-te: {title}, às {start}",
        start="{title}, às {start}",
        had_to_leave="Para chegar a tempo era preciso sair às {leave}. Sai assim que puderes.",
        had_to_get_ready="Começa já a preparar-te: sai às {leave}.",
        leave_at="Sai às {leave}.",
        ready_at="Prepara-te às {ready}, sai às {leave}.",
        soon="Começa às {start}, por isso nada toca antes.",
        past="Já começou, por isso nada toca.",
    ),
}


def sentences(locale: str) -> Sentences:
    """Those of a language, English for one that isn't spoken here."""
    return _SENTENCES.get(locale.split("-", maxsplit=1)[0].lower(), _SENTENCES["en"])
