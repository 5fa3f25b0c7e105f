"""The audit trail as the rest sees it."""

from cairn.audit import chain, service
from cairn.audit.audits import AUDITS
from cairn.audit.jobs import jobs
from cairn.audit.models import AFTER, BEFORE
from cairn.audit.permissions import READ_HISTORY, READ_TRAIL
from cairn.audit.routes import router
from cairn.audit.settings import AuditSettings
from cairn.platform.feature import Feature

feature = Feature(
    name="audit",
    router=router,
    permissions=[READ_TRAIL, READ_HISTORY],
    jobs=jobs,
    loops={"audit.chain": chain.chain_forever},
    audits=AUDITS,
    settings=[AuditSettings],
    sealed=[BEFORE, AFTER],
    export=service.exported,
)
