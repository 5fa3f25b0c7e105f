"""What administrators may do about people and roles."""

from cairn.platform.permissions import ADMINISTRATORS, SUPER_ADMINISTRATORS, Permission

READ = Permission("people:read:all", "See who has an account and how it stands; nothing they keep.", ADMINISTRATORS)
WRITE = Permission(
    "people:write:all", "Suspend people, let them back in, change their role.", ADMINISTRATORS, keys=False
)
ERASE = Permission("people:erase:all", "Remove an account with everything in it.", ADMINISTRATORS, keys=False)
READ_ROLES = Permission("roles:read:all", "See what each role may do.", ADMINISTRATORS)
WRITE_ROLES = Permission("roles:write:all", "Change what each role may do.", SUPER_ADMINISTRATORS, keys=False)
EVERY = (READ, WRITE, ERASE, READ_ROLES, WRITE_ROLES)
