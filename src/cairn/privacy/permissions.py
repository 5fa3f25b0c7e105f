"""What people may do with all that is kept of them."""

from cairn.platform.permissions import Permission

# Everything at once is a person's own: no key is made for it, and nobody else is let do it.
EXPORT = Permission("account:export:own", "Take everything of yours along as a file.", keys=False)
