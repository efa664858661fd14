"""Plain Python: lists and loops, no NumPy arithmetic. Slow, and readable by anyone."""

ROLE = "technique"
