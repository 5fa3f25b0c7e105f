"""Mail: letters by SMTP, or into a folder."""

from cairn.mail import permissions, service
from cairn.mail.maildir import Maildir
from cairn.mail.provider import Letterbox, Mailer
from cairn.mail.routes import router
from cairn.mail.settings import MailSettings
from cairn.mail.smtp import SmtpMailer
from cairn.platform.feature import Feature
from cairn.platform.place import Place
from cairn.platform.runtime import Runtime


def _provide(runtime: Runtime) -> dict[type, object]:
    settings = runtime.settings.of(MailSettings)
    folder = Maildir(settings.mail_folder or runtime.settings.of(Place).data / "mail", settings, runtime.clock)
    # Letters kept before a mail server was set stay readable, so the folder is there either way.
    mailer: Mailer = folder
    if settings.mail_url is not None:
        mailer = SmtpMailer(settings.mail_url.get_secret_value(), settings, runtime.clock)
    return {Mailer: mailer, Letterbox: folder}


feature = Feature(
    name="mail",
    router=router,
    permissions=[permissions.READ],
    settings=[MailSettings],
    provide=_provide,
    tables=["letters"],
    export=service.exported,
    erase=service.erased,
)
