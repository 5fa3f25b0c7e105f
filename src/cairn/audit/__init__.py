"""Who did what: the chain over the audit trail, its verifier, and what people and administrators read of it."""
