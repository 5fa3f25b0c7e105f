"""What people may see of their day."""

from cairn.platform.permissions import Permission

READ = Permission("today:read:own", "See what is for today.", shareable=True)
