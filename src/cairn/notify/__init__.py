"""Notices: which channels they take, and the ledger of what became of each."""
