"""What people may do with their routines and medications."""

from cairn.platform.permissions import Permission

READ = Permission("routines:read:own", "See your routines and your medication times.", shareable=True)
WRITE = Permission("routines:write:own", "Make and change your routines and medication times, and go through them.")
