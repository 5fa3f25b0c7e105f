"""What people may do with tasks."""

from cairn.platform.permissions import Permission

READ = Permission("tasks:read:own", "See your tasks.", shareable=True)
WRITE = Permission("tasks:write:own", "Add, change, finish and remove your tasks.")
