"""A day begun and ended, and a week looked back at: one question at a time, and leaving costs nothing."""
