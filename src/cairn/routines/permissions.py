"""What people may do with their routines."""

from cairn.platform.permissions import Permission

READ = Permission("routines:read:own", "See your routines, and what you did.", shareable=True)
WRITE = Permission("routines:write:own", "Make and change your routines, and go through them.")
