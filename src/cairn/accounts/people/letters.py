"""Letters about roles and standings, in the person's language."""

from dataclasses import dataclass
from uuid import UUID

from cairn.mail.schemas import Letter
from cairn.platform.permissions import Role

_ROLES: dict[str, dict[str, str]] = {
    Role.USER: {"en": "user", "es": "usuario", "fr": "utilisateur", "pt": "utilizador"},
    Role.PREMIUM: {"en": "premium", "es": "premium", "fr": "premium", "pt": "premium"},
    Role.ADMINISTRATOR: {"en": "administrator", "es": "administrador", "fr": "administrateur", "pt": "administrador"},
    Role.SUPER_ADMINISTRATOR: {
        "en": "super-administrator",
        "es": "superadministrador",
        "fr": "super-administrateur",
        "pt": "superadministrador",
    },
}
_SUSPENDED = {
    "en": (
        "Your account is suspended",
        "Somebody who looks after this Cairn suspended your account. Everything you keep is still there. Their reason:",
        "If this is a mistake, answer the people who run it.",
    ),
    "es": (
        "Tu cuenta está suspendida",
        "Alguien que cuida de este Cairn suspendió tu cuenta. Todo lo que guardas sigue ahí. Su motivo:",
        "Si es un error, habla con quienes lo llevan.",
    ),
    "fr": (
        "Ton compte est suspendu",
        "Quelqu'un qui s'occupe de ce Cairn a suspendu ton compte. Tout ce que tu gardes est toujours là. Sa raison :",
        "Si c'est une erreur, parles-en aux personnes qui s'en occupent.",
    ),
    "pt": (
        "A tua conta está suspensa",
        "Alguém que cuida deste Cairn suspendeu a tua conta. Tudo o que guardas continua lá. O motivo:",
        "Se for um engano, fala com quem cuida dele.",
    ),
}
_RESTORED = {
    "en": ("Your account is open again", "You can sign in again, and everything is as you left it:"),
    "es": ("Tu cuenta vuelve a estar abierta", "Puedes iniciar sesión de nuevo, y todo está como lo dejaste:"),
    "fr": ("Ton compte est de nouveau ouvert", "Tu peux te reconnecter, et tout est comme tu l'as laissé :"),
    "pt": ("A tua conta está aberta outra vez", "Podes iniciar sessão de novo, e tudo está como deixaste:"),
}
_ROLE = {
    "en": (
        "Your role changed",
        "Your role in this Cairn is now: {role}. You were signed out everywhere; just sign in again. "
        "Keys of your programs have ended, too.",
    ),
    "es": (
        "Tu rol ha cambiado",
        "Tu rol en este Cairn es ahora: {role}. Se cerró tu sesión en todas partes; solo tienes que volver a entrar. "
        "Las claves de tus programas también terminaron.",
    ),
    "fr": (
        "Ton rôle a changé",
        "Ton rôle dans ce Cairn est désormais : {role}. Tu as été déconnecté partout ; il suffit de te reconnecter. "
        "Les clés de tes programmes ont aussi pris fin.",
    ),
    "pt": (
        "O teu papel mudou",
        "O teu papel neste Cairn é agora: {role}. A sessão terminou em todo o lado; basta iniciares de novo. "
        "As chaves dos teus programas também terminaram.",
    ),
}


@dataclass(frozen=True, slots=True)
class Told:
    """Whom a letter is for."""

    to: str
    locale: str
    user_id: UUID | None
    message_id: str


def suspended(told: Told, reason: str) -> Letter:
    """What somebody is told who is locked out."""
    subject, words, then = _SUSPENDED[told.locale]
    return _letter(told, subject, f"{words}\n\n{reason}\n\n{then}\n")


def restored(told: Told, link: str) -> Letter:
    """What somebody is told who is let back in."""
    subject, words = _RESTORED[told.locale]
    return _letter(told, subject, f"{words}\n\n{link}\n")


def role_changed(told: Told, role: str) -> Letter:
    """What somebody is told who has another role."""
    subject, words = _ROLE[told.locale]
    return _letter(told, subject, f"{words.format(role=_ROLES[role][told.locale])}\n")


def _letter(told: Told, subject: str, text: str) -> Letter:
    return Letter(to=told.to, subject=subject, text=text, html=None, message_id=told.message_id, user_id=told.user_id)
