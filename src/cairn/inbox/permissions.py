"""What people may do with what they caught."""

from cairn.platform.permissions import Permission

READ = Permission("inbox:read:own", "See the thoughts you caught that wait to be sorted.")
WRITE = Permission("inbox:write:own", "Sort what you caught: onto your list, into a note, or out of the way.")
