"""What people may do with their account."""

from cairn.platform.permissions import Permission

READ = Permission("account:read:own", "See your own account.")
WRITE = Permission("account:write:own", "Change your own account.")
