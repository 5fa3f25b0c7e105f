"""What is known of a person, distilled from what they said: read by grammar, settled against what was known. Pure."""
