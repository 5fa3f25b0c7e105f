"""Conversations: what a person said, what was answered, and the turn between the two."""
