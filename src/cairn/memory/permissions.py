"""What people may do with memories."""

from cairn.platform.permissions import Permission

READ = Permission("memories:read:own", "Read and search what you said.", shareable=True)
WRITE = Permission("memories:write:own", "Keep, correct and forget what you said.")
