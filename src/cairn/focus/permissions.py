"""What people may do about focus."""

from cairn.platform.permissions import Permission

READ = Permission("focus:read:own", "See your own focus sessions and parked thoughts.", shareable=True)
WRITE = Permission("focus:write:own", "Start, pause and end your own focus sessions, and park thoughts.")
SIT = Permission("rooms:sit:team", "Sit in the room of a space, and see who does.", frozenset({"member"}))
