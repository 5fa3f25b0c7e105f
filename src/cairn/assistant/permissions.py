"""What people may do with the assistant."""

from cairn.platform.permissions import Permission

CAPTURE = Permission("thoughts:write:own", "Let a thought be caught.")
