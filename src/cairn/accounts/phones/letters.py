"""Letters about phone numbers, in the person's language."""

from uuid import UUID

from cairn.accounts.phones.messages import Change
from cairn.mail.schemas import Letter

_CHANGED: dict[str, dict[Change, tuple[str, str]]] = {
    "en": {
        "added": ("A phone number was added", "A phone number was added to your account."),
        "replaced": ("Your phone number was changed", "The phone number of your account was replaced by another."),
        "removed": ("Your phone number was removed", "The phone number was taken off your account."),
    },
    "es": {
        "added": ("Se añadió un número de teléfono", "Se añadió un número de teléfono a tu cuenta."),
        "replaced": ("Tu número de teléfono ha cambiado", "El número de teléfono de tu cuenta se cambió por otro."),
        "removed": ("Se quitó tu número de teléfono", "Se quitó el número de teléfono de tu cuenta."),
    },
    "fr": {
        "added": ("Un numéro de téléphone a été ajouté", "Un numéro de téléphone a été ajouté à ton compte."),
        "replaced": ("Ton numéro de téléphone a changé", "Le numéro de téléphone de ton compte a été remplacé."),
        "removed": ("Ton numéro de téléphone a été retiré", "Le numéro de téléphone a été retiré de ton compte."),
    },
    "pt": {
        "added": ("Um número de telefone foi adicionado", "Foi adicionado um número de telefone à tua conta."),
        "replaced": ("O teu número de telefone mudou", "O número de telefone da tua conta foi trocado por outro."),
        "removed": ("O teu número de telefone foi removido", "O número de telefone foi removido da tua conta."),
    },
}
_AND_NOW = {
    "en": "If it was you, all is well. If not, set a new password and look at your number here:",
    "es": "Si fuiste tú, todo está bien. Si no, elige una contraseña nueva y mira tu número aquí:",
    "fr": "Si c'était toi, tout va bien. Sinon, choisis un nouveau mot de passe et regarde ton numéro ici :",
    "pt": "Se foste tu, está tudo bem. Se não, escolhe uma nova palavra-passe e vê o teu número aqui:",
}


def phone_changed(address: str, what: Change, link: str, locale: str, message_id: str, user_id: UUID) -> Letter:
    """What a person is told once their number is another."""
    subject, words = _CHANGED[locale][what]
    text = f"{words} {_AND_NOW[locale]}\n\n{link}\n"
    return Letter(to=address, subject=subject, text=text, html=None, message_id=message_id, user_id=user_id)
