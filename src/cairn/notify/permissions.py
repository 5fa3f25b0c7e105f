"""What people may do with what was sent to them."""

from cairn.platform.permissions import Permission

READ = Permission("deliveries:read:own", "See where your notices went and what became of them.")
WRITE = Permission("deliveries:write:own", "Say that a notice was shown to you.")
