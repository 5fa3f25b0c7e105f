"""Who may see what became of texts."""

from cairn.platform.permissions import Permission

READ = Permission("texts:read:own", "See the texts written to you and what became of them.")
