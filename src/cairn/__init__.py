"""Cairn: a self-hosted personal assistant for minds with ADHD."""

__version__ = "0.1.0"
