"""Limits: how much may be asked in a while, and where that was reached."""
