"""Who may see where limits were reached."""

from cairn.platform.permissions import ADMINISTRATORS, Permission

READ = Permission("limits:read:all", "See the limits, and where they were reached.", ADMINISTRATORS)
