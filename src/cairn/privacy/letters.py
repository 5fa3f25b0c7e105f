"""Letters about what was done with all of a person's data, in their language."""

from cairn.mail.schemas import Letter

_EXPORTED = {
    "en": (
        "Your data was taken along",
        "Everything in your account was downloaded as a file. If it was you, all is well: keep the file where only "
        "you find it. If not, set a new password here, which signs every device out:",
    ),
    "es": (
        "Se descargaron tus datos",
        "Todo lo que hay en tu cuenta se descargó en un archivo. Si fuiste tú, todo está bien: guarda el archivo "
        "donde solo tú lo encuentres. Si no, elige aquí una contraseña nueva; cierra la sesión en todos los "
        "dispositivos:",
    ),
    "fr": (
        "Tes données ont été téléchargées",
        "Tout le contenu de ton compte a été téléchargé dans un fichier. Si c'était toi, tout va bien : garde ce "
        "fichier là où toi seul le trouves. Sinon, choisis ici un nouveau mot de passe, ce qui déconnecte tous les "
        "appareils :",
    ),
    "pt": (
        "Os teus dados foram descarregados",
        "Tudo o que há na tua conta foi descarregado num ficheiro. Se foste tu, está tudo bem: guarda o ficheiro onde "
        "só tu o encontres. Se não, escolhe aqui uma nova palavra-passe, que termina a sessão em todos os "
        "dispositivos:",
    ),
}


def exported(address: str, link: str, locale: str, message_id: str) -> Letter:
    """What a person is told once everything of theirs was given out."""
    subject, words = _EXPORTED[locale]
    return Letter(to=address, subject=subject, text=f"{words}\n\n{link}\n", html=None, message_id=message_id)
