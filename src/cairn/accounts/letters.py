"""Letters about accounts, in the person's language."""

from cairn.mail.schemas import Letter

_VERIFICATION = {
    "en": (
        "Confirm your address",
        "Open this link to finish making your account. It works once, within an hour.",
    ),
    "es": (
        "Confirma tu dirección",
        "Abre este enlace para terminar de crear tu cuenta. Sirve una vez, durante una hora.",
    ),
    "fr": (
        "Confirme ton adresse",
        "Ouvre ce lien pour terminer la création de ton compte. Il sert une fois, pendant une heure.",
    ),
    "pt": (
        "Confirma o teu endereço",
        "Abre esta ligação para acabares de criar a conta. Serve uma vez, durante uma hora.",
    ),
}
_REGISTERED = {
    "en": (
        "You already have an account",
        "Somebody tried to make an account with this address. "
        "If it was you, just sign in. If not, there is nothing to do.",
    ),
    "es": (
        "Ya tienes una cuenta",
        "Alguien intentó crear una cuenta con esta dirección. "
        "Si fuiste tú, inicia sesión. Si no, no tienes que hacer nada.",
    ),
    "fr": (
        "Tu as déjà un compte",
        "Quelqu'un a essayé de créer un compte avec cette adresse. "
        "Si c'était toi, connecte-toi. Sinon, il n'y a rien à faire.",
    ),
    "pt": (
        "Já tens uma conta",
        "Alguém tentou criar uma conta com este endereço. "
        "Se foste tu, inicia sessão. Se não, não precisas de fazer nada.",
    ),
}


def verification(address: str, link: str, locale: str, message_id: str) -> Letter:
    """The letter whose link confirms an address."""
    subject, words = _VERIFICATION[locale]
    return Letter(to=address, subject=subject, text=f"{words}\n\n{link}\n", html=None, message_id=message_id)


def already_registered(address: str, locale: str, message_id: str) -> Letter:
    """What the holder of an address is told when somebody registers with it again."""
    subject, words = _REGISTERED[locale]
    return Letter(to=address, subject=subject, text=f"{words}\n", html=None, message_id=message_id)
