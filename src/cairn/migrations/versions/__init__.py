"""One file for each step, in one line."""
