"""What people may do with what was sent to them."""

from cairn.platform.permissions import Permission

READ = Permission("deliveries:read:own", "See where your notices went and what became of them.")
WRITE = Permission("deliveries:write:own", "Say that a notice was shown to you.")

PREFERENCES_READ = Permission("notifications:read:own", "See how you are reached, and your quiet hours.")
PREFERENCES_WRITE = Permission("notifications:write:own", "Change how you are reached, and your quiet hours.")
