"""Texts to phones: a number in, a state out. It knows nobody above it."""
