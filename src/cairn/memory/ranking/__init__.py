"""The order of what a search found. Pure: arrays in, order out."""
