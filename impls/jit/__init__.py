"""Numba: loops compiled to machine code, each element read and written as few times as possible."""

ROLE = "technique"
