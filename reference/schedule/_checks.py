"""What every schedule asks of its arguments."""

from itertools import pairwise


def require_at_least_zero(**options: float) -> None:
    """Refuse negative iterations, rates and factors."""
    for name, value in options.items():
        if not value >= 0:
            raise ValueError(f"{name} must be at least 0, not {value}.")


def require_at_least_one(**lengths: int) -> None:
    """Refuse a length of less than one iteration."""
    for name, value in lengths.items():
        if not value >= 1:
            raise ValueError(f"{name} must be at least 1, not {value}.")


def require_share(**fractions: float) -> None:
    """Refuse fractions outside [0, 1]."""
    for name, value in fractions.items():
        if not 0 <= value <= 1:
            raise ValueError(f"{name} must be between 0 and 1, not {value}.")


def require_sorted(milestones: list[int]) -> None:
    """Refuse milestones that go back; the same one may come twice."""
    if any(later < earlier for earlier, later in pairwise(milestones)):
        raise ValueError(f"milestones must be in rising order, not {milestones}.")


def require_choice(allowed: tuple[str, ...], **convention: str) -> None:
    """Refuse a convention that is not one of those allowed."""
    for name, value in convention.items():
        if value not in allowed:
            raise ValueError(f"{name} must be one of {', '.join(allowed)}, not {value!r}.")
