"""Who may read letters that were kept because no mail server is set."""

from cairn.platform.permissions import Permission

READ = Permission("letters:read:own", "Read letters written to you while no mail server is set.")
