"""What people may do with automations."""

from cairn.platform.permissions import Permission

READ = Permission("automations:read:own", "See your own automations and what came of them.")
WRITE = Permission("automations:write:own", "Make, change, pause, run and delete your own automations.")
