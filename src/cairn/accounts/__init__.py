"""People: their accounts, sessions and keys."""
