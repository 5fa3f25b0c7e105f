"""The trail's entries, to be read. The unit of work writes them; nothing changes one."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped

from cairn.platform.db import Table
from cairn.platform.sealed import SealedColumn

BEFORE = SealedColumn("audit_entries", "before_cipher", fixed=True)
AFTER = SealedColumn("audit_entries", "after_cipher", fixed=True)
"""Never sealed anew: an entry is not written again, so the keys that it needs stay as long as it does."""


class AuditEntry(Table):
    """Who did what, to what, when, from where and by which credential; what changed, sealed where it is personal.

    Its people are ids without a foreign key: an entry stays when somebody is erased, and leads to nobody then.
    """

    __tablename__ = "audit_entries"
    __table_args__ = (
        CheckConstraint("outcome in ('done', 'refused')", name="audit_entries_outcome_check"),
        CheckConstraint("times > 0", name="audit_entries_times_check"),
        CheckConstraint(
            "credential in ('page', 'session', 'key', 'person', 'system')", name="audit_entries_credential_check"
        ),
        Index("ix_audit_entries_user", "user_id", "at", "id"),
        Index("ix_audit_entries_at", "at", "id"),
        Index("ix_audit_entries_actor", "actor_id", postgresql_where=text("actor_id is distinct from user_id")),
    )

    at: Mapped[datetime]
    user_id: Mapped[UUID | None]
    actor_id: Mapped[UUID | None]
    action: Mapped[str]
    subject_kind: Mapped[str]
    subject_id: Mapped[UUID | None]
    detail: Mapped[dict[str, Any]]
    request_id: Mapped[str | None]
    outcome: Mapped[str]
    times: Mapped[int]
    credential: Mapped[str]
    credential_id: Mapped[UUID | None]
    address: Mapped[str | None]
    agent: Mapped[str | None]
    changes: Mapped[dict[str, Any]]
    before_cipher: Mapped[bytes | None]
    after_cipher: Mapped[bytes | None]
    origin_mac: Mapped[bytes | None]
    mac: Mapped[bytes | None]
