"""What people may do about spaces and shares."""

from cairn.platform.permissions import ADMINISTRATORS, Permission

READ_SPACES = Permission("spaces:read:own", "See the spaces you belong to.")
READ_MEMBERS = Permission("members:read:team", "See who belongs to a space.", frozenset({"member"}))
WRITE_SPACES = Permission("spaces:write:own", "Make spaces, and join those you are invited to.", keys=False)
CHANGE = Permission("spaces:write:team", "Name a space.", frozenset({"owner"}), keys=False)
READ_INVITATIONS = Permission(
    "invitations:read:team", "See whom you invited into a space.", frozenset({"owner"}), keys=False
)
INVITE = Permission(
    "members:write:team", "Invite people into a space, and take them out.", frozenset({"owner"}), keys=False
)
LEAVE = Permission("members:leave:team", "Leave a space.", frozenset({"member"}), keys=False)
READ = Permission("shares:read:own", "See who may look at your things, who did, and what others share with you.")
WRITE = Permission("shares:write:own", "Let somebody look at some of your things, and take it back.", keys=False)
ASK = Permission("support:ask:all", "Ask people whether you may look at their things to help them.", ADMINISTRATORS)
