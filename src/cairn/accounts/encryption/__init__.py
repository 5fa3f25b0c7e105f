"""Keys made new while everything stays readable: the ring that wraps, and each person's own."""
