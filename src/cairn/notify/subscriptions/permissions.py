"""What people may do with the browsers they are told in."""

from cairn.platform.permissions import Permission

READ = Permission("push:read:own", "See in which browsers you are told.", keys=False)
WRITE = Permission("push:write:own", "Choose in which browsers you are told.", keys=False)
