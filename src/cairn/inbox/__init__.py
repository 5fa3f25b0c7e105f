"""Sorting what was caught: onto the list, into a note, or out of the way."""
