"""Notices to browsers by Web Push: an address and its keys in, a state out. It knows nobody above it."""
