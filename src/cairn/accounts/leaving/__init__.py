"""Leaving for good: asked for, taken back within a week, done by a job."""
