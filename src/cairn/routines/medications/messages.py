"""What happens to medications."""

from typing import ClassVar
from uuid import UUID

from cairn.platform.messages import Event


class MedicationChanged(Event):
    """There is a new medication, one was changed or taken away, or a dose was noted or taken back."""

    kind: ClassVar[str] = "medication.changed"
    medication_id: UUID | None
