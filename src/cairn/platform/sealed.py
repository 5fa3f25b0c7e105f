"""The columns that hold what is encrypted: each feature names its own, and both rotations find them by it."""

from dataclasses import dataclass
from uuid import UUID

from cairn.platform.crypto import Cell


@dataclass(frozen=True, slots=True)
class SealedColumn:
    """A column of values sealed with their person's key.

    Args:
        column: The column's name.
        name: What the cell calls it; the column's name by default.
        row: The column of the row's id.
        person: The column of the person's id.
        fixed: Whether its rows may never change, as in a trail: they are not sealed anew, and the generations of the
            key that sealed them stay.
    """

    table: str
    column: str
    name: str = ""
    row: str = "id"
    person: str = "user_id"
    fixed: bool = False

    def of(self, person: UUID, row: UUID | None = None) -> Cell:
        """The cell of a person's row; the row is the person's own by default."""
        return Cell(self.table, self.name or self.column, str(row or person), str(person))


@dataclass(frozen=True, slots=True)
class WrappedColumn:
    """A column of keys wrapped by the key ring.

    Args:
        row: The column of the row's id.
    """

    table: str
    column: str
    row: str = "id"

    def place(self, row: UUID | str) -> str:
        """What a key in a row is bound to."""
        return f"{self.table}|{self.column}|{row}"
