"""Cairn: a self-hosted personal assistant for minds with ADHD."""
