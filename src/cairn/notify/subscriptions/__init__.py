"""The browsers in which a person wants to be told: subscribed, seen, ended."""
