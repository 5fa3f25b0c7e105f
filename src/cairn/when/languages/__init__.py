"""The languages in which time is understood, each a module of words and word orders."""
