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
    "identity.added": Audited(
        "Sign-in by another service connected",
        "Inicio de sesión con otro servicio conectado",
        "Connexion par un autre service ajoutée",
        "Início de sessão por outro serviço ligado",
        account=True,
    ),
    "identity.removed": Audited(
        "Sign-in by another service ended",
        "Inicio de sesión con otro servicio quitado",
        "Connexion par un autre service retirée",
        "Início de sessão por outro serviço desligado",
        account=True,
    ),
    "phone.code_sent": Audited(
        "A code was sent to a phone",
        "Se envió un código a un teléfono",
        "Un code a été envoyé à un téléphone",
        "Foi enviado um código para um telefone",
        account=True,
    ),
    "phone.code_used": Audited(
        "A code from a phone was used",
        "Se usó un código de un teléfono",
        "Un code reçu par téléphone a été utilisé",
        "Foi usado um código de um telefone",
        account=True,
    ),
    "phone.code_refused": Audited(
        "A wrong code from a phone was refused",
        "Se rechazó un código de teléfono equivocado",
        "Un mauvais code de téléphone a été refusé",
        "Foi recusado um código de telefone errado",
        account=True,
    ),
    "phone.added": Audited(
        "Phone number added",
        "Número de teléfono añadido",
        "Numéro de téléphone ajouté",
        "Número de telefone adicionado",
        account=True,
    ),
    "phone.replaced": Audited(
        "Phone number changed",
        "Número de teléfono cambiado",
        "Numéro de téléphone modifié",
        "Número de telefone alterado",
        account=True,
    ),
    "phone.removed": Audited(
        "Phone number removed",
        "Número de teléfono quitado",
        "Numéro de téléphone retiré",
        "Número de telefone retirado",
        account=True,
    ),
    "phone.withdrawn": Audited(
        "A phone number that waited to be confirmed was taken back",
        "Se retiró un número de teléfono por confirmar",
        "Un numéro de téléphone à confirmer a été retiré",
        "Foi retirado um número de telefone por confirmar",
        account=True,
    ),
}
