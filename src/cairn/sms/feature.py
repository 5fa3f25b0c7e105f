"""Texts: by a carrier, or into the log."""

from cairn.platform.feature import Feature
from cairn.platform.place import Place
from cairn.platform.runtime import Runtime
from cairn.sms import permissions, service
from cairn.sms.jobs import jobs
from cairn.sms.kept import Folder, LogCarrier, NoneSet
from cairn.sms.provider import KeptTexts, SmsCarrier
from cairn.sms.routes import router
from cairn.sms.settings import SmsSettings
from cairn.sms.twilio import Twilio


def _provide(runtime: Runtime) -> dict[type, object]:
    settings = runtime.settings.of(SmsSettings)
    # Texts kept before a carrier was set stay readable, so the folder is there either way.
    folder = Folder(settings.sms_folder or runtime.settings.of(Place).data / "sms")
    carrier: SmsCarrier = NoneSet()
    if settings.sms_provider == "twilio":
        carrier = Twilio(settings)
    elif settings.sms_provider == "log":
        carrier = LogCarrier(folder)
    return {SmsCarrier: carrier, KeptTexts: folder}


feature = Feature(
    name="sms",
    router=router,
    jobs=jobs,
    permissions=[permissions.READ],
    settings=[SmsSettings],
    provide=_provide,
    tables=["texts"],
    export=service.exported,
    erase=service.erased,
)
