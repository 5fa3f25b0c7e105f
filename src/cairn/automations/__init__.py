"""Automations: a person's own schedules, and what came of every run."""
