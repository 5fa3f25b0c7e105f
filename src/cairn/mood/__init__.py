"""How somebody feels, and how much energy they have: said in two taps, kept for them alone."""
