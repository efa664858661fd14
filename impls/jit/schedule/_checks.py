"""What every schedule asks of its arguments."""


def require_at_least(least, **options):
    """Refuse options below their least value."""
    for name, value in options.items():
        if not value >= least:
            raise ValueError(f"{name} must be at least {least}, not {value}.")
