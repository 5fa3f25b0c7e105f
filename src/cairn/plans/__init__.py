"""If-then plans: "when I get home, I put the keys in the bowl"."""
