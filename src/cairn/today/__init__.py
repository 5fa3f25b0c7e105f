"""The day in one line: what is for today, and what comes next."""
