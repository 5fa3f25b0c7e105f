"""What people may do with plans."""

from cairn.platform.permissions import Permission

READ = Permission("plans:read:own", "See your own if-then plans and when they began.")
WRITE = Permission("plans:write:own", "Make, change, pause, begin, answer and delete your own if-then plans.")
