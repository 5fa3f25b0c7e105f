"""Letters about second factors and new devices, in the person's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from cairn.accounts.factors.messages import Change
from cairn.mail.schemas import Letter

_SUBJECT = {
    "en": "How your account is protected has changed",
    "es": "Ha cambiado la protección de tu cuenta",
    "fr": "La protection de ton compte a changé",
    "pt": "A proteção da tua conta mudou",
}
_WHAT: Mapping[str, Mapping[Change, str]] = {
    "en": {
        "app_added": "An authenticator app now protects your account.",
        "app_removed": "The authenticator app was removed from your account.",
        "passkey_added": "A passkey was added to your account.",
        "passkey_removed": "A passkey was removed from your account.",
        "passkey_copied": "A passkey was refused, because it looks as if there were a copy of it. "
        "Please remove it and add a new one.",
        "codes_renewed": "You have ten new recovery codes. The old ones stopped working.",
        "code_used": "One of your recovery codes was used. It won't work again.",
        "codes_tried": "Somebody who knows your password tried several wrong codes. They didn't get in.",
        "all_removed": "Whoever runs this Cairn took your second step away, since it was lost. "
        "Your password alone signs you in, until you add another.",
    },
    "es": {
        "app_added": "Una aplicación de autenticación protege ahora tu cuenta.",
        "app_removed": "Se quitó la aplicación de autenticación de tu cuenta.",
        "passkey_added": "Se añadió una llave de acceso a tu cuenta.",
        "passkey_removed": "Se quitó una llave de acceso de tu cuenta.",
        "passkey_copied": "Se rechazó una llave de acceso porque parece que existe una copia. "
        "Por favor, quítala y añade una nueva.",
        "codes_renewed": "Tienes diez códigos de recuperación nuevos. Los anteriores ya no sirven.",
        "code_used": "Se usó uno de tus códigos de recuperación. Ya no volverá a servir.",
        "codes_tried": "Alguien que sabe tu contraseña probó varios códigos equivocados. No logró entrar.",
        "all_removed": "Quien lleva este Cairn quitó tu segundo paso, porque se había perdido. "
        "Entras solo con tu contraseña hasta que añadas otro.",
    },
    "fr": {
        "app_added": "Une application d'authentification protège maintenant ton compte.",
        "app_removed": "L'application d'authentification a été retirée de ton compte.",
        "passkey_added": "Une clé d'accès a été ajoutée à ton compte.",
        "passkey_removed": "Une clé d'accès a été retirée de ton compte.",
        "passkey_copied": "Une clé d'accès a été refusée, car il semble qu'il en existe une copie. "
        "Retire-la et ajoutes-en une nouvelle.",
        "codes_renewed": "Tu as dix nouveaux codes de secours. Les anciens ne marchent plus.",
        "code_used": "Un de tes codes de secours a été utilisé. Il ne marchera plus.",
        "codes_tried": "Quelqu'un qui connaît ton mot de passe a essayé plusieurs codes faux. Il n'est pas entré.",
        "all_removed": "Qui s'occupe de ce Cairn a retiré ta deuxième étape, car elle était perdue. "
        "Ton mot de passe seul te connecte, jusqu'à ce que tu en ajoutes une autre.",
    },
    "pt": {
        "app_added": "Uma aplicação de autenticação protege agora a tua conta.",
        "app_removed": "A aplicação de autenticação foi retirada da tua conta.",
        "passkey_added": "Foi acrescentada uma chave de acesso à tua conta.",
        "passkey_removed": "Foi retirada uma chave de acesso da tua conta.",
        "passkey_copied": "Foi recusada uma chave de acesso, porque parece existir uma cópia dela. "
        "Retira-a e acrescenta uma nova.",
        "codes_renewed": "Tens dez códigos de recuperação novos. Os antigos deixaram de servir.",
        "code_used": "Foi usado um dos teus códigos de recuperação. Não volta a servir.",
        "codes_tried": "Alguém que sabe a tua palavra-passe tentou vários códigos errados. Não conseguiu entrar.",
        "all_removed": "Quem trata deste Cairn retirou o teu segundo passo, porque se tinha perdido. "
        "Entras só com a palavra-passe até acrescentares outro.",
    },
}
_IF_NOT_YOU = {
    "en": "If this was you, all is well. If not, set a new password, then look here:",
    "es": "Si fuiste tú, todo está bien. Si no, elige una contraseña nueva y luego mira aquí:",
    "fr": "Si c'était toi, tout va bien. Sinon, choisis un nouveau mot de passe, puis regarde ici :",
    "pt": "Se foste tu, está tudo bem. Se não, escolhe uma palavra-passe nova e depois vê aqui:",
}
_TAKE_BACK = {
    "en": "If this was you, all is well. If not, open this link within seven days: what was added is taken away again, "
    "every device is signed out, and you choose a new password.",
    "es": "Si fuiste tú, todo está bien. Si no, abre este enlace en los próximos siete días: lo añadido se quita, se "
    "cierra la sesión en todos los dispositivos y eliges una contraseña nueva.",
    "fr": "Si c'était toi, tout va bien. Sinon, ouvre ce lien dans les sept jours : ce qui a été ajouté est retiré, "
    "tous les appareils sont déconnectés, et tu choisis un nouveau mot de passe.",
    "pt": "Se foste tu, está tudo bem. Se não, abre esta ligação dentro de sete dias: o que foi acrescentado é "
    "retirado, a sessão termina em todos os dispositivos e escolhes uma nova palavra-passe.",
}
_CODE = {
    "en": (
        "{code} is your code to sign in",
        "{code} finishes signing in on a device that Cairn doesn't know yet{where}. "
        "It works once, for a few minutes.\n\n"
        "Type it only where you began to sign in. If you didn't, somebody knows your password: set a new one.",
    ),
    "es": (
        "{code} es tu código para entrar",
        "{code} termina el inicio de sesión en un dispositivo que Cairn aún no conoce{where}. "
        "Sirve una vez, durante unos minutos.\n\n"
        "Escríbelo solo donde empezaste a entrar. Si no fuiste tú, alguien sabe tu contraseña: elige una nueva.",
    ),
    "fr": (
        "{code} est ton code de connexion",
        "{code} termine la connexion sur un appareil que Cairn ne connaît pas encore{where}. "
        "Il sert une fois, pendant quelques minutes.\n\n"
        "Ne le tape que là où tu as commencé à te connecter. "
        "Si ce n'était pas toi, quelqu'un connaît ton mot de passe : choisis-en un nouveau.",
    ),
    "pt": (
        "{code} é o teu código para entrar",
        "{code} termina o início de sessão num dispositivo que o Cairn ainda não conhece{where}. "
        "Serve uma vez, durante alguns minutos.\n\n"
        "Escreve-o só onde começaste a entrar. Se não foste tu, alguém sabe a tua palavra-passe: escolhe uma nova.",
    ),
}
_DEVICE = {
    "en": (
        "You signed in on a new device",
        "Somebody signed in to your account on a device that Cairn didn't know{where}: {when}.",
        "If it was you, there is nothing to do. If not, set a new password here; it signs out every device:",
    ),
    "es": (
        "Iniciaste sesión en un dispositivo nuevo",
        "Alguien inició sesión en tu cuenta en un dispositivo que Cairn no conocía{where}: {when}.",
        "Si fuiste tú, no tienes que hacer nada. "
        "Si no, elige aquí una contraseña nueva; cierra la sesión en todos los dispositivos:",
    ),
    "fr": (
        "Tu t'es connecté sur un nouvel appareil",
        "Quelqu'un s'est connecté à ton compte sur un appareil que Cairn ne connaissait pas{where} : {when}.",
        "Si c'était toi, il n'y a rien à faire. "
        "Sinon, choisis ici un nouveau mot de passe ; il déconnecte tous les appareils :",
    ),
    "pt": (
        "Entraste num dispositivo novo",
        "Alguém entrou na tua conta num dispositivo que o Cairn não conhecia{where}: {when}.",
        "Se foste tu, não precisas de fazer nada. "
        "Se não, escolhe aqui uma palavra-passe nova; termina a sessão em todos os dispositivos:",
    ),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a sign-in: the device and the network address, where they are, and when."""

    device: str
    when: str
    network: str


