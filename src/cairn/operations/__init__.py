"""Whether Cairn is well: readiness, figures, the queue, and what is cleared away."""
