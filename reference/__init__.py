"""The ground truth: each primitive as its plain textbook formula in NumPy, `reference/<family>/<operation>.py`."""