def factor_changed(address: str, what: Change, link: str, locale: str, message_id: str) -> Letter:
    """What a person is told when their factors changed or were tried."""
    text = f"{_WHAT[locale][what]}\n\n{_IF_NOT_YOU[locale]}\n\n{link}\n"
    return Letter(to=address, subject=_SUBJECT[locale], text=text, html=None, message_id=message_id)


def factor_added(address: str, what: Change, link: str, locale: str, message_id: str) -> Letter:
    """The same for one that was added, with a link that takes it back."""
    text = f"{_WHAT[locale][what]}\n\n{_TAKE_BACK[locale]}\n\n{link}\n"
    return Letter(to=address, subject=_SUBJECT[locale], text=text, html=None, message_id=message_id)


def sign_in_code(address: str, code: str, device: str, network: str, locale: str, message_id: str) -> Letter:
    """The letter whose code finishes a sign-in on a device that isn't known."""
    subject, words = _CODE[locale]
    text = words.format(code=code, where=_where(device, network))
    return Letter(to=address, subject=subject.format(code=code), text=f"{text}\n", html=None, message_id=message_id)


def new_device(address: str, seen: Seen, link: str, locale: str, message_id: str) -> Letter:
    """What a person is told after a sign-in on a device that wasn't known."""
    subject, words, then = _DEVICE[locale]
    text = words.format(where=_where(seen.device, seen.network), when=seen.when)
    return Letter(to=address, subject=subject, text=f"{text}\n\n{then}\n\n{link}\n", html=None, message_id=message_id)


def _where(device: str, network: str) -> str:
    known = ", ".join(part for part in (device, network) if part)
    return f" ({known})" if known else ""
