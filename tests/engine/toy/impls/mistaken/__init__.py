"""Mistakes about the toys."""

ROLE = "mistakes"
