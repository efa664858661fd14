"""Vectorized NumPy: whole arrays at a time, no Python loop over elements."""

ROLE = "technique"
