"""People, as administrators look after them: who there is, in what role, in what standing. Never what they keep."""
