"""What the language model takes of a person's day: counted before each request, limited, and told."""
