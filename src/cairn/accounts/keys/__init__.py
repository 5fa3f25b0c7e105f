"""Keys with which a person's other programs come in."""
