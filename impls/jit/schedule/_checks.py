"""What every schedule asks of its arguments."""


def require_at_least(least, **options):
    """Refuse options below their least value."""
    for name, value in options.items():
        if not value >= least:
            raise ValueError(f"{name} must be at least {least}, not {value}.")


def require_share(**fractions):
    """Refuse fractions outside [0, 1]."""
    for name, value in fractions.items():
        if not 0 <= value <= 1:
            raise ValueError(f"{name} must be between 0 and 1, not {value}.")
