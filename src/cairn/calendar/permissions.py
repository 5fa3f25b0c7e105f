"""What people may do with their calendar."""

from cairn.platform.permissions import Permission

READ = Permission("calendar:read:own", "See your own events.", shareable=True)
WRITE = Permission("calendar:write:own", "Add, change and cancel your own events.")
