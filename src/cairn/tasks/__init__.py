"""Things to do, small enough to start."""
