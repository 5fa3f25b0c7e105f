"""A person's picture of themselves: theirs alone to see."""
