"""What people may do with their reviews. They can't be shared: they tell of moods, too."""

from cairn.platform.permissions import Permission

READ = Permission("reviews:read:own", "See your daily and weekly reviews.")
WRITE = Permission("reviews:write:own", "Go through your day or week, and decide what becomes of things.")
