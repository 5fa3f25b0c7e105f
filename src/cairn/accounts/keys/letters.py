"""What a person is told once a key to their account was made."""

from cairn.mail.schemas import Letter

_MADE = {
    "en": (
        "A key to your account was made",
        "A key named “{name}” was made. With it a program reaches what you chose for it. "
        "If it was you, all is well. If not, end it here, then set another password:",
    ),
    "es": (
        "Se creó una clave de tu cuenta",
        "Se creó una clave con el nombre «{name}». Con ella un programa llega a lo que elegiste para él. "
        "Si fuiste tú, todo está bien. Si no, anúlala aquí y después cambia tu contraseña:",
    ),
    "fr": (
        "Une clé de ton compte a été créée",
        "Une clé nommée « {name} » a été créée. Avec elle, un programme accède à ce que tu as choisi pour lui. "
        "Si c'était toi, tout va bien. Sinon, supprime-la ici, puis change ton mot de passe :",
    ),
    "pt": (
        "Foi criada uma chave da tua conta",
        "Foi criada uma chave com o nome «{name}». Com ela, um programa chega ao que escolheste para ele. "
        "Se foste tu, está tudo bem. Se não, anula-a aqui e depois muda a tua palavra-passe:",
    ),
}


def made(address: str, name: str, link: str, locale: str, message_id: str) -> Letter:
    subject, words = _MADE[locale]
    text = f"{words.format(name=name)}\n\n{link}\n"
    return Letter(to=address, subject=subject, text=text, html=None, message_id=message_id)
