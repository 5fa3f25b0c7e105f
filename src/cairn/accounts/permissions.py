"""What people may do with their account."""

from cairn.platform.permissions import Permission

READ = Permission("account:read:own", "See your own account.")
WRITE = Permission("account:write:own", "Change your own account.")
ERASE = Permission("account:erase:own", "Remove your own account with everything in it.", keys=False)
# Nobody agrees for somebody.
CONSENTS_WRITE = Permission("consents:write:own", "Agree to something, and take that back.", keys=False)
# What opens or shuts doors is a person's own: no key is made for it.
SESSIONS_READ = Permission("sessions:read:own", "See where you are signed in.", keys=False)
SESSIONS_WRITE = Permission("sessions:write:own", "Sign your devices out.", keys=False)
KEYS_READ = Permission("keys:read:own", "See your keys for other programs.", keys=False)
KEYS_WRITE = Permission("keys:write:own", "Make and end keys for other programs.", keys=False)
