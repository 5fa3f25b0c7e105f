"""What a person said and what is known of them, found again by meaning and by words."""
