"""What people may do with the assistant."""

from cairn.platform.permissions import Permission

USAGE = Permission("usage:read:own", "See what your days take of the language model.")
CAPTURE = Permission("thoughts:write:own", "Let a thought be caught.")
