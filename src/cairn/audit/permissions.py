"""Who may read of the trail what."""

from cairn.platform.permissions import ADMINISTRATORS, Permission

READ_TRAIL = Permission("audit:read:all", "See who did what, without personal values.", ADMINISTRATORS)
READ_HISTORY = Permission("audit:read:own", "See what happened to your own account.")
