"""What accounts write to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "account.created": Audited("Account made", "Cuenta creada", "Compte créé", "Conta criada", account=True),
    "account.verified": Audited(
        "E-mail address confirmed",
        "Dirección de correo confirmada",
        "Adresse e-mail confirmée",
        "Endereço de e-mail confirmado",
        account=True,
    ),
    "account.changed": Audited(
        "Account details changed",
        "Datos de la cuenta cambiados",
        "Informations du compte modifiées",
        "Dados da conta alterados",
        account=True,
    ),
    "password.forgotten": Audited(
        "A link for a new password was asked for",
        "Se pidió un enlace para una contraseña nueva",
        "Un lien pour un nouveau mot de passe a été demandé",
        "Foi pedida uma ligação para uma palavra-passe nova",
        account=True,
    ),
    "password.reset": Audited(
        "A new password was set through the link in a letter",
        "Se puso una contraseña nueva con el enlace de una carta",
        "Un nouveau mot de passe a été choisi par le lien d'un courriel",
        "Foi definida uma palavra-passe nova pela ligação de uma carta",
        account=True,
    ),
    "session.opened": Audited("Signed in", "Sesión iniciada", "Connexion", "Sessão iniciada", account=True),
    "session.refused": Audited(
        "A try to sign in was refused",
        "Se rechazó un intento de iniciar sesión",
        "Une tentative de connexion a été refusée",
        "Foi recusada uma tentativa de iniciar sessão",
        account=True,
    ),
    "session.ended": Audited(
        "A session ended", "Terminó una sesión", "Une session a pris fin", "Terminou uma sessão", account=True
    ),
}
