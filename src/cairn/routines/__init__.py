"""Routines: steps in their order, in a window of the day that may be missed."""
