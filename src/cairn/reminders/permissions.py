"""What people may do with their reminders."""

from cairn.platform.permissions import Permission

READ = Permission("reminders:read:own", "See your own reminders.", shareable=True)
WRITE = Permission("reminders:write:own", "Book, change and answer your own reminders.")
