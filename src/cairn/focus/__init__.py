"""Focus sessions: a chosen time for one thing, kept by the server, and rooms to sit in together."""
