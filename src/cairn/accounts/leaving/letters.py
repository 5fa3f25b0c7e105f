"""Letters about leaving, in the person's language."""

from cairn.mail.schemas import Letter

_LEAVING = {
    "en": (
        "Your account goes in a week",
        "You asked to leave. On {day} your account goes, with everything in it. Until then everything is kept, "
        "and reminders still ring.\n\n"
        "If it wasn't you, or you change your mind, open this link or just sign in before then. "
        "Your account stays as it is. If it wasn't you, set a new password, too.",
    ),
    "es": (
        "Tu cuenta se va dentro de una semana",
        "Pediste irte. El {day} se borra tu cuenta con todo lo que hay en ella. Hasta entonces todo se guarda, y los "
        "recordatorios siguen sonando.\n\n"
        "Si no fuiste tú, o cambias de idea, abre este enlace o simplemente inicia sesión antes. Tu cuenta se queda "
        "como está. Si no fuiste tú, elige también una contraseña nueva.",
    ),
    "fr": (
        "Ton compte s'en va dans une semaine",
        "Tu as demandé à partir. Le {day}, ton compte est effacé avec tout ce qu'il contient. Jusque-là tout est "
        "gardé, et les rappels sonnent encore.\n\n"
        "Si ce n'était pas toi, ou si tu changes d'avis, ouvre ce lien ou connecte-toi simplement avant. Ton compte "
        "reste tel quel. Si ce n'était pas toi, choisis aussi un nouveau mot de passe.",
    ),
    "pt": (
        "A tua conta vai-se dentro de uma semana",
        "Pediste para sair. Em {day} a tua conta é apagada, com tudo o que há nela. Até lá tudo fica guardado, e os "
        "lembretes continuam a tocar.\n\n"
        "Se não foste tu, ou se mudares de ideias, abre esta ligação ou simplesmente inicia sessão antes disso. A tua "
        "conta fica como está. Se não foste tu, escolhe também uma nova palavra-passe.",
    ),
}
_STAYING = {
    "en": (
        "Your account stays",
        "You are staying, and everything is as it was. Keys for other programs have to be made again. "
        "If you never asked to leave, somebody else did: set a new password here:",
    ),
    "es": (
        "Tu cuenta se queda",
        "Te quedas, y todo está como estaba. Las llaves para otros programas hay que crearlas de nuevo. "
        "Si nunca pediste irte, lo hizo otra persona: elige aquí una contraseña nueva:",
    ),
    "fr": (
        "Ton compte reste",
        "Tu restes, et tout est comme avant. Les clés pour d'autres programmes sont à refaire. "
        "Si tu n'as jamais demandé à partir, quelqu'un d'autre l'a fait : choisis ici un nouveau mot de passe :",
    ),
    "pt": (
        "A tua conta fica",
        "Ficas, e tudo está como estava. As chaves para outros programas têm de ser feitas de novo. "
        "Se nunca pediste para sair, foi outra pessoa: escolhe aqui uma nova palavra-passe:",
    ),
}
_GONE = {
    "en": (
        "Your account is gone",
        "As you asked, your account was removed with everything in it. Copies that were made for safety lose it when "
        "they expire. Thank you for having been here.",
    ),
    "es": (
        "Tu cuenta ya no está",
        "Como pediste, tu cuenta se borró con todo lo que había en ella. Las copias de seguridad la pierden cuando "
        "caducan. Gracias por haber estado aquí.",
    ),
    "fr": (
        "Ton compte n'est plus là",
        "Comme tu l'as demandé, ton compte a été effacé avec tout ce qu'il contenait. Les copies de sécurité le "
        "perdent quand elles expirent. Merci d'avoir été là.",
    ),
    "pt": (
        "A tua conta já não existe",
        "Como pediste, a tua conta foi apagada com tudo o que havia nela. As cópias de segurança perdem-na quando "
        "caducam. Obrigado por teres estado aqui.",
    ),
}


def leaving(address: str, day: str, link: str, locale: str, message_id: str) -> Letter:
    """The letter that says when an account goes, whose link keeps it."""
    subject, words = _LEAVING[locale]
    text = f"{words.format(day=day)}\n\n{link}\n"
    return Letter(to=address, subject=subject, text=text, html=None, message_id=message_id)


def staying(address: str, link: str, locale: str, message_id: str) -> Letter:
    """What a person is told who stays after all."""
    subject, words = _STAYING[locale]
    return Letter(to=address, subject=subject, text=f"{words}\n\n{link}\n", html=None, message_id=message_id)


def gone(address: str, locale: str, message_id: str) -> Letter:
    """The last letter."""
    subject, words = _GONE[locale]
    return Letter(to=address, subject=subject, text=f"{words}\n", html=None, message_id=message_id)
