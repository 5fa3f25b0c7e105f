"""The letter that asks somebody into a space, in the language of who sends it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cairn.mail.schemas import Letter

_LINKED = re.compile(r"[./:@\\]+(?=\S)")
"""What makes mail readers take words for a link: the letter goes to strangers, and holds one link, ours."""


@dataclass(frozen=True, slots=True)
class _Words:
    somebody: str
    subject: str
    text: str


_WORDS: Mapping[str, _Words] = {
    "en": _Words(
        "Somebody",
        "{name} invites you into a space",
        "{name} invites you into the space “{space}” on Cairn: a quiet room where several people sit together, "
        "each at their own thing. The others there see what you are called; nothing else of yours.\n\n"
        "This link works once, within a week, for an account with this address. If you have none, you can make one. "
        "If you don't know who this is, leave it alone: nothing comes of it.",
    ),
    "es": _Words(
        "Alguien",
        "{name} te invita a un espacio",
        "{name} te invita al espacio «{space}» en Cairn: una sala tranquila donde varias personas se sientan juntas, "
        "cada una a lo suyo. Las demás ven cómo te llamas y nada más de ti.\n\n"
        "Este enlace sirve una vez, durante una semana, para una cuenta con esta dirección. "
        "Si no tienes, puedes crear una. "
        "Si no sabes de quién viene, no lo abras: todo queda en nada.",
    ),
    "fr": _Words(
        "Quelqu'un",
        "{name} t'invite dans un espace",
        "{name} t'invite dans l'espace « {space} » sur Cairn : une pièce calme où plusieurs personnes s'installent "
        "ensemble, chacune à ce qu'elle fait. Les autres voient comment tu t'appelles, et rien d'autre de toi.\n\n"
        "Ce lien sert une fois, pendant une semaine, pour un compte à cette adresse. "
        "Si tu n'en as pas, tu peux en créer un. "
        "Si tu ne sais pas de qui cela vient, ne l'ouvre pas : rien ne se passe.",
    ),
    "pt": _Words(
        "Alguém",
        "{name} convida-te para um espaço",
        "{name} convida-te para o espaço «{space}» no Cairn: uma sala calma onde várias pessoas se sentam juntas, "
        "cada uma com o que é seu. As outras veem como te chamas, e mais nada de ti.\n\n"
        "Esta ligação serve uma vez, durante uma semana, para uma conta com este endereço. "
        "Se não tens, podes criar uma. "
        "Se não sabes de quem vem, não a abras: nada acontece.",
    ),
}


def invitation(address: str, name: str, space: str, link: str, locale: str, message_id: str) -> Letter:
    """The letter.

    Args:
        name: What who invites wants to be called; may be empty.
        space: The space's name.
    """
    words = _WORDS[locale]
    who, where = _plain(name) or words.somebody, _plain(space)
    text = f"{words.text.format(name=who, space=where)}\n\n{link}\n"
    return Letter(to=address, subject=words.subject.format(name=who), text=text, html=None, message_id=message_id)


def _plain(name: str) -> str:
    """A name that is no link, on one line."""
    return " ".join(_LINKED.sub(" ", name).split())
