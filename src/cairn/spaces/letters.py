"""What a person is told once somebody may look at some of their things, or asks to."""

from collections.abc import Mapping
from typing import Literal

from cairn.mail.schemas import Letter

What = Literal["given", "granted", "asked"]

_WORDS: Mapping[str, Mapping[What, tuple[str, str]]] = {
    "en": {
        "given": (
            "Somebody may look at some of your things",
            "You let somebody look: “{about}”. If it was you, all is well. "
            "If not, take it back here, then set another password:",
        ),
        "granted": (
            "Support may look at some of your things",
            "You let support look for some hours: “{about}”. If it was you, all is well. "
            "If not, take it back here, then set another password:",
        ),
        "asked": (
            "Support asks to look at some of your things",
            "Nobody looks unless you allow it. The reason they gave: “{about}”. You decide here:",
        ),
    },
    "es": {
        "given": (
            "Alguien puede ver algunas de tus cosas",
            "Dejaste que alguien mire: «{about}». Si fuiste tú, todo está bien. "
            "Si no, retíralo aquí y después cambia tu contraseña:",
        ),
        "granted": (
            "El equipo de ayuda puede ver algunas de tus cosas",
            "Dejaste que el equipo de ayuda mire durante unas horas: «{about}». Si fuiste tú, todo está bien. "
            "Si no, retíralo aquí y después cambia tu contraseña:",
        ),
        "asked": (
            "El equipo de ayuda pide ver algunas de tus cosas",
            "Nadie mira si tú no lo permites. Su motivo: «{about}». Lo decides aquí:",
        ),
    },
    "fr": {
        "given": (
            "Quelqu'un peut voir certaines de tes affaires",
            "Tu as permis à quelqu'un de regarder : « {about} ». Si c'était toi, tout va bien. "
            "Sinon, retire-le ici, puis change ton mot de passe :",
        ),
        "granted": (
            "L'assistance peut voir certaines de tes affaires",
            "Tu as permis à l'assistance de regarder pendant quelques heures : « {about} ». "
            "Si c'était toi, tout va bien. Sinon, retire-le ici, puis change ton mot de passe :",
        ),
        "asked": (
            "L'assistance demande à voir certaines de tes affaires",
            "Personne ne regarde sans ton accord. Sa raison : « {about} ». Tu décides ici :",
        ),
    },
    "pt": {
        "given": (
            "Alguém pode ver algumas das tuas coisas",
            "Deixaste alguém ver: «{about}». Se foste tu, está tudo bem. "
            "Se não, retira-o aqui e depois muda a tua palavra-passe:",
        ),
        "granted": (
            "A equipa de ajuda pode ver algumas das tuas coisas",
            "Deixaste a equipa de ajuda ver durante algumas horas: «{about}». Se foste tu, está tudo bem. "
            "Se não, retira-o aqui e depois muda a tua palavra-passe:",
        ),
        "asked": (
            "A equipa de ajuda pede para ver algumas das tuas coisas",
            "Ninguém vê sem a tua permissão. O motivo: «{about}». Decides aqui:",
        ),
    },
}


def shared(address: str, what: What, about: str, link: str, locale: str, message_id: str) -> Letter:
    subject, words = _WORDS[locale][what]
    text = f"{words.format(about=about)}\n\n{link}\n"
    return Letter(to=address, subject=subject, text=text, html=None, message_id=message_id)
