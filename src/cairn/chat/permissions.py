"""What people may do in conversations."""

from cairn.platform.permissions import Permission

READ = Permission("conversations:read:own", "Read your conversations.", shareable=True)
WRITE = Permission("conversations:write:own", "Say something, take changes back, arrange and delete conversations.")
