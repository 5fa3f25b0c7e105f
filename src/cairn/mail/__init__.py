"""Letters: an address in, the carrier's answer out. It knows nobody above it."""
