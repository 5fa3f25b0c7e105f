"""Medication times: reminders that are answered taken, skipped or later, and the log of that."""
