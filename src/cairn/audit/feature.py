"""The audit trail as the rest sees it."""

from cairn.audit import chain
from cairn.audit.audits import AUDITS
from cairn.audit.jobs import jobs
from cairn.audit.settings import AuditSettings
from cairn.platform.feature import Feature

feature = Feature(
    name="audit",
    jobs=jobs,
    loops={"audit.chain": chain.chain_forever},
    audits=AUDITS,
    settings=[AuditSettings],
)
