"""How long the trail is kept."""

from pydantic import Field

from cairn.platform.settings import Section


class AuditSettings(Section):
    """The audit trail."""

    audit_days: int = Field(
        365, ge=31, le=3650, description="Days after which entries of the audit trail are removed, oldest first."
    )
