"""The calendar: what begins at a moment and lasts, and when to get ready and leave for it."""
