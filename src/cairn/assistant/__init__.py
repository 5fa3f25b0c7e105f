"""Understands what a person says and answers it: by a grammar, and by a model when one is configured."""
