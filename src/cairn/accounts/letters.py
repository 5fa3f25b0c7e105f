"""Letters about accounts, in the person's language."""

from cairn.mail.schemas import Letter

_VERIFICATION = {
    "en": (
        "Confirm your address",
        "Open this link to finish making your account. It works once, within an hour. "
        "If you didn't make one, leave the link alone: without it, nothing comes of this.",
    ),
    "es": (
        "Confirma tu dirección",
        "Abre este enlace para terminar de crear tu cuenta. Sirve una vez, durante una hora. "
        "Si no has creado ninguna, no lo abras: sin él, todo queda en nada.",
    ),
    "fr": (
        "Confirme ton adresse",
        "Ouvre ce lien pour terminer la création de ton compte. Il sert une fois, pendant une heure. "
        "Si tu n'en as pas créé, ne l'ouvre pas : sans lui, rien ne se passe.",
    ),
    "pt": (
        "Confirma o teu endereço",
        "Abre esta ligação para acabares de criar a conta. Serve uma vez, durante uma hora. "
        "Se não criaste nenhuma, não a abras: sem ela, nada acontece.",
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
_RESET = {
    "en": (
        "Set a new password",
        "Open this link to set a new password. It works once, within an hour. "
        "If you didn't ask for it, there is nothing to do: your password stays as it is.",
    ),
    "es": (
        "Elige una contraseña nueva",
        "Abre este enlace para elegir una contraseña nueva. Sirve una vez, durante una hora. "
        "Si no lo pediste, no tienes que hacer nada: tu contraseña sigue igual.",
    ),
    "fr": (
        "Choisis un nouveau mot de passe",
        "Ouvre ce lien pour choisir un nouveau mot de passe. Il sert une fois, pendant une heure. "
        "Si tu ne l'as pas demandé, il n'y a rien à faire : ton mot de passe reste le même.",
    ),
    "pt": (
        "Escolhe uma nova palavra-passe",
        "Abre esta ligação para escolheres uma nova palavra-passe. Serve uma vez, durante uma hora. "
        "Se não a pediste, não precisas de fazer nada: a tua palavra-passe fica como está.",
    ),
}
_PASSWORD_CHANGED = {
    "en": (
        "Your password was changed",
        "A new password was set, and other devices were signed out. If it was you, all is well. "
        "If not, set another one here:",
    ),
    "es": (
        "Tu contraseña ha cambiado",
        "Se eligió una contraseña nueva y se cerró la sesión en los demás dispositivos. Si fuiste tú, todo está bien. "
        "Si no, elige otra aquí:",
    ),
    "fr": (
        "Ton mot de passe a changé",
        "Un nouveau mot de passe a été choisi, et les autres appareils ont été déconnectés. "
        "Si c'était toi, tout va bien. Sinon, choisis-en un autre ici :",
    ),
    "pt": (
        "A tua palavra-passe mudou",
        "Foi escolhida uma nova palavra-passe, e a sessão terminou nos outros dispositivos. "
        "Se foste tu, está tudo bem. Se não, escolhe outra aqui:",
    ),
}
_IDENTITY_LINKED = {
    "en": (
        "There is a new way to sign in",
        "An account at Google or Microsoft was connected and can sign you in now. If it was you, all is well. "
        "If not, take it away here, and change your password:",
    ),
    "es": (
        "Hay una nueva forma de iniciar sesión",
        "Se conectó una cuenta de Google o Microsoft y ahora puede iniciar tu sesión. Si fuiste tú, todo está bien. "
        "Si no, quítala aquí y cambia tu contraseña:",
    ),
    "fr": (
        "Il y a une nouvelle façon de te connecter",
        "Un compte Google ou Microsoft a été relié et peut maintenant te connecter. Si c'était toi, tout va bien. "
        "Sinon, retire-le ici et change ton mot de passe :",
    ),
    "pt": (
        "Há uma nova forma de iniciar sessão",
        "Uma conta Google ou Microsoft foi ligada e já pode iniciar a tua sessão. Se foste tu, está tudo bem. "
        "Se não, retira-a aqui e muda a tua palavra-passe:",
    ),
}
_IDENTITY_PARTED = {
    "en": (
        "A way to sign in was taken away",
        "An account at Google or Microsoft is no longer connected and can't sign you in any more. If it was you, all "
        "is well. If not, change your password and connect it again here:",
    ),
    "es": (
        "Se quitó una forma de iniciar sesión",
        "Una cuenta de Google o Microsoft ya no está conectada y no puede iniciar tu sesión. Si fuiste tú, todo está "
        "bien. Si no, cambia tu contraseña y vuelve a conectarla aquí:",
    ),
    "fr": (
        "Une façon de te connecter a été retirée",
        "Un compte Google ou Microsoft n'est plus relié et ne peut plus te connecter. Si c'était toi, tout va bien. "
        "Sinon, change ton mot de passe et relie-le à nouveau ici :",
    ),
    "pt": (
        "Foi retirada uma forma de iniciar sessão",
        "Uma conta Google ou Microsoft deixou de estar ligada e já não pode iniciar a tua sessão. Se foste tu, está "
        "tudo bem. Se não, muda a tua palavra-passe e volta a ligá-la aqui:",
    ),
}
_ADDRESS_CHANGE = {
    "en": (
        "Confirm your new address",
        "Open this link to use this address for your account from now on. It works once, within an hour. "
        "If you didn't ask for it, leave the link alone: without it, nothing changes.",
    ),
    "es": (
        "Confirma tu nueva dirección",
        "Abre este enlace para usar esta dirección en tu cuenta a partir de ahora. Sirve una vez, durante una hora. "
        "Si no lo pediste, no lo abras: sin él, nada cambia.",
    ),
    "fr": (
        "Confirme ta nouvelle adresse",
        "Ouvre ce lien pour utiliser désormais cette adresse pour ton compte. Il sert une fois, pendant une heure. "
        "Si tu ne l'as pas demandé, ne l'ouvre pas : sans lui, rien ne change.",
    ),
    "pt": (
        "Confirma o teu novo endereço",
        "Abre esta ligação para usares este endereço na tua conta a partir de agora. Serve uma vez, durante uma hora. "
        "Se não a pediste, não a abras: sem ela, nada muda.",
    ),
}
_ADDRESS_TAKEN = {
    "en": (
        "This address has an account already",
        "Somebody asked to use this address for another account. It has one already, so nothing changes. "
        "If it was you, sign in with this address instead. If not, there is nothing to do.",
    ),
    "es": (
        "Esta dirección ya tiene una cuenta",
        "Alguien pidió usar esta dirección para otra cuenta. Ya tiene una, así que nada cambia. "
        "Si fuiste tú, inicia sesión con esta dirección. Si no, no tienes que hacer nada.",
    ),
    "fr": (
        "Cette adresse a déjà un compte",
        "Quelqu'un a demandé à utiliser cette adresse pour un autre compte. Elle en a déjà un, donc rien ne change. "
        "Si c'était toi, connecte-toi avec cette adresse. Sinon, il n'y a rien à faire.",
    ),
    "pt": (
        "Este endereço já tem uma conta",
        "Alguém pediu para usar este endereço noutra conta. Já tem uma, por isso nada muda. "
        "Se foste tu, inicia sessão com este endereço. Se não, não precisas de fazer nada.",
    ),
}
_ADDRESS_WARNING = {
    "en": (
        "Your address is about to change",
        "Somebody asked to change the address of your account to another one. If it was you, there is nothing to do. "
        "If not, open this link within seven days: this address stays or comes back, every device is signed out, "
        "and you choose a new password.",
    ),
    "es": (
        "Tu dirección está a punto de cambiar",
        "Alguien pidió cambiar la dirección de tu cuenta por otra. Si fuiste tú, no tienes que hacer nada. "
        "Si no, abre este enlace en los próximos siete días: esta dirección se queda o vuelve, se cierra la sesión en "
        "todos los dispositivos y eliges una contraseña nueva.",
    ),
    "fr": (
        "Ton adresse est sur le point de changer",
        "Quelqu'un a demandé à remplacer l'adresse de ton compte par une autre. Si c'était toi, il n'y a rien à faire. "
        "Sinon, ouvre ce lien dans les sept jours : cette adresse reste ou revient, tous les appareils sont "
        "déconnectés, et tu choisis un nouveau mot de passe.",
    ),
    "pt": (
        "O teu endereço está prestes a mudar",
        "Alguém pediu para trocar o endereço da tua conta por outro. Se foste tu, não precisas de fazer nada. "
        "Se não, abre esta ligação dentro de sete dias: este endereço fica ou volta, a sessão termina em todos os "
        "dispositivos e escolhes uma nova palavra-passe.",
    ),
}


def address_change(address: str, link: str, locale: str, message_id: str) -> Letter:
    """The letter whose link confirms the address that an account changes to."""
    subject, words = _ADDRESS_CHANGE[locale]
    return Letter(to=address, subject=subject, text=f"{words}\n\n{link}\n", html=None, message_id=message_id)


def address_taken(address: str, locale: str, message_id: str) -> Letter:
    """What the holder of an account's address is told when another account would change to it."""
    subject, words = _ADDRESS_TAKEN[locale]
    return Letter(to=address, subject=subject, text=f"{words}\n", html=None, message_id=message_id)


def address_warning(address: str, link: str, locale: str, message_id: str) -> Letter:
    """The letter to the present address, whose link keeps it or brings it back."""
    subject, words = _ADDRESS_WARNING[locale]
    return Letter(to=address, subject=subject, text=f"{words}\n\n{link}\n", html=None, message_id=message_id)


def verification(address: str, link: str, locale: str, message_id: str) -> Letter:
    """The letter whose link confirms an address."""
    subject, words = _VERIFICATION[locale]
    return Letter(to=address, subject=subject, text=f"{words}\n\n{link}\n", html=None, message_id=message_id)


def already_registered(address: str, locale: str, message_id: str) -> Letter:
    """What the holder of an address is told when somebody registers with it again."""
    subject, words = _REGISTERED[locale]
    return Letter(to=address, subject=subject, text=f"{words}\n", html=None, message_id=message_id)


def reset(address: str, link: str, locale: str, message_id: str) -> Letter:
    """The letter whose link sets a new password."""
    subject, words = _RESET[locale]
    return Letter(to=address, subject=subject, text=f"{words}\n\n{link}\n", html=None, message_id=message_id)


def password_changed(address: str, link: str, locale: str, message_id: str) -> Letter:
    """What a person is told once their password is another."""
    subject, words = _PASSWORD_CHANGED[locale]
    return Letter(to=address, subject=subject, text=f"{words}\n\n{link}\n", html=None, message_id=message_id)


def identity_parted(address: str, link: str, locale: str, message_id: str) -> Letter:
    """What a person is told once an account at a provider signs them in no more."""
    subject, words = _IDENTITY_PARTED[locale]
    return Letter(to=address, subject=subject, text=f"{words}\n\n{link}\n", html=None, message_id=message_id)


def identity_linked(address: str, link: str, locale: str, message_id: str) -> Letter:
    """What a person is told once an account at a provider can sign them in."""
    subject, words = _IDENTITY_LINKED[locale]
    return Letter(to=address, subject=subject, text=f"{words}\n\n{link}\n", html=None, message_id=message_id)
