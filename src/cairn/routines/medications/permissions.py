"""What people may do with their medications. Apart from routines: who may see the one need not see the other."""

from cairn.platform.permissions import Permission

READ = Permission("medications:read:own", "See your medications, and what was taken or skipped.", shareable=True)
WRITE = Permission("medications:write:own", "Keep your medication times, and note what was taken or skipped.")
