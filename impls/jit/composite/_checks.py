"""What training loops of this technique refuse."""


def require_counts(batch_size, epochs):
    """Refuse batches without rows, and a negative number of epochs."""
    if batch_size < 1:
        raise ValueError(f"batch_size must be 1 or more, got {batch_size}")
    if epochs < 0:
        raise ValueError(f"epochs must be 0 or more, got {epochs}")
