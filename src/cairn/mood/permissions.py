"""What people may do with what they said of how they are. It can't be shared: it is about their health."""

from cairn.platform.permissions import Permission

READ = Permission("mood:read:own", "See what you said of your mood and energy.")
WRITE = Permission("mood:write:own", "Say how you are, and change or remove what you said.")
