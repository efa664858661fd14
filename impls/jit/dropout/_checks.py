"""What dropout in its several forms refuses."""


def check_options(rate, scaling):
    """Refuse a rate outside [0, 1) and an unknown scaling."""
    if not 0 <= rate < 1:
        raise ValueError(f"rate must lie in [0, 1), got {rate}.")
    if scaling not in ("inverted", "at_inference"):
        raise ValueError(f"scaling must be 'inverted' or 'at_inference', got {scaling!r}.")


def check_samples(samples):
    """Refuse a mean over nothing."""
    if samples < 1:
        raise ValueError(f"samples must be 1 or more, got {samples}.")


def check_mask(mask, dy):
    """Refuse a mask that does not say kept or dropped for every element."""
    if mask.shape != dy.shape or mask.dtype != bool:
        raise ValueError(f"mask must be boolean with the shape of dy, {dy.shape}, got {mask.dtype} {mask.shape}.")
