"""Reminders: what to say when, and the ticker that never forgets."""
